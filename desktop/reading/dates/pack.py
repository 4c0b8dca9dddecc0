"""The words and templates of one language, read from its JSON pack and kept ready."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop.reading.dates.templates import Fixed, Node, Rule, add_template

_FOLDER = Path(__file__).parents[3] / "resources" / "languages"
Entry = tuple[str, object, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Pack:
    """A language: `lexicon` gives a first word's classes, values and further words.

    `tries` are the parts of the grammar by name, `lists` the words that tell a date from a name, a
    count or a price by standing next to it.
    """

    language: str
    lexicon: dict[str, tuple[Entry, ...]]
    tries: dict[str, Node]
    lists: dict[str, frozenset[str]]
    capitalised: frozenset[str]
    gate: frozenset[str]

    def has(self, name: str, word: str) -> bool:
        """True where the pack's list `name` holds the word."""
        return word in self.lists.get(name, ())


@lru_cache(maxsize=16)
def load_pack(language: str) -> Pack:
    """The pack of a language tag such as `en` or `en-GB`; English where there is none."""
    short = language.lower().replace("_", "-").partition("-")[0]
    path = _FOLDER / f"{short}.json"
    if not short.isalpha() or not path.is_file():
        path = _FOLDER / "en.json"
    written = json.loads(path.read_text(encoding="utf-8"))
    lexicon, tries = _lexicon(written["words"]), _tries(written["parts"])
    return Pack(
        written["language"],
        lexicon,
        tries,
        {name: frozenset(words) for name, words in written.get("lists", {}).items()},
        frozenset(written.get("capitalised", ())),
        _gate(lexicon, tries),
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


def _gate(lexicon: dict[str, tuple[Entry, ...]], tries: dict[str, Node]) -> frozenset[str]:
    """The words with which a match can begin."""
    words: set[str] = set()
    classes: set[str] = set()
    waiting, seen = ["top"], {"top"}
    while waiting:
        name = waiting.pop()
        if name == "number":
            classes.add("number")
            continue
        node = tries[name]
        words.update(node.words, node.glued)
        classes.update(node.classes)
        more = [part for part, _ in node.parts if part not in seen]
        seen.update(more)
        waiting += more
    for word, entries in lexicon.items():
        if any(name in classes for name, _, _ in entries):
            words.add(word)
    return frozenset(words)
