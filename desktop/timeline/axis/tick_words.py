"""What stands at a tick: hours, days, months, years before and after Christ, ages."""

from functools import lru_cache

from desktop.i18n import _
from desktop.timeline.axis.units import Kind, Unit
from desktop.when import calendar
from desktop.when.calendar import DAY

_MILLION, _BILLION = 10**6, 10**9
_MOST = 4096  # labels of each kind that are remembered: far more than stand in one picture


@lru_cache(maxsize=1)
def month_names() -> list[str]:
    """January to December."""
    return [
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    ]


@lru_cache(maxsize=1)
def short_month_names() -> list[str]:
    """Jan to Dec."""
    names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    return _(names).split()


@lru_cache(maxsize=1)
def short_weekday_names() -> list[str]:
    """Mon to Sun."""
    names = "Mon Tue Wed Thu Fri Sat Sun"
    return _(names).split()


def year_words(year: int) -> str:
    """An astronomical year as people write it: 2024, 12,000, 44 BC, 66 Ma, 13.8 Ga.

    Beyond a million years the difference between "ago" and "before Christ" is below what is shown.
    """
    if year > 0:
        if year >= _BILLION:
            return _("AD {n} billion").format(n=_short(year / _BILLION))
        if year >= _MILLION:
            return _("AD {n} million").format(n=_short(year / _MILLION))
        return f"{year:,}" if year >= 10_000 else str(year)
    before = 1 - year
    if before >= _BILLION:
        return _("{n} Ga").format(n=_short(before / _BILLION))
    if before >= _MILLION:
        return _("{n} Ma").format(n=_short(before / _MILLION))
    return _("{year} BC").format(year=f"{before:,}" if before >= 10_000 else before)


@lru_cache(maxsize=_MOST)
def minor_words(unit: Unit, instant: int) -> str:
    """The label of a lesser tick."""
    year, month, day, hour, minute, second = calendar.civil(instant)
    if unit.kind is Kind.SECOND:
        return f"{hour:02}:{minute:02}:{second:02}"
    if unit.kind in (Kind.MINUTE, Kind.HOUR):
        return f"{hour:02}:{minute:02}"
    if unit.kind in (Kind.DAY, Kind.WEEK):
        return str(day)
    if unit.kind is Kind.MONTH:
        return _quarter(month) if unit.step == 3 else short_month_names()[month - 1]
    return year_words(year)


@lru_cache(maxsize=_MOST)
def major_words(unit: Unit, instant: int) -> str:
    """The label of a greater tick."""
    year, month, day, hour, minute, _second = calendar.civil(instant)
    if unit.kind in (Kind.SECOND, Kind.MINUTE, Kind.HOUR):
        return f"{hour:02}:{minute:02}"
    if unit.kind in (Kind.DAY, Kind.WEEK):
        weekday = short_weekday_names()[calendar.weekday(instant // DAY) - 1]
        return _("{weekday} {day}").format(weekday=weekday, day=day)
    if unit.kind is Kind.MONTH:
        return month_names()[month - 1]
    return _("AD {year}").format(year=1) if unit.step > 1 and year == 1 else year_words(year)


def upper_words(unit: Unit, instant: int) -> str:
    """The label of what stands above the ticks."""
    year, month, _day, *_rest = calendar.civil(instant)
    if unit.kind in (Kind.DAY, Kind.WEEK):
        month_year = upper_words(Unit(Kind.MONTH), instant)
        return _("{day} {month}").format(day=major_words(unit, instant), month=month_year)
    if unit.kind is Kind.MONTH:
        return _("{month} {year}").format(month=month_names()[month - 1], year=year_words(year))
    if unit.step == 10:
        return _decade(unit.year_of(unit.number_at(instant)))
    if unit.step in (100, 1000):
        return _hundreds(unit, instant)
    return year_words(year)


def snap_words(unit: Unit, instant: int) -> str:
    """The name of a boundary to which the hand is held, by itself."""
    year, month, day, *_clock = calendar.civil(instant)
    short = short_month_names()[month - 1]
    date = _("{weekday} {month}").format(weekday=major_words(Unit(Kind.DAY), instant), month=short)
    if unit.kind in (Kind.SECOND, Kind.MINUTE, Kind.HOUR) and instant % DAY:
        clock = minor_words(unit, instant)
        return _("{date}, {clock}").format(date=date, clock=clock)
    if unit.kind is Kind.YEAR or (unit.kind is Kind.MONTH and (month, day) == (1, 1)):
        return year_words(year)
    if unit.kind is Kind.MONTH:
        return _("{month} {year}").format(month=short, year=year_words(year))
    return date


def _short(number: float) -> str:
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    whole, _dot, part = text.partition(".")
    return f"{int(whole):,}" + (f".{part}" if part else "")


def _quarter(month: int) -> str:
    return _("Q{n}").format(n=(month + 2) // 3)


def _decade(year: int) -> str:
    if year > 0:
        return _("{year}s").format(year=year // 10 * 10) if year >= 10 else _("AD 1–9")
    last = -year - 8  # ten years on, one of them year 0
    return _("{first}–{last} BC").format(first=1 - year, last=last)


def _hundreds(unit: Unit, instant: int) -> str:
    number = unit.number_at(instant)
    word = _("{nth} century") if unit.step == 100 else _("{nth} millennium")
    if number >= 0:
        return word.format(nth=ordinal(number + 1))
    return _("{words} BC").format(words=word.format(nth=ordinal(-number)))


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th; a translation gives the one form that its language has."""
    if number % 100 in (11, 12, 13):
        return _("{n}th").format(n=number)
    ending = {1: _("{n}st"), 2: _("{n}nd"), 3: _("{n}rd")}
    return ending.get(number % 10, _("{n}th")).format(n=number)
