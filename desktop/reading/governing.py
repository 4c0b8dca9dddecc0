"""Which of an article's dates governs some of its words, and what an event of them is called."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.model import Article
from desktop.reading.dates import DateExpression, find_dates
from desktop.reading.picks import as_picked
from desktop.reading.sentences import sentences
from desktop.when import When

_LEADING = re.compile(r"^(?:and|but|so|then|yet|however,|meanwhile,)\s+", re.IGNORECASE)
_NEAR_PUBLICATION = 62 * 86_400
_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Governing:
    """The date that some words are taken to have, why, and the words that say so, if any."""

    when: When
    why: str
    first: int | None = None
    last: int | None = None


@lru_cache(maxsize=16)
def _dates(text: str, published: str, language: str) -> tuple[DateExpression, ...]:
    return tuple(find_dates(text, published, language or "en"))


def dates_of(article: Article) -> tuple[DateExpression, ...]:
    """Every expression of time in the article, in the order of its words, as the user reads them."""
    published = article.published.edtf if article.published else ""
    return as_picked(article, _dates(article.text, published, article.language))


def governing_date(article: Article, first: int, last: int) -> Governing | None:
    """The date of the words [first, last): in them, in their sentence, before them, or none.

    News that names no day tells of the day it was published; a narrative, of the day named last.
    """
    placed = [found for found in dates_of(article) if found.edtf and found.kind != "set"]
    start, stop = sentence_around(article.text, first, last)
    inside = [found for found in placed if found.start >= first and found.end <= last]
    if inside:
        return _by(inside[0])
    sentence = [found for found in placed if found.start >= start and found.end <= stop]
    if sentence:
        return _by(min(sentence, key=lambda found: _distance(found, first, last)))
    before = [found for found in placed if found.end <= first]
    if article.published and _is_news(article.published, placed):
        paragraph = article.text.rfind("\n", 0, first) + 1
        near = [found for found in before if found.start >= paragraph]
        near = [found for found in near if _is_near(article.published, found)]
        return _by(near[-1]) if near else publication_day(article.published)
    return _by(before[-1]) if before else None


def sentence_around(text: str, first: int, last: int) -> tuple[int, int]:
    """The bounds of the sentence, or sentences, in which the words [first, last) stand."""
    starts, stops = _sentence_bounds(text)
    begin = max(0, bisect_right(starts, first) - 1)
    end = min(len(stops) - 1, bisect_left(stops, last))
    return (starts[begin], stops[end]) if starts else (first, last)


@lru_cache(maxsize=16)
def _sentence_bounds(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    bounds = list(sentences(text))
    return tuple(start for start, _stop in bounds), tuple(stop for _start, stop in bounds)


def publication_day(published: When) -> Governing:
    """The day of publication, marked as uncertain, for words that name no day themselves."""
    plain = published if published.is_uncertain or published.is_interval else None
    when = plain or When(f"{published.edtf.split('T')[0].rstrip('~%')}?")
    return Governing(when, _("No date is said, so the day of publication"))


def propose_title(words: str) -> str:
    """A title made of quoted words: one line, without a leading “but”, cut between words."""
    line = " ".join(words.split()).strip(" \"'“”‘’,;:–—-.")
    line = _LEADING.sub("", line)
    line = line[:1].upper() + line[1:]
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _by(found: DateExpression) -> Governing | None:
    try:
        return Governing(When(found.edtf), found.why, found.start, found.end)
    except WhenError:
        return None


def _distance(found: DateExpression, first: int, last: int) -> int:
    return max(found.start - last, first - found.end)


def _is_news(published: When, placed: list[DateExpression]) -> bool:
    near = sum(_is_near(published, found) for found in placed)
    return 2 * near >= len(placed)


def _is_near(published: When, found: DateExpression) -> bool:
    governing = _by(found)
    if governing is None:
        return False
    bounds = governing.when.bounds
    gap = max(bounds.earliest - published.bounds.latest, published.bounds.earliest - bounds.latest)
    return gap <= _NEAR_PUBLICATION
