"""The words by which a language tells of events: a file of data, read once."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from desktop.paths import resources_folder

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of event: the names that tracks of it bear, and its terms with their weights."""

    names: frozenset[str]
    terms: dict[str, float]


@dataclass(frozen=True, slots=True)
class Pack:
    """What one language needs to tell events from other sentences."""

    topics: dict[str, Topic]
    event_verbs: frozenset[str]
    say: re.Pattern[str]
    denies: re.Pattern[str]
    confirms: re.Pattern[str]
    planned: re.Pattern[str]
    unreal: re.Pattern[str]
    no_place: frozenset[str]
    numbers: dict[str, int]


@lru_cache(maxsize=4)
def pack_of(language: str) -> Pack:
    """The pack of a language; English where there is none of it."""
    folder = resources_folder() / "languages"
    path = folder / f"{language[:2].lower()}-events.json"
    if not path.is_file():
        path = folder / "en-events.json"
    read = json.loads(path.read_text(encoding="utf-8"))
    topics = {
        name: Topic(frozenset(topic["names"]), topic["terms"])
        for name, topic in read["topics"].items()
    }
    return Pack(
        topics=topics,
        event_verbs=frozenset(read["event_verbs"].split()),
        say=any_of(read["say"].split()),
        denies=any_of(read["denies"]),
        confirms=any_of(read["confirms"]),
        planned=any_of(read["planned"]),
        unreal=any_of(read["unreal"]),
        no_place=frozenset(read["no_place"].split()),
        numbers=cast(dict[str, int], read["numbers"]),
    )


def any_of(phrases: list[str]) -> re.Pattern[str]:
    """A pattern for whole words; its branches are literal, so it is linear in the text."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, in their order."""
    return _WORD.findall(text.lower())
