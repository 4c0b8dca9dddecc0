"""A stretch of seconds as whole units of the calendar: the coarsest that fit both its ends."""

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.bounds import EVER_AFTER, EVER_BEFORE
from desktop.when.calendar import DAY, MINUTE, civil
from desktop.when.spelling import spell_instant
from desktop.when.written import End, Precision

Ends = tuple[str, str]
"""The EDTF texts of the first and the last unit of a stretch of time, equal where it is one."""

_UNITS = (Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.MINUTE, Precision.SECOND)
_SECONDS_IN = {Precision.MINUTE: MINUTE, Precision.SECOND: 1}


def units_between(start: int, stop: int, coarsest: Precision, *, is_choice: bool = False) -> Ends:
    """The first and the last unit of [start, stop), none coarser than `coarsest`.

    The last clock time is the stroke on which an interval ends; in a choice of dates it is the
    last minute itself. A side that lasts for ever is `..`; both cannot be.
    """
    if start >= stop:
        raise WhenError(_("A range must end after it begins."))
    if start <= EVER_BEFORE and stop >= EVER_AFTER:
        raise WhenError(_("A range needs a date at one end at least."))
    unit = finest_needed((start, stop), coarsest)
    first = End.OPEN.value if start <= EVER_BEFORE else spell_instant(start, unit)
    if stop >= EVER_AFTER:
        return first, End.OPEN.value
    if unit <= Precision.DAY:
        return first, spell_instant(stop - 1, unit)
    if is_choice or stop - start == _SECONDS_IN[unit]:
        return first, spell_instant(stop - _SECONDS_IN[unit], unit)
    return first, spell_instant(stop, unit)


def finest_needed(instants: tuple[int, ...], coarsest: Precision) -> Precision:
    """The coarsest unit, from `coarsest` on, that begins on each of the instants."""
    return next(
        unit
        for unit in _UNITS
        if unit >= coarsest and all(_begins(unit, instant) for instant in instants)
    )


def _begins(unit: Precision, instant: int) -> bool:
    if not EVER_BEFORE < instant < EVER_AFTER or unit is Precision.SECOND:
        return True
    if unit is Precision.MINUTE:
        return instant % MINUTE == 0
    if instant % DAY:
        return False
    _year, month, day = civil(instant)[:3]
    return unit is Precision.DAY or (day == 1 and (month == 1 or unit is Precision.MONTH))
