"""Spreadsheets of any program (XLSX, ODS, XLS) as rows of text, read in a process of its own."""

import io
import json
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from desktop import worker
from desktop.errors import FileError, WorkerError
from desktop.formats.columns import CLAIM_NAMES
from desktop.formats.files import read_bytes
from desktop.formats.guard import is_guarded, unguarded
from desktop.i18n import _

SHEETS = ("Events", "Claims", "Articles", "Notes")
EVENT_UID = "event_uid"
CUT = "… [cut here: a cell holds no more]"

MOST_BYTES = 128 << 20
MOST_ROWS = 1_100_000
MOST_COLUMNS = 1_000
_MOST_CELLS = 20_000_000
# What a workbook of many rows unpacks to; a bomb goes beyond.
_MOST_UNPACKED = 1 << 30
_SECONDS = 60
_MEGABYTES = 1_500

Cell = str | float | int | bool | date | datetime | time | timedelta
Rows = list[list[str]]
Book = dict[str, Rows]


def read_book(path: Path) -> Book:
    """The rows of text in every sheet that holds any, by the sheets' names, in their order."""
    content = read_bytes(path, MOST_BYTES)
    try:
        book = worker.call(parse_book, content, path.name, seconds=_SECONDS, megabytes=_MEGABYTES)
    except WorkerError as error:
        sentence = _("{name} cannot be read as a spreadsheet: {cause}")
        raise FileError(sentence.format(name=path.name, cause=error)) from error
    if not book:
        raise FileError(_("{name} is empty.").format(name=path.name))
    return book


def parse_book(content: bytes, name: str) -> Book:
    """The same from the file's bytes; runs in the worker."""
    _refuse_bombs(content, name)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return {
            sheet: rows
            for sheet in workbook.sheet_names[:100]
            if (rows := _rows(workbook.get_sheet_by_name(sheet), name))
        }
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        sentence = _("{name} is no spreadsheet that can be read ({cause}).")
        cause = " ".join(str(error).split())[:120]
        raise FileError(sentence.format(name=name, cause=cause)) from None


def _refuse_bombs(content: bytes, name: str) -> None:
    if not content.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise FileError(_("{name} is damaged: it breaks off.").format(name=name)) from None
    if unpacked > _MOST_UNPACKED:
        sentence = _("{name} unpacks to {n} MB, more than a table may.")
        raise FileError(sentence.format(name=name, n=unpacked >> 20))


def _rows(sheet: CalamineSheet, name: str) -> Rows:
    if sheet.total_height > MOST_ROWS or sheet.total_height * sheet.total_width > _MOST_CELLS:
        sentence = _("{name}: the sheet {sheet} has too many cells to be a table of events.")
        raise FileError(sentence.format(name=name, sheet=sheet.name))
    if sheet.total_width > MOST_COLUMNS:
        sentence = _("{name} has {n} columns; at most {most} can be read.")
        raise FileError(sentence.format(name=name, n=sheet.total_width, most=MOST_COLUMNS))
    rows = [[_text(cell) for cell in row] for row in sheet.iter_rows()]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows if any(map(any, rows)) else []


def _text(cell: Cell) -> str:
    """A typed cell as text: days and times as EDTF, whole numbers without a point."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return _moment(cell)
    if isinstance(cell, timedelta):
        return _clock(int(cell.total_seconds()))
    if isinstance(cell, time):
        return cell.isoformat("minutes" if not cell.second else "seconds")
    return str(cell)


def _moment(moment: datetime) -> str:
    """Midnight is a day; a fraction of a second is the error of Excel's way of counting."""
    near = moment + timedelta(milliseconds=500)
    if (near.hour, near.minute, near.second) == (0, 0, 0):
        return near.date().isoformat()
    return near.replace(microsecond=0, tzinfo=None).isoformat("T", "seconds").removesuffix(":00")


def _clock(seconds: int) -> str:
    minutes, second = divmod(max(seconds, 0), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{second:02}" if second else "")


def without_guard(rows: Rows) -> Rows:
    """A sheet as it was before a guarded table was opened in a spreadsheet and saved as a book."""
    if not is_guarded(rows[0]):
        return rows
    return [[unguarded(cell) for cell in row] for row in rows]


def with_claims(book: Book) -> Rows | None:
    """Dateline's own workbook as rows in the columns of its CSV; None for any other."""
    events, claims = book.get(SHEETS[0]), book.get(SHEETS[1])
    if not events or not claims or "uid" not in events[0] or claims[0][0] != EVENT_UID:
        return None
    told: dict[str, list[dict[str, str]]] = {}
    for row in claims[1:]:
        cells = dict(zip(claims[0], row, strict=False))
        claim = {name: cells[name] for name in CLAIM_NAMES if cells.get(name)}
        told.setdefault(row[0], []).append(claim)
    place = events[0].index("uid")
    rows = [[*events[0], "other_claims"]]
    for row in events[1:]:
        said = told.get(row[place], [])
        rows.append([*row, json.dumps(said, ensure_ascii=False) if said else ""])
    return rows
