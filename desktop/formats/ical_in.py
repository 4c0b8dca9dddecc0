"""Calendars come in: each event is read by itself, so a broken one does not take others along.

Of an event that repeats only the first time becomes an event; its rule is kept with it. Clock times
are taken as they are written, with their zone kept beside them.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from desktop import worker
from desktop.errors import FileError, WhenError, WorkerError
from desktop.formats.columns import CellError, micro_degrees, short
from desktop.formats.csv import decode
from desktop.formats.files import read_bytes
from desktop.formats.incoming import ClaimDraft, Draft, Incoming, Refused
from desktop.formats.spans import Moment, edtf_between
from desktop.i18n import _
from desktop.model import Article, Claim, Event
from desktop.when import When
from desktop.when.calendar import DAY, HOUR, MINUTE, civil, seconds

MOST_BYTES = 64 << 20
_MOST_EVENTS = 200_000
_SECONDS = 60
_GIVEN = frozenset({"title", "when", "note", "place", "latitude", "longitude", "track", "extra"})
_NAME = re.compile(r"([A-Za-z0-9-]{1,60})((?:;[^:\";=]{1,60}=(?:\"[^\"]*\"|[^:;\"]*))*):")
_STAMP = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.\d+)?)?)?)?"
    r"(Z|[+-]\d\d:?\d\d)?"
)
_LENGTH = re.compile(r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?"
                     r"(?:(\d{1,9})S)?)?")  # fmt: skip
_KEPT = ("RRULE", "RDATE", "EXDATE", "STATUS", "ORGANIZER")
_LISTED = frozenset({"CATEGORIES", "RDATE", "EXDATE"})  # may come more than once
# Some calendars fold a line between the bytes of one letter.
_FOLDED_WITHIN = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")

Line = tuple[str, str, str]
Properties = dict[str, tuple[str, str]]


def read(path: Path) -> Incoming:
    """The events of a calendar; one that cannot be read is listed by the line it begins on."""
    content = read_bytes(path, MOST_BYTES)
    try:
        return worker.call(parse, content, path.name, seconds=_SECONDS)
    except WorkerError as error:
        sentence = _("{name} cannot be read as a calendar: {cause}")
        raise FileError(sentence.format(name=path.name, cause=error)) from error


def parse(content: bytes, name: str) -> Incoming:
    """The same from the file's bytes; runs in the worker."""
    text = decode(_FOLDED_WITHIN.sub(rb"\1\3\2", content), name).replace("\0", "")
    if "BEGIN:VCALENDAR" not in text[:4096].upper() and "BEGIN:VEVENT" not in text[:4096].upper():
        raise FileError(_("{name} is no calendar.").format(name=name))
    drafts: list[Draft] = []
    refused: list[Refused] = []
    title, seen = "", set()
    for line, properties in _components(text):
        if line == 0:
            title = _plain(properties.get("X-WR-CALNAME", ("", ""))[1]) or title
            continue
        try:
            draft = _draft(line, properties, title or name.rpartition(".")[0])
        except CellError as error:
            refused.append(Refused(line, str(error)))
            continue
        if draft.event.uid not in seen:
            seen |= {draft.event.uid} - {""}
            drafts.append(draft)
        if len(drafts) > _MOST_EVENTS:
            sentence = _("{name} holds more than {n} events.")
            raise FileError(sentence.format(name=name, n=_MOST_EVENTS))
    return Incoming(drafts, refused, _GIVEN, title=title)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The unfolded lines, each with the line of the file on which it begins."""
    begun, pieces = 0, [""]
    for number, line in enumerate(re.split("\r\n|\n|\r", text), start=1):
        if line[:1] in (" ", "\t"):
            pieces.append(line[1:])
            continue
        if begun:
            yield begun, "".join(pieces)
        begun, pieces = number, [line]
    yield begun, "".join(pieces)


def _components(text: str) -> Iterator[tuple[int, Properties]]:
    """The calendar's own properties on line 0, then each event with its line.

    What stands within an event as a component of its own, an alarm, is passed over. An event that
    the file breaks off in has its properties so far.
    """
    line, found, inner = 0, Properties(), 0
    for number, whole in _lines(text):
        word = whole.strip().upper()
        if word == "BEGIN:VEVENT":
            yield line, found
            line, found, inner = number, Properties(), 0
        elif word == "END:VEVENT":
            yield line, found
            line, found = 0, Properties()
        elif word.startswith(("BEGIN:", "END:")):
            inner += 1 if word.startswith("BEGIN:") else -1
        elif (not line or inner <= 0) and (match := _NAME.match(whole)):
            name, told = match[1].upper(), whole[match.end() :]
            if name in _LISTED and name in found:
                told = f"{found.pop(name)[1]},{told}"
            found.setdefault(name, (match[2], told))
    if found:
        yield line, found


def _draft(line: int, properties: Properties, calendar: str) -> Draft:
    is_own = "X-DATELINE-WHEN" in properties

    def told(name: str) -> str:
        cell = _plain(properties.get(name, ("", ""))[1])
        return cell if is_own else cell.strip()

    title = told("SUMMARY") or told("DESCRIPTION").partition("\n")[0][:200]
    if not title:
        raise CellError("SUMMARY", _("the event has no title."))
    latitude, longitude = _place(properties.get("GEO", ("", ""))[1])
    uid = told("UID")
    tags = re.split(r"(?<!\\),", properties.get("CATEGORIES", ("", ""))[1])
    return Draft(
        line=line,
        event=Event(
            track=0,
            uid=uid + told("RECURRENCE-ID"),
            title=title,
            when=_when(properties),
            note=told("X-DATELINE-NOTE" if is_own else "DESCRIPTION"),
            place=told("LOCATION"),
            latitude=latitude,
            longitude=longitude,
            extra=_extra(properties),
        ),
        track=told("X-DATELINE-TRACK") or calendar,
        tags=tuple(name for tag in tags if (name := _plain(tag).strip())),
        claims=() if is_own else tuple(_claims(told("URL"), uid, title)),
    )


def _claims(url: str, uid: str, title: str) -> list[ClaimDraft]:
    if not url.startswith(("http://", "https://")):
        return []
    claim = Claim(event=0, article=0, first=0, last=0, exact="", uid=uid and uid + "-url")
    return [ClaimDraft(claim, Article(title=title, url=url))]


def _extra(properties: Properties) -> str:
    kept = {name: properties[name][1] for name in _KEPT if name in properties}
    parameters, stamp = properties.get("DTSTART", ("", ""))
    zone = re.search(r';TZID="?([^";]*)', parameters)
    written = _STAMP.fullmatch(stamp.strip())
    offset = written[7] or "" if written else ""
    if zone or offset:
        kept["time zone"] = zone[1] if zone else offset.replace("Z", "UTC")
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def _place(cell: str) -> tuple[int | None, int | None]:
    latitude, comma, longitude = cell.partition(";" if ";" in cell else ",")
    if not comma:
        return None, None
    return micro_degrees("GEO", latitude, 90), micro_degrees("GEO", longitude, 180)


def _when(properties: Properties) -> When | None:
    own = _plain(properties.get("X-DATELINE-WHEN", ("", ""))[1])
    start = properties.get("DTSTART", ("", ""))[1].strip()
    if not own and not start:
        return None
    try:
        return When(own or _edtf(start, properties))
    except WhenError as error:
        raise CellError("DTSTART", str(error)) from None


def _edtf(start: str, properties: Properties) -> str:
    first = _moment("DTSTART", start)
    When(first.edtf)
    end = properties.get("DTEND", ("", ""))[1].strip()
    length = properties.get("DURATION", ("", ""))[1].strip()
    if not end and not length:
        return first.edtf
    begun = seconds(first.year, first.month, first.day) + (first.clock or 0)
    if end:
        last = _moment("DTEND", end)
        When(last.edtf)
        stop = seconds(last.year, last.month, last.day) + (last.clock or 0)
    else:
        stop = begun + _length(length)
    if stop <= begun:
        return first.edtf
    return edtf_between(first, _last(stop, is_day=first.clock is None))


def _last(stop: int, *, is_day: bool) -> Moment:
    """The last day, which iCalendar's end stands behind; a clock time ends on the stroke."""
    year, month, day, hour, minute, second = civil(stop - DAY if is_day else stop)
    if is_day:
        return Moment(year, month, day)
    return Moment(year, month, day, hour * HOUR + minute * MINUTE + second)


def _moment(name: str, stamp: str) -> Moment:
    found = _STAMP.fullmatch(stamp)
    if not found:
        raise CellError(name, _("“{cell}” is no date.").format(cell=short(stamp)))
    year, month, day = (int(found[place]) for place in (1, 2, 3))
    if found[4] is None:
        return Moment(year, month, day)
    hour, minute, second = (int(found[place] or 0) for place in (4, 5, 6))
    if (hour, minute, second) == (24, 0, 0):
        year, month, day = civil(seconds(year, month, day) + DAY)[:3]
        hour = 0
    return Moment(year, month, day, hour * HOUR + minute * MINUTE + min(second, 59))


def _length(cell: str) -> int:
    found = _LENGTH.fullmatch(cell)
    if not found:
        raise CellError("DURATION", _("“{cell}” is no length.").format(cell=short(cell)))
    weeks, days, hours, minutes, rest = (int(found[place] or 0) for place in range(2, 7))
    length = (7 * weeks + days) * DAY + hours * HOUR + minutes * MINUTE + rest
    return -length if found[1] == "-" else length


def _plain(text: str) -> str:
    """A text as it was before it was escaped."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)
