"""Tables in text files: their letters, the mark between their cells, their rows with lines."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.errors import FileError
from desktop.formats.broken_text import BrokenRow, cleaned, header_broken, mended, wide_encoding
from desktop.formats.csv import MOST_BYTES, text_rows
from desktop.formats.csv import decode as decode_table
from desktop.formats.files import read_bytes, read_head
from desktop.i18n import _

BOOKS = (".xlsx", ".xlsm", ".xlsb", ".ods", ".xls")
"""The suffixes of spreadsheets, whose rows are text by then as well."""
MARKS = ",;\t|"
"""What may stand between cells."""
_HEAD = 64 << 10

Row = tuple[int, list[str]]


def decode(content: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """The text of a table, and the encoding that was named or found."""
    if encoding:
        try:
            text = mended(content) if encoding == "utf-8" else None
            return cleaned(text or content.decode(encoding, errors="replace")), encoding
        except LookupError:
            sentence = _("{name}: the encoding {encoding} is not known.")
            raise FileError(sentence.format(name=name, encoding=encoding)) from None
    text = decode_table(content, name)
    wide = wide_encoding(content)
    if wide:
        return text, wide
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return (text, "utf-8") if mended(content) else _decode_old(content, text)
    return text, "utf-8"


def _decode_old(content: bytes, western: str) -> tuple[str, str]:
    """Western text has few letters beyond ASCII, and what has many is of another script."""
    letters = sum(byte > 127 for byte in content[:_HEAD])
    if letters * 5 < min(len(content), _HEAD):
        return western, "cp1252"
    from desktop.reading.extract.decode import decode as decode_text  # only for what is not UTF-8

    return decode_text(content), ""


def guess_delimiter(text: str) -> str:
    """The mark between cells: the one that makes most of the first rows as wide as the header."""
    return max(MARKS, key=lambda mark: _fitness(text, mark))


def _fitness(text: str, mark: str) -> tuple[float, int]:
    table = csv.reader(io.StringIO(text[:_HEAD], newline=""), delimiter=mark)
    try:
        rows = [row for row, _number in zip(table, range(20), strict=False) if row]
    except csv.Error:
        rows = []
    width = len(rows[0]) if rows else 0
    if width < 2:
        return 0, width
    return sum(len(row) == width for row in rows) / len(rows), width


def open_table(path: Path, needed: Sequence[str] = ()) -> tuple[list[str], Iterator[Row]]:
    """The header, trimmed, and the rows of a table that has every column of `needed`.

    Of a workbook it is the first sheet that has them all.
    """
    wanted = {column.casefold() for column in needed}
    lacking = ""
    for rows in _tables(path):
        line, first = next(rows, (0, []))
        if isinstance(first, BrokenRow):
            raise header_broken(path.name, line, first)
        header = [cell.strip() for cell in first]
        missing = wanted - {cell.casefold() for cell in header}
        if header and not missing:
            return header, rows
        lacking = lacking or next((name for name in needed if name.casefold() in missing), "")
    if not lacking:
        raise FileError(_("{name} is empty.").format(name=path.name))
    sentence = _("{name} has no column “{column}”.")
    raise FileError(sentence.format(name=path.name, column=lacking))


def _tables(path: Path) -> Iterator[Iterator[Row]]:
    if is_book(path):
        from desktop.formats.sheets import read_book  # with the first workbook

        for sheet in read_book(path).values():
            yield ((line, row) for line, row in enumerate(sheet, start=1) if any(row))
        return
    text, _encoding = decode(read_bytes(path, MOST_BYTES), path.name)
    yield text_rows(text, path.name, guess_delimiter(text))


def heads_of(path: Path) -> list[bytes]:
    """What a file begins with; of a workbook the first row of each sheet, as a line of text."""
    if not is_book(path):
        return [read_head(path)]
    from desktop.formats.sheets import read_book  # with the first workbook

    return ["\t".join(rows[0]).encode() for rows in read_book(path).values()]


def is_book(path: Path) -> bool:
    """True for a workbook, whatever it is called: many a .xls is a text, and some a page."""
    return read_head(path)[:8].startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def begins_with(head: bytes, *wanted: Sequence[str]) -> bool:
    """True where the first line of a table names every column of one of `wanted`."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = head.decode(encoding, errors="replace")
    line = text[: text.find("\n")] if "\n" in text else text
    cells = {cell.strip().strip("\"'").casefold() for mark in MARKS for cell in line.split(mark)}
    return any(all(name.casefold() in cells for name in names) for names in wanted)
