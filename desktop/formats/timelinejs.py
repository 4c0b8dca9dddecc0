"""TimelineJS's sheet (CSV, 19 columns): in and out; the older sheet of 18 columns comes in too."""

from pathlib import Path

from desktop.document import Document
from desktop.formats.column_table import open_columns, write_columns
from desktop.formats.columns import CellError
from desktop.formats.incoming import Draft, Incoming, Refused
from desktop.formats.rows import gather
from desktop.formats.slides import (
    ERAS,
    OWN,
    Slide,
    draft_of_slide,
    marked_up,
    plain,
    slides_of,
    track_of_eras,
)
from desktop.formats.spans import Moment
from desktop.formats.wanted import Wanted

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
)  # fmt: skip
KNOWN_BY = ("Year", "Headline", "Text", "Media")
GIVEN = frozenset({"title", "when", "track", "note", "extra"})


def read(path: Path) -> Incoming:
    """The events of the sheet, groups as tracks, eras on a track of their own."""
    header, rows = open_columns(path, KNOWN_BY[:2])
    names = {name.casefold(): name for name in (*COLUMNS, "Tag", OWN)}
    columns = [names.get(cell.casefold(), cell) for cell in header]
    drafts: list[Draft] = []
    refused: list[Refused] = []
    title = ""
    for line, row in rows:
        cells = dict(zip(columns, row, strict=False))
        if cells.get("Type", "").strip().casefold() == "title":
            title = title or plain(cells.get("Headline", ""))
        try:
            draft = draft_of_slide(line, cells)
        except CellError as error:
            refused.append(Refused(line, str(error)))
            continue
        if draft:
            drafts.append(draft)
    return incoming_of(drafts, refused, title)


def incoming_of(drafts: list[Draft], refused: list[Refused], title: str) -> Incoming:
    """The drafts with the tracks of their eras."""
    named = dict.fromkeys(draft.track for draft in drafts)
    groups = (uid.removeprefix(ERAS.uid).strip() for uid in named if uid.startswith(ERAS.uid))
    tracks = tuple(track_of_eras(group) for group in groups)
    return Incoming(drafts, refused, GIVEN, title=title, tracks=tracks)


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events that have a date, below a row for the timeline's title.

    A column for EDTF follows the 19 where a date needs it.
    """
    gathered = gather(document, wanted)
    slides = slides_of(gathered, names_scale=False)
    columns = (*COLUMNS, OWN) if any(slide.edtf for slide in slides) else COLUMNS
    title = {"Headline": document.title, "Text": marked_up(gathered.told), "Type": "title"}
    write_columns(path, columns, (title, *map(_row, slides)), wanted)


def _row(slide: Slide) -> dict[str, str]:
    return {
        **_dated("", slide.first),
        **_dated("End ", slide.last),
        "Display Date": slide.shown,
        "Headline": slide.headline,
        "Text": slide.text,
        "Type": "era" if slide.is_era else "",
        "Group": slide.track.name,
        OWN: slide.edtf,
        **slide.extra,
    }


def _dated(side: str, moment: Moment | None) -> dict[str, str]:
    if moment is None:
        return {}
    return {
        side + "Year": str(moment.year),
        side + "Month": str(moment.month or ""),
        side + "Day": str(moment.day or ""),
        side + "Time": moment.time,
    }
