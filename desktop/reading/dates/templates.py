"""Templates of words become a trie: `{month} {d} ,? {y4}`, `(of|in)? the`, `+st` touching."""

import re
from typing import NamedTuple

_PIECE = re.compile(r"\{[^}]*\}|[()|]|[^\s()|{}?]+|\?")
Fixed = tuple[tuple[str, object], ...]


class Rule(NamedTuple):
    """What a template gives where it matches: a name and fixed values."""

    name: str
    fixed: Fixed

    def applied(self, bound: dict[str, object]) -> dict[str, object]:
        """What the match bound, with the fixed values and the name of the rule."""
        values = {**bound, **dict(self.fixed)}
        if self.name:
            values["rule"] = self.name
        return values


class Node:
    """A place in the trie: where the next word, class of words or part leads."""

    __slots__ = ("classes", "glued", "parts", "rule", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node] = {}
        self.glued: dict[str, Node] = {}
        self.classes: dict[str, list[tuple[str, Node]]] = {}
        self.parts: list[tuple[str, Node]] = []
        self.rule: Rule | None = None


def add_template(root: Node, template: str, rule: Rule, parts: frozenset[str]) -> None:
    """Puts every spelling of the template into the trie; the first rule to come keeps a place."""
    for pieces in _spellings(_PIECE.findall(template)):
        node = root
        for piece in pieces:
            node = _step(node, piece, parts)
        if node is not root and node.rule is None:
            node.rule = rule


def _step(node: Node, piece: str, parts: frozenset[str]) -> Node:
    if piece.startswith("{"):
        name, _, bound = piece[1:-1].partition(":")
        if name in parts:
            return _into_part(node, name)
        branches = node.classes.setdefault(name, [])
        for known, child in branches:
            if known == (bound or name):
                return child
        branches.append((bound or name, Node()))
        return branches[-1][1]
    if piece.startswith("+") and len(piece) > 1:
        return node.glued.setdefault(piece[1:], Node())
    return node.words.setdefault(piece, Node())


def _into_part(node: Node, name: str) -> Node:
    for known, child in node.parts:
        if known == name:
            return child
    node.parts.append((name, Node()))
    return node.parts[-1][1]


def _spellings(pieces: list[str]) -> list[tuple[str, ...]]:
    spellings, rest = _alternatives(pieces, 0)
    if rest != len(pieces):
        raise ValueError(f"a bracket too many in template {' '.join(pieces)}")
    return spellings


def _alternatives(pieces: list[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    every: list[tuple[str, ...]] = []
    current: list[tuple[str, ...]] = [()]
    while at < len(pieces) and pieces[at] != ")":
        if pieces[at] == "|":
            every, current = every + current, [()]
            at += 1
            continue
        choices, at = _atom(pieces, at)
        current = [before + after for before in current for after in choices]
    return every + current, at


def _atom(pieces: list[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    touching = pieces[at] == "+" and at + 1 < len(pieces) and pieces[at + 1] == "("
    if touching:
        at += 1
    if pieces[at] == "(":
        choices, at = _alternatives(pieces, at + 1)
        at += 1
        if touching:
            choices = [("+" + choice[0], *choice[1:]) for choice in choices]
    else:
        choices, at = [(pieces[at],)], at + 1
    if at < len(pieces) and pieces[at] == "?":
        return [(), *choices], at + 1
    return choices, at
