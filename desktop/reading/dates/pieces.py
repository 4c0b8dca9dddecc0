"""Pieces of a longer span: the first week of August, the last ten months of 1915."""

from typing import Protocol

from desktop.reading.dates.edtf import length
from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.values import MONTHS, Span, edtf_day, span_of

_DAYS = {"day": 1, "week": 7, "fortnight": 14}


class Refined(Protocol):
    """The fields of a reading that a piece narrows."""

    edtf: str
    timex3: str
    span: Span | None
    others: tuple[str, ...]


def refine_piece(reading: Refined, bound: Bound, span: Span) -> None:
    """Narrows a reading to its first, last or nth so many days, weeks, months or years."""
    unit = str(bound["piece"])
    count, nth = bound.get("n", 1), bound.get("piecenumber", 1)
    if not isinstance(count, int) or not isinstance(nth, int):
        return
    reading.others = ()
    if unit in _DAYS:
        _days(reading, span, _DAYS[unit] * count, _DAYS[unit] * (nth - 1), bound)
    elif unit in MONTHS and span.unit in MONTHS and MONTHS[unit] < MONTHS[span.unit]:
        _units(reading, span, unit, (count, nth - 1), bound)
    if count > 1:
        reading.timex3 = length(count, unit)


def _days(reading: Refined, span: Span, count: int, skipped: int, bound: Bound) -> None:
    if span.last - span.first < count:
        return
    first = span.last - count + 1 if bound.get("end") else span.first + skipped
    last = first + count - 1
    last = min(last, span.last)
    reading.edtf = edtf_day(first) if count == 1 else f"{edtf_day(first)}/{edtf_day(last)}"
    piece = span_of("day" if count == 1 else "week", first)
    reading.timex3 = piece.timex3
    reading.span = Span("day", first) if count == 1 else reading.span


def _units(reading: Refined, span: Span, unit: str, place: tuple[int, int], bound: Bound) -> None:
    count, skipped = place
    if bound.get("end"):
        last = span_of(unit, span.last)
        first = last.shifted(1 - count)
    else:
        first = span_of(unit, span.first).shifted(skipped)
        last = first.shifted(count - 1)
    if first.first < span.first or last.last > span.last:
        return
    reading.edtf = first.edtf if count == 1 else f"{first.edtf}/{last.edtf}"
    reading.timex3, reading.span = first.timex3, first


def refine_half(reading: Refined, half: int, span: Span) -> None:
    """The first or second half of a month, year, decade or century."""
    reading.others = ()
    if span.unit == "year":
        piece = Span("half", span.index * 2 + half - 1)
        reading.edtf, reading.timex3, reading.span = piece.edtf, piece.timex3, piece
    elif span.unit in ("decade", "century"):
        first, last = (span_of("year", day) for day in (span.first, span.last))
        middle = first.shifted((last.index - first.index) // 2)
        ends = (first, middle) if half == 1 else (middle.shifted(1), last)
        reading.edtf = f"{ends[0].edtf}/{ends[1].edtf}"
    elif span.unit != "day":
        middle_day = span.first + (14 if span.unit == "month" else (span.last - span.first) // 2)
        days = (span.first, middle_day) if half == 1 else (middle_day + 1, span.last)
        reading.edtf = f"{edtf_day(days[0])}/{edtf_day(days[1])}"


def refine_week(reading: Refined, bound: Bound, span: Span) -> None:
    """The week or weekend of a day: the one that holds it, or that begins with it."""
    if span.unit != "day":
        return
    reading.others = ()
    if bound["weekof"] == "begin":
        reading.edtf = f"{edtf_day(span.first)}/{edtf_day(span.first + 6)}"
        return
    whole = span.within(str(bound["weekof"]))
    reading.edtf, reading.timex3 = whole.edtf, whole.timex3
