"""Tables of anybody's making: looked at with a guess what their columns mean, then read by it."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.errors import FileError
from desktop.formats.cells import draft_of, given_fields
from desktop.formats.columns import CellError, unused
from desktop.formats.csv import MOST_BYTES, MOST_COLUMNS
from desktop.formats.csv import decode as decode_table
from desktop.formats.dating import edtf_of
from desktop.formats.files import read_bytes
from desktop.formats.incoming import Draft, Incoming, Refused
from desktop.formats.plan import DATE_FIELDS, Plan, guess_columns, guess_order
from desktop.i18n import _

BOOKS = (".xlsx", ".xlsm", ".xlsb", ".ods", ".xls")
_LONGEST_CELL = 16 << 20
_HEAD = 64 << 10
_SHOWN = 1_000

Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was found: header, rows with their lines, and the plan to read it by."""

    name: str
    header: list[str]
    rows: list[Row]
    plan: Plan
    is_book: bool = False


def read(path: Path, plan: Plan | None = None) -> Incoming:
    """The events of a table, by the user's plan or else by a guess.

    Columns that fill no field are kept with the events; rows that cannot be read are listed.
    """
    table = look(path, plan)
    if not table.plan.has_title:
        sentence = _("{name} has no column that could be a title, so it tells of no events.")
        raise FileError(sentence.format(name=path.name))
    names = _names(table)

    def cells_of(cells: Mapping[str, str]) -> dict[str, str]:
        dates = {name: cells[name] for name in DATE_FIELDS if name in names}
        told = {name: cell for name, cell in cells.items() if name not in DATE_FIELDS}
        if told.get("article_url") and not told.get("article_title"):
            told["article_title"] = told["article_url"]
        if table.plan.has_date or "end" in names:
            order = table.plan.is_day_first
            told["when"] = edtf_of(dates, is_day_first=order, is_serial=table.is_book)
        return told

    return gather_drafts(table.rows, names, cells_of, path.name)


def look(path: Path, plan: Plan | None = None) -> Table:
    """The table in a file, with the plan given or a guessed one; only a file can be refused."""
    if path.suffix.lower() in BOOKS:
        return _look_into_book(path, plan)
    text, encoding = decode(read_bytes(path, MOST_BYTES), path.name, plan.encoding if plan else "")
    delimiter = (plan.delimiter if plan else "") or guess_delimiter(text)
    rows = list(text_rows(text, path.name, delimiter))
    table = _table(path.name, rows, plan)
    return replace(table, plan=replace(table.plan, delimiter=delimiter, encoding=encoding))


def _look_into_book(path: Path, plan: Plan | None) -> Table:
    # Loaded with the first workbook: the window stands before that.
    from desktop.formats.sheets import read_book, with_claims

    book = read_book(path)
    own = None if plan else with_claims(book)
    if own:
        return replace(_table(path.name, _numbered(own), None), is_book=True)
    sheets = [plan.sheet] if plan and plan.sheet in book else list(book)
    tables = [_sheet(path.name, book[sheet], sheet, plan) for sheet in sheets]
    return max(tables, key=lambda table: (table.plan.has_title, table.plan.has_date))


def _sheet(name: str, rows: list[list[str]], sheet: str, plan: Plan | None) -> Table:
    table = _table(name, _numbered(rows), plan)
    return replace(table, plan=replace(table.plan, sheet=sheet), is_book=True)


def _numbered(rows: list[list[str]]) -> list[Row]:
    return [(line, row) for line, row in enumerate(rows, start=1) if any(row)]


def _table(name: str, rows: list[Row], plan: Plan | None) -> Table:
    if not rows:
        raise FileError(_("{name} is empty.").format(name=name))
    place = min(plan.header, len(rows) - 1) if plan else _header_row(rows)
    header = [cell.strip() for cell in rows[place][1]]
    if len(header) > MOST_COLUMNS:
        sentence = _("{name} has {n} columns; at most {most} can be read.")
        raise FileError(sentence.format(name=name, n=len(header), most=MOST_COLUMNS))
    below = rows[place + 1 :]
    return Table(name, header, below, plan or _guess(header, below, place))


def _header_row(rows: list[Row]) -> int:
    """The first row that is about as wide as the table; a heading above it is narrower."""
    widths = [sum(bool(cell.strip()) for cell in row) for _line, row in rows[:20]]
    return next(place for place, width in enumerate(widths) if 2 * width >= max(widths))


def _guess(header: list[str], rows: list[Row], place: int) -> Plan:
    cells = [row for _line, row in rows[:_SHOWN]]
    columns = guess_columns(header, cells)
    every = cells if len(rows) <= _SHOWN else [row for _line, row in rows]
    return Plan(columns, is_day_first=guess_order(every, columns), header=place)


def _names(table: Table) -> list[str]:
    """What each column's cells go by: its field, else its own name, none twice."""
    names: list[str] = []
    fields = [*table.plan.columns, *[""] * len(table.header)]
    for place, cell in enumerate(table.header):
        field = fields[place]
        if field and field not in names:
            names.append(field)
        else:
            taken = [*names, *DATE_FIELDS]
            names.append(unused(cell or f"column_{place + 1}", taken))
    return names


def gather_drafts(
    rows: Iterable[Row],
    header: list[str],
    cells_of: Callable[[Mapping[str, str]], dict[str, str]],
    name: str,
) -> Incoming:
    """The drafts of a table whose rows `cells_of` turns into Dateline's own columns."""
    drafts: list[Draft] = []
    refused: list[Refused] = []
    seen: dict[str, int] = {}
    given: dict[str, None] = {}
    for line, row in rows:
        try:
            cells = cells_of(_named(header, row))
            draft = draft_of(line, cells, name)
            _check_uid(draft, seen)
        except CellError as error:
            refused.append(Refused(line, str(error)))
        else:
            drafts.append(draft)
            given.update(dict.fromkeys(cells))
    return Incoming(drafts, refused, given_fields(list(given)))


def _named(header: list[str], row: list[str]) -> dict[str, str]:
    if len(row) > len(header) and any(row[len(header) :]):
        reason = _("it has {n} cells, and the header has {columns}.")
        raise CellError(_("row"), reason.format(n=len(row), columns=len(header)))
    # Some programs leave out empty cells at the end of a row.
    return dict(zip(header, [*row, *[""] * (len(header) - len(row))], strict=False))


def _check_uid(draft: Draft, seen: dict[str, int]) -> None:
    uid = draft.event.uid
    if uid in seen:
        raise CellError("uid", _("it is the same as in line {line}.").format(line=seen[uid]))
    if uid:
        seen[uid] = draft.line


def decode(content: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """The text of a table, and the encoding that was named or found."""
    if encoding:
        try:
            return content.decode(encoding, errors="replace").removeprefix("\ufeff"), encoding
        except LookupError:
            sentence = _("{name}: the encoding {encoding} is not known.")
            raise FileError(sentence.format(name=name, encoding=encoding)) from None
    text = decode_table(content, name)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return text, "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_old(content, text)
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
    return max(",;\t|", key=lambda mark: _fitness(text, mark))


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


def text_rows(text: str, name: str, delimiter: str) -> Iterator[Row]:
    """Each row that holds anything, with the line on which it begins."""
    limit = csv.field_size_limit(_LONGEST_CELL)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in table:
            if any(row):
                yield line, row
            line = table.line_num + 1
    except csv.Error as error:
        sentence = _("{name}, line {line}: the table cannot be read on from here ({cause}).")
        raise FileError(sentence.format(name=name, line=line, cause=error)) from error
    finally:
        csv.field_size_limit(limit)


def open_text(path: Path, needed: Sequence[str] = ()) -> tuple[list[str], list[Row]]:
    """The header, trimmed, and the rows of a table that has every column of `needed`."""
    text, _encoding = decode(read_bytes(path, MOST_BYTES), path.name)
    rows = list(text_rows(text, path.name, guess_delimiter(text)))
    if not rows:
        raise FileError(_("{name} is empty.").format(name=path.name))
    header = [cell.strip() for cell in rows[0][1]]
    folded = {cell.casefold() for cell in header}
    for column in needed:
        if column.casefold() not in folded:
            sentence = _("{name} has no column “{column}”.")
            raise FileError(sentence.format(name=path.name, column=column))
    return header, rows[1:]


def begins_with(head: bytes, *wanted: Sequence[str]) -> bool:
    """True where the first line of a table names every column of one of `wanted`."""
    text = head.decode("utf-8-sig", errors="replace")
    line = text[: text.find("\n")] if "\n" in text else text
    cells = {cell.strip().strip("\"'").casefold() for mark in ",;\t|" for cell in line.split(mark)}
    return any(all(name.casefold() in cells for name in names) for names in wanted)
