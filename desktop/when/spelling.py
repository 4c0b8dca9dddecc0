"""How EDTF spells instants and units of the calendar, and how sentences name a year."""

from desktop.when.calendar import DAY, civil, civil_from_days
from desktop.when.english import say
from desktop.when.written import Precision


def spell_year(year: int) -> str:
    """A year as EDTF writes it: four digits, or `Y` before more."""
    if -9999 <= year <= 9999:
        return f"{year:05d}" if year < 0 else f"{year:04d}"
    return f"Y{year}"


def spell_month(months: int) -> str:
    """The month that is counted from January of year 0."""
    year, month = divmod(months, 12)
    return f"{spell_year(year)}-{month + 1:02d}"


def spell_day(days: int) -> str:
    """The day that is counted from 1970."""
    year, month, day = civil_from_days(days)
    return f"{spell_year(year)}-{month:02d}-{day:02d}"


def spell_instant(instant: int, precision: Precision) -> str:
    """The year, month, day, minute or second in which an instant lies."""
    if precision is Precision.DAY:
        return spell_day(instant // DAY)
    year, month, _day, hour, minute, second = civil(instant)
    if precision is Precision.YEAR:
        return spell_year(year)
    if precision is Precision.MONTH:
        return f"{spell_year(year)}-{month:02d}"
    clock = f"{spell_day(instant // DAY)}T{hour:02d}:{minute:02d}"
    return clock if precision is Precision.MINUTE else f"{clock}:{second:02d}"


def show_year(year: int) -> str:
    """`1984`, `AD 476`, `44 BC`: an astronomical year as people write it."""
    number = year if year > 0 else 1 - year
    shown = f"{number:,}" if number > 9999 else str(number)
    if 999 < year <= 9999:
        return shown
    return say("AD" if year > 0 else "BC", year=shown)
