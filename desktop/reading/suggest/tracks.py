"""Which track some words belong on: a lexicon, the track's own words, and what was filed before.

What the user filed counts n/(n + 30) against the lexicon's 30/(n + 30), so that few examples can
never outvote it and many do.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.reading.suggest.lexicon import Lexicon
from desktop.reading.suggest.pack import Pack, words_of

_TRUST = 30
_BROAD = frozenset(("people", "life", "daily", "other", "thing", "event", "main", "work"))
_DULL = frozenset(
    re.findall(r"\w+", "the a an of to in on at and or by for with was were is are it its his her")
)


@dataclass(frozen=True, slots=True)
class TrackWords:
    """A track as the sorter knows it; `words` has a term a line, with «=2» for another weight."""

    id: int
    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """Words that the user put on a track."""

    track: int
    text: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """A track for some words, how strongly, and the terms that speak for it."""

    track: int
    score: float
    because: tuple[str, ...]


class Sorter:
    """Puts words on one of the tracks that a timeline has, whatever they are called."""

    def __init__(
        self, pack: Pack, tracks: Sequence[TrackWords], filed: Iterable[Filed] = ()
    ) -> None:
        self._tracks = tracks
        self._lexicon = Lexicon({track.id: _terms(pack, track) for track in tracks})
        self._learnt = _Learnt(filed)

    @property
    def fallback(self) -> int:
        """The track for words of which no term speaks: background where there is such a track."""
        for track in self._tracks:
            if _is_called(track.name, frozenset({"background", "context", "other", "events"})):
                return track.id
        return self._tracks[0].id if self._tracks else 0

    def sort(self, text: str) -> list[Sorted]:
        """The tracks for which anything speaks, the likeliest first."""
        words, lowered = words_of(text), text.lower()
        trust, every = self._learnt.trust, self._lexicon.found(words, lowered)
        found = []
        for track in self._tracks:
            hits = every.get(track.id, {})
            score = sum(hits.values())
            if trust:
                score = (1 - trust) * score + trust * self._learnt.score(track.id, words)
            if score > 0:
                because = sorted(hits, key=lambda term: -hits[term])[:4]
                found.append(Sorted(track.id, score, tuple(because)))
        return sorted(found, key=lambda one: -one.score)


class _Learnt:
    """What the user filed, as log-odds of words; pure counting."""

    def __init__(self, filed: Iterable[Filed]) -> None:
        self._counts: dict[int, Counter[str]] = {}
        number = 0
        for one in filed:
            number += 1
            counts = self._counts.setdefault(one.track, Counter())
            counts.update(set(words_of(one.text)) - _DULL)
        self.trust = number / (number + _TRUST) if len(self._counts) > 1 else 0.0
        self._all = sum(self._counts.values(), Counter[str]())
        self._totals = {track: sum(counts.values()) for track, counts in self._counts.items()}

    def score(self, track: int, words: Sequence[str]) -> float:
        counts = self._counts.get(track)
        if counts is None:
            return 0.0
        mine, everyone = self._totals[track], sum(self._totals.values())
        odds = 0.0
        for word in set(words) & self._all.keys():
            here = (counts[word] + 0.3) / (mine + 1)
            elsewhere = (self._all[word] - counts[word] + 0.3) / (everyone - mine + 1)
            odds += math.log(here / elsewhere)
        return max(0.0, odds)


def _terms(pack: Pack, track: TrackWords) -> dict[str, float]:
    terms: dict[str, float] = {}
    for topic in pack.topics.values():
        if _is_called(track.name, topic.names):
            terms |= topic.terms
    own = [_stem(word) for word in words_of(track.name) if len(word) > 3]
    terms |= {f"{word}*": 0.3 if word in _BROAD else 2.0 for word in own}
    for line in track.words.splitlines():
        term, _, weight = line.strip().lower().partition("=")
        if len(term) > 2:
            known = terms.get(term, 0.0)
            terms[term if " " in term else f"{_stem(term)}*"] = max(known, _weight(weight))
    return terms


def _is_called(name: str, names: frozenset[str]) -> bool:
    words = words_of(name)
    return any(
        word == alias or (len(alias) > 4 and word.startswith(alias[:-1]))
        for word in words
        for alias in names
    )


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def _weight(text: str) -> float:
    return float(text) if re.fullmatch(r"\d{1,2}(?:\.\d)?", text.strip()) else 1.5
