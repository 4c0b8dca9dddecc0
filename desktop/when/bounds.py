"""From what a date says to seconds: the outer span that it may touch and the core that it must."""

from dataclasses import dataclass
from functools import lru_cache

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.calendar import DAY, MINUTE, add_months, days_from_civil, days_in_month
from desktop.when.edtf import parse
from desktop.when.written import PARTS, YEARS_IN, Choice, Date, End, Interval, Precision, Written

EVER_AFTER = 600_000_000_000_000_000
"""The end of a span without end, in seconds; no year that can be written reaches it."""
EVER_BEFORE = -EVER_AFTER

_MONTHS_IN = {
    Precision.MILLENNIUM: 12_000,
    Precision.CENTURY: 1_200,
    Precision.DECADE: 120,
    Precision.YEAR: 12,
    Precision.MONTH: 1,
}
_SECONDS_IN = {Precision.DAY: DAY, Precision.MINUTE: MINUTE, Precision.SECOND: 1}


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds since 1970 (proleptic Gregorian, no zone): the outer span [earliest, latest).

    [certain_from, certain_until) is what the date takes in for sure; both are equal where nothing
    is sure. A side without end is `EVER_BEFORE` or `EVER_AFTER`.
    """

    earliest: int
    certain_from: int
    certain_until: int
    latest: int


@lru_cache(maxsize=20_000)
def bounds_of(text: str) -> Bounds:
    """The bounds of a canonical EDTF text; refuses a range that runs backwards."""
    return bounds_afresh(text, parse(text))


def bounds_afresh(text: str, written: Written) -> Bounds:
    """The bounds of what `text` says, reckoned without the memory of earlier texts."""
    if isinstance(written, Date):
        return _of_date(written)
    if isinstance(written, Interval):
        return _of_interval(text, written)
    return _of_choice(text, written)


def span_of(date: Date) -> tuple[int, int]:
    """The whole unit that is written, [start, stop), whatever its marks."""
    if date.precision < Precision.YEAR:
        return _years(date)
    if date.month == 0:
        return _year_start(date.year), _year_start(date.year + 1)
    if date.precision is Precision.PART:
        first, months = PARTS[date.month]
        start = days_from_civil(date.year, first, 1) * DAY
        return start, add_months(start, months)
    if date.day == 0:
        start = days_from_civil(date.year, date.month, 1)
        return start * DAY, (start + days_in_month(date.year, date.month)) * DAY
    start = days_from_civil(date.year, date.month, date.day) * DAY + date.clock
    return start, start + _SECONDS_IN[date.precision]


def _year_start(year: int) -> int:
    return days_from_civil(year, 1, 1) * DAY


def _years(date: Date) -> tuple[int, int]:
    years = YEARS_IN[date.precision]
    if date.is_before_zero:
        return _year_start(date.year - years + 1), _year_start(date.year + 1)
    return _year_start(date.year), _year_start(date.year + years)


def shifted(instant: int, date: Date, units: int) -> int:
    """`instant` moved by so many of the units by which an approximate `date` may be off."""
    unit = date.loose
    if unit in _SECONDS_IN:
        return instant + units * _SECONDS_IN[unit]
    months = PARTS[date.month][1] if unit is Precision.PART else _MONTHS_IN[unit]
    return add_months(instant, units * months)


def _of_date(date: Date) -> Bounds:
    start, stop = span_of(date)
    if date.is_exact:
        return Bounds(start, start, stop, stop)
    middle = (start + stop) // 2
    if date.is_approximate:
        start, stop = shifted(start, date, -1), shifted(stop, date, 1)
    return Bounds(start, middle, middle, stop)


def _of_interval(text: str, interval: Interval) -> Bounds:
    earliest, certain_from = _start_of(interval.first)
    certain_until, latest = _stop_of(interval.last)
    if latest <= earliest:
        raise WhenError(_("{text}: the range ends before it begins.").format(text=text))
    if interval.first is End.UNKNOWN and isinstance(interval.last, Date):
        certain_from = span_of(interval.last)[0]
    if interval.last is End.UNKNOWN and isinstance(interval.first, Date):
        certain_until = max(span_of(interval.first)[1], certain_from)
    if certain_from > certain_until:
        middle = (certain_from + certain_until) // 2
        certain_from = certain_until = min(max(middle, earliest), latest)
    return Bounds(earliest, certain_from, certain_until, latest)


def _start_of(end: Date | End) -> tuple[int, int]:
    """Where an interval may begin, and where it has begun for sure."""
    if isinstance(end, End):
        return EVER_BEFORE, EVER_BEFORE
    start, stop = span_of(end)
    return start, start if end.is_exact else stop


def _stop_of(end: Date | End) -> tuple[int, int]:
    """Until when an interval lasts for sure, and where it is over; a clock time is a stroke."""
    if isinstance(end, End):
        return EVER_AFTER, EVER_AFTER
    start, stop = span_of(end)
    if end.precision > Precision.DAY:
        start, stop = start - (stop - start), start
    return stop if end.is_exact else start, stop


def _of_choice(text: str, choice: Choice) -> Bounds:
    spans = [_run_span(text, first, last) for first, last in choice.runs]
    earliest, latest = min(start for start, _ in spans), max(stop for _, stop in spans)
    ends = [end for run in choice.runs for end in run]
    is_exact = all(isinstance(end, End) or end.is_exact for end in ends)
    if not choice.is_one_of and is_exact and _is_one_stretch(spans):
        return Bounds(earliest, earliest, latest, latest)
    middle = (earliest + latest) // 2
    if earliest == EVER_BEFORE:
        middle = latest
    elif latest == EVER_AFTER:
        middle = earliest
    return Bounds(earliest, middle, middle, latest)


def _run_span(text: str, first: Date | End, last: Date | End) -> tuple[int, int]:
    start = EVER_BEFORE if isinstance(first, End) else _of_date(first).earliest
    stop = EVER_AFTER if isinstance(last, End) else _of_date(last).latest
    if stop <= start:
        raise WhenError(_("{text}: the range ends before it begins.").format(text=text))
    return start, stop


def _is_one_stretch(spans: list[tuple[int, int]]) -> bool:
    """True where the spans leave no gap between them."""
    reached = min(spans)[0]
    for start, stop in sorted(spans):
        if start > reached:
            return False
        reached = max(reached, stop)
    return True
