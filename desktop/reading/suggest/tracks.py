"""Which track some words belong on: a lexicon, the track's own words, and what was filed before.

What the user filed counts up to n/(n + 30) against the lexicon's 30/(n + 30). How much of that it
gets is tried on what was filed, each example judged by the others: only what puts more of them
right than the lexicon alone does is trusted, so that few or contrary examples never outvote it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.reading.suggest.lexicon import Lexicon
from desktop.reading.suggest.pack import Pack, words_of

_TRUST = 30
_SEEN = 2  # examples in which a word must stand before it tells anything
_LOUDEST = 1.6  # the log-odds that one word may bring
_BETTER = 0.05  # the share of examples by which trust must better the lexicon
_TRIED = 120  # examples, the last ones, on which trust is tried
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
        examples = list(filed)
        self._learnt = _Learnt(examples)
        self._learnt.trust = self._earned(examples[-_TRIED:])

    @property
    def fallback(self) -> int:
        """The track for words of which no term speaks: background where there is such a track."""
        for track in self._tracks:
            if _is_called(track.name, frozenset({"background", "context", "other", "events"})):
                return track.id
        return self._tracks[0].id if self._tracks else 0

    def sort(self, text: str) -> list[Sorted]:
        """The tracks for which anything speaks, the likeliest first."""
        return self._ranked(text, self._learnt.trust, None)

    def _earned(self, examples: Sequence[Filed]) -> float:
        """The trust with which most examples, each judged by the others, find their track."""
        best, chosen = -1, 0.0
        if not self._learnt.most:
            return chosen
        for trust in (0.0, self._learnt.most / 2, self._learnt.most):
            ranked = ((one, self._ranked(one.text, trust, one.track)) for one in examples)
            right = sum(bool(found) and found[0].track == one.track for one, found in ranked)
            if right > best + (trust > 0) * _BETTER * len(examples):
                best, chosen = right, trust
        return chosen

    def _ranked(self, text: str, trust: float, own: int | None) -> list[Sorted]:
        words = words_of(text)
        every = self._lexicon.found(words, text.lower())
        found = []
        for track in self._tracks:
            hits = every.get(track.id, {})
            score = sum(hits.values())
            if trust:
                score = (1 - trust) * score + trust * self._learnt.score(track.id, words, own)
            if score > 0:
                because = sorted(hits, key=lambda term: -hits[term])[:4]
                found.append(Sorted(track.id, score, tuple(because)))
        return sorted(found, key=lambda one: -one.score)


class _Learnt:
    """What the user filed, as log-odds of words; pure counting."""

    def __init__(self, filed: Sequence[Filed]) -> None:
        self._counts: dict[int, Counter[str]] = {}
        for one in filed:
            self._counts.setdefault(one.track, Counter()).update(_telling(one.text))
        self.trust = 0.0
        self.most = len(filed) / (len(filed) + _TRUST) if len(self._counts) > 1 else 0.0
        self._all = sum(self._counts.values(), Counter[str]())
        self._totals = {track: sum(counts.values()) for track, counts in self._counts.items()}

    def score(self, track: int, words: Iterable[str], own: int | None = None) -> float:
        """How the words speak for the track; `own` is the track on which they were filed."""
        counts = self._counts.get(track)
        if counts is None:
            return 0.0
        mine, everyone = self._totals[track] + 1, sum(self._totals.values()) + 2
        odds, mine_too = 0.0, track == own
        for word in set(words) & self._all.keys():
            total = self._all[word] - (own is not None)
            here = counts[word] - mine_too
            if total >= _SEEN:
                rate = math.log((here + 0.3) / mine / ((total - here + 0.3) / (everyone - mine)))
                odds += max(-_LOUDEST, min(_LOUDEST, rate))
        return max(0.0, odds)


def _telling(text: str) -> set[str]:
    return set(words_of(text)) - _DULL


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
            term = term if " " in term else f"{_stem(term)}*"
            # A word without a weight of its own keeps what the lexicon knows of it.
            terms[term] = _weight(weight) if weight else terms.get(term, _weight(""))
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
