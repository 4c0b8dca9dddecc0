"""A match and the narrative clock give a reading: kind, EDTF, TIMEX3, other readings and why."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.reading.dates import edtf, explain
from desktop.reading.dates.clock import Clock, Tense
from desktop.reading.dates.expression import Kind
from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.hours import by_the_clock, clock_of, is_bare_hour, place_hour
from desktop.reading.dates.moon import moon_feast
from desktop.reading.dates.offsets import Placed, number, shift
from desktop.reading.dates.pieces import refine_half, refine_piece, refine_week
from desktop.reading.dates.readings import place
from desktop.reading.dates.values import Span, edtf_day

_SURENESS = {
    "written": 0.97,
    "published": 0.93,
    "weekday": 0.88,
    "year": 0.8,
    "year of text": 0.75,
    "last": 0.7,
}


@dataclass(slots=True)
class Reading:
    """What one match means; `span` is the whole unit, for the clock to stand at."""

    kind: Kind
    edtf: str = ""
    timex3: str = ""
    span: Span | None = None
    anchor: Span | None = None
    others: tuple[str, ...] = ()
    why: str = ""
    confidence: float = 0.6
    is_named: bool = False


def resolve(bound: Bound, clock: Clock, tense: Callable[[], Tense], words: str) -> Reading | None:
    """The reading of a match; None where the words mean no time after all."""
    means = bound.get("means")
    if means in ("duration", "event", "rate", "eventday"):
        return _length(bound, words)
    if means == "stretch":
        return _stretch(bound, clock, words)
    if means == "set":
        return Reading("set", timex3=_repetition(bound), why=explain.not_placed(words))
    if means == "vague":
        value = str(bound["vague"])
        kind: Kind = "time" if "T" in value and "REF" not in value else "date"
        return Reading(kind, timex3=value, why=explain.not_placed(words), confidence=0.4)
    if means == "movable":
        return _movable(bound, clock, words)
    if means == "then":
        return _then(clock, words)
    return _calendar(bound, clock, tense, words)


def _movable(bound: Bound, clock: Clock, words: str) -> Reading:
    """Ramadan and its like: reckoned where the calendar is known, else only the year."""
    year = number(bound, "year") or (clock.published.year if clock.published else None)
    written = year and moon_feast(str(bound["movable"]), year)
    named = number(bound, "year")
    value = f"{named}-XX" if named else "XXXX"
    if not written or (clock.is_told and not named):
        return Reading("date", timex3=value, why=explain.not_placed(words), confidence=0.4)
    return Reading("date", written, value, confidence=0.6, why=explain.by_the_moon(words))


def _then(clock: Clock, words: str) -> Reading:
    value = "PRESENT_REF"
    return Reading("date", timex3=value, why=explain.not_placed(words), confidence=0.3)


def _length(bound: Bound, words: str) -> Reading:
    if bound["means"] == "eventday":
        return Reading("date", timex3="XXXX-XX-XX", why=explain.tied_to_event(words))
    count = bound.get("n", bound.get("several", "X" if "units" in bound else 1))
    if "share" in bound:
        count = 0.5
    if isinstance(extra := bound.get("extra"), float) and isinstance(count, int | float):
        count += extra
    unit = str(bound.get("unit") or bound.get("units"))
    value = edtf.length(count, unit)
    if count == 0.5 and unit in ("hour", "year", "day"):
        value = {"hour": "PT30M", "year": "P6M", "day": "PT12H"}[unit]
    if bound["means"] == "event":
        return Reading("duration", timex3=value, why=explain.tied_to_event(words))
    kind: Kind = "set" if bound["means"] == "rate" else "duration"
    return Reading(kind, timex3=value, why=explain.not_placed(words), confidence=0.9)


def _stretch(bound: Bound, clock: Clock, words: str) -> Reading:
    """Over the past three days: the three days that end with the day of publication."""
    count = bound.get("n", bound.get("several", "X" if "units" in bound else 1))
    unit, sign = str(bound.get("unit") or bound.get("units")), number(bound, "sign") or -1
    value = edtf.length(count, unit)
    anchor = clock.anchor("this")
    reading = Reading("duration", timex3=value, anchor=anchor, confidence=0.8)
    reading.why = explain.not_placed(words)
    far = anchor and anchor.unit == "day" and isinstance(count, int)
    if not far or anchor is None or not isinstance(count, int):
        return reading
    other = _far_end(anchor, count * sign, unit)
    if other is not None:
        ends = (other, anchor) if sign < 0 else (anchor, other)
        reading.edtf = "/".join(_at(end, unit) for end in ends)
        reading.why = explain.from_anchor(words, anchor, is_narrative=clock.is_narrative)
    return reading


def _far_end(anchor: Span, count: int, unit: str) -> Span | None:
    if unit == "day":
        return anchor.shifted(count + (1 if count < 0 else -1))
    if unit in ("week", "fortnight"):
        days = 7 * count * (2 if unit == "fortnight" else 1)
        return anchor.shifted(days + (1 if count < 0 else -1))
    if unit in ("month", "year", "decade", "century"):
        length = {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        finer = "month" if unit == "month" else "year"
        moved = anchor.within("month").shifted(count * length)
        return moved.within(finer)
    return None


def _at(end: Span, unit: str) -> str:
    if unit in ("day", "week", "fortnight"):
        return end.edtf
    return end.within("month" if unit == "month" else "year").edtf


def _repetition(bound: Bound) -> str:
    if "rate" in bound:
        return str(bound["rate"])
    day = number(bound, "weekday") or number(bound, "weekdays")
    if day:
        return f"XXXX-WXX-{day}" + (
            edtf.part_in_timex(str(bound["part"])) if "part" in bound else ""
        )
    if "season" in bound:
        return f"XXXX-{('SP', 'SU', 'FA', 'WI')[number(bound, 'season') or 0]}"
    if "month" in bound:
        return f"XXXX-{number(bound, 'month'):02}"
    if "part" in bound:
        return "XXXX-XX-XX" + edtf.part_in_timex(str(bound["part"]))
    unit = str(bound.get("unit", "day"))
    if "n" in bound or "several" in bound:
        return edtf.length(bound.get("n", bound.get("several")), unit)
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(
        unit, edtf.length(1, unit)
    )


def _calendar(bound: Bound, clock: Clock, tense: Callable[[], Tense], words: str) -> Reading | None:
    if "ancient" in bound and (clock.year is None or clock.year > 999):
        return None
    if at_clock := by_the_clock(bound, clock):
        return Reading("time", at_clock, at_clock, confidence=0.8, why=explain.as_written(words))
    placed = place_hour(bound, clock, tense) if is_bare_hour(bound) else place(bound, clock, tense)
    if not placed.spans:
        return _unplaced(bound, placed, words)
    span = placed.spans[0]
    if (sign := number(bound, "sign2")) is not None:
        moved = _moved(bound, span, sign)
        if moved is None:
            return _length({**bound, "means": "event", "unit": bound["unit2"]}, words)
        span, placed.spans = moved, [moved]
    reading = Reading("date", span.edtf, span.timex3, span, placed.anchor)
    reading.is_named = placed.is_named
    reading.confidence = _SURENESS.get(placed.how, 0.7)
    reading.others = tuple(dict.fromkeys(other.edtf for other in placed.spans[1:]))
    reading.why = _why(placed, clock, words)
    _refine(reading, bound, span)
    return reading


def _moved(bound: Bound, span: Span, sign: int) -> Span | None:
    count = bound.get("n", bound.get("several", 1))
    if not isinstance(count, int | float):
        return None
    unit = str(bound.get("unit2", "day"))
    return shift(span, count * sign, unit)


def _unplaced(bound: Bound, placed: Placed, words: str) -> Reading:
    value = placed.timex3 or "XXXX-XX-XX"
    kind: Kind = "date"
    if ending := _time_ending(bound):
        kind, value = "time", (value if value.startswith("XXXX-") else "XXXX-XX-XX") + ending
    return Reading(kind, timex3=value, why=explain.not_placed(words), confidence=0.5)


def _time_ending(bound: Bound) -> str:
    clock = clock_of(bound, "clock", "hour", "ampm")
    if clock:
        zone = str(bound.get("zone", ""))
        return f"T{clock}{zone}"
    return edtf.part_in_timex(str(bound["part"])) if "part" in bound else ""


def _refine(reading: Reading, bound: Bound, span: Span) -> None:
    """Adds what narrows the span: early and late, a part of day, a clock time, about."""
    if _has_piece(reading, bound, span):
        return
    mod = str(bound.get("mod", ""))
    clock = clock_of(bound, "clock", "hour", "ampm")
    if span.unit == "day" and clock:
        later = number(bound, "days") or 0
        reading.kind, reading.edtf = "time", edtf.at_clock(span.index + later, clock)
        reading.timex3 = span.timex3 + _time_ending(bound)
        reading.others = ()
    elif span.unit == "day" and "part" in bound:
        part, narrow = str(bound["part"]), str(bound.get("pmod", mod))
        reading.kind, reading.others = "time", ()
        reading.edtf = edtf.part_of_day(span.index, part, narrow)
        reading.timex3 = span.timex3 + edtf.part_in_timex(part)
    elif mod:
        reading.edtf = edtf.edge(span, mod)
        reading.others = ()
    if approx := str(bound.get("approx", "")):
        _approximate(reading, bound, span, approx)
    elif "sign" in bound and bound.get("unit") in ("week", "fortnight") and span.unit == "week":
        _from_weeks(reading, bound)


def _has_piece(reading: Reading, bound: Bound, span: Span) -> bool:
    """Narrows or widens to the week, piece or half that the words name, if they name one."""
    if "weekof" in bound:
        refine_week(reading, bound, span)
    elif "piece" in bound:
        refine_piece(reading, bound, span)
    elif "halfof" in bound:
        refine_half(reading, number(bound, "halfof") or 1, span)
    else:
        return False
    return True


def _approximate(reading: Reading, bound: Bound, span: Span, approx: str) -> None:
    if "sign" in bound and span.unit == "week":
        _from_weeks(reading, bound)
    elif span.unit == "decade" and "sign" in bound and reading.anchor is not None:
        years = round(float(str(bound.get("n", 1))) * 10) - (1 if approx == "<" else 0)
        sign = number(bound, "sign") or -1
        reading.edtf = f"{reading.anchor.within('year').shifted(sign * years).edtf}~"
    elif "/" not in reading.edtf and "X" not in reading.edtf and reading.edtf:
        reading.edtf += "?" if approx == "?" else "~"


def _from_weeks(reading: Reading, bound: Bound) -> None:
    """Two weeks ago is about the same weekday."""
    count, sign = bound.get("n", 1), number(bound, "sign") or -1
    anchor = reading.anchor
    if anchor is not None and anchor.unit == "day" and isinstance(count, int):
        times = 14 if bound.get("unit") == "fortnight" else 7
        about = "~" if bound.get("approx") else ""
        reading.edtf = edtf_day(anchor.index + sign * times * count) + about
        reading.span = Span("day", anchor.index + sign * times * count)


def _why(placed: Placed, clock: Clock, words: str) -> str:
    if placed.how == "weekday":
        return explain.weekday_near(words, placed.anchor, placed.tense)
    if placed.how in ("year", "year of text"):
        return explain.year_from(words, placed.anchor, is_narrative=clock.is_narrative)
    if placed.how in ("published", "last"):
        return explain.from_anchor(words, placed.anchor, is_narrative=placed.how == "last")
    return explain.as_written(words)
