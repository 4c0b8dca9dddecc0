"""The narrative clock: which year, month and day a text stands at when words leave them out."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.calendar import civil_from_days, weekday
from desktop.reading.dates.values import Span, day_span, holiday

Make = Callable[[int], Span | None]
# "past", "future" or "" where nothing tells; "will" is a future that the writer looks at today,
# "would" one that is seen from a past.
Tense = str
_FAR = 2
_FINE = ("day", "week", "weekend", "month")
_TURN = 200  # days back from which an earlier month belongs to the next year
_NEAR = 21  # days from publication within which news goes on with the day it named last
_THREAD = 31  # days on which a broken thread is taken up again


@dataclass(slots=True)
class Clock:
    """What the text has said so far.

    News is read against `published`; narrative against `last`, the date that the text last set, and
    `year`, the year that governs until another is named.
    """

    published: Span | None
    is_narrative: bool = False
    is_told: bool = False
    year: int | None = None
    last: Span | None = None
    fine: Span | None = None
    before: Span | None = None
    is_quoted: bool = False
    has_begun: bool = False
    mention: Span | None = None
    day: Span | None = None
    told: Span | None = None
    sentence: int = 0
    told_at: int = -9
    mentioned_at: int = -9
    instant: int | None = None
    stamp: int | None = None

    def begin_paragraph(self, *, is_narrative: bool) -> None:
        """A new paragraph is told as the whole text is, until it names a far year itself."""
        self.is_narrative, self.has_begun, self.mention = is_narrative, False, None
        self.stamp = None
        if not is_narrative:
            self.last = self.year = self.fine = self.before = None

    def anchor(self, name: str) -> Span | None:
        """What `published`, `last` or `this` stands for here; None where nothing was said."""
        if name == "published":
            return self._told_from() if self.is_told else self.published
        if name == "this" and not self.is_told:
            return self.published or self.last
        if self.mention is not None and self.mention.unit == "year":
            same = self.mentioned_at == self.sentence
            if same or not self.is_told:
                return self.mention
        if self.last is not None:
            return self.last
        if self.year is not None and self.is_narrative:
            return Span("year", self.year)
        if self.mention is not None and self.mention.unit != "day":
            return self.mention
        return self.published or self.mention

    def told_before(self) -> Span | None:
        """What `that morning` means at the head of a paragraph: the day news told of last."""
        if self.told is None or self.last is not None or self.mention is not None:
            return None
        near = self.published is None or abs(self.published.index - self.told.index) < _NEAR
        return self.told if near and not self.is_told else None

    def is_long_ago(self) -> bool:
        """True inside a tale that stands years away from its publication."""
        if not self.is_told or self.published is None or self.year is None:
            return False
        return abs(self.published.year - self.year) >= _FAR

    def _told_from(self) -> Span | None:
        """Where `next year` is said from inside a tale: by whoever is quoted, or by its writer."""
        if self.is_quoted and self.is_long_ago():
            return self.last or Span("year", self.year or 0)
        return self.published

    def note(self, span: Span, *, named_year: bool, is_aside: bool, is_bound: bool) -> None:
        """Moves on to a date that the text has named; asides leave the year as it is.

        A bound (`by December`) tells the year, not where the tale stands in it.
        """
        self.mention, self.mentioned_at = span, self.sentence
        self.day = span if span.unit == "day" else self.day
        if is_aside:
            return
        self.has_begun = True
        self.told = span if span.unit == "day" else self.told
        self.told_at = self.sentence
        year = span.year
        if named_year and self.published and abs(year - self.published.year) >= _FAR:
            self.is_narrative = True
        if span.unit not in ("decade", "century", "millennium"):
            self.year = year
            self.last = span
        is_winter = span.unit == "season" and span.index % 4 == 3
        if (span.unit in _FINE or is_winter) and not is_bound:
            breaks = named_year and self.fine is not None and self.fine.year != year
            self.before = self.fine if breaks else None
            self.fine = span

    def place_month_day(self, month: int, day: int, tense: Tense) -> list[Span]:
        """The year for a month (day 0) or a day of a month: the likeliest first."""
        return self._nearest(lambda year: _month_day(year, month, day), tense)

    def place_season(self, season: int, tense: Tense) -> list[Span]:
        """The year for a season, 0 spring to 3 winter."""
        return self._nearest(lambda year: Span("season", year * 4 + season), tense)

    def place_feast(self, rule: str, tense: Tense) -> list[Span]:
        """The year for a feast such as `12-24` or `E+0`."""

        def day(year: int) -> Span | None:
            found = holiday(rule, year)
            return None if found is None else Span("day", found)

        return self._nearest(day, tense)

    def place_part(self, unit: str, part: int, tense: Tense) -> list[Span]:
        """The year for a quarter or half, counted from 1."""
        count = 4 if unit == "quarter" else 2
        return self._nearest(lambda year: Span(unit, year * count + part - 1), tense)

    def place_weekday(self, wanted: int, tense: Tense) -> list[Span]:
        """The latest such day, the anchor's own included; after it when the clause looks ahead."""
        if self.is_told and self.last is not None and self.last.unit == "day":
            return self._weekday_after(self.last.index, wanted)
        if self.published is None:
            return []
        today = self.published.index
        latest = today - (weekday(today) - wanted) % 7
        following = latest + 7
        pair = [Span("day", latest), Span("day", following)]
        if tense == "future" and latest == today and self._is_said_before(today):
            return pair
        if self._is_ahead(tense):
            first = self._weekday_after(self.last.index, wanted)[:1] if self.last else []
            return list(dict.fromkeys([*first, *pair[::-1]]))
        return pair[::-1] if tense == "future" else pair

    def _is_said_before(self, today: int) -> bool:
        """True where the last day named is in the week before: he said on Thursday he would."""
        return self.last is not None and self.last.unit == "day" and 0 < today - self.last.first < 7

    def _is_ahead(self, tense: Tense) -> bool:
        """True where the same sentence has just named a day after publication."""
        if self.last is None or self.published is None or self.last.unit != "day":
            return False
        near = self.told_at == self.sentence and tense != "past"
        return near and self.last.index > self.published.index

    def _weekday_after(self, day: int, wanted: int) -> list[Span]:
        first = day + (wanted - weekday(day)) % 7
        return [Span("day", first), Span("day", first - 7)]

    def place_weekend(self, tense: Tense) -> list[Span]:
        """The weekend that is past or under way; the coming one when the clause looks ahead."""
        anchor = self.anchor("this")
        if anchor is None or anchor.unit != "day":
            return []
        this = anchor.within("weekend")
        begun = this.first <= anchor.index
        if tense == "future":
            return [this, this.shifted(-1)]
        return [this, this.shifted(-1)] if begun else [this.shifted(-1), this]

    def place_day_of_month(self, day: int) -> list[Span]:
        """A day such as the 12th in the month where the text stands."""
        anchor = self.anchor("this")
        if anchor is None or anchor.unit not in ("day", "month", "week", "weekend"):
            return []
        year, month, _ = civil_from_days(anchor.first)
        found = day_span(year, month, day)
        return [found] if found else []

    def _nearest(self, make: Make, tense: Tense) -> list[Span]:
        if self.is_narrative and self.year is not None and self._governs(tense):
            spans = self._in_narrative(make)
            return self._in_news(make, tense) if self._is_yet_to_come(spans) else spans
        if self.published is None:
            return self._in_narrative(make) if self.year is not None else []
        return self._in_news(make, tense)

    def _is_yet_to_come(self, spans: list[Span]) -> bool:
        """True where a tale of these days would tell of a day after its publication."""
        if not spans or self.published is None or self.is_long_ago():
            return False
        return spans[0].first > self.published.last

    def _governs(self, tense: Tense) -> bool:
        """In news a far year governs the sentence that names it and the next, looking back."""
        return self.is_told or (self.sentence - self.told_at <= 1 and tense != "future")

    def _in_narrative(self, make: Make) -> list[Span]:
        assert self.year is not None
        years = [self.year, self.year + 1, self.year - 1]
        spans = [span for year in years if (span := make(year)) is not None]
        if len(spans) == 3 and self._has_turned(spans[0]):
            spans[0], spans[1] = spans[1], spans[0]
        thread = self._continued(make, spans)
        return list(dict.fromkeys([thread, *spans] if thread else spans))

    def _has_turned(self, span: Span) -> bool:
        """True where the year must have turned: the text stood late and the date is early."""
        if self.fine is None or self.fine.year != span.year:
            return False
        named = self.mention is not None and self.mention.unit == "year"
        if named and self.mentioned_at == self.sentence:
            return False
        return self.fine.first - span.first > _TURN

    def _continued(self, make: Make, spans: list[Span]) -> Span | None:
        """The next day of a thread that an aside in another year broke off."""
        if not spans or spans[0].unit != "day":
            return None
        for thread in (self.fine, self.before):
            if thread is None or thread.year == self.year:
                continue
            span = make(thread.year)
            if span is not None and 0 <= span.first - thread.first <= _THREAD:
                return span
        return None

    def _in_news(self, make: Make, tense: Tense) -> list[Span]:
        assert self.published is not None
        today, year = self.published.index, self.published.year
        spans = [span for at in (-1, 0, 1) if (span := make(year + at)) is not None]
        before = [span for span in spans if span.first <= today][::-1]
        after = [span for span in spans if span.last >= today and span not in before[:1]]
        if tense == "future":
            current = [span for span in before[:1] if span.last >= today]
            return current + after + before[len(current) :]
        if tense == "past" or not after or not before:
            return before + after
        gap = after[0].first - today
        near = gap <= 120 and today - before[0].last > gap
        return after + before if near else before + after


def _month_day(year: int, month: int, day: int) -> Span | None:
    return day_span(year, month, day) if day else Span("month", year * 12 + month - 1)
