"""Clock times and parts of day that name no day: which day they belong to."""

import re
from collections.abc import Callable

from desktop.calendar import DAY, civil, seconds
from desktop.reading.dates import edtf
from desktop.reading.dates.clock import Clock, Tense
from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.offsets import Placed, number

_TO_THE_MINUTE = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d)$")
_SECONDS = {"minute": 60, "hour": 3600}


def is_bare_hour(bound: Bound) -> bool:
    """True for a clock time or part of a day that names no day."""
    timed = "part" in bound or "clock" in bound or "hour" in bound
    return timed and not any(
        key in bound
        for key in ("year", "month", "weekday", "from", "iso", "slash", "monthday", "holiday",
                    "namedday", "yshift", "season", "sign", "ancient")
    )  # fmt: skip


def place_hour(bound: Bound, clock: Clock, tense: Callable[[], Tense]) -> Placed:
    """A clock time or part of day without a day: the day where the text stands."""
    anchor = clock.last or clock.mention
    if anchor is not None and anchor.unit != "day" and clock.stamp is not None:
        anchor = None  # a line of a live report that looked back
    if anchor is None and not clock.is_told:
        if _is_to_the_minute(bound):
            anchor = clock.day or clock.published
        elif _is_told_once(bound, tense()):
            anchor = clock.published
    placed = Placed(anchor=anchor, how="last")
    if anchor is not None and anchor.unit == "day":
        before = "loose" in bound and bound.get("part") == "NI" and anchor == clock.published
        placed.spans = [anchor.shifted(-1) if before else anchor]
    return placed


def _is_to_the_minute(bound: Bound) -> bool:
    """`18:05` or `6 p.m. GMT` tells of one day; `4pm` may be any day's closing time."""
    return "zone" in bound or not str(bound.get("clock", ":00")).endswith(":00")


def _is_told_once(bound: Bound, tense: Tense) -> bool:
    """`It began at 6 a.m.` tells of one day; `it opens at 9 a.m.` of many."""
    return bool(tense) and "part" not in bound


def clock_of(bound: Bound, key: str, hour_key: str, half_key: str) -> str:
    """The clock time of a match as 18:05, "" where it has none."""
    if isinstance(clock := bound.get(key), str):
        hour, minute = int(clock[:2]), clock[3:]
    elif (found := number(bound, hour_key)) is not None:
        hour, minute = found, "00"
    elif hour_key == "hour" and "T" in bound:
        return ""
    else:
        return "" if number(bound, "n") is None or half_key not in bound else _spelled(bound)
    return f"{_of_day(hour, bound, half_key):02}:{minute}" if hour < 24 else ""


def _spelled(bound: Bound) -> str:
    hour = number(bound, "n") or 0
    return f"{_of_day(hour, bound, 'ampm'):02}:00" if hour < 24 else ""


def _of_day(hour: int, bound: Bound, half_key: str) -> int:
    half = number(bound, half_key)
    side = bound.get("side")
    if half is None and side in ("AF", "EV", "NI") and (side != "NI" or 5 < hour < 12):
        half = 12
    if half is None and "oclock" in bound and 0 < hour < 7 and not {"side", "part"} & set(bound):
        half = 12
    if half is None:
        return hour
    return hour % 12 + half if hour <= 12 else hour


def minutes_of(written: str) -> int | None:
    """Seconds since 1970 of an EDTF clock time, None for any other date."""
    found = _TO_THE_MINUTE.match(written)
    if found is None:
        return None
    year, month, day, hour, minute = map(int, found.groups())
    return seconds(year, month, day, hour, minute)


def by_the_clock(bound: Bound, clock: Clock) -> str:
    """`Six hours later` than a clock time, `an hour ago` in a line that bears one; else ""."""
    count, unit = bound.get("n", 1), str(bound.get("unit", ""))
    since = clock.stamp if bound.get("from") == "published" else clock.instant
    if "sign" not in bound or unit not in _SECONDS or since is None or not isinstance(count, int):
        return ""
    if "several" in bound or "units" in bound:
        return ""
    moved = since + (number(bound, "sign") or 1) * count * _SECONDS[unit]
    _year, _month, _day, hour, minute, _second = civil(moved)
    return edtf.at_clock(moved // DAY, f"{hour:02}:{minute:02}")
