"""What an EDTF text says, taken apart: a date of some precision, an interval of two, a choice.

Source of the grammar: ISO 8601-2:2019, clause 4 and annex A (levels 0, 1 and parts of 2), with
clock times by ISO 8601-1 and without zones. Seasons are northern and by month, as in meteorology:
spring is March to May, summer June to August, autumn September to November, winter December to
February of the next year; codes 29-32 are the southern ones, half a year later.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum

LAST_YEAR = 15_000_000_000
"""Years reach this far both ways: the age of the universe has room."""

PARTS: dict[int, tuple[int, int]] = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""The first month and the number of months of every part of a year that ISO 8601-2 numbers."""


class Precision(IntEnum):
    """The unit in which a date is said, from the coarsest to the finest."""

    MILLENNIUM = 0
    CENTURY = 1
    DECADE = 2
    YEAR = 3
    PART = 4
    MONTH = 5
    DAY = 6
    MINUTE = 7
    SECOND = 8


YEARS_IN = {Precision.MILLENNIUM: 1000, Precision.CENTURY: 100, Precision.DECADE: 10}


@dataclass(frozen=True, slots=True)
class Date:
    """One date: `month` may be a part of the year (21-41), 0 where it is not said or not known.

    `year` is the written one nearest to 0 for decades and longer, and `is_before_zero` tells
    `-000X` from `000X`. `clock` counts seconds of the day. `marks` are the signs `?`, `~` and `%`
    in the text, and `loose` is the unit by which an approximate date may be off.
    """

    year: int
    month: int = 0
    day: int = 0
    clock: int = 0
    precision: Precision = Precision.YEAR
    marks: str = ""
    loose: Precision = Precision.YEAR
    is_before_zero: bool = False

    @property
    def is_approximate(self) -> bool:
        """True with a `~` or `%` on the whole or on a part."""
        return "~" in self.marks or "%" in self.marks

    @property
    def is_uncertain(self) -> bool:
        """True with a `?` or `%` on the whole or on a part."""
        return "?" in self.marks or "%" in self.marks

    @property
    def is_unspecified(self) -> bool:
        """True for `1984-XX`, `1984-04-XX`, `1984-XX-XX`: some month or day of a longer span."""
        return (self.precision is Precision.MONTH and not self.month) or (
            self.precision is Precision.DAY and not self.day
        )

    @property
    def is_exact(self) -> bool:
        """True where nothing is approximate, uncertain or left out."""
        return not self.marks and not self.is_unspecified


class End(Enum):
    """An end of an interval that has no date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """From the start of the first date to the end of the last; a clock time ends on the stroke."""

    first: Date | End
    last: Date | End


@dataclass(frozen=True, slots=True)
class Choice:
    """Several dates, each a run of one or more: one of them, or all of them, is meant."""

    runs: tuple[tuple[Date | End, Date | End], ...]
    is_one_of: bool


Written = Date | Interval | Choice
