"""Timeline Project's XML (.timeline): in, read in a process of its own, without any DTD.

A text that begins `[id]` or `(id)` is a container or an event within one; categories are tracks.
A fuzzy event is approximate. Icons and alerts are left behind.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from desktop import worker
from desktop.errors import FileError, WhenError, WorkerError
from desktop.formats.columns import CellError, short
from desktop.formats.files import read_bytes
from desktop.formats.incoming import ClaimDraft, Draft, Incoming, Refused
from desktop.formats.spans import Moment, edtf_between
from desktop.i18n import _
from desktop.model import COLOURS, Article, Claim, Event, Track
from desktop.when import When
from desktop.when.calendar import HOUR, MINUTE

MOST_BYTES = 64 << 20
_SECONDS = 60
_UID = "timeline-project-"
_ERAS = Track(uid="timeline-eras", name="Eras", marker="era")
_TIME = re.compile(r"(-?\d{1,9})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{1,2}):(\d{1,2}))?")
_CONTAINED = re.compile(r"([\[(])(\d{1,9})[\])]")
_COLOUR = re.compile(r"(\d{1,3}),(\d{1,3}),(\d{1,3})")
_KEPT = ("progress", "labels", "milestone")
_GIVEN = frozenset({"title", "when", "track", "note", "extra"})


def read(path: Path) -> Incoming:
    """The events and eras of the file; one that cannot be read is listed by its line."""
    content = read_bytes(path, MOST_BYTES)
    try:
        return worker.call(parse, content, path.name, seconds=_SECONDS)
    except WorkerError as error:
        sentence = _("{name} cannot be read as a timeline: {cause}")
        raise FileError(sentence.format(name=path.name, cause=error)) from error


def parse(content: bytes, name: str) -> Incoming:
    """The same from the file's bytes; runs in the worker."""
    root = _root(content, name)
    drafts: list[Draft] = []
    refused: list[Refused] = []
    for kind in ("event", "era"):
        for element in root.iterfind(f"{kind}s/{kind}"):
            try:
                drafts.append(_draft(element, is_era=kind == "era"))
            except (CellError, WhenError) as error:
                refused.append(Refused(element.sourceline or 0, str(error)))
    return Incoming(drafts, refused, _GIVEN, tracks=_tracks(root, drafts))


def _root(content: bytes, name: str) -> etree._Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        sentence = _("{name} defines entities, which no timeline needs, so it is not read.")
        raise FileError(sentence.format(name=name))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        sentence = _("{name} is no XML that can be read: {cause}.")
        raise FileError(sentence.format(name=name, cause=str(error)[:200])) from None
    if root.tag != "timeline" or root.find("events") is None:
        raise FileError(_("{name} is no file of Timeline Project.").format(name=name))
    if root.findtext("timetype", "") not in ("", "gregoriantime"):
        sentence = _("{name} counts time without a calendar, which has no dates.")
        raise FileError(sentence.format(name=name))
    return root


def _tracks(root: etree._Element, drafts: list[Draft]) -> tuple[Track, ...]:
    """The tracks that the drafts use, categories in the colours that they have there."""
    colours = {
        (category.findtext("name") or "").strip(): _colour(category.findtext("color") or "")
        for category in root.iterfind("categories/category")
    }
    used = dict.fromkeys(draft.track for draft in drafts)
    listed = [name for name in colours if _UID + name in used]
    listed += [uid.removeprefix(_UID) for uid in used if uid.startswith(_UID)]
    tracks = [
        Track(uid=_UID + name, name=name, position=place, colour=colours.get(name) or COLOURS[0])
        for place, name in enumerate(dict.fromkeys(listed), start=1)
    ]
    return (_ERAS, *tracks) if _ERAS.uid in used else tuple(tracks)


def _colour(cell: str) -> str:
    found = _COLOUR.fullmatch(cell.strip())
    parts = [int(part) for part in found.groups()] if found else [999]
    return "#" + "".join(f"{part:02X}" for part in parts) if max(parts) < 256 else ""


def _draft(element: etree._Element, *, is_era: bool) -> Draft:
    def told(name: str) -> str:
        return (element.findtext(name) or "").strip()

    text = element.findtext("name" if is_era else "text") or ""
    contained = _CONTAINED.match(text)
    title = (text[contained.end() :] if contained else text).strip()
    if not title:
        raise CellError("text", _("the event has no title."))
    categories = [category.text or "" for category in element.iterfind("categories/category")]
    names = [name.strip() for name in (told("category"), *categories) if name.strip()]
    extra = {name: told(name) for name in _KEPT if told(name) not in ("", "0", "False")}
    if contained:
        extra["container" if contained[1] == "[" else "part of container"] = contained[2]
    return Draft(
        line=element.sourceline or 0,
        event=Event(
            track=0,
            title=title,
            when=_when(told),
            note=told("description"),
            extra=json.dumps(extra, ensure_ascii=False) if extra else "",
        ),
        track=_ERAS.uid if is_era else (_UID + names[0] if names else ""),
        tags=tuple(dict.fromkeys(names[1:])) or None,
        claims=tuple(_claims(told("hyperlink"), title)),
    )


def _claims(hyperlink: str, title: str) -> list[ClaimDraft]:
    """The addresses that the event points to, as articles still to be read."""
    claim = Claim(event=0, article=0, first=0, last=0, exact="")
    return [
        ClaimDraft(claim, Article(title=title, url=url.strip()))
        for url in hyperlink.split(";")
        if url.strip().startswith(("http://", "https://"))
    ]


def _when(told: Callable[[str], str]) -> When | None:
    """Midnights are days; `fuzzy` marks both ends, `ends_today` leaves the last one open."""
    start, end = told("start"), told("end")
    if not start:
        return None
    first, last = _moment("start", start), _moment("end", end or start)
    if not first.clock and not last.clock:
        first, last = _day(first), _day(last)
    if _is_true(told("ends_today")):
        return When(f"{first.edtf}/..")
    marks = ["~" if _is_true(told(name)) else "" for name in ("fuzzy_start", "fuzzy_end")]
    if _is_true(told("fuzzy")):
        marks = ["~", "~"]
    if any(marks):
        # A clock time cannot be approximate in EDTF.
        first, last = _day(first), _day(last)
    if first == last:
        return When(first.edtf + max(marks))
    if any(marks):
        return When(f"{first.edtf}{marks[0]}/{last.edtf}{marks[1]}")
    return When(edtf_between(first, last))


def _is_true(cell: str) -> bool:
    return cell.casefold() == "true"


def _day(moment: Moment) -> Moment:
    return Moment(moment.year, moment.month, moment.day)


def _moment(column: str, cell: str) -> Moment:
    found = _TIME.fullmatch(cell)
    if not found:
        raise CellError(column, _("“{cell}” is no date.").format(cell=short(cell)))
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    return Moment(year, month, day, hour * HOUR + minute * MINUTE + second)
