"""Dates that are counted from another: yesterday, two years ago, the following week."""

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.reading.dates.clock import Clock, Tense
from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.values import MONTHS, Span

_OFTEN = {"fortnight": ("week", 2), "halfyear": ("half", 1)}
_BACK = {"month": 12, "quarter": 4, "half": 2, "week": 52, "year": 1}


@dataclass(slots=True)
class Placed:
    """The spans that a match may mean and what they were read against."""

    spans: list[Span] = field(default_factory=list)
    anchor: Span | None = None
    how: str = "written"
    is_named: bool = False
    tense: Tense = ""
    timex3: str = ""


def number(bound: Bound, key: str) -> int | None:
    """A whole number of the match."""
    value = bound.get(key)
    return value if isinstance(value, int) else None


def place_counted(bound: Bound, clock: Clock) -> Placed:
    """Three weeks later, two years ago, nearly a decade earlier."""
    source, sign = str(bound["from"]), number(bound, "sign") or 1
    anchor = clock.anchor(source)
    how = "published" if source == "published" else "last"
    count = bound.get("n", bound.get("several", "X" if "units" in bound else 1))
    vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if not isinstance(count, int | float) or anchor is None:
        return Placed(anchor=anchor, how=how, timex3=vague)
    unit = str(bound.get("unit", "day"))
    span = shift(anchor, count * sign, unit)
    if span is None:
        return Placed(anchor=anchor, how=how, timex3=vague)
    return Placed([span], anchor, how)


def shift(anchor: Span, count: float, unit: str) -> Span | None:
    """The span of `unit` that lies `count` units from the anchor; None where the anchor is coarser.

    Three days from a month has no answer; ten years from a day is a year.
    """
    if unit in ("second", "minute", "hour"):
        whole = anchor.unit == "day" and unit == "hour" and count % 24 == 0
        return anchor.shifted(int(count // 24)) if whole else None
    if unit in _OFTEN:
        unit, times = _OFTEN[unit]
        count *= times
    if unit == "decade" and (count != int(count) or abs(count) < 10):
        return anchor.within("year").shifted(round(count * 10)).within("decade")
    if count != int(count):
        months = MONTHS.get(unit, 0) * count
        finer = "month" if unit == "year" and months == int(months) else ""
        return anchor.within("month").shifted(int(months)) if finer and _is_finer(anchor) else None
    if not _is_finer(anchor) and unit in ("day", "week", "weekend"):
        return None
    if unit == "month" and anchor.unit in ("year", "decade", "century"):
        return None
    return anchor.within(unit).shifted(int(count))


def _is_finer(anchor: Span) -> bool:
    return anchor.unit in ("day", "week", "weekend")


def place_shifted(bound: Bound, clock: Clock, tense: Callable[[], Tense]) -> Placed:
    """Yesterday, last week, the following year, that month."""
    if bound["from"] == "this" and clock.is_told and not clock.is_quoted and tense() == "will":
        clock = Clock(clock.published)
    source, count = str(bound["from"]), number(bound, "shift") or 0
    if bound.get("rule") == "today" and count == 0 and clock.is_long_ago():
        return Placed(anchor=clock.published, timex3="PRESENT_REF")
    before = clock.told_before() if source == "last" else None
    anchor, unit = before or clock.anchor(source), str(bound.get("unit", "day"))
    is_last = source == "last" or (source == "this" and clock.is_told)
    placed = Placed(anchor=anchor, how="last" if is_last else "published")
    if anchor is None:
        return placed
    anchor = placed.anchor = _fine_enough(bound, clock, anchor, unit)
    if _is_too_coarse(anchor, unit):
        return placed
    if unit == "weekend" and source == "published" and count == -1:
        count = 0 if (anchor.index + 3) % 7 > 5 else -1
    back = _BACK.get(unit, 0)
    count -= back if "yearback" in bound else 0
    span = anchor.within(unit).shifted(count)
    if (year := number(bound, "year")) is not None:
        span = span.shifted((year - span.year) * (back or 1))
    if "nth" in bound:
        day = nth_weekday(span, number(bound, "nth") or 1, number(bound, "weekday") or 1)
        placed.spans = [day] if day else []
        return placed
    placed.spans = [span]
    return placed


def _fine_enough(bound: Bound, clock: Clock, anchor: Span, unit: str) -> Span:
    """For `this month` the day of publication, where the tale of these days names only a year."""
    said_now = bound["from"] == "this" and not clock.is_long_ago()
    return clock.published or anchor if said_now and _is_too_coarse(anchor, unit) else anchor


def _is_too_coarse(anchor: Span, unit: str) -> bool:
    """True where a year or month cannot tell which day, week or month is meant."""
    if _is_finer(anchor):
        return False
    return unit in ("day", "week", "weekend") or (unit == "month" and anchor.unit != "month")


def nth_weekday(month: Span, nth: int, weekday: int) -> Span | None:
    """The second Tuesday of a month, -1 for the last one."""
    if month.unit != "month":
        return None
    first = month.first + (weekday - 1 - (month.first + 3)) % 7
    day = first + 7 * (nth - 1)
    if nth < 0:
        day = month.last - ((month.last + 3) % 7 - (weekday - 1)) % 7
    return Span("day", day) if month.first <= day <= month.last else None
