"""How a part of a span is written: early, late, mornings, clock times and lengths."""

from desktop.reading.dates.values import MONTHS, Span, edtf_day, edtf_year

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
    "millennium": "ML", "weekend": "WE", "halfyear": "S",
}  # fmt: skip
_PARTS = {
    "MO": (6, 12), "AF": (12, 18), "EV": (18, 24), "NI": (18, 30), "DT": (6, 18),
    "EARLY": (0, 6), "DAWN": (5, 7), "DUSK": (18, 20), "OVERNIGHT": (18, 30),
    "OVERNIGHT0": (-6, 6), "DAYSTART": (0, 0),
}  # fmt: skip
_TIMEX_PARTS = {
    "EARLY": "TMO", "DAWN": "TMO", "DUSK": "TEV", "OVERNIGHT": "TNI", "OVERNIGHT0": "TNI",
    "DAYSTART": "T00:00", "MIDDAY": "T12:00", "NOON": "T12:00", "MIDNIGHT": "T24:00",
}  # fmt: skip
_POINTS = {"DAYSTART": "00:00", "MIDDAY": "12:00", "NOON": "12:00", "MIDNIGHT": "24:00"}


def length(count: object, unit: str) -> str:
    """A TIMEX3 duration; `count` is a number or X where nobody says how many."""
    letter = _LETTERS.get(unit, "D")
    if isinstance(count, float) and count.is_integer():
        count = int(count)
    if unit == "fortnight" and isinstance(count, int):
        count *= 2
    if letter[0] == "T":
        return f"PT{count}{letter[1:]}"
    return f"P{count}{letter}"


def edge(span: Span, mod: str) -> str:
    """The early, middle or late part of a span in EDTF; the inner end is approximate."""
    if mod == "rest":
        return span.edtf
    if span.unit == "day":
        hours = {"early": (0, 6), "mid": (10, 14), "late": (18, 24)}[mod]
        return between_hours(span.index, *hours)
    if span.unit in MONTHS and MONTHS[span.unit] > 12:
        return _edge_of_years(span, mod)
    if span.unit == "year":
        return _edge_of_year(span, mod)
    return _edge_of_days(span, mod)


def _edge_of_year(span: Span, mod: str) -> str:
    year = edtf_year(span.index)
    return {
        "early": f"{year}/{year}-04~",
        "mid": f"{year}-05~/{year}-08~",
        "late": f"{year}-09~/{year}-12",
    }[mod]


def _edge_of_years(span: Span, mod: str) -> str:
    size = MONTHS[span.unit] // 12
    first, third = span.index * size, size // 3
    if first < 0:
        mod = {"early": "early", "late": "late"}.get(mod, "mid")
        first += 1
    last = first + size - 1
    return {
        "early": f"{edtf_year(first)}/{edtf_year(first + third)}~",
        "mid": f"{edtf_year(first + third + 1)}~/{edtf_year(last - third)}~",
        "late": f"{edtf_year(last - third + 1)}~/{edtf_year(last)}",
    }[mod]


def _edge_of_days(span: Span, mod: str) -> str:
    first, last = span.first, span.last
    third = 10 if span.unit == "month" else max(1, (last - first + 1) // 3)
    begin, end = first + third, first + 2 * third
    return {
        "early": f"{edtf_day(first)}/{edtf_day(begin - 1)}~",
        "mid": f"{edtf_day(begin)}~/{edtf_day(end - 1)}~",
        "late": f"{edtf_day(end)}~/{edtf_day(last)}",
    }[mod]


def between_hours(day: int, first: int, last: int) -> str:
    """An interval of clock times, in hours from the midnight that begins the day."""
    return f"{_hour(day, first)}/{_hour(day, last)}"


def _hour(day: int, hour: int) -> str:
    days, hour = divmod(hour, 24)
    return f"{edtf_day(day + days)}T{hour:02}:00"


def part_of_day(day: int, part: str, mod: str = "") -> str:
    """The EDTF text of a morning, an evening, noon or midnight of a day."""
    if part in _POINTS:
        return at_clock(day, _POINTS[part])
    first, last = _PARTS[part]
    if mod == "early":
        first, last = (4, 8) if part == "MO" else (first, first + (last - first) // 2)
    elif mod == "late":
        first = first + (last - first) // 2
    return between_hours(day, first, last)


def at_clock(day: int, clock: str) -> str:
    """The EDTF text of a clock time such as 18:00; 24:00 begins the next day."""
    if clock.startswith("24"):
        day, clock = day + 1, "00" + clock[2:]
    return f"{edtf_day(day)}T{clock}"


def part_in_timex(part: str) -> str:
    """The ending of a TIMEX3 value for a part of day."""
    return _TIMEX_PARTS.get(part, "T" + part)
