"""Spans of the calendar as whole numbers: a unit and how many of it lie behind the origin."""

from dataclasses import dataclass

from desktop.calendar import (
    civil_from_days,
    days_from_civil,
    days_in_month,
    week_of,
    weekday,
)

MONTHS = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_SEASONS = ("SP", "SU", "FA", "WI")
_MONDAY = days_from_civil(1970, 1, 5)


@dataclass(frozen=True, slots=True)
class Span:
    """One whole unit of the calendar.

    `index` counts days and weeks from 1970, months and longer units from the beginning of year 0;
    a season is year * 4 + 0 for spring to 3 for winter.
    """

    unit: str
    index: int

    @property
    def first(self) -> int:
        """The first day, in days since 1970."""
        if self.unit == "day":
            return self.index
        if self.unit in ("week", "weekend"):
            return _MONDAY + 7 * self.index + (5 if self.unit == "weekend" else 0)
        return days_from_civil(*divmod_month(self.first_month), 1)

    @property
    def last(self) -> int:
        """The last day, in days since 1970."""
        if self.unit == "day":
            return self.index
        if self.unit in ("week", "weekend"):
            return _MONDAY + 7 * self.index + 6
        length = 3 if self.unit == "season" else MONTHS[self.unit]
        return days_from_civil(*divmod_month(self.first_month + length), 1) - 1

    @property
    def first_month(self) -> int:
        """Months from the beginning of year 0 to the first month, for months and longer units."""
        if self.unit == "season":
            year, season = divmod(self.index, 4)
            return year * 12 + 2 + 3 * season
        return self.index * MONTHS[self.unit]

    @property
    def year(self) -> int:
        """The astronomical year in which the span begins."""
        return self.index // 4 if self.unit == "season" else civil_from_days(self.first)[0]

    @property
    def edtf(self) -> str:
        """The span in EDTF; weeks become intervals of days."""
        if self.unit == "day":
            return edtf_day(self.index)
        if self.unit in ("week", "weekend"):
            return f"{edtf_day(self.first)}/{edtf_day(self.last)}"
        if self.unit == "month":
            year, month = divmod_month(self.index)
            return f"{edtf_year(year)}-{month:02}"
        if self.unit in ("season", "quarter", "half"):
            parts, first = {"season": (4, 21), "quarter": (4, 33), "half": (2, 40)}[self.unit]
            year, part = divmod(self.index, parts)
            return f"{edtf_year(year)}-{first + part}"
        return self._edtf_years()

    def _edtf_years(self) -> str:
        length = MONTHS[self.unit] // 12
        first = self.index * length
        if length == 1:
            return edtf_year(first)
        if first < 0 or first + length > 9999:
            return f"{edtf_year(first + 1)}/{edtf_year(first + length)}"
        return f"{first:04}"[: 5 - len(str(length))] + "X" * (len(str(length)) - 1)

    @property
    def timex3(self) -> str:
        """The span as a TIMEX3 value; years before Christ as TIMEX2 writes them."""
        if self.unit == "day":
            year, month, day = civil_from_days(self.index)
            return f"{timex_year(year)}-{month:02}-{day:02}"
        if self.unit in ("week", "weekend"):
            year, week = week_of(self.first)
            return f"{timex_year(year)}-W{week:02}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "month":
            year, month = divmod_month(self.index)
            return f"{timex_year(year)}-{month:02}"
        if self.unit == "season":
            return f"{timex_year(self.index // 4)}-{_SEASONS[self.index % 4]}"
        if self.unit in ("quarter", "half"):
            year, part = divmod(self.index, 4 if self.unit == "quarter" else 2)
            return f"{timex_year(year)}-{self.unit[0].upper()}{part + 1}"
        return self._timex_years()

    def _timex_years(self) -> str:
        if self.unit == "year":
            return timex_year(self.index)
        digits = {"decade": 3, "century": 2, "millennium": 1}[self.unit]
        if self.index < 0:
            return f"BC{-self.index - 1:0{digits}}"
        return f"{self.index:0{digits}}"

    def shifted(self, count: int) -> "Span":
        """The span `count` units later."""
        return Span(self.unit, self.index + count)

    def within(self, unit: str) -> "Span":
        """The span of `unit` in which this one begins."""
        if unit == self.unit:
            return self
        if self.unit == "season" and unit == "year":
            return Span("year", self.index // 4)
        return span_of(unit, self.first)


def span_of(unit: str, day: int) -> Span:
    """The span of `unit` that holds the day; the winter of January and February began before."""
    if unit == "day":
        return Span("day", day)
    if unit in ("week", "weekend"):
        return Span(unit, (day - _MONDAY) // 7)
    year, month, _ = civil_from_days(day)
    months = year * 12 + month - 1
    if unit == "season":
        year, month = divmod(months - 2, 12)
        return Span("season", year * 4 + month // 3)
    return Span(unit, months // MONTHS[unit])


def divmod_month(months: int) -> tuple[int, int]:
    """The year and the month, 1 to 12, that lie `months` after the beginning of year 0."""
    year, month = divmod(months, 12)
    return year, month + 1


def day_span(year: int, month: int, day: int) -> Span | None:
    """One day, None where the calendar lacks it."""
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    return Span("day", days_from_civil(year, month, day))


def edtf_year(year: int) -> str:
    """Four digits, a minus sign before years before 1 BC, a Y before what four cannot hold."""
    if not -9999 <= year <= 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def edtf_day(day: int) -> str:
    """The EDTF text of one day."""
    year, month, of_month = civil_from_days(day)
    return f"{edtf_year(year)}-{month:02}-{of_month:02}"


def timex_year(year: int) -> str:
    """Four digits, years before Christ counted as people do (44 BC is BC0044)."""
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def easter(year: int) -> int:
    """Easter Sunday of the Western churches (Gauss's rule as Meeus and Butcher give it)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    moved = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * moved) // 451
    month, day = divmod(h + moved - 7 * m + 114, 31)
    return days_from_civil(year, month, day + 1)


def holiday(rule: str, year: int) -> int | None:
    """The day of a feast: `12-25`, `E-2` from Easter, `11-4-4` the fourth Thursday of November.

    A `+` behind the last kind is the day after the weekday before it, as Black Friday follows the
    fourth Thursday; `05--1-1` is the last Monday of May.
    """
    if rule.startswith("E"):
        return easter(year) + int(rule[1:])
    month, _, rest = rule.partition("-")
    if rest.count("-") == 0:
        span = day_span(year, int(month), int(rest))
        return span.index if span else None
    count, _, name = rest.rpartition("-")
    after = name.endswith("+")
    wanted = int(name.rstrip("+"))
    base = (4 if int(month) == 11 and int(count) == 4 else 1) if after else wanted
    day = _weekday_of_month(year, int(month), int(count), base)
    return day + (wanted - base) % 7 if after else day


def _weekday_of_month(year: int, month: int, count: int, wanted: int) -> int:
    if count < 0:
        last = days_from_civil(year, month, days_in_month(year, month))
        return last - (weekday(last) - wanted) % 7
    first = days_from_civil(year, month, 1)
    return first + (wanted - weekday(first)) % 7 + 7 * (count - 1)
