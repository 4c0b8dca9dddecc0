"""Whether two events are likely one: their dates, tracks, places and words, with the reasons."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.i18n import _

_WORD = re.compile(r"[^\W\d_]{3,}")
_DULL = frozenset(
    _WORD.findall(
        "the and for with was were are has had have been not but that this from said says told "
        "who which their his her its they them after before over into than also monday tuesday "
        "wednesday thursday friday saturday sunday according denied reported"
    )
)
_DAY = 86_400
_NEAR = 2 * _DAY
LIKELY = 0.5
_SAME_ARTICLE = 0.8  # an article seldom tells of one event twice
_FEWEST_WORDS = 0.35
_COMMON = 40  # a word in more events than this brings no two of them together
_SHARES = {"words": 0.55, "date": 0.25, "track": 0.1, "place": 0.1}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it is told: all its words in `text`; its span in seconds, None for undated."""

    event: int
    text: str
    track: int = 0
    place: str = ""
    span: tuple[int, int] | None = None
    articles: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events that may be one, how likely (0-1), and what speaks for it."""

    one: int
    other: int
    score: float
    reasons: tuple[str, ...]


def find_pairs(told: Sequence[Told], apart: Iterable[tuple[int, int]] = ()) -> list[Pair]:
    """The likely pairs among these events, the likeliest first; those held `apart` are left out."""
    known = {frozenset(pair) for pair in apart}
    words = [words_of(one.text) for one in told]
    counts = Counter(word for some in words for word in some)
    pairs = []
    for first, second in _meeting(words, counts):
        one, other = told[first], told[second]
        if {one.event, other.event} not in known:
            pair = compare(one, other, counts)
            if pair.score >= LIKELY:
                pairs.append(pair)
    return sorted(pairs, key=lambda pair: -pair.score)


def compare(one: Told, other: Told, counts: Counter[str] | None = None) -> Pair:
    """How likely two events are one; `counts` says in how many events each word stands."""
    here, there = words_of(one.text), words_of(other.text)
    shared = here & there
    counts = counts or Counter()
    whole = math.sqrt(_weight(here, counts) * _weight(there, counts))
    alike = _weight(shared, counts) / whole if whole else 0.0
    date, date_reason = _dates(one.span, other.span)
    needed = _SAME_ARTICLE if one.articles & other.articles else _FEWEST_WORDS
    if alike < needed or date < 0:
        return Pair(one.event, other.event, 0.0, ())
    is_there = bool(one.place) and one.place.casefold() == other.place.casefold()
    is_on_track = bool(one.track) and one.track == other.track
    score = _SHARES["words"] * min(1.0, alike * 1.2) + _SHARES["date"] * date
    score += _SHARES["track"] * is_on_track + _SHARES["place"] * is_there
    longest = sorted(_whole_words(one.text, shared), key=len, reverse=True)[:4]
    reasons = (
        date_reason,
        _("same track") if is_on_track else "",
        _("both in {place}").format(place=one.place) if is_there else "",
        _("both say {words}").format(words=", ".join(f"“{word}”" for word in longest)),
    )
    return Pair(one.event, other.event, score, tuple(filter(None, reasons)))


def words_of(text: str) -> frozenset[str]:
    """The words of a text that tell something, without their endings."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _DULL)


def _whole_words(text: str, stems: frozenset[str]) -> set[str]:
    words = _WORD.findall(text.lower())
    return {word for word in words if word not in _DULL and _stem(word) in stems}


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def _meeting(words: Sequence[frozenset[str]], counts: Counter[str]) -> Iterable[tuple[int, int]]:
    """The events, by their places, that share two words or more that are not common."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, some in enumerate(words):
        met: Counter[int] = Counter()
        for word in some:
            if counts[word] <= _COMMON:
                met.update(holders[word])
                holders[word].append(place)
        yield from ((other, place) for other, number in met.items() if number > 1)


def _dates(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[float, str]:
    """How well two spans agree, 1 to 0; -1 where they exclude each other."""
    if one is None or other is None:
        return 0.4, _("one has no date")
    overlap = min(one[1], other[1]) - max(one[0], other[0])
    if overlap <= -_NEAR:
        return -1.0, ""
    if overlap <= 0:
        return 0.4, _("almost the same day")
    longest = max(one[1] - one[0], other[1] - other[0], _DAY)
    if longest <= _DAY:
        return 1.0, _("same day")
    return 0.5 + 0.5 * min(1.0, overlap / longest), _("overlapping dates")


def _weight(words: frozenset[str], counts: Counter[str]) -> float:
    """A word weighs the less the more events have it."""
    return sum(1 / (1 + math.log1p(counts[word] / 5)) for word in words)
