"""From the values of a match to spans of the calendar, the likeliest first."""

from collections.abc import Callable

from desktop.calendar import weekday
from desktop.reading.dates.clock import Clock, Tense
from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.offsets import Placed, nth_weekday, number, place_counted, place_shifted
from desktop.reading.dates.values import Span, day_span

_LONG = frozenset(("decadeof", "decadeyy", "decades", "century", "millennium"))


def place(bound: Bound, clock: Clock, tense: Callable[[], Tense]) -> Placed:
    """Where the match lies on the calendar; no spans where nothing tells."""
    if "iso" in bound or "slash" in bound:
        return _figures(bound, clock)
    if "sign" in bound:
        return place_counted(bound, clock)
    if "from" in bound:
        return place_shifted(bound, clock, tense)
    if "namedday" in bound:
        return _named_day(str(bound["namedday"]))
    if not _LONG.isdisjoint(bound):
        return _long(bound, clock)
    return _by_year(bound, clock, tense)


def _by_year(bound: Bound, clock: Clock, tense: Callable[[], Tense]) -> Placed:
    if "nth" in bound:
        return _nth_of_month(bound, clock, tense)
    year = _year(bound, clock)
    if year is not None:
        return _in_year(bound, year, is_named="yshift" not in bound)
    if "yshift" in bound:
        return Placed(timex3=_without_year(bound))
    return _without(bound, clock, tense)


def _nth_of_month(bound: Bound, clock: Clock, tense: Callable[[], Tense]) -> Placed:
    """The last Friday in November, of a named year or the likeliest."""
    month = {key: value for key, value in bound.items() if key not in ("nth", "weekday")}
    placed = place(month, clock, tense)
    nth, wanted = number(bound, "nth") or 1, number(bound, "weekday") or 1
    days = [nth_weekday(span, nth, wanted) for span in placed.spans]
    placed.spans = [day for day in days if day is not None]
    return placed


def _figures(bound: Bound, clock: Clock) -> Placed:
    if isinstance(iso := bound.get("iso"), tuple):
        return Placed([Span("day", iso[0])], is_named=True)
    slash = bound["slash"]
    assert isinstance(slash, tuple)
    first, second, written = int(slash[0]), int(slash[1]), str(slash[2])
    year = int(written)
    if len(written) == 2:
        year += 1900 if year > 50 else 2000
    spans = [day_span(year, second, first), day_span(year, first, second)]
    found = [span for span in dict.fromkeys(spans) if span is not None]
    if clock.published is not None:
        today = clock.published.index
        found.sort(key=lambda span: span.index > today)
    return Placed(found, is_named=True)


def _named_day(written: str) -> Placed:
    parts = [int(part) for part in written.split("-")] if written else []
    span = day_span(*parts) if len(parts) == 3 else None
    return Placed([span] if span else [], is_named=False)


def _long(bound: Bound, clock: Clock) -> Placed:
    era = number(bound, "era") or 1
    for unit in ("century", "millennium"):
        if (count := number(bound, unit)) is not None:
            return Placed([Span(unit, count - 1 if era > 0 else -count)], is_named=True)
    if (year := number(bound, "decadeof")) is not None:
        if year % 100 == 0 and year < 2000:
            century = year // 100 if era > 0 else -(year // 100) - 1
            return Placed([Span("century", century), Span("decade", year // 10)], is_named=True)
        return Placed([Span("decade", year // 10 if era > 0 else -(year // 10) - 1)], is_named=True)
    tens = number(bound, "decades")
    if tens is None:
        tens = (number(bound, "decadeyy") or 0) // 10
    century = 19
    if clock.is_narrative and clock.year is not None and clock.year > 999:
        century = clock.year // 100
    return Placed([Span("decade", century * 10 + tens)], is_named=True)


def _year(bound: Bound, clock: Clock) -> int | None:
    """The astronomical year that the words name or point to."""
    if (year := number(bound, "year")) is not None:
        return 1 - year if bound.get("era") == -1 else year
    if (short := number(bound, "yy")) is not None:
        return _short_year(short, clock)
    if (ancient := number(bound, "ancient")) is not None:
        return _ancient_year(ancient, clock)
    if (count := number(bound, "yshift")) is not None:
        anchor = clock.anchor(str(bound["yfrom"]))
        return None if anchor is None else anchor.year + count
    return None


def _short_year(short: int, clock: Clock) -> int:
    """The year with these last two figures that is nearest to where the text stands."""
    here = clock.published.year if clock.published else 2000
    if clock.is_told and clock.year is not None:
        here = clock.year
    century = here - here % 100 + short
    return century - 100 if century > here + 20 else century


def _ancient_year(year: int, clock: Clock) -> int | None:
    if clock.year is None or clock.year > 999:
        return None
    return 1 - year if clock.year <= 0 else year


def _in_year(bound: Bound, year: int, *, is_named: bool) -> Placed:
    span = _span_in(bound, year)
    return Placed([span] if span else [], is_named=is_named)


def _span_in(bound: Bound, year: int) -> Span | None:
    month, day = number(bound, "month"), number(bound, "d")
    if month is not None:
        return day_span(year, month, day) if day else Span("month", year * 12 + month - 1)
    for key, count, origin in (("season", 4, 0), ("quarter", 4, 1), ("half", 2, 1)):
        if (part := number(bound, key)) is not None:
            return Span(key, year * count + part - origin) if part - origin < count else None
    if "holiday" in bound:
        found = Clock(None, is_narrative=True, year=year).place_feast(str(bound["holiday"]), "")
        return found[0] if found else None
    return Span("year", year)


def _without_year(bound: Bound) -> str:
    month, day = number(bound, "month"), number(bound, "d")
    if month is None:
        return "XXXX"
    return f"XXXX-{month:02}" + (f"-{day:02}" if day else "")


def _without(bound: Bound, clock: Clock, tense: Callable[[], Tense]) -> Placed:
    """A date that leaves its year out."""
    asked = _relative_tense(bound) or _asked_tense(clock, tense)
    if clock.is_told and asked == "future" and clock.published is not None:
        clock = Clock(clock.published)
    month, day = number(bound, "month"), number(bound, "d")
    if (rel := number(bound, "rel")) is not None and rel in (-1, 0, 1) and clock.published:
        clock = _seen_from(clock)
    placed = Placed(anchor=clock.anchor("this"), tense=asked)
    placed.how = "year of text" if clock.is_narrative else "year"
    if month is not None:
        placed.spans = clock.place_month_day(month, day or 0, asked)
        if (named := number(bound, "weekday")) is not None and day:
            placed.spans = _on_weekday(placed.spans, named, (month, day))
        placed.timex3 = _without_year(bound)
    elif (wanted := number(bound, "weekday")) is not None:
        placed.how, placed.timex3 = "weekday", f"XXXX-WXX-{wanted}"
        placed.spans = clock.place_weekday(wanted, asked)
    else:
        _place_rare(placed, bound, clock, asked)
    if placed.spans and rel is not None:
        placed.spans = _by_relation(placed, rel)
    return placed


def _asked_tense(clock: Clock, tense: Callable[[], Tense]) -> Tense:
    """A tale looks ahead only where its writer does, outside quotations: it will close in May."""
    asked = tense()
    if not clock.is_told:
        return "future" if asked in ("will", "would") else asked
    near = asked == "future" and not clock.is_long_ago() and clock.published is not None
    return "future" if not clock.is_quoted and (asked == "will" or near) else ""


def _on_weekday(spans: list[Span], wanted: int, date: tuple[int, int]) -> list[Span]:
    """The years in which the date fell on that weekday first: Saturday 11 September is 2021."""
    fitting = [span for span in spans if weekday(span.index) == wanted]
    if not fitting and spans:
        near = spans[0].year
        years = sorted(range(near - 6, near + 7), key=lambda year: abs(year - near))
        days = [day_span(year, *date) for year in years]
        fitting = [day for day in days if day is not None and weekday(day.index) == wanted][:1]
    return fitting + [span for span in spans if span not in fitting]


def _seen_from(clock: Clock) -> Clock:
    """`Last May` is said by the writer, or by whoever is quoted in a tale of long ago."""
    anchor = clock.anchor("published")
    return Clock(None if anchor is None else anchor.within("day"))


def _place_rare(placed: Placed, bound: Bound, clock: Clock, tense: Tense) -> None:
    if (season := number(bound, "season")) is not None:
        placed.spans = clock.place_season(season, tense)
        placed.timex3 = f"XXXX-{('SP', 'SU', 'FA', 'WI')[season]}"
    elif (quarter := number(bound, "quarter")) is not None:
        placed.spans = clock.place_part("quarter", quarter, tense) if quarter <= 4 else []
        placed.timex3 = f"XXXX-Q{quarter}"
    elif (half := number(bound, "half")) is not None:
        placed.spans = clock.place_part("half", half, tense)
        placed.timex3 = f"XXXX-H{half}"
    elif "weekend" in bound:
        placed.spans, placed.timex3 = clock.place_weekend(tense), "XXXX-WXX-WE"
    elif "holiday" in bound:
        placed.spans = clock.place_feast(str(bound["holiday"]), tense)
        placed.timex3 = f"XXXX-{bound['holiday']}"[:10]
    elif (day := number(bound, "monthday")) is not None:
        placed.spans = clock.place_day_of_month(day)
        placed.timex3 = f"XXXX-XX-{day:02}"


def _relative_tense(bound: Bound) -> Tense:
    return {-1: "past", 0: "", 1: "future", 5: "future"}.get(number(bound, "rel") or 0, "")


def _by_relation(placed: Placed, rel: int) -> list[Span]:
    """`last` ends before the anchor, `next` begins after it, `this` is the nearest ahead."""
    anchor = placed.anchor
    if anchor is None:
        return placed.spans
    every = placed.spans
    if rel in (-1, 4):
        chosen = [span for span in every if span.last < anchor.first]
    elif rel in (1, 3):
        chosen = [span for span in every if span.first > anchor.last]
    elif rel == 0:
        chosen = _this(every, anchor)
    elif rel == 5:
        chosen = [every[0].shifted(7)]
    elif rel == 2 and every[0].unit in ("season", "month"):
        chosen = [span for span in every if span.year == anchor.year]
    else:
        chosen = [span for span in every if span.first <= anchor.last]
    if not chosen and placed.how == "weekday":
        chosen = [every[0].shifted(7 if rel in (1, 3) else -7)]
    return chosen + [span for span in every if span not in chosen]


def _this(every: list[Span], anchor: Span) -> list[Span]:
    unit = "week" if every[0].unit == "day" else "year"
    same = anchor.within(unit)
    return [span for span in every if span.within(unit) == same]
