"""What the tables of conflict databases have in common: their days, their dead, their sources."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from desktop.errors import WhenError
from desktop.formats.column_table import open_columns
from desktop.formats.columns import CellError, degrees, joined, micro_degrees, parted
from desktop.formats.dating import edtf_of
from desktop.formats.plan import guess_order
from desktop.formats.spans import moments_of, one_of_days
from desktop.formats.table_text import Row
from desktop.i18n import _
from desktop.model import Claim, Event
from desktop.when import When
from desktop.when.calendar import civil_from_days, days_from_civil, weekday
from desktop.when.written import Date, Precision

YEARS = range(1, 10_000)
"""The years that these databases can write."""
_ISO = re.compile(r"\d{4}-\d\d?-")
_AS_WRITTEN = " as written"


def open_days(
    path: Path, needed: Sequence[str], days: Sequence[str]
) -> tuple[list[str], Iterator[Row], bool | None]:
    """The header in small letters, the rows, and True where the columns `days` have the day first.

    None where the table does not tell. A spreadsheet may have put the month first, which a day
    after the twelfth then betrays.
    """
    header, rows = open_columns(path, needed)
    names = [name.casefold() for name in header]
    first = next(rows, None)
    if first is None:
        return names, rows, None
    places = [place for place, name in enumerate(names) if name in days]
    cells = [first[1][place] for place in places if place < len(first[1])]
    if all(_ISO.match(cell) for cell in cells if cell):
        return names, chain([first], rows), None
    _header, again = open_columns(path, needed)
    meant = ["when" if name in days else "" for name in names]
    order = guess_order((row for _line, row in again), meant)
    return names, chain([first], rows), order


def as_written(row: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """Cells that Dateline would write back in another way: 36.2000, or tags without a space."""
    return {
        name + _AS_WRITTEN: row[name]
        for name in names
        if row.get(name) and _rewritten(name, row[name]) != row[name]
    }


def written_back(own: Mapping[str, str], extra: Mapping[str, str]) -> dict[str, str]:
    """The cells of an event's own values, as they came in where they still say the same."""
    return {
        name: kept
        if (kept := extra.get(name + _AS_WRITTEN, "")) and _rewritten(name, kept) == cell
        else cell
        for name, cell in own.items()
    }


def _rewritten(name: str, cell: str) -> str:
    if name == "tags":
        return joined(list(dict.fromkeys(parted(cell))))
    try:
        return bare_degrees(micro_degrees(name, cell, 180))
    except CellError:
        return cell


def code_of(cell: str) -> str:
    """A code of precision; what has been through a spreadsheet may be 1.0."""
    return cell.strip().removesuffix(".0")


def closed(when: When) -> When:
    """A date without beginning or end as the end that it has; every other date as it is."""
    if not (when.is_open_start or when.is_open_end):
        return when
    moment = next((moment for moment in moments_of(when) if moment), None)
    return When(moment.edtf) if moment else when


def read_day(column: str, cell: str, *, is_day_first: bool | None = None) -> str:
    """The ISO day in a cell, with whatever clock time the database put behind it left off.

    Where nothing tells the order of numbers alone, the day comes first, as these databases write.
    """
    try:
        edtf = edtf_of({"when": cell}, is_day_first=is_day_first is not False)
        written = When(edtf).written
    except CellError as error:
        raise CellError(column, error.reason) from None
    except WhenError as error:
        raise CellError(column, str(error)) from None
    if not isinstance(written, Date) or written.precision < Precision.DAY:
        raise CellError(column, _("“{cell}” is no day.").format(cell=cell[:60]))
    return edtf.partition("T")[0]


def week_of_day(day: str) -> str:
    """EDTF for one day, not known which, of the week from Monday to Sunday around an ISO day."""
    days = days_of(day)
    monday = days - weekday(days) + 1
    return one_of_days(iso(monday), iso(monday + 6))


def days_of(day: str) -> int:
    """An ISO day of the years 0 to 9999 as days since 1970."""
    year, month, number = (int(part) for part in day.split("-"))
    return days_from_civil(year, month, number)


def iso(days: int) -> str:
    """Days since 1970 as an ISO day."""
    year, month, day = civil_from_days(days)
    return f"{year:04}-{month:02}-{day:02}"


def killed(claims: Iterable[Claim]) -> tuple[int | None, int | None]:
    """The fewest and the most dead that any claim tells of, None where none tells."""
    told = [
        count
        for claim in claims
        for count in (claim.killed_min, claim.killed_max)
        if count is not None
    ]
    return (min(told), max(told)) if told else (None, None)


def between(least: int | None, most: int | None) -> str:
    """One number where both are the same, else none: a database's best guess is its own."""
    return str(least) if least is not None and least == most else ""


def once(names: Iterable[str]) -> list[str]:
    """Names in the order of their first coming, without the empty one."""
    return [name for name in dict.fromkeys(names) if name]


def bare_degrees(micro: int | None) -> str:
    """Degrees without the zeros at their end, as databases write them."""
    text = degrees(micro)
    return text.rstrip("0").rstrip(".") if "." in text else text


def told_in_full(event: Event) -> str:
    """The title and the note of an event, for a table that has one column for both."""
    return f"{event.title}. {event.note}" if event.note else event.title
