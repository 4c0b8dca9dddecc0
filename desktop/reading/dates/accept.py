"""Keeps names, counts, prices and ages out: what stands beside a match tells."""

from collections.abc import Callable

from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.lengths import Lengths
from desktop.reading.dates.numbers import is_clock
from desktop.reading.dates.pack import Pack
from desktop.reading.dates.tokens import BREAK, Tokens
from desktop.reading.dates.years import Years

_LENGTHS = (
    "duration", "event", "past stretch", "coming stretch", "later", "earlier", "ago",
)  # fmt: skip
Check = Callable[[Bound, int, int], bool]


class Doorkeeper:
    """Says of a match [first, after) whether it may mean a time at all."""

    def __init__(self, pack: Pack, tokens: Tokens) -> None:
        self.pack, self.tokens = pack, tokens
        self.years, self.lengths = Years(pack, tokens), Lengths(pack, tokens)
        self._lines_with_clock: int | None = None
        self._checks: dict[str, Check] = {
            "year": self.years.is_year,
            "years from to": self.years.are_years,
            "decade": self.years.is_decade,
            "month": self._month,
            "day": self._day,
            "days from to": self._days,
            "day of month": self._month_day,
            "weekday": self._weekday,
            "holiday": self._holiday,
            "clock time": self._clock,
            "hours from to": self._hours,
            "vague": self.lengths.is_vague,
            "loose part": self.lengths.is_part_of_day,
            "same time": self.lengths.is_then,
        }
        for rule in _LENGTHS:
            self._checks[rule] = self.lengths.is_length

    def lets_in(self, bound: Bound, first: int, after: int) -> bool:
        """False where the words are a count, a price, an age or a name."""
        if not self._stands_free(first, after) or self._crosses_sentences(first, after):
            return False
        if "season" in bound and not self._season(bound, first, after):
            return False
        if "sign2" in bound and "season" in bound and "year" not in bound:
            return False
        check = self._checks.get(str(bound.get("rule")))
        return check is None or check(bound, first, after)

    def _crosses_sentences(self, first: int, after: int) -> bool:
        """True where `a.m.` in the middle also ends a sentence: 4 to 6 a.m. The same day."""
        tokens = self.tokens
        return any(
            tokens.text[tokens.ends[at] - 1] == "."
            and tokens.is_capital(at + 1)
            and (tokens.words[at + 1] in self.pack.lists.get("article", ()))
            for at in range(first, after - 1)
        )

    def _stands_free(self, first: int, after: int) -> bool:
        """No price, number or code is glued to either side."""
        tokens = self.tokens
        before, behind = tokens.word(first - 1), tokens.word(after)
        if self.pack.has("refused_glued_before", before) and tokens.words[first][0].isdigit():
            return False
        if tokens.glued[first] and (before[-1].isalnum() or before in "/.+_@&=#"):
            if before not in "/" or not tokens.word(first - 2).isalpha():
                return False
            if tokens.word(after) == "/" and tokens.word(after + 1)[0].isdigit():
                return False
        if after < len(tokens) and tokens.glued[after]:
            if behind[0].isalnum() or behind in "%°_@=$€£":
                return False
            following = after + 1 < len(tokens) and tokens.glued[after + 1]
            if behind in ".:/" and following and tokens.word(after + 1)[0].isalnum():
                return behind == "/" and tokens.word(after + 1).isalpha()
        return True

    def _month(self, bound: Bound, first: int, after: int) -> bool:
        year = bound.get("year")
        if isinstance(year, int) and self.tokens.word(after - 1) == str(year):
            return year % 50 != 0 or not self.years.counts(year, after - 1, after)
        if set(bound) & {"year", "yshift", "mod", "rel", "approx", "yy"} or after - first > 2:
            return True
        if after - first == 2 and self.tokens.word(after - 1) != ".":
            return True
        return self._bare_month(first, after)

    def _bare_month(self, first: int, after: int) -> bool:
        word, before = self.tokens.words[first], self.tokens.word(first - 1)
        licensed = self.pack.has("month_licence", before)
        if self.pack.has("month_doubtful", word) or not self._is_month(first):
            licensed = self.pack.has("doubtful_licence", before) or self._follows_month(first)
            licensed = licensed or self._precedes_month(first)
            named = self.tokens.is_capital(after) and not self.pack.has("year_strong", before)
            named = named or self._is_beside_name(after)
            return licensed and not named
        if licensed or not self.tokens.is_capital(after):
            return True
        return not self.tokens.is_capital(first - 1) and before != BREAK

    def _is_beside_name(self, after: int) -> bool:
        """True for the villages of March and Old Torm."""
        joint = self.pack.has("month_joint", self.tokens.word(after))
        beside = self.tokens.is_capital(after + 1) and not self._is_month(after + 1)
        return joint and self.tokens.word(after).isalpha() and beside

    def _follows_month(self, first: int) -> bool:
        """True behind another month: April and May."""
        if not self.pack.has("month_joint", self.tokens.word(first - 1)):
            return False
        return self._is_month(first - 2)

    def _precedes_month(self, first: int) -> bool:
        joint = self.pack.has("month_joint", self.tokens.word(first + 1))
        return joint and self._is_month(first + 2)

    def _is_month(self, at: int) -> bool:
        entries = self.pack.lexicon.get(self.tokens.word(at), ())
        return any(name == "month" for name, _, _ in entries)

    def _day(self, bound: Bound, first: int, after: int) -> bool:
        if "year" in bound and self.tokens.word(after - 1).isdecimal():
            year = bound["year"]
            return not (isinstance(year, int) and self.years.counts(year, after - 2, after))
        place, month = bound.get("d@"), bound.get("month@")
        if not isinstance(place, int) or not isinstance(month, int) or "year" in bound:
            return True
        if place == after - 1 and place > month:
            return not self._day_counts(first, after)
        return not (place == first and self._before_count(first))

    def _day_counts(self, first: int, after: int) -> bool:
        behind = self.tokens.word(after)
        if self.pack.has("counted_surely", behind):
            return True
        plain = behind.isalpha() and not self.tokens.is_capital(after)
        if not plain or not self.pack.has("month_count_before", self.tokens.word(first - 1)):
            return False
        return self.pack.has("counted", behind) or (
            behind.endswith("s") and len(behind) > 3 and not self.pack.has("no_noun", behind)
        )

    def _before_count(self, first: int) -> bool:
        return self.pack.has("day_refused_before", self.tokens.word(first - 1))

    def _days(self, bound: Bound, first: int, after: int) -> bool:
        one, two = bound.get("d"), bound.get("d_second")
        return isinstance(one, int) and isinstance(two, int) and one < two

    def _season(self, bound: Bound, first: int, after: int) -> bool:
        if set(bound) & {"year", "yshift", "rel", "yy"}:
            return True
        at = bound.get("season@")
        if not isinstance(at, int) or at != after - 1:
            return True
        if self.tokens.is_capital(at) and self._is_name(at):
            return False
        if self.pack.has("season_refused_behind", self.tokens.word(after)):
            return False
        if not self.pack.has("season_doubtful", self.tokens.words[at]) or "mod" in bound:
            return True
        licensed = self.pack.has("season_licence", self.tokens.word(first - 1))
        return licensed and self.tokens.word(after) != "of"

    def _is_name(self, at: int) -> bool:
        """A capital in the middle of a sentence, with another beside it."""
        start = self.tokens.word(at - 1) in (BREAK, ".", "!", "?")
        return self.tokens.is_capital(at + 1) or (self.tokens.is_capital(at - 1) and not start)

    def _weekday(self, bound: Bound, first: int, after: int) -> bool:
        behind = self.tokens.word(after)
        if self.tokens.is_capital(after) and self.pack.has("weekday_refused_behind", behind):
            return False
        return not self.pack.has("weekday_refused_before", self.tokens.word(first - 1))

    def _holiday(self, bound: Bound, first: int, after: int) -> bool:
        """Easter, not Easter Road."""
        behind = self.tokens.word(after)
        named = self.tokens.is_capital(after) and self.pack.has("holiday_refused_behind", behind)
        return not named

    def _clock(self, bound: Bound, first: int, after: int) -> bool:
        hour = bound.get("hour", bound.get("n") if "ampm" in bound else 0)
        if "clock" not in bound and not (isinstance(hour, int) and 0 <= hour < 24):
            return False
        if self.tokens.word(first - 1) == BREAK:
            return self._opens_report(bound, first, after)
        if self.tokens.word(after).isdecimal() and self.tokens.words[first].isdecimal():
            return False
        bare = after - first == 1
        if bare and self.tokens.words[first].count("."):
            return False
        if not bare:
            return True
        return self.pack.has("clock_licence", self.tokens.word(first - 1)) and not (
            self.pack.has("counted", self.tokens.word(after))
        )

    def _opens_report(self, bound: Bound, first: int, after: int) -> bool:
        """True for a line's clock time in a live report, which has several; or one written out."""
        if after - first > 1:
            return True
        return self._stamps() > 1

    def _stamps(self) -> int:
        """How many lines of the text begin with a clock time."""
        if self._lines_with_clock is None:
            words = self.tokens.words
            opening = (at for at, word in enumerate(words[:-1]) if at == 0 or word == BREAK)
            clocks = (words[at + (words[at] == BREAK)] for at in opening)
            self._lines_with_clock = sum(is_clock(word) for word in clocks)
        return self._lines_with_clock

    def _hours(self, bound: Bound, first: int, after: int) -> bool:
        return any(key in bound for key in ("ampm", "clock_second", "month", "weekday"))

    def _month_day(self, bound: Bound, first: int, after: int) -> bool:
        if after - first > 3:
            return True
        behind = self.tokens.word(after)
        ends = not behind[0].isalnum() or self.pack.has("monthday_behind", behind)
        return ends and self.pack.has("monthday_before", self.tokens.word(first - 1))
