"""TimelineJS's JSON: a title, events and eras as slides; in and out."""

import json
from collections.abc import Mapping
from pathlib import Path

from desktop.document import Document
from desktop.errors import FileError
from desktop.formats.columns import CellError
from desktop.formats.files import read_bytes, whole_file
from desktop.formats.incoming import Draft, Incoming, Refused
from desktop.formats.rows import gather
from desktop.formats.slide_dates import is_beyond
from desktop.formats.slides import OWN, Slide, draft_of_slide, marked_up, plain, slides_of
from desktop.formats.spans import Moment
from desktop.formats.strict import refuse_constant
from desktop.formats.timelinejs import incoming_of
from desktop.formats.wanted import Wanted
from desktop.i18n import _

MOST_BYTES = 64 << 20
_MEDIA = (("Media", "url"), ("Media Credit", "credit"), ("Media Caption", "caption"),
          ("Media Thumbnail", "thumbnail"), ("Alt Text", "alt"))  # fmt: skip
_OURS = "dateline-"


def is_timelinejs(head: bytes) -> bool:
    """True for JSON whose beginning speaks of slides."""
    return b'"dateline"' not in head[:200] and (b'"start_date"' in head or b'"headline"' in head)


def read(path: Path) -> Incoming:
    """The events and eras of the file; a slide that cannot be read is listed by its number."""
    try:
        content = read_bytes(path, MOST_BYTES).decode("utf-8-sig")
        whole = json.loads(content, parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        sentence = _("{name} is no JSON that can be read: {cause}.")
        raise FileError(sentence.format(name=path.name, cause=str(error)[:200])) from None
    if not isinstance(whole, dict) or not isinstance(whole.get("events"), list):
        raise FileError(_("{name} holds no slides of TimelineJS.").format(name=path.name))
    drafts: list[Draft] = []
    refused: list[Refused] = []
    eras = whole.get("eras")
    listed = [("", slide) for slide in whole["events"]]
    listed += [("era", slide) for slide in (eras if isinstance(eras, list) else [])]
    for line, (kind, slide) in enumerate(listed, start=1):
        try:
            draft = draft_of_slide(line, _cells(slide, kind), _uid(slide))
        except CellError as error:
            refused.append(Refused(line, str(error)))
            continue
        if draft:
            drafts.append(draft)
    title = _object(_object(whole, "title"), "text")
    return incoming_of(drafts, refused, plain(_text(title, "headline")))


def _uid(slide: object) -> str:
    """The uid that Dateline wrote; TimelineJS's own names are made from headlines."""
    name = _text(slide, "unique_id") if isinstance(slide, dict) else ""
    return name.removeprefix(_OURS) if name.startswith(_OURS) else ""


def _cells(slide: object, kind: str) -> dict[str, str]:
    """A slide by the names of the sheet's columns."""
    if not isinstance(slide, dict):
        raise CellError(_("slide"), _("it is no object."))
    text, media, back = (_object(slide, name) for name in ("text", "media", "background"))
    start = _object(slide, "start_date")
    return {
        **_dated("", start),
        **_dated("End ", _object(slide, "end_date")),
        "Display Date": _text(slide, "display_date") or _text(start, "display_date"),
        "Headline": _text(text, "headline"),
        "Text": _text(text, "text"),
        "Type": kind,
        "Group": _text(slide, "group"),
        OWN: _text(slide, OWN.lower()),
        "Background": _text(back, "url") or _text(back, "color"),
        **{column: _text(media, name) for column, name in _MEDIA},
    }


def _dated(side: str, date: Mapping[str, object]) -> dict[str, str]:
    hour, minute, second = (_text(date, name) for name in ("hour", "minute", "second"))
    time = f"{hour}:{minute or 0:0>2}" + (f":{second:0>2}" if second else "") if hour else ""
    return {
        side + "Year": _text(date, "year"),
        side + "Month": _text(date, "month"),
        side + "Day": _text(date, "day"),
        side + "Time": time,
    }


def _object(said: Mapping[str, object], name: str) -> dict[str, object]:
    value = said.get(name)
    return value if isinstance(value, dict) else {}


def _text(said: Mapping[str, object], name: str) -> str:
    value = said.get(name)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events that have a date; `is_for_spreadsheet` changes nothing."""
    gathered = gather(document, wanted)
    slides = slides_of(gathered, names_scale=True)
    eras = [_slide(slide) for slide in slides if slide.is_era]
    told = {"text": marked_up(gathered.told)} if gathered.told else {}
    whole: dict[str, object] = {
        "title": {"text": {"headline": document.title, **told}},
        "events": [_slide(slide) for slide in slides if not slide.is_era],
    }
    if any(event.when and is_beyond(event.when) for event in gathered.events):
        whole["scale"] = "cosmological"
    with whole_file(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(whole | ({"eras": eras} if eras else {}), file, ensure_ascii=False, indent=1)
        file.write("\n")


def _slide(slide: Slide) -> dict[str, object]:
    media = {name: cell for column, name in _MEDIA if (cell := slide.extra.get(column))}
    back = slide.extra.get("Background", "")
    is_address = back.startswith(("http://", "https://", "//", "/"))
    told = {
        "start_date": _date(slide.first),
        "end_date": _date(slide.last),
        "display_date": slide.shown,
        "text": {"headline": slide.headline, "text": slide.text},
        "group": slide.track.name,
        "media": media,
        "background": {"url" if is_address else "color": back} if back else {},
        "unique_id": _OURS + slide.uid,
        OWN.lower(): slide.edtf,
    }
    return {name: value for name, value in told.items() if value}


def _date(moment: Moment | None) -> dict[str, int]:
    if moment is None:
        return {}
    date = {"year": moment.year, "month": moment.month, "day": moment.day}
    told = {name: value for name, value in date.items() if value}
    if moment.clock is not None:
        minutes, second = divmod(moment.clock, 60)
        told |= {"hour": minutes // 60, "minute": minutes % 60, "second": second}
    return told
