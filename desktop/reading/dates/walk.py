"""Walks through a text's matches with the narrative clock in hand."""

from typing import NamedTuple

from desktop.calendar import weekday
from desktop.reading.dates.clock import Clock, Tense
from desktop.reading.dates.context import Context
from desktop.reading.dates.expression import DateExpression
from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.hours import is_bare_hour, minutes_of
from desktop.reading.dates.lengths import Lengths
from desktop.reading.dates.offsets import number
from desktop.reading.dates.ranges import join, one_of, resolve_range, with_year_of
from desktop.reading.dates.resolve import Reading, resolve
from desktop.reading.dates.tokens import BREAK, Tokens
from desktop.reading.dates.values import Span


class Hit(NamedTuple):
    """Tokens [first, after) that may mean a time, and the values they gave."""

    first: int
    after: int
    bound: Bound


class Walk:
    """One walk through a text's hits with the narrative clock in hand."""

    def __init__(self, context: Context, hits: list[Hit], clock: Clock) -> None:
        self.context, self.hits, self.clock = context, hits, clock
        self.tokens: Tokens = context.tokens
        self.lengths = Lengths(context.pack, context.tokens)
        self.depths, self.quoted = context.depths(), context.quoted()
        self.sentences = context.sentences()
        self.tells = self._is_narrative()
        clock.is_told = self.tells

    def _is_narrative(self) -> bool:
        """True for a text that names far years more often than days around its publication."""
        if self.clock.published is None:
            return True
        today, far, near = self.clock.published.year, 0, 0
        for hit in self.hits:
            year = number(hit.bound, "year")
            if year is not None:
                far += abs(year - today) > 1 or "era" in hit.bound
                near += abs(year - today) <= 1
            else:
                near += hit.bound.get("from") == "published" or hit.bound.get("rule") == "weekday"
        return far > 2 and far > 1.5 * near

    def expressions(self) -> list[DateExpression]:
        """The walk."""
        found: list[DateExpression] = []
        self.clock.begin_paragraph(is_narrative=self.tells)
        at, before = 0, 0
        while at < len(self.hits):
            hit = self.hits[at]
            if BREAK in self.tokens.words[before : hit.first]:
                self.clock.begin_paragraph(is_narrative=self.tells)
            before = hit.first
            self.clock.sentence = self.sentences[hit.first]
            self.clock.is_quoted = self.quoted[hit.first]
            taken, expression = self._joined(at)
            if expression is None:
                taken, expression = 1, self._single(at)
            if expression is not None:
                found.append(expression)
            at += taken
        return found

    def _single(self, at: int) -> DateExpression | None:
        hit = self.hits[at]
        only_told = self.context.pack.has("told_only", self.tokens.word(hit.first))
        if not self.tells and (only_told or "told" in hit.bound):
            return None
        bound, stamped = self._with_shared_year(at), self._is_stamp(hit)
        if stamped:
            bound = {**bound, "shift": 0, "unit": "day", "from": "published"}
        reading = self._read(hit, bound)
        if reading is None:
            return None
        self.clock.instant = minutes_of(reading.edtf) or self.clock.instant
        if stamped:
            self.clock.stamp = self.clock.instant
        self._note(hit, reading)
        return self._expression(hit.first, hit.after, hit.bound, reading)

    def _is_stamp(self, hit: Hit) -> bool:
        """True for the clock time that opens a line of a live report."""
        return self.tokens.word(hit.first - 1) == BREAK and is_bare_hour(hit.bound)

    def _read(self, hit: Hit, bound: Bound) -> Reading | None:
        words = self._words(hit.first, hit.after)
        make = resolve_range if "range" in bound and "means" not in bound else resolve
        if bound.get("means") == "duration" and self.lengths.is_rate(bound, hit.first):
            bound = {**bound, "means": "rate"}
        if bound.get("rule") == "duration" and self._is_from_now(hit, bound):
            bound = {**bound, "means": "", "sign": 1, "from": "published"}
        return make(bound, self.clock, lambda: self._tense(hit, bound), words)

    def _tense(self, hit: Hit, bound: Bound) -> Tense:
        """`Friday's meeting` in Friday's paper is today's, whatever will come of it."""
        wanted, today = number(bound, "weekday"), self.clock.published
        owns = self.tokens.word(hit.after) == "'s" and "d" not in bound
        if owns and wanted and today and weekday(today.first) == wanted:
            return "past"
        return self.context.tense(hit.first, hit.after)

    def _is_from_now(self, hit: Hit, bound: Bound) -> bool:
        """True for `will be published in two weeks`."""
        vague = {"several", "units", "share"} & set(bound) or not isinstance(bound.get("n", 1), int)
        before = self.tokens.word(hit.first - 1)
        if self.tells or vague or not self.context.pack.has("in", before):
            return False
        unit, count = bound.get("unit"), number(bound, "n") or 1
        long = unit in ("day", "week", "month", "fortnight") or (unit == "year" and count < 20)
        return long and self.context.tense(hit.first, hit.after) in ("will", "future")

    def _note(self, hit: Hit, reading: Reading) -> None:
        if reading.span is None:
            return
        word = self.tokens.word(hit.first - 1)
        aside = self.depths[hit.first] > 0 and not self._is_heading(hit)
        aside = aside or self.context.pack.has("aside_back", word)
        aside = aside or hit.bound.get("rule") in ("earlier", "ago", "previous period")
        aside = aside or self._is_beside(hit, reading)
        aside = aside or (not self.tells and reading.is_named and not self._opens_sentence(hit))
        bound = self.context.pack.has("bound", word)
        self.clock.note(reading.span, named_year=reading.is_named, is_aside=aside, is_bound=bound)

    def _is_beside(self, hit: Hit, reading: Reading) -> bool:
        """True for a year that the tale only mentions: a plan, a name, a jump within a sentence."""
        if reading.span is None or self._opens_sentence(hit):
            return False
        if self.context.pack.has("compared", self.tokens.word(hit.first - 1)):
            return not reading.is_named and reading.span.unit == "month"
        if not reading.is_named:
            return False
        words, year = self.tokens, self.clock.year
        behind = words.word(hit.after)
        named = self.context.pack.has("article", words.word(hit.first - 1)) and behind.isalpha()
        if named and not self.context.pack.has("no_noun", behind):
            return True
        if year is None or self.clock.fine is None:
            return False
        return self._jumps(hit, reading.span, reading.span.year - year)

    def _jumps(self, hit: Hit, span: Span, gap: int) -> bool:
        """True where the tale looks `gap` years ahead or back, and stays where it is."""
        if gap < 0 and self._is_before_all(hit):
            return True
        far = gap >= 30 or (gap <= -20 and not self.clock.has_begun)
        if far and span.unit in ("day", "month") and self.tells:
            return False
        if gap >= 30 or gap <= -20 or (gap < 0 and self.clock.has_begun):
            return True
        return gap > 0 and self.context.tense(hit.first, hit.after) not in ("past", "")

    def _is_before_all(self, hit: Hit) -> bool:
        """True behind `had` in the same clause: who had come to the throne in 1774."""
        for at in range(hit.first - 1, hit.first - 9, -1):
            word = self.tokens.word(at)
            if word == "," or self.context.pack.has("clause", word):
                return False
            if self.context.pack.has("perfect", word):
                return True
        return False

    def _opens_sentence(self, hit: Hit) -> bool:
        """True near the beginning of a sentence, where a date sets the scene."""
        for at in range(hit.first - 1, hit.first - 5, -1):
            if self.context.pack.has("clause", self.tokens.word(at)):
                return True
        return False

    def _is_heading(self, hit: Hit) -> bool:
        """A short line of its own that ends without a full stop."""
        words = self.tokens.words
        end = hit.after
        while end < len(words) and words[end] != BREAK and end - hit.after < 12:
            if words[end] in ".!?":
                return False
            end += 1
        start = hit.first
        while start > 0 and words[start - 1] != BREAK and hit.first - start < 12:
            if words[start - 1] in ".!?":
                return False
            start -= 1
        return end - start < 14 and (end == len(words) or words[end] == BREAK)

    def _with_shared_year(self, at: int) -> Bound:
        """In `April and June 1955` the first month has the second's year."""
        hit, behind = self.hits[at], self.hits[at + 1 : at + 2]
        if not behind or behind[0].first - hit.after != 1 or is_bare_hour(hit.bound):
            return self._with_next_day(hit, behind)
        if not self.context.pack.has("list_joint", self.tokens.words[hit.after]):
            return hit.bound
        return with_year_of(hit.bound, behind[0].bound)

    def _with_next_day(self, hit: Hit, behind: list[Hit]) -> Bound:
        """A clock time whose day follows: at 5:34 a.m. local time on 20 March."""
        if not behind or not is_bare_hour(hit.bound) or behind[0].first - hit.after > 6:
            return hit.bound
        next_one = behind[0].bound
        if not ("d" in next_one or "weekday" in next_one or next_one.get("unit") == "day"):
            return hit.bound
        between = self.tokens.words[hit.after : behind[0].first]
        pack = self.context.pack
        if any(
            pack.has("clause", word) or pack.has("into", word) or word == "," for word in between
        ):
            return hit.bound
        return {**next_one, **hit.bound}

    def _joined(self, at: int) -> tuple[int, DateExpression | None]:
        """A range or a choice of this hit and the next."""
        if at + 1 >= len(self.hits):
            return 1, None
        one, two = self.hits[at], self.hits[at + 1]
        if two.first - one.after != 1 or not self._may_join(one.bound, two.bound):
            return 1, None
        link, opening = self.tokens.words[one.after], self.tokens.word(one.first - 1)
        pack = self.context.pack
        choice = pack.has("range_or", link)
        if not (
            choice or pack.has("range_to", link)
            or (pack.has("range_and", link) and pack.has("range_between", opening))
        ):  # fmt: skip
            return 1, None
        first = self._read(one, with_year_of(one.bound, two.bound))
        if first is None or first.span is None:
            return 1, None
        second = self._second(two, first)
        if second is None or second.span is None:
            return 1, None
        words = self._words(one.first, two.after)
        fuller = two.after - two.first > one.after - one.first
        joined = join(first, second, words, is_second_whole=fuller)
        reading = one_of(first, second, words) if choice else joined
        if reading is None:
            return 1, None
        self._note(one, first)
        start = one.first - pack.has("range_open", opening)
        rule = "one of" if choice else "from to"
        return 2, self._expression(start, two.after, {"rule": rule}, reading)

    def _second(self, two: Hit, first: Reading) -> Reading | None:
        """The second end; where it leaves the year out, the first such date after the first end."""
        second = self._read(two, two.bound)
        if second is None or second.span is None or first.span is None:
            return second
        if second.span.last < first.span.first and not second.is_named:
            ahead, words = Clock(first.span.within("day")), self._words(two.first, two.after)
            return resolve(two.bound, ahead, lambda: "future", words)
        return second

    @staticmethod
    def _may_join(one: Bound, two: Bound) -> bool:
        timed = [any(key in bound for key in ("clock", "hour", "ampm")) for bound in (one, two)]
        if timed[0] != timed[1]:
            return False
        return not ({"means", "range"} & (set(one) | set(two)))

    def _words(self, first: int, after: int) -> str:
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[after - 1]]

    def _expression(self, first: int, after: int, bound: Bound, reading: Reading) -> DateExpression:
        start, end = self.tokens.starts[first], self.tokens.ends[after - 1]
        return DateExpression(
            start,
            end,
            self.tokens.text[start:end],
            reading.kind,
            reading.edtf,
            reading.timex3,
            str(bound.get("rule", "")),
            reading.anchor.edtf if reading.anchor else "",
            reading.confidence,
            reading.others,
            reading.why,
        )
