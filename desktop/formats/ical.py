"""iCalendar (RFC 5545), the calendar that every calendar program reads: out, and `ical_in` in.

An event takes the whole span that its date may mean; `X-DATELINE-WHEN` keeps the date itself.
"""

from pathlib import Path

from desktop.document import Document
from desktop.formats.columns import degrees
from desktop.formats.files import whole_file
from desktop.formats.rows import Gathered, gather
from desktop.formats.spans import Moment, is_exact, last_day, moments_of
from desktop.formats.wanted import Wanted
from desktop.i18n import _
from desktop.model import Event
from desktop.when import When, in_words
from desktop.when.calendar import DAY, civil, seconds

_LONGEST_LINE = 75
_YEARS = range(1, 10_000)
_ESCAPES = dict.fromkeys(range(32), " ") | str.maketrans(
    {"\t": "\t", "\n": "\\n", "\\": "\\\\", ";": "\\;", ",": "\\,"}
)


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events dated AD 1 to 9999; the same bytes every time."""
    gathered = gather(document, wanted)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN",
             f"X-WR-CALNAME:{escaped(document.title)}"]  # fmt: skip
    lines += [f"X-WR-CALDESC:{escaped(gathered.told)}"] if gathered.told else []
    for event in gathered.events:
        lines += _event(gathered, event)
    lines.append("END:VCALENDAR")
    with whole_file(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        file.writelines(folded(line) + "\r\n" for line in lines)


def _event(gathered: Gathered, event: Event) -> list[str]:
    if event.when is None:
        return []
    first, last = moments_of(event.when)
    if first is None or first.year not in _YEARS or last_day(event.when)[0] not in _YEARS:
        return []
    claims = gathered.claims.get(event.id, [])
    articles = [gathered.articles[claim.article] for claim in claims]
    addresses = [article.url for article in articles if article.url.startswith("http")]
    told = {
        "UID": event.uid,
        "DTSTAMP": _made(event.uid),
        **_span(event.when, first, last),
        "SUMMARY": escaped(event.title),
        "DESCRIPTION": escaped(_description(gathered, event)),
        "LOCATION": escaped(event.place),
        "GEO": _place(event),
        "CATEGORIES": ",".join(escaped(name) for name in gathered.tags.get(event.id, [])),
        "URL": addresses[0] if addresses and addresses[0].isprintable() else "",
        "X-DATELINE-TRACK": escaped(gathered.tracks[event.track].name),
        "X-DATELINE-WHEN": escaped(event.when.edtf),
        "X-DATELINE-NOTE": escaped(event.note),
    }
    return ["BEGIN:VEVENT", *(f"{name}:{cell}" for name, cell in told.items() if cell),
            "TRANSP:TRANSPARENT", "END:VEVENT"]  # fmt: skip


def _span(when: When, first: Moment, last: Moment | None) -> dict[str, str]:
    """The start, and the end that stands behind the last moment as iCalendar counts."""
    bounds = when.bounds
    if first.clock is not None and (last is None or last.clock is not None):
        start = seconds(first.year, first.month, first.day) + first.clock
        stop = bounds.latest if last else start
        return {"DTSTART": _time(start), **({"DTEND": _time(stop)} if stop > start else {})}
    begin = f"{first.year:04}{first.month or 1:02}{first.day or 1:02}"
    if when.is_open_end:
        return {"DTSTART;VALUE=DATE": begin}
    year, month, day, *_clock = civil(-(-bounds.latest // DAY) * DAY)
    return {
        "DTSTART;VALUE=DATE": begin,
        "DTEND;VALUE=DATE": f"{min(year, 9999):04}{month:02}{day:02}",
    }


def _time(instant: int) -> str:
    year, month, day, hour, minute, second = civil(instant)
    return f"{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}"


def _made(uid: str) -> str:
    """When the event was made, which a UUID of version 7 tells in its first 48 bits."""
    digits = uid.replace("-", "")[:12]
    is_ours = len(uid) == 36 and uid[14:15] == "7"
    try:
        return _time(int(digits, 16) // 1000 if is_ours else 0) + "Z"
    except ValueError:
        return _time(0) + "Z"


def _place(event: Event) -> str:
    if event.latitude is None or event.longitude is None:
        return ""
    return f"{degrees(event.latitude)};{degrees(event.longitude)}"


def _description(gathered: Gathered, event: Event) -> str:
    parts = [event.note]
    if event.when and not is_exact(event.when):
        parts.insert(0, _("Date: {date}").format(date=in_words(event.when)))
    for claim in gathered.claims.get(event.id, []):
        article = gathered.articles[claim.article]
        source = ", ".join(filter(None, (article.publisher, article.title, article.url)))
        parts.append(f"“{claim.exact}” ({source})" if claim.exact else source)
    return "\n".join(part for part in parts if part)


def escaped(text: str) -> str:
    """A text as iCalendar has it; control characters, which it cannot hold, become spaces."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPES)


def folded(line: str) -> str:
    """A line in pieces of 75 bytes at most, none of them broken within a character."""
    if len(line.encode("utf-8", errors="replace")) <= _LONGEST_LINE:
        return line
    pieces, piece, size = [], "", 0
    for letter in line:
        width = len(letter.encode("utf-8", errors="replace"))
        if size + width > _LONGEST_LINE:
            pieces.append(piece)
            piece, size = "", 1
        piece += letter
        size += width
    return "\r\n ".join([*pieces, piece])
