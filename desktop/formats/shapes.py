"""What the tables of conflict databases have in common: their days, their dead, their sources."""

from collections.abc import Iterable

from desktop.errors import WhenError
from desktop.formats.columns import CellError, degrees
from desktop.formats.dating import edtf_of
from desktop.formats.spans import one_of_days
from desktop.i18n import _
from desktop.model import Claim, Event
from desktop.when import When
from desktop.when.calendar import civil_from_days, days_from_civil, weekday
from desktop.when.written import Date, Precision

YEARS = range(1, 10_000)
"""The years that these databases can write."""


def read_day(column: str, cell: str) -> str:
    """The ISO day in a cell, with whatever clock time the database put behind it left off.

    Numbers alone are read with the day first, as these databases write them.
    """
    try:
        edtf = edtf_of({"when": cell}, is_day_first=True)
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
