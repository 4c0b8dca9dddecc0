"""One date in the words of a careful British writer, without its marks."""

from dataclasses import dataclass

from desktop.when.bounds import span_of
from desktop.when.calendar import DAY, weekday
from desktop.when.english import (
    COUNTED,
    HEMISPHERES,
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    ordinal,
    say,
)
from desktop.when.spelling import show_year
from desktop.when.written import PARTS, YEARS_IN, Date, Precision

_FIRST_YEAR_WITH_WEEKDAYS = 1753  # the first whole year of the new calendar in Britain
_MILLION = 1_000_000
_BILLION = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Manner:
    """How dates are worded: `long` in full, and `year` is the one that need not be said."""

    long: bool = False
    year: int | None = None

    def month(self, number: int) -> str:
        """A month beside a day."""
        return (MONTHS if self.long else SHORT_MONTHS)[number - 1]

    def weekday(self, days: int) -> str:
        """The weekday of a day since 1970."""
        return (WEEKDAYS if self.long else SHORT_WEEKDAYS)[weekday(days) - 1]


def name(date: Date, manner: Manner) -> str:
    """`29 Nov 2024`, `March 2020`, `spring 1793`, `1780s`, `19th century`, `44 BC`."""
    if date.precision < Precision.YEAR:
        return _bundle(date)
    if date.is_unspecified:
        return _some(date)
    if date.precision is Precision.YEAR:
        return show_year(date.year)
    if date.precision is Precision.PART:
        return _part(date, manner)
    if date.precision is Precision.MONTH:
        return say("month", month=MONTHS[date.month - 1], year=show_year(date.year))
    if date.precision is Precision.DAY:
        return day(date, manner)
    return f"{day(date, manner, with_weekday=True)}{',' * manner.long} {clock(date)}"


def day(date: Date, manner: Manner, *, with_weekday: bool = False) -> str:
    """The day of a date, in the long manner with its weekday where calendars agree on it."""
    text = f"{date.day} {manner.month(date.month)}"
    if date.year != manner.year:
        text += f" {show_year(date.year)}"
    if (with_weekday or manner.long) and date.year >= _FIRST_YEAR_WITH_WEEKDAYS:
        return f"{manner.weekday(span_of(date)[0] // DAY)} {text}"
    return text


def clock(date: Date) -> str:
    """`18:00`, `18:00:30`."""
    hour, rest = divmod(date.clock, 3600)
    text = f"{hour:02d}:{rest // 60:02d}"
    return text if date.precision is Precision.MINUTE else f"{text}:{rest % 60:02d}"


def long_ago(date: Date) -> str:
    """`66 million years ago` for a round year that long before; empty for any other."""
    years = -date.year
    if date.precision is not Precision.YEAR or years < 100_000:
        return ""
    for unit, word in ((_BILLION, "billion"), (_MILLION, "million")):
        if years >= unit and years % (unit // 10) == 0:
            return say(word, number=f"{years / unit:.1f}".removesuffix(".0"))
    return say("ago", number=f"{years:,}") if years % 1000 == 0 else ""


def is_winter(date: Date) -> bool:
    """True for a season that ends in the year after the one it is counted in."""
    return date.precision is Precision.PART and PARTS[date.month][0] == 12


def _bundle(date: Date) -> str:
    era = " BC" if date.is_before_zero else ""
    for unit, word in ((Precision.MILLENNIUM, "millennium"), (Precision.CENTURY, "century")):
        if date.precision is unit:
            number = ordinal(abs(date.year) // YEARS_IN[unit] + 1)
            return say(f"{word}{era}", number=number)
    if date.is_before_zero:
        return f"{10 - date.year}–{show_year(date.year)}"
    if date.year == 0:
        return f"{show_year(0)} – {show_year(9)}"
    if date.year % 100 == 0:
        return f"{show_year(date.year)}–{date.year + 9}"
    return say("decade" if date.year >= 1000 else "decade AD", year=date.year)


def _some(date: Date) -> str:
    whole = show_year(date.year)
    if date.month:
        whole = say("month", month=MONTHS[date.month - 1], year=whole)
    return say("some month" if date.precision is Precision.MONTH else "some day", date=whole)


def _part(date: Date, manner: Manner) -> str:
    year, code = show_year(date.year), date.month
    if code <= 32:
        return _season(date, year)
    if code <= 36:
        if manner.long:
            return say("long quarter", number=COUNTED[code - 33], year=year)
        return say("quarter", number=code - 32, year=year)
    if code <= 39:
        first, count = PARTS[code]
        months = f"{MONTHS[first - 1]}–{MONTHS[first + count - 2]}"
        return say("month", month=months, year=year)
    return say("half", number=COUNTED[code - 40], year=year)


def _season(date: Date, year: str) -> str:
    season = SEASONS[(date.month - 21) % 4 + 21]
    side = HEMISPHERES.get((date.month - 21) // 4 * 4, "")
    if is_winter(date) and date.year >= 1000:
        ends = date.year + 1
        year += f"–{ends if ends % 100 == 0 else f'{ends % 100:02d}'}"
    return f"{side} {season} {year}".strip()
