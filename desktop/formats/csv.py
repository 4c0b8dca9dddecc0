"""CSV, Dateline's own table: UTF-8, RFC 4180, one row an event, the same bytes every time.

What it cannot hold, and what the project file alone holds: the articles' texts, pictures, the looks
and order of tracks, articles and tracks without an event. See `columns` for what each column says.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from desktop.document import Document
from desktop.errors import FileError
from desktop.formats.broken_text import (
    BrokenRow,
    cleaned,
    header_broken,
    mended,
    refuse_no_text,
    wide_encoding,
)
from desktop.formats.cells import Shape
from desktop.formats.columns import NAMES, unused
from desktop.formats.files import read_bytes, whole_file
from desktop.formats.gathering import gather_rows
from desktop.formats.guard import GUARDED_MARK, guarded, is_guarded, unguarded
from desktop.formats.incoming import Incoming
from desktop.formats.rows import gather, header_and_rows
from desktop.formats.wanted import Wanted
from desktop.i18n import _

MOST_BYTES = 512 << 20
MOST_COLUMNS = 1_000
_LONGEST_CELL = 16 << 20
_MOST_BROKEN = 20  # each is looked for from the top
_SYNONYMS = {
    "date": "when",
    "headline": "title",
    "name": "title",
    "event": "title",
    "category": "track",
    "group": "track",
    "layer": "track",
    "location": "place",
    "lat": "latitude",
    "lon": "longitude",
    "lng": "longitude",
    "description": "note",
    "notes": "note",
    "color": "colour",
}


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events, exactly, or guarded for a spreadsheet.

    For a spreadsheet the file begins with a byte order mark, which Excel needs to see UTF-8.
    """
    with whole_file(path) as draft:
        encoding = "utf-8-sig" if wanted.is_for_spreadsheet else "utf-8"
        with draft.open("w", encoding=encoding, newline="") as file:
            table = csv.writer(file, lineterminator="\r\n")
            rows = header_and_rows(gather(document, wanted))
            table.writerows(_guard(rows) if wanted.is_for_spreadsheet else rows)


def _guard(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    header = next(rows)
    yield [GUARDED_MARK, *(guarded(name) for name in header[1:])]
    for row in rows:
        yield [guarded(cell) for cell in row]


def read(path: Path) -> Incoming:
    """The events of a table with a header; rows that cannot be read are listed beside them.

    Commas, semicolons, tabs and bars are told apart by the header.
    """
    text = decode(read_bytes(path, MOST_BYTES), path.name)
    rows = text_rows(text, path.name, _delimiter(text))
    first = next(rows, None)
    if first is None:
        raise FileError(_("{name} is empty.").format(name=path.name))
    if isinstance(first[1], BrokenRow):
        raise header_broken(path.name, *first)
    is_for_spreadsheet = is_guarded(first[1])
    names = [unguarded(name) for name in first[1]] if is_for_spreadsheet else first[1]
    header = _header(names, path.name)
    if is_for_spreadsheet:
        rows = ((line, [unguarded(cell) for cell in row]) for line, row in rows)
    return gather_rows(rows, len(header), Shape(header), path.name)


def decode(content: bytes, name: str) -> str:
    """The text of a table: UTF-8, UTF-16 with its mark, else what Windows wrote in the West."""
    wide = wide_encoding(content)
    if wide:
        return cleaned(content.decode(wide, errors="replace"))
    refuse_no_text(content, name)
    try:
        return cleaned(content.decode("utf-8"))
    except UnicodeDecodeError:
        text = mended(content)
        return cleaned(content.decode("cp1252", errors="replace") if text is None else text)


def text_rows(text: str, name: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that holds anything, with the line on which it begins.

    A row that cannot be cut is a `BrokenRow`, and what comes on the next line is read on.
    """
    limit = csv.field_size_limit(_LONGEST_CELL)
    source = io.StringIO(text, newline="")
    line, broken = 1, 0
    try:
        while True:
            table = csv.reader(source, delimiter=delimiter, strict=True)
            before = line - 1
            try:
                for row in table:
                    if row and (row[0] or any(row)):
                        yield line, row
                    line = before + table.line_num + 1
            except csv.Error as error:
                broken += 1
                if broken > _MOST_BROKEN:
                    raise _unreadable(name, line, error) from error
                yield line, BrokenRow(_reason(error))
            else:
                return
            _go_to(source, line)
            line += 1
    finally:
        csv.field_size_limit(limit)


def _go_to(source: io.StringIO, line: int) -> None:
    """Read on behind a line; the csv module counts as lines what Python does."""
    source.seek(0)
    for _line in range(line):
        source.readline()


def _reason(error: csv.Error) -> str:
    words = str(error)
    if "unexpected end" in words:
        return _("a quotation mark is opened and never closed, so it cannot be read.")
    if "field limit" in words:
        most = _LONGEST_CELL >> 20
        return _("a cell holds more than {most} million letters.").format(most=most)
    if "expected after" in words:
        return _("a quotation mark stands within a cell and is not doubled.")
    return _("it cannot be cut into cells ({cause}).").format(cause=words)


def _unreadable(name: str, line: int, error: csv.Error) -> FileError:
    sentence = _("{name}, line {line}: the table cannot be read on from here ({cause}).")
    return FileError(sentence.format(name=name, line=line, cause=_reason(error)))


def _delimiter(text: str) -> str:
    header = text[: text.find("\n") + 1 or len(text)][:100_000]
    return max(",;\t|", key=header.count)


def _header(cells: list[str], name: str) -> list[str]:
    """The columns' names: ours as we write them, others as they stand, none twice."""
    if len(cells) > MOST_COLUMNS:
        sentence = _("{name} has {n} columns; at most {most} can be read.")
        raise FileError(sentence.format(name=name, n=len(cells), most=MOST_COLUMNS))
    plain = [cell.strip().casefold() for cell in cells]
    header: list[str] = []
    for number, (cell, folded) in enumerate(zip(cells, plain, strict=True), start=1):
        wanted = folded if folded in NAMES else _SYNONYMS.get(folded, "")
        is_free = wanted and wanted not in header
        if is_free and (wanted == folded or wanted not in plain):
            header.append(wanted)
        else:
            header.append(unused(cell or f"column_{number}", header))
    if "title" not in header:
        sentence = _("{name} has no column “title”, so it tells of no events.")
        raise FileError(sentence.format(name=name))
    return header
