"""Keeps names, counts, prices and ages out: what stands beside a match tells."""

from dataclasses import dataclass

from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.pack import Pack
from desktop.reading.dates.tokens import BREAK, Tokens

_OPENING = "([\"'“‘«„"


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Says of a match [first, after) whether it may mean a time at all."""

    pack: Pack
    tokens: Tokens

    def lets_in(self, bound: Bound, first: int, after: int) -> bool:
        """False where the words are a count, a price, an age or a name."""
        if not self._stands_free(first, after):
            return False
        if "season" in bound and not self._season(bound, first, after):
            return False
        rule = bound.get("rule")
        check = {
            "year": self._year,
            "years from to": self._years,
            "month": self._month,
            "day": self._day,
            "weekday": self._weekday,
            "clock time": self._clock,
            "hours from to": self._hours,
            "duration": self._duration,
            "event": self._duration,
            "past stretch": self._duration,
            "coming stretch": self._duration,
            "later": self._duration,
            "earlier": self._duration,
            "ago": self._duration,
            "days from to": self._days,
            "vague": self._vague,
            "loose part": self._loose,
            "same time": self._then,
            "day of month": self._month_day,
            "decade": self._decade,
        }.get(str(rule))
        return check is None or check(bound, first, after)

    def _stands_free(self, first: int, after: int) -> bool:
        """No price, number or code is glued to either side."""
        tokens = self.tokens
        before, behind = tokens.word(first - 1), tokens.word(after)
        if self.pack.has("refused_glued_before", before) and tokens.words[first][0].isdigit():
            return False
        if tokens.glued[first] and (before[-1].isalnum() or before in "/.+_@&=#"):
            return before in "/" and tokens.word(first - 2).isalpha()
        if after < len(tokens) and tokens.glued[after]:
            if behind[0].isalnum() or behind in "%°_@=$€£":
                return False
            following = after + 1 < len(tokens) and tokens.glued[after + 1]
            if behind in ".:/" and following and tokens.word(after + 1)[0].isalnum():
                return behind == "/" and tokens.word(after + 1).isalpha()
        return True

    def _year(self, bound: Bound, first: int, after: int) -> bool:
        year = bound.get("year")
        if "yy" in bound:
            return self.pack.has("year_short_licence", self.tokens.word(first - 1))
        if not isinstance(year, int):
            return self._ancient(bound, first)
        if "era" in bound or self.tokens.word(after - 1) != str(year):
            return True
        if after - first > 1:
            return not self._counts(year, first, after)
        return self._bare_year(year, first, after)

    def _ancient(self, bound: Bound, first: int) -> bool:
        if "ancient" not in bound:
            return True
        return self.pack.has("ancient_licence", self.tokens.word(first - 1)) or "mod" in bound

    def _bare_year(self, year: int, first: int, after: int) -> bool:
        before, behind = self.tokens.word(first - 1), self.tokens.word(after)
        if self.tokens.glued[first] and before == "-" and not self._prefixed(first):
            return False
        if self.pack.has("year_refused_before", before) or self._counts(year, first, after):
            return False
        if self._is_address(after) or self._is_score(year, first):
            return False
        if before == "." and self.pack.has("year_refused_before", self.tokens.word(first - 2)):
            return False
        if self.pack.has("year_licence", before) or before == BREAK or before in _OPENING:
            return True
        plural = behind.endswith("s") and behind.isalpha() and not self.tokens.is_capital(after)
        return 1900 <= year <= 2099 and not plural and self._follows_name(first)

    def _follows_name(self, first: int) -> bool:
        """Munich 1938: behind a name that is not merely the first word of a sentence."""
        sentence = self.pack.has("clause", self.tokens.word(first - 2))
        return self.tokens.is_capital(first - 1) and not sentence

    def _is_address(self, after: int) -> bool:
        near = range(after, after + 3)
        capitals = self.tokens.is_capital(after)
        return capitals and any(
            self.pack.has("address_behind", self.tokens.word(at)) for at in near
        )

    def _is_score(self, year: int, first: int) -> bool:
        """1989 to 1750 is a count, whichever of the two is asked for."""
        before = self.tokens.word(first - 2)
        behind = self.tokens.word(first + 2)
        falls = before.isdecimal() and len(before) == 4 and int(before) > year
        rises = behind.isdecimal() and len(behind) == 4 and int(behind) < year
        joints = (self.tokens.word(first - 1), self.tokens.word(first + 1))
        return (falls and self.pack.has("range_to", joints[0])) or (
            rises and self.pack.has("range_to", joints[1])
        )

    def _prefixed(self, first: int) -> bool:
        word = self.tokens.word(first - 2)
        return self.pack.has("year_prefix", word) or (word.isdecimal() and len(word) == 4)

    def _counts(self, year: int, first: int, after: int) -> bool:
        """True where a year's figures count what follows: 1500 troops, 2000 km."""
        behind = self.tokens.word(after)
        if not behind[0].isalpha() or self.tokens.is_capital(after):
            return False
        before = self.tokens.word(first - 1)
        strong = self.pack.has("year_strong", before) and year % 100 != 0
        if self.pack.has("counted", behind):
            return not strong
        plural = behind.endswith("s") and len(behind) > 3 and not self.pack.has("no_noun", behind)
        return plural and year % 50 == 0 and not self.pack.has("year_strong", before)

    def _years(self, bound: Bound, first: int, after: int) -> bool:
        year, second, short = bound.get("year"), bound.get("year_second"), bound.get("yy_second")
        if not isinstance(year, int):
            return False
        if isinstance(short, int):
            return self._short_second(year, short, first, after)
        if not isinstance(second, int):
            return False
        if "era" in bound or "era_first" in bound:
            return True
        if self.pack.has("counted", self.tokens.word(after)) or second <= year:
            return False
        return not self.pack.has("year_refused_before", self.tokens.word(first - 1))

    def _short_second(self, year: int, short: int, first: int, after: int) -> bool:
        if not 0 < (short - year) % 100 < 60 or not 1000 <= year <= 2100:
            return False
        free = not (after < len(self.tokens) and self.tokens.word(after) == "-")
        return free and (after - first > 3 or self._bare_year(year, first, after))

    def _month(self, bound: Bound, first: int, after: int) -> bool:
        year = bound.get("year")
        if isinstance(year, int) and self.tokens.word(after - 1) == str(year):
            return year % 50 != 0 or not self._counts(year, after - 1, after)
        if set(bound) & {"year", "yshift", "mod", "rel", "approx", "yy"} or after - first > 1:
            return True
        return self._bare_month(first, after)

    def _bare_month(self, first: int, after: int) -> bool:
        word, before = self.tokens.words[first], self.tokens.word(first - 1)
        licensed = self.pack.has("month_licence", before)
        if self.pack.has("month_doubtful", word):
            licensed = self.pack.has("doubtful_licence", before) or self._follows_month(first)
            licensed = licensed or self._precedes_month(first)
            named = self.tokens.is_capital(after) and not self.pack.has("year_strong", before)
            return licensed and not named
        if licensed or not self.tokens.is_capital(after):
            return True
        return not self.tokens.is_capital(first - 1) and before != BREAK

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
            return not (isinstance(year, int) and self._counts(year, after - 2, after))
        place, month = bound.get("d@"), bound.get("month@")
        if not isinstance(place, int) or not isinstance(month, int) or "year" in bound:
            return True
        if self._is_doubtful_short(month, after):
            return False
        if place == after - 1 and place > month:
            return not self._day_counts(first, after)
        return not (place == first and self._before_count(first))

    def _is_doubtful_short(self, month: int, after: int) -> bool:
        """`Mar` and the like as names, and a version such as `May 2.1`."""
        return False

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

    def _clock(self, bound: Bound, first: int, after: int) -> bool:
        if "hour" in bound and isinstance(bound["hour"], int) and not 0 <= bound["hour"] <= 24:
            return False
        bare = after - first == 1
        if not bare:
            return True
        return self.pack.has("clock_licence", self.tokens.word(first - 1)) and not (
            self.pack.has("counted", self.tokens.word(after))
        )

    def _hours(self, bound: Bound, first: int, after: int) -> bool:
        return any(key in bound for key in ("ampm", "clock_second", "month", "weekday"))

    def _duration(self, bound: Bound, first: int, after: int) -> bool:
        words = self.tokens
        if bound.get("unit") == "quarter":
            return self.pack.has("quarter_licence", words.word(after - 2))
        if "several" in bound and isinstance(bound.get("unit@"), int):
            unit = words.words[int(str(bound["unit@"]))]
            if self.pack.has("singular", unit):
                return False
        behind, second = words.word(after), words.word(after + 1)
        if self.pack.has("age_behind", behind) or (
            behind in ("-", "of") and self.pack.has("age_behind", second)
        ):
            return False
        if self.pack.has("age_before", words.word(first - 1)):
            return False
        if "units" in bound and after - first == 1:
            return self._bare_plural(first, after)
        return self._stands_as_length(bound, first, after)

    def is_rate(self, bound: Bound, first: int) -> bool:
        """True for `a day` behind a count: 960 a week, three times a day."""
        if "n" in bound or "several" in bound or "units" in bound:
            return False
        before = self.tokens.word(first - 1)
        counted = before[0].isdigit() or self.tokens.word(first - 2)[0].isdigit()
        spelled = any(name == "scale" for name, _, _ in self.pack.lexicon.get(before, ()))
        if self.pack.has("rate_before", before):
            return True
        return spelled or (counted and not self.pack.has("no_noun", before))

    def _stands_as_length(self, bound: Bound, first: int, after: int) -> bool:
        return not self.pack.has("length_refused_behind", self.tokens.word(after))

    def _bare_plural(self, first: int, after: int) -> bool:
        before, behind = self.tokens.word(first - 1), self.tokens.word(after)
        return self.pack.has("plural_before", before) or self.pack.has("plural_behind", behind)

    def _loose(self, bound: Bound, first: int, after: int) -> bool:
        before = self.tokens.word(first - 1)
        return after - first > 1 and self.pack.has("loose_before", before)

    def _then(self, bound: Bound, first: int, after: int) -> bool:
        return self.pack.has("then_before", self.tokens.word(first - 1))

    def _month_day(self, bound: Bound, first: int, after: int) -> bool:
        if after - first > 3:
            return True
        behind = self.tokens.word(after)
        ends = not behind[0].isalnum() or self.pack.has("monthday_behind", behind)
        return ends and self.pack.has("monthday_before", self.tokens.word(first - 1))

    def _decade(self, bound: Bound, first: int, after: int) -> bool:
        years = bound.get("decadeof")
        return not isinstance(years, int) or years % 10 == 0

    def _vague(self, bound: Bound, first: int, after: int) -> bool:
        word = self.tokens.word(first)
        entries = self.pack.lexicon.get(self.tokens.word(after), ())
        if any(name in ("unit", "number", "several") for name, _, _ in entries):
            return False
        if after - first > 1:
            return True
        capital = self.tokens.is_capital(first) and self.tokens.is_capital(after)
        return not (capital and word != "now")
