"""Dates as other programs say them, a first and a last year-month-day-clock, and EDTF again."""

from dataclasses import dataclass

from desktop.when import EVER_AFTER, EVER_BEFORE, When
from desktop.when.calendar import DAY, civil, days_in_month, seconds
from desktop.when.written import Date, Interval, Precision


@dataclass(frozen=True, slots=True)
class Moment:
    """A date to the precision that is said: 0 for no month or day, `clock` in seconds or None.

    Years are astronomical: 0 is 1 BC.
    """

    year: int
    month: int = 0
    day: int = 0
    clock: int | None = None

    @property
    def edtf(self) -> str:
        """The same as EDTF text, which may name a day that no month has."""
        year = f"{'-' if self.year < 0 else ''}{abs(self.year):04}"
        text = f"Y{self.year}" if abs(self.year) > 9999 else year
        text += f"-{self.month:02}" if self.month else ""
        text += f"-{self.day:02}" if self.day else ""
        return text if self.clock is None else f"{text}T{self.time}"

    @property
    def time(self) -> str:
        """The clock time, HH:MM or HH:MM:SS; "" for none."""
        if self.clock is None:
            return ""
        minutes, second = divmod(self.clock, 60)
        return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{second:02}" if second else "")


def moments_of(when: When) -> tuple[Moment | None, Moment | None]:
    """The first and the last moment of a date; the last is None where it is the first again.

    A side without end gives None for its moment. Marks of uncertainty are lost.
    """
    written = when.written
    if isinstance(written, Date) and _is_plain(written):
        return _moment(written), None
    if isinstance(written, Interval):
        ends = (written.first, written.last)
        dates = [end for end in ends if isinstance(end, Date)]
        if dates and all(_is_plain(date) for date in dates):
            first, last = (_moment(end) if isinstance(end, Date) else None for end in ends)
            return first, last
    return _from_bounds(when)


def _is_plain(date: Date) -> bool:
    is_part = date.precision is Precision.PART or date.month > 12
    return date.precision >= Precision.YEAR and not is_part and not date.is_unspecified


def _moment(date: Date) -> Moment:
    clock = date.clock if date.precision >= Precision.MINUTE else None
    return Moment(date.year, date.month, date.day, clock)


def _from_bounds(when: When) -> tuple[Moment | None, Moment | None]:
    bounds = when.bounds
    first = None if bounds.earliest == EVER_BEFORE else civil(bounds.earliest)
    last = None if bounds.latest == EVER_AFTER else civil(bounds.latest - 1)
    if first and last and first[1:3] == (1, 1) and last[1:3] == (12, 31):
        return Moment(first[0]), Moment(last[0])
    return (
        Moment(*first[:3]) if first else None,
        Moment(*last[:3]) if last else None,
    )


def edtf_between(first: Moment | None, last: Moment | None) -> str:
    """EDTF from a first to a last moment; "" where there is neither.

    The last moment is taken in whole, except that a clock time ends on the stroke.
    """
    if first is None:
        return f"../{last.edtf}" if last else ""
    if last is None or last == first:
        return first.edtf
    if (first.clock is None) != (last.clock is None):
        # EDTF ranges have a clock time on both ends or on none.
        first, last = _clocked(first, 0), _clocked(last, DAY - 60)
    return f"{first.edtf}/{last.edtf}"


def _clocked(moment: Moment, clock: int) -> Moment:
    if moment.clock is not None:
        return moment
    month = moment.month or (12 if clock else 1)
    last = days_in_month(moment.year, month) if 1 <= month <= 12 else 1
    return Moment(moment.year, month, moment.day or (last if clock else 1), clock)


def one_of_days(first: str, last: str) -> str:
    """EDTF for one day, not known which, from `first` to `last` (ISO days)."""
    return first if first == last else f"[{first}..{last}]"


def is_exact(when: When) -> bool:
    """True where the date says of itself that it is sure."""
    written = when.written
    if isinstance(written, Date):
        return written.is_exact
    return isinstance(written, Interval) and all(date.is_exact for date in when.dates)


def first_day(when: When) -> tuple[int, int, int]:
    """The year, month and day on which a date may begin; of one without beginning, its end."""
    bounds = when.bounds
    instant = bounds.latest - 1 if bounds.earliest == EVER_BEFORE else bounds.earliest
    year, month, day, *_clock = civil(instant)
    return year, month, day


def last_day(when: When) -> tuple[int, int, int]:
    """The year, month and day on which a date may end; of one without end, its beginning."""
    bounds = when.bounds
    instant = bounds.earliest if bounds.latest == EVER_AFTER else bounds.latest - 1
    year, month, day, *_clock = civil(max(instant, bounds.earliest))
    return year, month, day


def number_of_days(when: When) -> int:
    """How many days a date may touch."""
    first, last = first_day(when), last_day(when)
    return (seconds(*last) - seconds(*first)) // DAY + 1


def historical(year: int) -> int:
    """The year as people count who have no year 0: -44 is 44 BC."""
    return year if year > 0 else year - 1


def astronomical(year: int) -> int:
    """The year with 1 BC as year 0, from one that people count: -44 is 44 BC."""
    return year + 1 if year < 0 else year
