"""Preceden's CSV, 11 columns in their order: in."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from desktop.formats.columns import CellError
from desktop.formats.dating import edtf_of
from desktop.formats.gathering import gather_drafts
from desktop.formats.incoming import Incoming
from desktop.formats.shapes import open_days

KNOWN_BY = ("Layer Name", "Event Name", "Start Date")
_COLUMNS = (
    "layer name", "event id", "event name", "notes", "start date", "start approximate",
    "end date", "end approximate", "milestone", "symbol", "colour",
)  # fmt: skip
_YES = ("yes", "true", "1")


def read(path: Path) -> Incoming:
    """The events of the table, layers as tracks; the columns count by their order alone."""
    header, rows, order = open_days(path, (), ("start date", "end date"))
    names = [*_COLUMNS, *header[len(_COLUMNS) :]][: len(header)]
    return gather_drafts(rows, names, partial(_cells, is_day_first=order), path.name)


def _cells(row: Mapping[str, str], *, is_day_first: bool | None) -> dict[str, str]:
    get = row.get
    name = get("event id", "").strip()
    kept = {cell: row[cell] for cell in ("milestone", "symbol") if get(cell)}
    colour = get("colour", "")
    return {
        "uid": f"preceden-{name}" if name else "",
        "title": get("event name", ""),
        "when": _edtf(row, is_day_first=is_day_first),
        "track": get("layer name", ""),
        "note": get("notes", ""),
        "colour": colour if colour.startswith("#") else "",
        **kept,
    }


def _edtf(row: Mapping[str, str], *, is_day_first: bool | None) -> str:
    """Each end with its own mark of being approximate."""
    ends = [_end(row, side, is_day_first=is_day_first) for side in ("start", "end")]
    first, last = ends
    if not last or last == first:
        return first
    return f"{first or '..'}/{last}"


def _end(row: Mapping[str, str], side: str, *, is_day_first: bool | None) -> str:
    approximate = row.get(f"{side} approximate", "")
    try:
        edtf = edtf_of({"when": row.get(f"{side} date", "")}, is_day_first=is_day_first)
    except CellError as error:
        raise CellError(f"{side} date", error.reason) from None
    is_about = approximate.strip().casefold() in _YES and edtf and edtf[-1].isdigit()
    # A clock time cannot be approximate in EDTF.
    return edtf.partition("T")[0] + "~" if is_about else edtf
