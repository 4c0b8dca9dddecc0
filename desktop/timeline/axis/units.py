"""Calendar units from seconds to aeons: where they begin, for any year."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.when import calendar
from desktop.when.calendar import DAY, HOUR, MINUTE

YEAR = 31_556_952  # seconds, the mean of the Gregorian calendar
_MONDAY = -3 * DAY  # 1970-01-01 was a Thursday


class Kind(Enum):
    """What a unit counts in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_FIXED = {
    Kind.SECOND: 1,
    Kind.MINUTE: MINUTE,
    Kind.HOUR: HOUR,
    Kind.DAY: DAY,
    Kind.WEEK: 7 * DAY,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """So many seconds, …, months or years, counted from where people count them.

    Weeks begin on Mondays. Ten years are 1990–1999 and 50–41 BC; the stretch that begins the
    common era starts with the year 1, for there is no year 0.
    """

    kind: Kind
    step: int = 1

    @property
    def size(self) -> float:
        """Its usual length in seconds."""
        if self.kind is Kind.YEAR:
            return float(self.step * YEAR)
        if self.kind is Kind.MONTH:
            return self.step * YEAR / 12
        return float(self.step * _FIXED[self.kind])

    def number_at(self, instant: int) -> int:
        """The number of the stretch in which a second lies; neighbours have neighbouring ones."""
        if self.kind is Kind.YEAR:
            return self._of_year(calendar.civil_from_days(instant // DAY)[0])
        if self.kind is Kind.MONTH:
            year, month, _day = calendar.civil_from_days(instant // DAY)
            return (year * 12 + month - 1) // self.step
        offset = _MONDAY if self.kind is Kind.WEEK else 0
        return (instant - offset) // (self.step * _FIXED[self.kind])

    def start_of(self, number: int) -> int:
        """The first second of the stretch with a number."""
        if self.kind is Kind.YEAR:
            return calendar.seconds(self.year_of(number))
        if self.kind is Kind.MONTH:
            year, month = divmod(number * self.step, 12)
            return calendar.seconds(year, month + 1)
        offset = _MONDAY if self.kind is Kind.WEEK else 0
        return number * self.step * _FIXED[self.kind] + offset

    def year_of(self, number: int) -> int:
        """The astronomical year with which a stretch of years begins."""
        if self.step == 1 or number > 0:
            return number * self.step
        return 1 + number * self.step

    def starts(self, first: int, last: int) -> Iterator[int]:
        """Where stretches begin, from the one in which `first` lies to the last before `last`."""
        number = self.number_at(first)
        instant = self.start_of(number)
        while instant < last:
            yield instant
            number += 1
            instant = self.start_of(number)

    def _of_year(self, year: int) -> int:
        if self.step == 1 or year >= self.step:
            return year // self.step
        return (year - 1) // self.step
