"""Tells years from counts, codes and addresses."""

from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.pack import Pack
from desktop.reading.dates.tokens import BREAK, Tokens

_QUOTES = '"“”«»„'
_OPENING = "([\"'“‘«„"


class Years:
    """Whether four figures are a year: 1984 is, 1984 troops and page 1984 are not."""

    def __init__(self, pack: Pack, tokens: Tokens) -> None:
        self.pack, self.tokens = pack, tokens

    def is_year(self, bound: Bound, first: int, after: int) -> bool:
        """True for a year with what belongs to it: in 1984, AD 79, the summer of '69."""
        year = bound.get("year")
        if "yy" in bound:
            return self.pack.has("year_short_licence", self.tokens.word(first - 1))
        if not isinstance(year, int):
            return self._ancient(bound, first)
        if "era" in bound or self.tokens.word(after - 1) != str(year):
            return True
        if after - first > 1:
            return not self.counts(year, first, after)
        return self._bare_year(year, first, after)

    def _ancient(self, bound: Bound, first: int) -> bool:
        if "ancient" not in bound:
            return True
        return self.pack.has("ancient_licence", self.tokens.word(first - 1)) or "mod" in bound

    def _bare_year(self, year: int, first: int, after: int) -> bool:
        before, behind = self.tokens.word(first - 1), self.tokens.word(after)
        if self.tokens.glued[first] and before == "-" and not self._prefixed(first):
            return False
        if self.pack.has("year_refused_before", before) or self.counts(year, first, after):
            return False
        if self._is_other_number(year, first, after):
            return False
        if before == "." and self.pack.has("year_refused_before", self.tokens.word(first - 2)):
            return False
        if self.pack.has("is", before) and self.pack.has("it", self.tokens.word(first - 2)):
            return not behind[0].isalnum()
        if self.pack.has("year_licence", before) or before == BREAK or before in _OPENING:
            return True
        if self.pack.has("year_behind", behind) and not before[0].isdigit():
            return True
        plural = behind.endswith("s") and behind.isalpha() and not self.tokens.is_capital(after)
        return 1900 <= year <= 2099 and not plural and self._follows_name(first)

    def _is_other_number(self, year: int, first: int, after: int) -> bool:
        """True for an address, a score, a title, and for numbers in groups: 0800 1984 22."""
        before, behind = self.tokens.word(first - 1), self.tokens.word(after)
        if before.isdecimal() or (behind.isdecimal() and not self.pack.has("year_strong", before)):
            return True
        if self._is_address(after) or self._is_score(year, first):
            return True
        return self._names_a_work(first, after)

    def _names_a_work(self, first: int, after: int) -> bool:
        """True for a title in quotation marks, for 1984 by Orwell and a 1967 Mustang."""
        if self._is_quoted_title(first, after):
            return True
        before, behind = self.tokens.word(first - 1), self.tokens.word(after)
        if self.pack.has("written_by", behind) and self.tokens.is_capital(after + 1):
            return not self.pack.has("year_strong", before)
        if not self.tokens.is_capital(after):
            return False
        if self.pack.has("work_behind", behind):
            return True
        second = self.tokens.word(after + 1)
        ends = not second[0].isalnum() or self.pack.has("past", second)
        ends = ends or self.pack.has("no_noun", second)
        return ends and self.pack.has("one_of_a_kind", before)

    def _is_quoted_title(self, first: int, after: int) -> bool:
        """True where a few words between quotation marks are all written with capitals."""
        opening = next((n for n in range(1, 7) if self.tokens.word(first - n) in _QUOTES), 0)
        closing = next((n for n in range(7) if self.tokens.word(after + n) in _QUOTES), -1)
        if not opening or closing < 0:
            return False
        inside = [*range(first - opening + 1, first), *range(after, after + closing)]
        words = [at for at in inside if self.tokens.words[at].isalpha()]
        return all(self.tokens.is_capital(at) or len(self.tokens.words[at]) < 4 for at in words)

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

    def counts(self, year: int, first: int, after: int) -> bool:
        """True where a year's figures count what follows: 1500 troops, 2000 km."""
        behind = self.tokens.word(after)
        if not behind[0].isalpha() or self.tokens.is_capital(after):
            return False
        before = self.tokens.word(first - 1)
        strong = self.pack.has("year_strong", before) and year % 100 != 0
        if self.pack.has("counted_surely", behind):
            return True
        if self.pack.has("counted", behind):
            return not strong
        plural = behind.endswith("s") and len(behind) > 3 and not self.pack.has("no_noun", behind)
        return plural and year % 50 == 0 and not self.pack.has("year_strong", before)

    def are_years(self, bound: Bound, first: int, after: int) -> bool:
        """True for a range of years that runs forward and counts nothing."""
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

    def is_decade(self, bound: Bound, first: int, after: int) -> bool:
        """False for a year with a genitive: 1965's."""
        years = bound.get("decadeof")
        return not isinstance(years, int) or years % 10 == 0
