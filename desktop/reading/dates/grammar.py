"""Matches a pack's templates at a place in the text, remembering every part that it has tried."""

from desktop.reading.dates.numbers import classes_of_digits, read_number
from desktop.reading.dates.pack import FIGURES, Pack
from desktop.reading.dates.templates import Node
from desktop.reading.dates.tokens import BREAK, Tokens

Bound = dict[str, object]
Found = tuple[int, Bound]


class Grammar:
    """The templates of `pack` over one text; every question is answered once for each place."""

    def __init__(self, pack: Pack, tokens: Tokens) -> None:
        self.pack, self.tokens = pack, tokens
        self._known: dict[tuple[str, int], list[Found]] = {}
        self._classes: dict[int, list[tuple[str, object, int]]] = {}
        self._end = len(tokens)

    def forget(self) -> None:
        """Drops what was tried: no match runs across the end of a paragraph."""
        self._known.clear()
        self._classes.clear()

    def matches(self, part: str, at: int) -> list[Found]:
        """Every match of a part that begins at token `at`, one for each length."""
        key = (part, at)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._try(part, at)
        return known

    def classes(self, at: int) -> list[tuple[str, object, int]]:
        """The classes of words that begin at token `at`: name, value, token behind."""
        known = self._classes.get(at) if at < self._end else []
        if known is None:
            known = self._classes[at] = self._look_up(at)
        return known

    def _try(self, part: str, at: int) -> list[Found]:
        if part == "number":
            number = read_number(self.classes, self.tokens.word, at)
            return [number] if number else []
        found: dict[int, Bound] = {}
        self._walk(self.pack.tries[part], at, {}, found)
        return list(found.items())

    def _walk(self, node: Node, at: int, bound: Bound, found: dict[int, Bound]) -> None:
        if node.rule is not None and at not in found:
            found[at] = node.rule.applied(bound)
        word = self.tokens.words[at] if at < self._end else BREAK
        if word == BREAK:
            return
        if child := node.words.get(word):
            self._walk(child, at + 1, bound, found)
        if self.tokens.glued[at] and (child := node.glued.get(word)):
            self._walk(child, at + 1, bound, found)
        if node.classes or node.parts:
            self._walk_beyond(node, at, bound, found)

    def _walk_beyond(self, node: Node, at: int, bound: Bound, found: dict[int, Bound]) -> None:
        """The branches that classes of words and whole parts lead to."""
        if node.classes:
            for name, value, after in self.classes(at):
                for key, child in node.classes.get(name, ()):
                    self._walk(child, after, {**bound, key: value, key + "@": at}, found)
        if node.parts:
            word = self.tokens.words[at]
            first = FIGURES if word[0].isdigit() else word
            firsts = self.pack.firsts
            for name, child in node.parts:
                if first in firsts[name]:
                    for after, inner in self.matches(name, at):
                        self._walk(child, after, {**bound, **inner}, found)

    def _look_up(self, at: int) -> list[tuple[str, object, int]]:
        word = self.tokens.words[at]
        found = classes_of_digits(word, at + 1) if word[0].isdigit() else []
        free = word not in self.pack.lexicon and not self.tokens.is_capital(at)
        if free and len(word) > 3 and word.isalpha():
            found.append(("any", word, at + 1))
        for name, value, rest in self.pack.lexicon.get(word, ()):
            if name in self.pack.capitalised and not self.tokens.is_capital(at):
                continue
            after = at + 1 + len(rest)
            if not rest or tuple(self.tokens.words[at + 1 : after]) == rest:
                found.append((name, value, after))
        return found
