"""Two ends make one expression: 20–22 September, from March to May 2003, between 6 and 8 p.m."""

from collections.abc import Callable
from dataclasses import replace

from desktop.reading.dates import explain
from desktop.reading.dates.clock import Clock, Tense
from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.hours import clock_of
from desktop.reading.dates.offsets import number
from desktop.reading.dates.resolve import Reading, resolve
from desktop.reading.dates.values import Span

_YEARS = ("year", "era", "yy", "yshift", "yfrom")


def resolve_range(
    bound: Bound, clock: Clock, tense: Callable[[], Tense], words: str
) -> Reading | None:
    """The reading of a template that holds both ends."""
    first, second = ends_of(bound)
    if "/" in words and bound.get("era") == -1:
        _write_out(first, second)
    _set_halves(first, second)
    one = resolve(first, clock, tense, words)
    two = resolve(second, clock, tense, words)
    if one and two and one.kind == two.kind == "time" and not one.edtf and not two.edtf:
        return two
    return join(one, two, words, is_second_whole=_is_second_whole(bound))


def _write_out(first: Bound, second: Bound) -> None:
    """Writes 432/1 BC out as 432 and 431."""
    year, short = number(first, "year"), number(second, "year")
    if year is not None and short is not None and short < 100 <= year:
        scale = 10 if short < 10 else 100
        second["year"] = year - year % scale + short


def _set_halves(first: Bound, second: Bound) -> None:
    """Sets morning or afternoon so that the hours run on: 9.30–4.30 p.m., 11:30–1:30."""
    hours = [_hour(bound) for bound in (first, second)]
    if hours[0] is None or hours[1] is None or hours[1] > hours[0]:
        return
    if first.get("ampm") == 12 and hours[0] >= 12 and not first.get("own"):
        first["ampm"] = 0
    elif "ampm" not in second and hours[1] <= 12 and hours[0] <= 12:
        second["ampm"] = 12
    else:
        second["days"] = 1


def _hour(bound: Bound) -> float | None:
    clock = clock_of(bound, "clock", "hour", "ampm")
    return int(clock[:2]) + int(clock[3:]) / 60 if clock else None


def _is_second_whole(bound: Bound) -> bool:
    """True where only the second end is written in full: 6–7 February, 499–493 BC, 6 to 8 p.m."""
    month, second = bound.get("month@"), bound.get("d_second@")
    if isinstance(month, int) and isinstance(second, int):
        return month > second
    return any(key in bound and f"{key}_first" not in bound for key in ("era", "ampm"))


def ends_of(bound: Bound) -> tuple[Bound, Bound]:
    """The values of both ends: what the second end has of its own is named `…_second`."""
    first = {key: value for key, value in bound.items() if not key.endswith(("_second", "_first"))}
    second = dict(first)
    for key, value in bound.items():
        if key.endswith("_second"):
            second[key.removesuffix("_second")] = value
        elif key.endswith("_first"):
            first[key.removesuffix("_first")] = value
            first["own"] = True
    if "yy_second" in bound:
        year, short = bound["year"], bound["yy_second"]
        assert isinstance(year, int)
        assert isinstance(short, int)
        second["year"] = year - year % 100 + short + (100 if short < year % 100 else 0)
        del second["yy"]
    if "clock_second" in bound:
        second.pop("hour", None)
    if "hour_second" in bound:
        second.pop("clock", None)
        second.pop("n", None)
    if isinstance(first.get("n"), int) and "hour_second" in bound and "hour" not in bound:
        first["hour"] = first["n"]
    return first, second


def join(
    one: Reading | None, two: Reading | None, words: str, *, is_second_whole: bool
) -> Reading | None:
    """One reading from the begin of the first to the end of the second; None where they cross.

    TIMEX3 has no value for a range: it gets that of the end which is written in full, else the
    first end's.
    """
    if one is None or two is None or one.span is None or two.span is None:
        return None
    if one.span.first > two.span.last:
        return None
    begin, end = _begin(one), _end(two)
    joined = replace(one, edtf=f"{begin}/{end}", others=(), span=one.span)
    if is_second_whole:
        joined.timex3 = two.timex3
    joined.confidence = min(one.confidence, two.confidence)
    joined.why = one.why if one.anchor else explain.as_written(words)
    return joined


def one_of(one: Reading, two: Reading, words: str) -> Reading | None:
    """Thursday or Friday: one of both; None where one is a day and the other no such unit."""
    if one.span and two.span and one.span.unit != two.span.unit:
        return None
    simple = all("/" not in text and "X" not in text and text for text in (one.edtf, two.edtf))
    written = f"[{one.edtf},{two.edtf}]" if simple else one.edtf
    return replace(one, edtf=written, others=())


def _begin(reading: Reading) -> str:
    return _whole_years(reading, 0) or reading.edtf.partition("/")[0]


def _end(reading: Reading) -> str:
    return _whole_years(reading, 1) or reading.edtf.rpartition("/")[2]


def _whole_years(reading: Reading, end: int) -> str:
    """A decade or century as an end of an interval is its first or last year."""
    if "X" not in reading.edtf or reading.span is None:
        return ""
    day = reading.span.last if end else reading.span.first
    return Span("day", day).within("year").edtf


def with_year_of(first: Bound, second: Bound) -> Bound:
    """The first end with the second's year where it names none: from October to March 1945."""
    if any(key in first for key in _YEARS) or not {"month", "season"} & set(first):
        return first
    shared = {key: second[key] for key in _YEARS if key in second}
    if not shared:
        return first
    month, other = number(first, "month") or 0, number(second, "month") or 12
    year = number(shared, "year")
    if year is not None and month > other:
        shared["year"] = year - 1 if shared.get("era") != -1 else year + 1
    return {**first, **shared}
