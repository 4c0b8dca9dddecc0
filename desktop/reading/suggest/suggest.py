"""The events that an article tells of, proposed for a person to take, correct or drop."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop.model import Article, Status
from desktop.reading.governing import Governing, governing_date, propose_title
from desktop.reading.sentences import sentences
from desktop.reading.suggest.counts import Count, killed_in
from desktop.reading.suggest.pack import Pack, pack_of, words_of
from desktop.reading.suggest.places import place_in
from desktop.reading.suggest.speech import Speech, find_speech, without_dateline
from desktop.reading.suggest.tracks import Filed, Sorted, Sorter, TrackWords

_ENOUGH = 2.2
_ENDS = ".!?\"”'’…:"
_CLAUSES = re.compile(r";\s+|,\s+(?=(?:when|while|but|whereas)\s)")
_NO_SENTENCE = re.compile(
    r"^\(?(?:reporting|writing|editing|additional reporting|photo|image)\b", re.I
)
# «, led by …,» behind the subject: it tells who somebody is, not what happened.
_ASIDE = re.compile(r"^([^,]{3,60}), (?:led by|who|which|including|known as|backed by)[^,]*,")
_PAST = re.compile(r"\b\w{2,}ed\b")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An event that some words tell of; `first`/`last` are the quote in code points.

    `killed` has the least and the most; `because` are the terms that chose the track.
    """

    title: str
    governing: Governing | None
    track: int
    first: int
    last: int
    said_by: str
    status: Status
    place: str
    killed: Count | None
    score: float
    because: tuple[str, ...]


def suggest(
    article: Article,
    tracks: Sequence[TrackWords],
    filed: Iterable[Filed] = (),
    taken: Iterable[tuple[int, int]] = (),
) -> list[Suggestion]:
    """What is worth placing, in the order of the text; words in a `taken` span are left out."""
    reader = _Reader(article, tracks, filed)
    return [
        found
        for first, last in _prose(article.text)
        for found in reader.read(first, last)
        if not any(found.first < until and since < found.last for since, until in taken)
    ]


class _Reader:
    """Reads one article, sentence after sentence, and remembers who spoke last."""

    def __init__(
        self, article: Article, tracks: Sequence[TrackWords], filed: Iterable[Filed]
    ) -> None:
        self._article = article
        self._pack = pack_of(article.language or "en")
        self._sorter = Sorter(self._pack, tracks, filed)
        topics = [TrackWords(n, name) for n, name in enumerate(self._pack.topics)]
        self._topics = Sorter(self._pack, topics)
        self._statement = list(self._pack.topics).index("statement")
        self._speaker = ""

    def read(self, first: int, last: int) -> Iterator[Suggestion]:
        """What the sentence [first, last) tells of: nothing, an event, or one for each clause."""
        sentence = self._article.text[first:last]
        speech = find_speech(self._pack, sentence, self._speaker)
        self._speaker = speech.by or self._speaker
        for start, stop in _clauses(sentence):
            clause = sentence[start:stop].rstrip(".")
            said = replace(speech, first=speech.first - start, last=speech.last - start)
            if found := self._propose(clause, first + start, said):
                yield found

    def _propose(self, clause: str, first: int, speech: Speech) -> Suggestion | None:
        told = clause.replace(speech.by, "") if speech.by else clause
        topics = self._topics.sort(told)
        status = _status(self._pack, clause, speech)
        is_statement = bool(topics) and topics[0].track == self._statement
        governing = governing_date(self._article, first, first + len(clause))
        says = bool(speech.by) and any(
            topic.track == self._statement and topic.score > 0.6 * topics[0].score
            for topic in topics
        )
        worth = self._worth(clause, topics, says=says, is_planned=status == "planned")
        worth += 1.0 if governing and governing.first is not None else 0.0
        if worth < _ENOUGH:
            return None
        ranked = self._sorter.sort(told)
        best = ranked[0] if ranked else Sorted(self._sorter.fallback, 0.0, ())
        return Suggestion(
            title=_title(clause, speech, is_statement=is_statement, is_denial=status == "denied"),
            governing=governing,
            track=best.track,
            first=first,
            last=first + len(clause),
            said_by=speech.by,
            status=status,
            place=place_in(self._pack, clause),
            killed=killed_in(self._pack, clause),
            score=worth,
            because=best.because,
        )

    def _worth(self, clause: str, topics: list[Sorted], *, says: bool, is_planned: bool) -> float:
        """How likely a person would place this: what kind of event, and whether it happened."""
        topic = min(topics[0].score, 5.0) if topics else 0.0
        happened: float = sum(word in self._pack.event_verbs for word in words_of(clause))
        happened += 0.5 * len(_PAST.findall(clause))
        is_real = says or is_planned
        unreal = 0.0 if is_real else 1.4 * len(self._pack.unreal.findall(clause))
        return 0.6 * topic + 0.6 * min(happened, 2.5) + 0.8 * says - unreal


def _prose(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, without headlines and credits."""
    for number, (first, last) in enumerate(sentences(text)):
        sentence = text[first:last]
        is_headline = sentence[-1] not in _ENDS and (number == 0 or len(sentence) < 100)
        if not is_headline and not _NO_SENTENCE.match(sentence) and len(sentence) > 20:
            yield first, last


def _clauses(sentence: str) -> list[tuple[int, int]]:
    """The sentence, or its parts where each is long enough to tell of something itself."""
    cuts = [found.end() for found in _CLAUSES.finditer(sentence) if '"' not in sentence]
    parts = [
        (start, start + len(sentence[start:stop].rstrip(" ,;")))
        for start, stop in pairwise([0, *cuts, len(sentence)])
    ]
    return parts if all(stop - start > 40 for start, stop in parts) else [(0, len(sentence))]


def _title(clause: str, speech: Speech, *, is_statement: bool, is_denial: bool) -> str:
    content = clause[max(0, speech.first) : max(0, speech.last)]
    if is_denial or len(content.split()) < 4:
        return propose_title(without_dateline(clause))
    told = _content(without_dateline(content))
    if is_statement and speech.by:
        return propose_title(f"{speech.by}: {told}")
    return propose_title(told)


def _content(words: str) -> str:
    words = _ASIDE.sub(r"\1", words)
    return re.sub(r"^[\s,:\"“]*(?:(?:on|in) \w+(?: \d+)?,? )?(?:that )?", "", words, flags=re.I)


def _status(pack: Pack, clause: str, speech: Speech) -> Status:
    if pack.denies.search(clause):
        return "denied"
    if pack.planned.search(clause):
        return "planned"
    if pack.confirms.search(clause):
        return "confirmed"
    return "claimed" if speech.by else "reported"
