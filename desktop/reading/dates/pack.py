"""The words and templates of one language, read from its JSON pack and kept ready."""

from functools import lru_cache
from typing import NamedTuple

from desktop.reading.dates.numbers import OF_FIGURES
from desktop.reading.dates.templates import Fixed, Node, Rule, add_template

FIGURES = "0"
Entry = tuple[str, object, tuple[str, ...]]


class Pack(NamedTuple):
    """A language: `lexicon` gives a first word's classes, values and further words.

    `tries` are the parts of the grammar by name, `lists` the words that tell a date from a name, a
    count or a price by standing next to it.
    """

    language: str
    lexicon: dict[str, tuple[Entry, ...]]
    tries: dict[str, Node]
    lists: dict[str, frozenset[str]]
    capitalised: frozenset[str]
    firsts: dict[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """True where the pack's list `name` holds the word."""
        return word in self.lists.get(name, ())


@lru_cache(maxsize=16)
def load_pack(language: str) -> Pack:
    """The pack of a language tag such as `en` or `en-GB`; English where there is none."""
    import json  # with the first article only: looking at a timeline reads none
    from pathlib import Path

    folder = Path(__file__).parents[3] / "resources" / "languages"
    short = language.lower().replace("_", "-").partition("-")[0]
    path = folder / f"{short}.json"
    if not short.isalpha() or not path.is_file():
        path = folder / "en.json"
    written = json.loads(path.read_text(encoding="utf-8"))
    lexicon, tries = _lexicon(written["words"]), _tries(written["parts"])
    return Pack(
        written["language"],
        lexicon,
        tries,
        {name: frozenset(words) for name, words in written.get("lists", {}).items()},
        frozenset(written.get("capitalised", ())),
        _first_words(lexicon, tries),
    )


def _lexicon(words: dict[str, dict[str, object]]) -> dict[str, tuple[Entry, ...]]:
    entries: dict[str, list[Entry]] = {}
    for name, values in words.items():
        for phrase, value in values.items():
            first, *rest = phrase.replace("'s", " 's").split()
            entries.setdefault(first, []).append((name, value, tuple(rest)))
    return {first: tuple(found) for first, found in entries.items()}


def _tries(parts: dict[str, list[object]]) -> dict[str, Node]:
    names = frozenset(parts) | {"number"}
    tries: dict[str, Node] = {}
    for name, rules in parts.items():
        root = tries[name] = Node()
        for rule in rules:
            says, made = _rule(rule)
            for template in says:
                add_template(root, template, made, names)
    return tries


def _rule(written: object) -> tuple[list[str], Rule]:
    if isinstance(written, str):
        return [written], Rule("", ())
    assert isinstance(written, dict)
    fixed: Fixed = tuple(written.get("set", {}).items())
    return written["say"], Rule(written.get("rule", ""), fixed)


def _first_words(
    lexicon: dict[str, tuple[Entry, ...]], tries: dict[str, Node]
) -> dict[str, frozenset[str]]:
    """The words with which each part can begin; FIGURES where a number in figures can."""
    of_class: dict[str, set[str]] = {}
    for word, entries in lexicon.items():
        for name, _, _ in entries:
            of_class.setdefault(name, set()).add(word)
    firsts: dict[str, frozenset[str]] = {
        "number": frozenset(of_class.get("number", set())) | {FIGURES}
    }
    for name in tries:
        _close(name, tries, of_class, firsts)
    return firsts


def _close(
    name: str,
    tries: dict[str, Node],
    of_class: dict[str, set[str]],
    firsts: dict[str, frozenset[str]],
) -> frozenset[str]:
    if name not in firsts:
        node = tries[name]
        words = set(node.words) | set(node.glued)
        for kind in node.classes:
            words |= of_class.get(kind, set())
            if kind in OF_FIGURES:
                words.add(FIGURES)
        for part, _ in node.parts:
            words |= _close(part, tries, of_class, firsts)
        firsts[name] = frozenset(words)
    return firsts[name]
