"""What the hand draws becomes a `When`: seconds cut to a unit, the untouched end as it was."""

from time import localtime

from desktop.when import EVER_AFTER, EVER_BEFORE, When
from desktop.when.calendar import DAY, HOUR, MINUTE, add_months, civil, days_from_civil
from desktop.when.calendar import seconds as seconds_of
from desktop.when.spelling import spell_year
from desktop.when.written import YEARS_IN, Choice, Date, Interval, Precision

YEAR = 365.2425 * DAY
_CLOCK = (Precision.MINUTE, Precision.SECOND)


def precision_for(seconds: float) -> Precision:
    """The unit in which a date drawn at `seconds` a pixel is honest: a unit of about four pixels.

    Finer than a minute nothing is drawn by hand, and coarser than a year nothing is named.
    """
    reach = seconds * 4
    if reach < HOUR:
        return Precision.MINUTE
    if reach < 6 * DAY:
        return Precision.DAY
    return Precision.MONTH if reach < 0.4 * YEAR else Precision.YEAR


def step_for(seconds: float) -> int:
    """The round number of seconds, below a day, to which the hand is held at `seconds` a pixel."""
    steps = (MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, DAY)
    return next((step for step in steps if step >= seconds * 4), DAY)


def held(instant: int, seconds: float) -> int:
    """The round clock time nearest to `instant` that can be meant at `seconds` a pixel."""
    if precision_for(seconds) not in _CLOCK:
        return instant
    step = step_for(seconds)
    return round(instant / step) * step


def floor_to(instant: int, precision: Precision) -> int:
    """The start of the unit in which `instant` lies."""
    year, month, day, hour, minute, _ = civil(instant)
    if precision in _CLOCK:
        return days_from_civil(year, month, day) * DAY + hour * HOUR + minute * MINUTE
    if precision is Precision.DAY:
        return days_from_civil(year, month, day) * DAY
    if precision in (Precision.MONTH, Precision.PART):
        return days_from_civil(year, month, 1) * DAY
    years = YEARS_IN.get(precision, 1)
    return days_from_civil(year - year % years, 1, 1) * DAY


def next_after(instant: int, precision: Precision) -> int:
    """The start of the unit after the one in which `instant` lies."""
    start = floor_to(instant, precision)
    if precision in _CLOCK:
        return start + MINUTE
    if precision is Precision.DAY:
        return start + DAY
    months = 1 if precision in (Precision.MONTH, Precision.PART) else 12
    return add_months(start, months * YEARS_IN.get(precision, 1))


def nearest_to(instant: int, precision: Precision) -> int:
    """The boundary of a unit that is nearest to `instant`."""
    before, after = floor_to(instant, precision), next_after(instant, precision)
    return before if instant - before < after - instant else after


def spell(instant: int, precision: Precision) -> str:
    """The unit in which `instant` lies, as EDTF."""
    year, month, day, hour, minute, _ = civil(instant)
    text = spell_year(year)
    if precision < Precision.PART:
        return text
    text = f"{text}-{month:02d}"
    if precision < Precision.DAY:
        return text
    text = f"{text}-{day:02d}"
    return text if precision is Precision.DAY else f"{text}T{hour:02d}:{minute:02d}"


def drawn(start: int, stop: int, precision: Precision) -> When:
    """The date of what was drawn from `start` to `stop`: one unit, or from one unit to another.

    Both ends are cut to boundaries of `precision`; a stretch shorter than a unit is that unit.
    """
    first = nearest_to(start, precision)
    last = nearest_to(stop, precision)
    if last <= first:
        first = floor_to(start, precision)
        last = next_after(first, precision)
    if precision in _CLOCK:
        end = spell(last, precision)
        return When(f"{spell(first, precision)}/{end}" if stop > start else spell(first, precision))
    begin, end = spell(first, precision), spell(last - 1, precision)
    return When(begin if begin == end else f"{begin}/{end}")


def moment(instant: int, precision: Precision) -> When:
    """The unit in which `instant` lies, as a date."""
    return When(spell(instant, precision))


def with_start(when: When, start: int, precision: Precision) -> When:
    """`when` with another first moment; its end stays as it is written."""
    last = _halves(when)[1]
    if _is_clock(when) and precision is Precision.DAY:
        precision = Precision.MINUTE
    first = spell(nearest_to(start, precision), precision)
    return When(first if first == last else f"{first}/{last}")


def with_stop(when: When, stop: int, precision: Precision) -> When:
    """`when` with another end; its first moment stays as it is written."""
    first = _halves(when)[0]
    if _is_clock(when) and precision is Precision.DAY:
        precision = Precision.MINUTE
    end = nearest_to(stop, precision)
    last = spell(end if precision in _CLOCK else end - 1, precision)
    return When(first if first == last else f"{first}/{last}")


def precision_of(when: When) -> Precision:
    """The finest unit in which any part of a date is said."""
    written = when.written
    if isinstance(written, Date):
        return written.precision
    if isinstance(written, Interval):
        ends = [written.first, written.last]
    else:
        ends = [end for run in written.runs for end in run]
    return max((end.precision for end in ends if isinstance(end, Date)), default=Precision.DAY)


def can_resize(when: When) -> bool:
    """False for a choice of dates: it has no two ends to pull."""
    return not isinstance(when.written, Choice)


def _is_clock(when: When) -> bool:
    return precision_of(when) in _CLOCK


def _halves(when: When) -> tuple[str, str]:
    """The two ends as they are written; a single date is both of its own."""
    first, slash, last = when.edtf.partition("/")
    if slash:
        return first, last
    bounds = when.bounds
    if isinstance(when.written, Date) and when.written.precision in _CLOCK:
        return first, spell(bounds.latest, Precision.MINUTE)
    if isinstance(when.written, Date) and when.written.is_before_zero:
        return spell(bounds.earliest, Precision.YEAR), spell(bounds.latest - 1, Precision.YEAR)
    return first, first


def is_endless(instant: int) -> bool:
    """True for the bounds that stand for no end at all."""
    return instant <= EVER_BEFORE or instant >= EVER_AFTER


def seconds_now() -> int:
    """Now, by the clock on the wall, as dates without a zone count it."""
    now = localtime()
    return seconds_of(now.tm_year, now.tm_mon, now.tm_mday, now.tm_hour, now.tm_min)
