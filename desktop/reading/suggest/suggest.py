"""The events that an article tells of, proposed for a person to take, correct or drop."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.model import Article, Status
from desktop.reading.governed import Governing
from desktop.reading.governing import Dated, propose_title
from desktop.reading.sentences import sentences
from desktop.reading.suggest.clauses import clauses_of
from desktop.reading.suggest.counts import Count, killed_in
from desktop.reading.suggest.pack import Pack, pack_of, words_of
from desktop.reading.suggest.places import place_in
from desktop.reading.suggest.speech import Speech, find_speech, without_dateline
from desktop.reading.suggest.tracks import Filed, Sorted, Sorter, TrackWords

_ENOUGH = 2.2
# In small letters: May is a month.
_MAY = re.compile(r"\b(?:may|might) (?!(?:not )?have\b)")
_WOULD = re.compile(r"\bwould (?!(?:not )?have\b)", re.IGNORECASE)
_STATE = 0.4  # what a dated state of things loses: it was the worst year
_DATED = 1.9  # what a date in the clause itself counts, where a verb stands with it
# Conditions and what would have been, questions, tasks: nothing of it happened.
_NEVER = re.compile(
    r"^(?:if|unless|had|should|were|imagine|suppose|what if|draw|read|label|watch|bring|write)\b"
    r"|\b(?:would|could|might) (?:not |never )?have\b|\?$",
    re.IGNORECASE,
)
_OPENING = 24  # letters in which a line of a chronology names its day
_SHORTEST = 14
_ENDS = ".!?\"”'’…:"
_NO_SENTENCE = re.compile(
    r"^\(?(?:reporting|writing|editing|additional reporting|photo|image|see also|words to"
    r"|questions?|homework|sources?|further reading|answers?|notes? for editors)\b",
    re.IGNORECASE,
)
# «, led by …,» behind the subject: it tells who somebody is, not what happened.
_ASIDE = re.compile(r"^([^,]{3,60}), (?:led by|who|which|including|known as|backed by)[^,]*,")
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are) (?:\w+ly )?\w{2,}(?:ed|en|wn|lt|pt|ht)\b")
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
        for first, last in _prose(article.text, reader.dated)
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
        self.dated = Dated(article)

    def read(self, first: int, last: int) -> Iterator[Suggestion]:
        """What the sentence [first, last) tells of: nothing, an event, or one for each clause."""
        sentence = self._article.text[first:last]
        head = len(sentence) - len(without_dateline(sentence))
        first, sentence = first + head, sentence[head:]
        dates = self.dated.between(first, last)
        bounds = [(found.start - first, found.end - first) for found in dates]
        speech, since = find_speech(self._pack, sentence, self._speaker), 0
        for start, stop in clauses_of(self._pack, sentence, bounds):
            clause = sentence[start:stop].rstrip(".")
            if start and sentence[:start].rstrip().endswith(";"):
                speech, since = find_speech(self._pack, clause, self._speaker), start
            self._speaker = speech.by or self._speaker
            shift = since - start
            said = replace(speech, first=speech.first + shift, last=speech.last + shift)
            if found := self._propose(clause, first + start, said):
                yield found

    def _propose(self, clause: str, first: int, speech: Speech) -> Suggestion | None:
        told = clause.replace(speech.by, "") if speech.by else clause
        topics = self._topics.sort(told)
        status = _status(self._pack, clause, speech, is_news=self._article.published is not None)
        is_statement = bool(topics) and topics[0].track == self._statement
        governing = self.dated.governing(first, first + len(clause))
        status = self._planned(status, governing, clause)
        says = bool(speech.by) and any(
            topic.track == self._statement and topic.score > 0.6 * topics[0].score
            for topic in topics
        )
        worth = self._worth(clause, topics, says=says, is_planned=status == "planned")
        if governing and governing.first is not None:
            inside = first <= governing.first < first + len(clause)
            worth += _DATED if inside and self._happened(clause) else 1.0 - inside * _STATE
        if worth < _ENOUGH or _NEVER.search(clause):
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

    def _planned(self, status: Status, governing: Governing | None, clause: str) -> Status:
        """What is dated after the day of publication is a plan, whatever its tense."""
        published = self._article.published
        if governing is None or published is None or status == "denied":
            return status
        ahead = governing.when.bounds.earliest >= published.bounds.latest
        open_end = governing.when.is_open_start or governing.when.is_open_end
        told = any(
            word in self._pack.event_verbs and not word.endswith("s") for word in words_of(clause)
        )
        return "planned" if ahead and not open_end and not told else status

    def _happened(self, clause: str) -> float:
        """How much of the clause is told as an event: its verbs, a passive counting more."""
        verbs: float = sum(word in self._pack.event_verbs for word in words_of(clause))
        return verbs + 0.5 * len(_PAST.findall(clause)) + 0.5 * bool(_PASSIVE.search(clause))

    def _worth(self, clause: str, topics: list[Sorted], *, says: bool, is_planned: bool) -> float:
        """How likely a person would place this: what kind of event, and whether it happened."""
        topic = min(topics[0].score, 5.0) if topics else 0.0
        happened = self._happened(clause)
        is_real = says or is_planned
        unreal = 0.0 if is_real else 1.4 * len(self._pack.unreal.findall(clause))
        return 0.6 * topic + 0.6 * min(happened, 2.5) + 0.8 * says - unreal


def _prose(text: str, dated: Dated) -> Iterator[tuple[int, int]]:
    """The sentences, without headlines and credits; a line that opens with its date is told."""
    for number, (first, last) in enumerate(sentences(text)):
        sentence = text[first:last]
        is_headline = sentence[-1] not in _ENDS and (number == 0 or len(sentence) < 100)
        if is_headline and number and dated.between(first, min(last, first + _OPENING)):
            is_headline = len(sentence.split()) < 4
        if not is_headline and not _NO_SENTENCE.match(sentence) and len(sentence) > _SHORTEST:
            yield first, last


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


def _status(pack: Pack, clause: str, speech: Speech, *, is_news: bool) -> Status:
    if pack.denies.search(clause):
        return "denied"
    if pack.planned.search(clause) or _MAY.search(clause) or (is_news and _WOULD.search(clause)):
        return "planned"
    if pack.confirms.search(clause):
        return "confirmed"
    return "claimed" if speech.by else "reported"
