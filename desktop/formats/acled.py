"""ACLED's table, 31 columns since March 2023: in and out.

`time_precision` 1 is a day; 2, somewhere in a week, is one day of that week, `[Mon..Sun]`; 3 is a
month. Every column that Dateline has no field for is kept with the event and written back.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from desktop.document import Document
from desktop.errors import WhenError
from desktop.formats.column_table import write_columns
from desktop.formats.columns import CellError, joined, short
from desktop.formats.gathering import gather_drafts
from desktop.formats.incoming import Incoming
from desktop.formats.rows import Gathered, extra_of, gather
from desktop.formats.shapes import (
    YEARS,
    as_written,
    bare_degrees,
    between,
    closed,
    code_of,
    killed,
    once,
    open_days,
    read_day,
    told_in_full,
    week_of_day,
    written_back,
)
from desktop.formats.spans import first_day, last_day, number_of_days
from desktop.formats.wanted import Wanted
from desktop.i18n import _
from desktop.model import Event
from desktop.when import When
from desktop.when.calendar import civil_from_days, days_from_civil

_NAMED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region "
    "country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale "
    "notes fatalities tags timestamp"
)
COLUMNS = tuple(_NAMED.split())
KNOWN_BY = ("event_date", "time_precision", "event_type", "sub_event_type")
_OURS = {"notes", "location", "latitude", "longitude", "tags"}
_REWRITTEN = ("latitude", "longitude", "tags")
_UID = "acled-"


def read(path: Path) -> Incoming:
    """The events of an ACLED export, each on the track of its event type, updated by their ids."""
    header, rows, order = open_days(path, KNOWN_BY[:1], KNOWN_BY[:1])
    return gather_drafts(rows, header, partial(_cells, is_day_first=order), path.name)


def _cells(row: Mapping[str, str], *, is_day_first: bool | None) -> dict[str, str]:
    get = row.get
    actors = " – ".join(actor for name in ("actor1", "actor2") if (actor := get(name, "")))
    title = ": ".join(part for part in (get("sub_event_type") or get("event_type"), actors) if part)
    place = get("location", "")
    dead = get("fatalities", "")
    sources = get("source", "").strip() or (dead and "ACLED")
    own = {
        "uid": _UID + get("event_id_cnty", "") if get("event_id_cnty") else "",
        "title": ", ".join(part for part in (title, place) if part),
        "when": _edtf(row, is_day_first=is_day_first),
        "track": get("event_type") or get("disorder_type") or "ACLED",
        "place": place,
        "note": get("notes", ""),
        "latitude": get("latitude", ""),
        "longitude": get("longitude", ""),
        "tags": get("tags", ""),
    }
    if sources:
        own |= {
            "article_title": sources,
            "article_publisher": sources,
            "killed_min": dead,
            "killed_max": dead,
            "claim_uid": own["uid"] and own["uid"] + "-source",
        }
    own |= {name: cell for name, cell in row.items() if name not in _OURS}
    return own | as_written(row, _REWRITTEN)


def _edtf(row: Mapping[str, str], *, is_day_first: bool | None = None) -> str:
    """One day, one day of a week, or a month, as the precision says."""
    day, precision = (row.get(name, "").strip() for name in ("event_date", "time_precision"))
    if not day:
        return ""
    read = read_day("event_date", day, is_day_first=is_day_first)
    code = code_of(precision)
    if code in ("", "1"):
        return read
    if code == "2":
        return week_of_day(read)
    if code == "3":
        return read[: read.rindex("-")]
    reason = _("“{cell}” is none of 1, 2 and 3.").format(cell=short(precision))
    raise CellError("time_precision", reason)


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events, in ACLED's columns; what it lacks stays empty."""
    gathered = gather(document, wanted)
    rows = (_row(gathered, event) for event in gathered.events)
    write_columns(path, COLUMNS, rows, wanted)


def _row(gathered: Gathered, event: Event) -> dict[str, str]:
    extra = extra_of(event)
    claims = gathered.claims.get(event.id, [])
    sources = once(gathered.articles[claim.article].publisher for claim in claims)
    made = {
        "event_id_cnty": event.uid.removeprefix(_UID),
        "event_type": gathered.tracks[event.track].name,
        "source": "; ".join(sources),
        "fatalities": between(*killed(claims)),
    }
    own = {
        "notes": event.note if "event_id_cnty" in extra else told_in_full(event),
        "location": event.place,
        "latitude": bare_degrees(event.latitude),
        "longitude": bare_degrees(event.longitude),
        "tags": joined(gathered.tags.get(event.id, [])),
    }
    return made | extra | written_back(own, extra) | _date_cells(event.when, extra)


def _date_cells(when: When | None, extra: Mapping[str, str]) -> dict[str, str]:
    """As they came in, unless the event has been dated anew."""
    try:
        kept = _edtf(extra)
        if kept == (when.edtf if when else ""):
            return {}
    except (CellError, WhenError):
        pass
    if when is None or first_day(when)[0] not in YEARS:
        return {"event_date": "", "year": "", "time_precision": ""}
    when = closed(when)
    days = number_of_days(when)
    year, month, day = first_day(when) if days <= 7 else _middle(when)
    precision = 1 if days == 1 else 2 if days <= 7 else 3
    return {
        "event_date": f"{year:04}-{month:02}-{day:02}",
        "year": str(year),
        "time_precision": str(precision),
    }


def _middle(when: When) -> tuple[int, int, int]:
    first, last = (days_from_civil(*day) for day in (first_day(when), last_day(when)))
    return civil_from_days((first + last) // 2)
