"""Tables of anybody's making: looked at with a guess what their columns mean, then read by it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from pathlib import Path

from desktop.errors import FileError, WhenError
from desktop.formats.broken_text import BrokenRow, header_broken
from desktop.formats.cells import Shape
from desktop.formats.columns import unused
from desktop.formats.csv import MOST_BYTES, MOST_COLUMNS, text_rows
from desktop.formats.dating import edtf_of
from desktop.formats.files import read_bytes
from desktop.formats.gathering import gather_rows
from desktop.formats.incoming import Incoming
from desktop.formats.month_names import languages_of
from desktop.formats.plan import DATE_FIELDS, NO_HEADER, Plan, guess_columns, guess_order
from desktop.formats.table_text import Row, decode, guess_delimiter, is_book
from desktop.i18n import _
from desktop.when import read_words

_SHOWN = 1_000
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was found: its header and the plan to read it by.

    `first` are the rows from the very top, header and all, at most a thousand; `rows` gives those
    below the header from their beginning each time, with their lines. `sheets` are those of a
    workbook. `known_as` names the program whose workbook this is, "" for any other.
    """

    name: str
    header: list[str]
    first: list[Row]
    rows: Callable[[], Iterator[Row]]
    plan: Plan
    sheets: tuple[str, ...] = ()
    known_as: str = ""

    @property
    def is_book(self) -> bool:
        """True for a workbook, whose cells may be days as Excel counts them."""
        return bool(self.sheets)


def read(path: Path, plan: Plan | None = None) -> Incoming:
    """The events of a table, by the user's plan or else by a guess.

    Columns that fill no field are kept with the events; rows that cannot be read are listed.
    """
    return draft_table(look(path, plan))


def draft_table(table: Table, most: int | None = None) -> Incoming:
    """The events of all rows, or of the first `most`; refused where no column is a title."""
    if not table.plan.has_title:
        sentence = _("{name} has no column that could be a title, so it tells of no events.")
        raise FileError(sentence.format(name=table.name))
    names = _names(table)
    told = [name if name not in DATE_FIELDS else "" for name in names]
    if table.plan.has_date or "end" in names:
        told.append("when")
    if "article_url" in told and "article_title" not in told:
        told.append("article_title")
    rows = islice(table.rows(), most)
    shape = Shape(told)
    return gather_rows(rows, len(names), shape, table.name, _worked_out(table, names, told))


def _worked_out(
    table: Table, names: list[str], told: list[str]
) -> Callable[[list[str]], list[str]] | None:
    """What gives the cells that stand in no column: the date, the name of an address."""
    makers: list[Callable[[list[str]], str]] = []
    if "when" in told:
        makers.append(_dating(table, names))
    if "article_title" in told[len(names) :]:
        makers.append(itemgetter(told.index("article_url")))
    return (lambda row: [make(row) for make in makers]) if makers else None


def _dating(table: Table, names: list[str]) -> Callable[[list[str]], str]:
    """Reads the date of a row; tables name the same days again and again."""
    places = [place for place, name in enumerate(names) if name in DATE_FIELDS]
    named = [names[place] for place in places]
    order, is_book = table.plan.is_day_first, table.is_book

    @lru_cache(maxsize=50_000)
    def read(*cells: str) -> str:
        dates = dict(zip(named, cells, strict=True))
        return edtf_of(dates, is_day_first=order, is_serial=is_book)

    if len(places) == 1:
        (only,) = places
        return lambda row: read(row[only])
    pick = itemgetter(*places)
    return lambda row: read(*pick(row))


def look(path: Path, plan: Plan | None = None) -> Table:
    """The table in a file; what the plan leaves open is guessed, and only a file can be refused."""
    plan = plan or Plan()
    if is_book(path):
        return _look_into_book(path, plan)
    text, encoding = decode(read_bytes(path, MOST_BYTES), path.name, plan.encoding)
    delimiter = plan.delimiter or guess_delimiter(text)
    known = replace(plan, delimiter=delimiter, encoding=encoding)
    return _table(path.name, lambda: text_rows(text, path.name, delimiter), known)


def _look_into_book(path: Path, plan: Plan) -> Table:
    # Loaded with the first workbook: the window stands before that.
    from desktop.formats.sheets import read_book, with_claims, without_guard
    from desktop.formats.timemap import join_tabs

    book = {name: without_guard(rows) for name, rows in read_book(path).items()}
    names = tuple(book)
    for known_as, join in (("Dateline", with_claims), ("TimeMap", join_tabs)):
        rows = None if plan.columns or plan.sheet else join(book)
        if rows:
            # TimeMap writes 10/13/2015, Dateline no date of which one could doubt.
            known = replace(plan, is_day_first=False)
            table = _table(path.name, _numbered(rows), known)
            return replace(table, sheets=names, known_as=known_as)
    wanted = [plan.sheet] if plan.sheet in book else names
    tables = [_table(path.name, _numbered(book[one]), replace(plan, sheet=one)) for one in wanted]
    best = max(tables, key=lambda table: (table.plan.has_title, table.plan.has_date))
    return replace(best, sheets=names)


def _numbered(rows: list[list[str]]) -> Callable[[], Iterator[Row]]:
    return lambda: ((line, row) for line, row in enumerate(rows, start=1) if any(row))


def _table(name: str, rows: Callable[[], Iterator[Row]], plan: Plan) -> Table:
    first = list(islice(rows(), _SHOWN))
    if not first:
        raise FileError(_("{name} is empty.").format(name=name))
    if plan.header is None and isinstance(first[0][1], BrokenRow):
        raise header_broken(name, *first[0])
    place = _header_row(first) if plan.header is None else min(plan.header, len(first) - 1)
    header = [""] * max(len(row) for _line, row in first)
    if place != NO_HEADER:
        if isinstance(first[place][1], BrokenRow):
            raise header_broken(name, *first[place])
        header = [cell.strip() for cell in first[place][1]]
    if len(header) > MOST_COLUMNS:
        sentence = _("{name} has {n} columns; at most {most} can be read.")
        raise FileError(sentence.format(name=name, n=len(header), most=MOST_COLUMNS))

    def below() -> Iterator[Row]:
        return islice(rows(), place + 1, None)

    return Table(name, header, first, below, _completed(plan, header, below, place))


def _header_row(rows: Sequence[Row]) -> int:
    """The first row that is about as wide as the table; a heading above it is narrower."""
    widths = [sum(bool(cell.strip()) for cell in row) for _line, row in rows[:20]]
    return next(place for place, width in enumerate(widths) if 2 * width >= max(widths))


def _completed(
    plan: Plan, header: list[str], below: Callable[[], Iterator[Row]], place: int
) -> Plan:
    columns = plan.columns or guess_columns(header, [row for _line, row in islice(below(), _SHOWN)])
    order = plan.is_day_first
    if order is None:
        order = guess_order((row for _line, row in below()), columns)
    return replace(plan, columns=columns, is_day_first=order, header=place)


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


def languages_in(table: Table) -> str:
    """In which languages the first dates name their months; "" where none does but English."""
    places = [place for place, name in enumerate(table.plan.columns) if name in ("when", "end")]
    rows = islice(table.rows(), _LOOKED_AT)
    cells = {row[place] for _line, row in rows for place in places if place < len(row)}
    named = [cell for cell in cells if len(cell) < 80 and not _is_english(cell)]
    return " / ".join(languages_of(named))


def _is_english(cell: str) -> bool:
    try:
        read_words(cell, day_first=True)
    except WhenError:
        return False
    return True
