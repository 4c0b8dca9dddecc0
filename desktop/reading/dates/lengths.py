"""Tells lengths of time and vague words from ages, shares and turns of phrase."""

from desktop.reading.dates.grammar import Bound
from desktop.reading.dates.pack import Pack
from desktop.reading.dates.tokens import Tokens


class Lengths:
    """Whether words such as three years, years, now or that time speak of time."""

    def __init__(self, pack: Pack, tokens: Tokens) -> None:
        self.pack, self.tokens = pack, tokens

    def is_length(self, bound: Bound, first: int, after: int) -> bool:
        """False for ages (51 years old), shares (three quarters) and some day."""
        words = self.tokens
        if bound.get("unit") == "quarter" and bound.get("means") == "duration":
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
        return not self.pack.has("length_refused_behind", behind)

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

    def _bare_plural(self, first: int, after: int) -> bool:
        before, behind = self.tokens.word(first - 1), self.tokens.word(after)
        if self.tokens.is_capital(first) and self.pack.has("minutes_of", self.tokens.words[first]):
            return False
        return self.pack.has("plural_before", before) or self.pack.has("plural_behind", behind)

    def is_vague(self, bound: Bound, first: int, after: int) -> bool:
        """False where the vague word begins something longer or a name."""
        word = self.tokens.word(first)
        entries = self.pack.lexicon.get(self.tokens.word(after), ())
        if any(name in ("unit", "number", "several") for name, _, _ in entries):
            return False
        if after - first > 1:
            return True
        capital = self.tokens.is_capital(first) and self.tokens.is_capital(after)
        return not (capital and word != "now")

    def is_part_of_day(self, bound: Bound, first: int, after: int) -> bool:
        """True for `in the morning`, false for a bare `morning`."""
        before = self.tokens.word(first - 1)
        if after - first == 1:
            bare = self.pack.has("bare_part", self.tokens.words[first])
            return bare and self.pack.has("bare_part_before", before)
        return self.pack.has("loose_before", before)

    def is_then(self, bound: Bound, first: int, after: int) -> bool:
        """True for `at that time`, false for `this time it held`."""
        return self.pack.has("then_before", self.tokens.word(first - 1))
