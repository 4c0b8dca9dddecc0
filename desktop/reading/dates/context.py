"""What stands around a date: the tense of its clause, brackets, sentences and paragraphs."""

from desktop.reading.dates.clock import Tense
from desktop.reading.dates.pack import Pack
from desktop.reading.dates.tokens import BREAK, Tokens

_REACH = 25
_AUXILIARY_REACH = 5


class Context:
    """The words around a place in the text, asked for only when a reading needs them."""

    def __init__(self, pack: Pack, tokens: Tokens) -> None:
        self.pack, self.tokens = pack, tokens

    def tense(self, first: int, after: int) -> Tense:
        """The tense of the clause around tokens [first, after)."""
        if self.pack.has("ahead", self.tokens.word(first - 1)):
            return "future"
        before = self._scan(range(first - 1, max(-1, first - _REACH), -1))
        failed = before and before[0] == "future" and self._ends_past(after)
        if before and before[1] <= 8 and not failed:
            return before[0]
        behind = self._scan(range(after, min(len(self.tokens), after + _REACH)))
        return (behind or before or ("", 0))[0]

    def _ends_past(self, after: int) -> bool:
        """True for talks scheduled for 28 May that did not take place."""
        return self.pack.has("past_aux", self.tokens.word(after))

    def _scan(self, places: range) -> tuple[Tense, int] | None:
        distance = 0
        for at in places:
            word = self.tokens.words[at]
            if self.pack.has("clause", word):
                return None
            distance += 4 if self.pack.has("soft_clause", word) else 1
            if ahead := self._ahead(at):
                return ahead, distance
            if self.is_past(at):
                return self._behind_auxiliary(at), distance
        return None

    def is_past(self, at: int) -> bool:
        """True where the word looks like a verb in the past."""
        word = self.tokens.words[at]
        if self.pack.has("past", word):
            return True
        if len(word) < 4 or self.pack.has("not_past", word):
            return False
        return any(word.endswith(ending) for ending in self.pack.lists.get("past_endings", ()))

    def _behind_auxiliary(self, at: int) -> Tense:
        """Future where `will`, `is due to be` … stands shortly before a participle."""
        for before in range(at - 1, max(-1, at - _AUXILIARY_REACH), -1):
            word = self.tokens.words[before]
            if self.pack.has("soft_clause", word) or self.pack.has("clause", word):
                break
            if ahead := self._ahead(before):
                return ahead
        return "past"

    def _ahead(self, at: int) -> Tense:
        word = self.tokens.words[at]
        if self.pack.has("perfect_aux", self.tokens.word(at + 1)):
            return ""  # would have, may have: what did not happen, or did
        if self.pack.has("present_is", word) and self.pack.has(
            "is_ahead", self.tokens.word(at + 1)
        ):
            return "will"  # is to meet, is due, is on 28 October
        if self.pack.has("future_now", word):
            return "will"
        if self.pack.has("future_past", word):
            return "would"
        return "future" if self._looks_ahead(at) else ""

    def _looks_ahead(self, at: int) -> bool:
        """True for `will`, and for `plans` where `to` follows."""
        word = self.tokens.words[at]
        if self.pack.has("future", word):
            return not (self.tokens.is_capital(at) and self.tokens.is_capital(at + 1)) and (
                not self.pack.has("month_doubtful", word) or not self.tokens.is_capital(at)
            )
        follows = self.pack.has("infinitive", self.tokens.word(at + 1))
        return follows and self.pack.has("future_to", word)

    def sentences(self) -> list[int]:
        """The number of the sentence in which each token stands."""
        number, numbers = 0, []
        for word in self.tokens.words:
            numbers.append(number)
            number += word in (".", "!", "?", BREAK)
        return numbers

    def quoted(self) -> list[bool]:
        """Whether each token stands between quotation marks; a paragraph closes them."""
        inside, quoted = False, []
        for word in self.tokens.words:
            if word == BREAK:
                inside = False
            elif word in "“«„":
                inside = True
            elif word in "”»":
                inside = False
            elif word == '"':
                inside = not inside
            quoted.append(inside)
        return quoted

    def depths(self) -> list[int]:
        """How deep in brackets each token stands; a paragraph closes what was left open."""
        depth, depths = 0, []
        for word in self.tokens.words:
            if word == BREAK:
                depth = 0
            depth += word in "(["
            depths.append(depth)
            depth = max(0, depth - (word in ")]"))
        return depths
