"""Terms with weights, for all tracks at once: words, beginnings of words and phrases."""

import re
from collections.abc import Mapping, Sequence

_GATE = 2  # letters by which a phrase is thought of at all; the shortest first word has as many
_KEPT = 20_000  # words whose terms are remembered; a text has fewer
Entry = tuple[int, str, float]  # track, term, weight


class Lexicon:
    """What speaks for each track among some words; every word is looked up once."""

    def __init__(self, terms: Mapping[int, Mapping[str, float]]) -> None:
        self._words: dict[str, list[Entry]] = {}
        self._starts: dict[str, list[Entry]] = {}
        self._phrases: dict[str, list[tuple[re.Pattern[str], Entry]]] = {}
        for track, mine in terms.items():
            for term, weight in mine.items():
                self._add(track, term, weight)
        self._lengths = sorted({len(start) for start in self._starts}, reverse=True)
        self._known: dict[str, list[Entry]] = {}

    def _add(self, track: int, term: str, weight: float) -> None:
        entry = (track, term, weight)
        if term.isalpha():
            self._words.setdefault(term, []).append(entry)
        elif term.endswith("*") and term[:-1].isalpha():
            self._starts.setdefault(term[:-1], []).append(entry)
        else:
            self._phrases.setdefault(term[:_GATE], []).append((_phrase(term), entry))

    def found(self, words: Sequence[str], text: str) -> dict[int, dict[str, float]]:
        """For each track the terms among `words`, which are those of `text` in small letters.

        What comes early, where the main verb stands, counts up to a quarter more.
        """
        hits: dict[int, dict[str, float]] = {}
        for place, word in enumerate(words):
            known = self._known.get(word)
            for track, term, weight in self._look_up(word) if known is None else known:
                early = 1.25 - 0.5 * place / len(words)
                hits.setdefault(track, {}).setdefault(term, weight * early)
        for beginning in self._phrases.keys() & {word[:_GATE] for word in words}:
            for pattern, (track, term, weight) in self._phrases[beginning]:
                if hit := pattern.search(text):
                    early = 1.25 - 0.5 * hit.start() / len(text)
                    hits.setdefault(track, {})[term] = weight * early
        return hits

    def _look_up(self, word: str) -> list[Entry]:
        """A track's whole word, else its longest beginning of the word."""
        entries = list(self._words.get(word, ()))
        tracks = {track for track, _, _ in entries}
        for length in self._lengths:
            for entry in self._starts.get(word[:length], ()) if length <= len(word) else ():
                if entry[0] not in tracks:
                    tracks.add(entry[0])
                    entries.append(entry)
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[word] = entries
        return entries


def _phrase(term: str) -> re.Pattern[str]:
    words = [
        re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)
        for word in term.split()
    ]
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)")
