"""UCDP's georeferenced events (GED, 49 columns): in and out.

`date_prec` 1 is the day, or the days from `date_start` to `date_end`; 2 to 5 are one day of that
span, a whole month as `2024-11` and a whole year as `2024`. Deaths are `low` to `high`; where `low`
is above `best` the row is kept as it is and its event tagged `LOW_ABOVE_BEST`.
"""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from desktop.document import Document
from desktop.errors import WhenError
from desktop.formats.column_table import write_columns
from desktop.formats.columns import CellError, number, short
from desktop.formats.gathering import gather_drafts
from desktop.formats.incoming import Incoming
from desktop.formats.rows import Gathered, compact, counted, edtf, extra_of, filled, gather
from desktop.formats.shapes import (
    YEARS,
    as_written,
    bare_degrees,
    between,
    closed,
    code_of,
    days_of,
    iso,
    killed,
    once,
    open_days,
    read_day,
    told_in_full,
    week_of_day,
    written_back,
)
from desktop.formats.spans import (
    first_day,
    is_exact,
    last_day,
    moments_of,
    number_of_days,
    one_of_days,
)
from desktop.formats.wanted import Wanted
from desktop.i18n import _
from desktop.model import Event
from desktop.when import When

_NAMED = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
    "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
    "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office "
    "source_date source_headline source_original where_prec where_coordinates where_description "
    "adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low "
    "gwnoa gwnob"
)
COLUMNS = tuple(_NAMED.split())
KNOWN_BY = ("date_prec", "date_start", "type_of_violence", "best")
LOW_ABOVE_BEST = "low above best"
_TRACKS = {"1": "State-based violence", "2": "Non-state violence", "3": "One-sided violence"}
_OURS = {"latitude", "longitude", "where_coordinates"}
_REWRITTEN = ("latitude", "longitude")
_UID = "ucdp-"


def read(path: Path) -> Incoming:
    """The events of a GED file, on a track for each type of violence, updated by their ids."""
    header, rows, order = open_days(path, KNOWN_BY[:2], ("date_start", "date_end"))
    return gather_drafts(rows, header, partial(_cells, is_day_first=order), path.name)


def _cells(row: Mapping[str, str], *, is_day_first: bool | None) -> dict[str, str]:
    get = row.get
    dyad = get("dyad_name") or " - ".join(filter(None, (get("side_a"), get("side_b"))))
    place = get("where_coordinates", "")
    uid = _UID + get("id", "") if get("id") else ""
    own = {
        "uid": uid,
        "title": ", ".join(filter(None, (dyad, place))) or get("where_description", ""),
        "when": _edtf(row, is_day_first=is_day_first),
        "track": _TRACKS.get(get("type_of_violence", "").strip(), "UCDP"),
        "place": place,
        "latitude": get("latitude", ""),
        "longitude": get("longitude", ""),
        "tags": LOW_ABOVE_BEST if _is_low_above_best(row) else "",
    }
    claims = _claims(row, uid)
    own["other_claims"] = compact([filled(claim) for claim in claims])
    own |= {name: cell for name, cell in row.items() if name not in _OURS}
    return own | as_written(row, _REWRITTEN)


def _is_low_above_best(row: Mapping[str, str]) -> bool:
    low, best = (number(name, row.get(name, ""), least=0) for name in ("low", "best"))
    return low is not None and best is not None and low > best


def _claims(row: Mapping[str, str], uid: str) -> list[dict[str, str]]:
    """One claim for each source; the first bears the count of the dead, which is of all."""
    offices, days, headlines = (
        [part.strip() for part in row.get(name, "").split(";")]
        for name in ("source_office", "source_date", "source_headline")
    )
    whole = row.get("source_article", "").strip()
    if not any(headlines) or len(headlines) != len(offices):
        headlines = _cited(whole, len(offices)) or headlines
    if not any(headlines):
        headlines = [part.strip(' "') for part in (whole or "UCDP GED").split(";")]
    claims = [
        {
            "claim_uid": f"{uid}-source-{place}" if uid else "",
            "article_title": headline,
            "article_publisher": offices[place] if place < len(offices) else offices[0],
            "article_published": _published(days[place] if place < len(days) else ""),
            "said_by": row.get("source_original", ""),
        }
        for place, headline in enumerate(headlines)
        if headline
    ]
    low, high = row.get("low", ""), row.get("high", "")
    if claims:
        claims[0] |= {"killed_min": low, "killed_max": high}
    return claims


def _cited(articles: str, number: int) -> list[str]:
    """The headlines of `"office,day,headline";…`, which may have semicolons; [] for other cells."""
    cited = [cell.split(",", 2) for cell in re.findall(r'"([^"]*)"', articles)]
    fits = len(cited) == number and all(len(parts) == 3 for parts in cited)
    return [parts[2].strip() for parts in cited] if fits else []


def _published(cell: str) -> str:
    try:
        return read_day("source_date", cell) if cell else ""
    except CellError:
        return ""


def _edtf(row: Mapping[str, str], *, is_day_first: bool | None = None) -> str:
    start, end = row.get("date_start", "").strip(), row.get("date_end", "").strip()
    if not start:
        return ""
    first = read_day("date_start", start, is_day_first=is_day_first)
    last = read_day("date_end", end or start, is_day_first=is_day_first)
    precision = code_of(row.get("date_prec", ""))
    if days_of(last) < days_of(first):
        reason = _("{last} comes before {first}.").format(last=last, first=first)
        raise CellError("date_end", reason)
    if precision in ("", "1"):
        return first if first == last else f"{first}/{last}"
    if precision not in ("2", "3", "4", "5"):
        reason = _("“{cell}” is none of 1 to 5.").format(cell=short(precision))
        raise CellError("date_prec", reason)
    if first == last:
        return _around(first, precision)
    return _unit(first, last) or one_of_days(first, last)


def _around(day: str, precision: str) -> str:
    """What a single day stands for that is said to be less sure than a day."""
    meant = {"2": day + "~", "3": week_of_day(day), "4": day[:7], "5": day[:4]}
    return meant[precision]


def _unit(first: str, last: str) -> str:
    """The month or the year that a span is the whole of; "" for any other span."""
    after = iso(days_of(last) + 1)
    if first.endswith("-01-01") and after == f"{int(first[:4]) + 1:04}-01-01":
        return first[:4]
    is_month = first.endswith("-01") and after.endswith("-01") and last[:7] == first[:7]
    return first[:7] if is_month else ""


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events, in GED's columns; what it lacks stays empty."""
    gathered = gather(document, wanted)
    rows = (_row(gathered, event) for event in gathered.events)
    write_columns(path, COLUMNS, rows, wanted)


def _row(gathered: Gathered, event: Event) -> dict[str, str]:
    extra = extra_of(event)
    claims = gathered.claims.get(event.id, [])
    articles = [gathered.articles[claim.article] for claim in claims]
    low, high = killed(claims)
    made = {
        "id": event.uid.removeprefix(_UID),
        "number_of_sources": str(len(set(articles))) if articles else "",
        "source_article": ";".join(
            f'"{article.publisher},{edtf(article.published)},{article.title}"'
            for article in dict.fromkeys(articles)
        ),
        "source_office": ";".join(once(article.publisher for article in articles)),
        "source_date": ";".join(once(edtf(article.published) for article in articles)),
        "source_headline": ";".join(once(article.title for article in articles)),
        "source_original": ";".join(once(claim.said_by for claim in claims)),
        "where_description": told_in_full(event),
        "best": between(low, high),
        "high": counted(high),
        "low": counted(low),
    }
    own = {
        "where_coordinates": event.place,
        "latitude": bare_degrees(event.latitude),
        "longitude": bare_degrees(event.longitude),
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
    if when is None or not all(day(when)[0] in YEARS for day in (first_day, last_day)):
        return {"year": "", "date_prec": "", "date_start": "", "date_end": ""}
    when = closed(when)
    first, last = first_day(when), last_day(when)
    shown = [f"{year:04}-{month:02}-{day:02} 00:00:00.000" for year, month, day in (first, last)]
    return {
        "year": str(first[0]),
        "date_prec": str(_precision(when)),
        "date_start": shown[0],
        "date_end": shown[1],
    }


def _precision(when: When) -> int:
    """1 for days that are sure, else the smallest unit of UCDP that takes all of them in."""
    days = number_of_days(when)
    ends = [moment for moment in moments_of(when) if moment]
    if days == 1 or (when.is_interval and is_exact(when) and all(end.day for end in ends)):
        return 1
    return next((code for code, most in ((2, 6), (3, 7), (4, 31)) if days <= most), 5)
