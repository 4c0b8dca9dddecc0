"""Which of an article's dates governs some of its words, and what an event of them is called."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.model import Article
from desktop.reading.dates import DateExpression, find_dates
from desktop.reading.governed import Governing
from desktop.reading.picks import as_picked
from desktop.reading.sentences import sentences
from desktop.when import When

_LEADING = re.compile(r"^(?:and|but|so|then|yet|however,|meanwhile,)\s+", re.IGNORECASE)
_NEAR_PUBLICATION = 62 * 86_400
_LONGEST_TITLE = 90
_BESIDE = 12  # letters between two dates that are told in one breath


@lru_cache(maxsize=16)
def _dates(text: str, published: str, language: str) -> tuple[DateExpression, ...]:
    return tuple(find_dates(text, published, language or "en"))


def dates_of(article: Article) -> tuple[DateExpression, ...]:
    """Every expression of time in the article, in the order of its words, as the user reads it."""
    published = article.published.edtf if article.published else ""
    return as_picked(article, _dates(article.text, published, article.language))


def governing_date(article: Article, first: int, last: int) -> Governing | None:
    """The date of the words [first, last): in them, in their sentence, before them, or none.

    News that names no day tells of the day it was published; a narrative, of the day named last.
    """
    return Dated(article).governing(first, last)


class Dated:
    """An article's placed dates, kept ready for one question after another."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.placed = [found for found in dates_of(article) if found.edtf and found.kind != "set"]
        self._starts = [found.start for found in self.placed]
        self._is_news = _is_news(article.published, self.placed)

    def between(self, first: int, last: int) -> list[DateExpression]:
        """The placed dates that stand within the words [first, last)."""
        begin, end = bisect_left(self._starts, first), bisect_left(self._starts, last)
        return [found for found in self.placed[begin:end] if found.end <= last]

    def _without_stamp(self, inside: list[DateExpression]) -> list[DateExpression]:
        """Without the clock time that opens a live report's line, where the line names another."""
        opens = inside and self._article.text[: inside[0].start][-1:] in ("", "\n")
        return inside[1:] if opens and inside[0].kind == "time" and len(inside) > 1 else inside

    def governing(self, first: int, last: int) -> Governing | None:
        """As `governing_date` has it."""
        start, stop = sentence_around(self._article.text, first, last)
        if inside := self._without_stamp(self.between(first, last)):
            return _by(_finest(inside))
        if sentence := self.between(start, stop):
            return _by(min(sentence, key=lambda found: _distance(found, first, last)))
        at, published = bisect_left(self._starts, first) - 1, self._article.published
        if not self._is_news or published is None:
            return _by(self.placed[at]) if at >= 0 else None
        paragraph = self._article.text.rfind("\n", 0, first) + 1
        while at >= 0 and self._starts[at] >= paragraph:
            if _is_near(published, self.placed[at]):
                return _by(self.placed[at])
            at -= 1
        return publication_day(published)


def _finest(inside: list[DateExpression]) -> DateExpression:
    """The first date, or the one next to it that says more: two days later, at 05:30."""
    chosen = inside[0]
    for found in inside[1:]:
        one, two = _by(chosen), _by(found)
        if one is None or two is None or found.start - chosen.end > _BESIDE:
            break
        outer, inner = one.when.bounds, two.when.bounds
        if not outer.earliest <= inner.earliest < inner.latest <= outer.latest:
            break
        chosen = found
    return chosen


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


def _is_news(published: When | None, placed: list[DateExpression]) -> bool:
    if published is None:
        return False
    near = sum(_is_near(published, found) for found in placed)
    return 2 * near >= len(placed)


def _is_near(published: When, found: DateExpression) -> bool:
    governing = _by(found)
    if governing is None:
        return False
    bounds = governing.when.bounds
    gap = max(bounds.earliest - published.bounds.latest, published.bounds.earliest - bounds.latest)
    return gap <= _NEAR_PUBLICATION
