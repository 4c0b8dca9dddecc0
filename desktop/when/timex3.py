"""The value that a TIMEX3 tag (ISO 24617-1, TimeML 1.2.1) gives to a date."""

from desktop.when.bounds import span_of
from desktop.when.calendar import DAY, week_of, weekday
from desktop.when.spelling import spell_year
from desktop.when.written import Date, Interval, Precision, Written

_PARTS = {
    21: "SP", 22: "SU", 23: "FA", 24: "WI", 25: "SP", 26: "SU", 27: "FA", 28: "WI",
    29: "SP", 30: "SU", 31: "FA", 32: "WI", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4",
    40: "H1", 41: "H2",
}  # fmt: skip
_DAYPARTS = {(6, 12): "TMO", (12, 18): "TAF", (18, 24): "TEV", (18, 30): "TNI"}


def timex3_of(written: Written) -> str:
    """`2024-11-29`, `2024-W48`, `198`, `BC0044`, `2024-11-29TEV` …; empty where there is none."""
    if isinstance(written, Date):
        return _of_date(written)
    if isinstance(written, Interval):
        first, last = written.first, written.last
        if isinstance(first, Date) and isinstance(last, Date):
            return _of_range(first, last)
    return ""


def _of_date(date: Date) -> str:
    year = _year(date)
    if not year or date.precision <= Precision.YEAR:
        return year
    if date.precision is Precision.PART:
        return f"{year}-{_PARTS[date.month]}" if date.month in _PARTS else ""
    text = f"{year}-{date.month or 'XX':02}" if date.month else f"{year}-XX"
    if date.precision is Precision.MONTH:
        return text
    text += f"-{date.day:02d}" if date.day else "-XX"
    return text if date.precision is Precision.DAY else text + _clock(date)


def _year(date: Date) -> str:
    digits = {Precision.MILLENNIUM: 1, Precision.CENTURY: 2, Precision.DECADE: 3}
    if date.precision in digits:
        return "" if date.is_before_zero else f"{date.year:04d}"[: digits[date.precision]]
    if -9998 <= date.year <= 0:
        return f"BC{1 - date.year:04d}"
    return spell_year(date.year) if 0 < date.year <= 9999 else ""


def _clock(date: Date) -> str:
    hour, rest = divmod(date.clock, 3600)
    text = f"T{hour:02d}:{rest // 60:02d}"
    return text if date.precision is Precision.MINUTE else f"{text}:{rest % 60:02d}"


def _of_range(first: Date, last: Date) -> str:
    start, stop = span_of(first)[0], span_of(last)[1]
    if first.precision is Precision.MINUTE and last.precision is Precision.MINUTE:
        return _of_daypart(first, start, span_of(last)[0])
    if first.precision is Precision.DAY and last.precision is Precision.DAY:
        week = _of_week(start // DAY, stop // DAY)
        if week:
            return week
    return _around(first, last)


def _of_daypart(first: Date, start: int, stop: int) -> str:
    midnight = start // DAY * DAY
    hours = ((start - midnight) / 3600, (stop - midnight) / 3600)
    for (begins, ends), name in _DAYPARTS.items():
        if hours == (begins, ends):
            day = Date(first.year, first.month, first.day, 0, Precision.DAY)
            return _of_date(day) + name
    return ""


def _of_week(first: int, behind: int) -> str:
    year, week = week_of(first)
    if weekday(first) == 1 and behind - first == 7:
        return f"{year:04d}-W{week:02d}" if 0 < year <= 9999 else ""
    if weekday(first) == 6 and behind - first == 2:
        return f"{year:04d}-W{week:02d}-WE" if 0 < year <= 9999 else ""
    return ""


def _around(first: Date, last: Date) -> str:
    """`2016` for early, mid and late 2016: the unit of which an approximate range is a part."""
    if not (first.is_approximate or last.is_approximate) or first.year != last.year:
        return ""
    unit = Date(first.year)
    if first.precision is Precision.DAY and first.month == last.month:
        unit = Date(first.year, first.month, 0, 0, Precision.MONTH)
    return _of_date(unit)
