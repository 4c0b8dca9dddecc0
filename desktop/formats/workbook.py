"""Excel workbooks: sheets of events, claims and articles, and one that says what columns mean.

Cells are typed when they are written, so no text is ever a formula. An exact day or minute after
February 1900 is a real date; every other date is EDTF text. A cell holds 32,767 characters at most;
what is longer ends with `CUT`, which is what then comes back.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException

from desktop.document import Document
from desktop.errors import FileError
from desktop.formats.columns import CLAIM_COLUMNS, EVENT_COLUMNS, NAMES
from desktop.formats.files import whole_file
from desktop.formats.rows import Gathered, claim_cells, gather, header_and_rows
from desktop.formats.sheets import CUT, EVENT_UID, SHEETS
from desktop.formats.wanted import Wanted
from desktop.i18n import _
from desktop.model import Article

MOST_ROWS = 1_048_576
_LONGEST = 32_767
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?")

# Excel counts a 29 February 1900, so its days are right from March of that year on.
_FIRST_REAL_DATE = datetime(1900, 3, 1)
_DATES = frozenset({"when", "earliest", "latest", "said_when", "article_published", "published"})
_NUMBERS = frozenset({"latitude", "longitude", "importance", "position", "killed_min", "killed_max",
                      "injured_min", "injured_max", "quote_first", "quote_last", "date_first",
                      "date_last"})  # fmt: skip
_EVENTS = tuple(name for name, _meaning in EVENT_COLUMNS)
_ARTICLES = ("article_uid", "title", "publisher", "byline", "url", "published", "language", "note")
_WIDTHS = {"title": 44, "note": 44, "quote": 60, "url": 40, "article_title": 40, "uid": 14}

Table = Iterator[list[str]]


def write_book(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events, with the claims and articles that they have."""
    gathered = gather(document, wanted)
    if len(gathered.events) >= MOST_ROWS or _number_of_claims(gathered) >= MOST_ROWS:
        sentence = _("A sheet holds {n} rows, and there are more events; CSV holds them all.")
        raise FileError(sentence.format(n=f"{MOST_ROWS - 1:,}"))
    tables = (
        _events(gathered),
        _claims(gathered),
        _articles(gathered),
        _notes(document, gathered.told),
    )
    with whole_file(path) as draft:
        book = Workbook(str(draft), {"constant_memory": True, "strings_to_urls": False})
        for name, table in zip(SHEETS, tables, strict=True):
            _Sheet(book, name).fill(table)
        try:
            book.close()
        except XlsxWriterException as error:
            raise FileError(f"{path.name}: {error}") from error


class _Sheet:
    """One sheet, filled from its top downwards."""

    def __init__(self, book: Workbook, name: str) -> None:
        self._sheet = book.add_worksheet(name)
        self._bold = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._minute = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"})

    def fill(self, table: Table) -> None:
        """Write the header in bold, then the rows."""
        header = next(table)
        for column, name in enumerate(header):
            self._sheet.set_column(column, column, _WIDTHS.get(name, 16))
        self._sheet.freeze_panes(1, 0)
        for column, name in enumerate(header):
            self._sheet.write_string(0, column, name, self._bold)
        for number, row in enumerate(table, start=1):
            for column, (name, cell) in enumerate(zip(header, row, strict=True)):
                if cell:
                    self._write(number, column, name, cell)

    def _write(self, row: int, column: int, name: str, cell: str) -> None:
        date = _real_date(cell) if name in _DATES else None
        if date is not None:
            form = self._minute if "T" in cell else self._day
            self._sheet.write_datetime(row, column, date, form)
        elif name in _NUMBERS:
            self._sheet.write_number(row, column, float(cell))
        else:
            self._sheet.write_string(row, column, _fitting(cell))


def _real_date(cell: str) -> datetime | None:
    """An exact day or time that Excel can hold; a year or a month stays text."""
    if not _DAY.fullmatch(cell):
        return None
    try:
        date = datetime.fromisoformat(cell)
    except ValueError:
        return None
    return date if date >= _FIRST_REAL_DATE else None


def _fitting(cell: str) -> str:
    return cell if len(cell) <= _LONGEST else cell[: _LONGEST - len(CUT)] + CUT


def _number_of_claims(gathered: Gathered) -> int:
    return sum(len(claims) for claims in gathered.claims.values())


def _events(gathered: Gathered) -> Table:
    """The events without their claims, which have a sheet of their own."""
    rows = header_and_rows(gathered)
    header = next(rows)
    shown = [place for place, name in enumerate(header) if name in _EVENTS or name not in NAMES]
    shown.append(header.index("links"))
    yield [header[place] for place in shown]
    for row in rows:
        yield [row[place] for place in shown]


def _claims(gathered: Gathered) -> Table:
    names = [name for name, _meaning in CLAIM_COLUMNS]
    yield [EVENT_UID, "event_title", *names]
    for event in gathered.events:
        for claim in gathered.claims.get(event.id, []):
            cells = claim_cells(claim, gathered.articles)
            yield [event.uid, event.title, *(cells[name] for name in names)]


def _articles(gathered: Gathered) -> Table:
    yield list(_ARTICLES)
    for article in gathered.articles.values():
        yield _article(article)


def _article(article: Article) -> list[str]:
    published = article.published.edtf if article.published else ""
    return [article.uid, article.title, article.publisher, article.byline, article.url, published,
            article.language, article.note]  # fmt: skip


def _notes(document: Document, told: str) -> Table:
    yield [_("Column"), _("What it says")]
    yield [_("Timeline"), document.title]
    yield [_("Events"), told or _("all of them")]
    yield [
        _("Dates"),
        _("Real dates are exact days and times; text is EDTF (ISO 8601-2), which tells how sure."),
    ]
    for name, meaning in (*EVENT_COLUMNS, *CLAIM_COLUMNS):
        yield [name, meaning]
    yield ["links", _("JSON list of arrows to other events: {uid, target, kind, note}")]
