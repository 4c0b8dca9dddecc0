"""Quotes that last: finding an article's words again after its text was changed.

The W3C text quote selector (Web Annotation Data Model §4.2.4): the exact words with 32 characters
before and behind them. A place is told together with how it was found, so nothing moves silently.
Everything is linear in the text, whatever it holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from desktop.reading.folded import fold, folded
from desktop.reading.likeness import best_stretch, likeness
from desktop.reading.shifts import Shifts

CONTEXT = 32
# Below these a place is no longer called the same words: short quotes may not differ as much.
_LIKE_ENOUGH = 0.7
_SHORT = 24
_SHORT_LIKE_ENOUGH = 0.8
# Words this long do not stand in an article twice by chance.
_TELLING = 40
_CONTEXT_ENOUGH = 0.5
_BETWEEN_LIKE_ENOUGH = 0.3
_MOST_PLACES = 200

How = Literal["exact", "moved", "fuzzy", "lost"]


@dataclass(frozen=True, slots=True)
class Selector:
    """Words and their surroundings, up to 32 characters on each side."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quote is now, [first, last) in code points, and how sure that is.

    `exact`: the same words where they were expected; `moved`: the same words elsewhere; `fuzzy`:
    words that changed; `lost`: not found, and `first` is where they would have been. `likeness`
    is 1 for the same words in the same surroundings, 0 for lost ones.
    """

    first: int
    last: int
    how: How
    likeness: float


def selector(text: str, first: int, last: int) -> Selector:
    """The selector of the words [first, last) of `text`."""
    return Selector(
        exact=text[first:last],
        prefix=text[max(0, first - CONTEXT) : first],
        suffix=text[last : last + CONTEXT],
    )


def find_again(text: str, quote: Selector, near: int = 0) -> Found:
    """The place of `quote` in `text`, of several the one in its surroundings, then nearest `near`.

    First the exact words, then the same but for blanks, quote marks, dashes, accents and case,
    then what stands between the same surroundings or differs by a few letters.
    """
    near = min(max(near, 0), len(text))
    if not quote.exact.strip():
        return _lost(near)
    return (
        _same_words(text, quote, near)
        or _same_but_for_marks(text, quote, near)
        or _between_surroundings(text, quote, near)
        or _nearly_same_words(text, quote, near)
        or _lost(near)
    )


def relocate(old: str, new: str, spans: Iterable[tuple[int, int]]) -> list[Found]:
    """Where each [first, last) of the old text is in the new one, in the same order.

    Words that only shifted together with all around them count as `exact`.
    """
    shifts = Shifts(old, new)
    return [
        find_again(new, selector(old, first, last), shifts.place(first)) for first, last in spans
    ]


def _lost(near: int) -> Found:
    return Found(near, near, "lost", 0.0)


def _same_words(text: str, quote: Selector, near: int) -> Found | None:
    places = _places(text, quote.exact, near)
    if not places:
        return None
    length = len(quote.exact)
    scores = {first: _surroundings(text, quote, first, first + length) for first in places}
    first = max(places, key=lambda place: (round(scores[place], 1), -abs(place - near)))
    if _is_chance(quote, scores[first], is_only=len(places) == 1, is_near=first == near):
        return None
    how: How = "exact" if first == near else "moved"
    return Found(first, first + length, how, 0.5 + scores[first] / 2)


def _is_chance(quote: Selector, score: float, *, is_only: bool, is_near: bool) -> bool:
    """Whether the same words in other surroundings are likely other words."""
    if score >= _CONTEXT_ENOUGH or len(quote.exact) >= _TELLING or is_near:
        return False
    return not (is_only and len(quote.exact) >= _SHORT)


def _places(text: str, words: str, near: int) -> list[int]:
    """Where `words` stand, at most some hundred places around `near`."""
    places: list[int] = []
    first = text.find(words, max(0, near))
    while first >= 0 and len(places) < _MOST_PLACES // 2:
        places.append(first)
        first = text.find(words, first + 1)
    first = text.rfind(words, 0, max(0, near) + len(words) - 1)
    while first >= 0 and len(places) < _MOST_PLACES:
        places.append(first)
        first = text.rfind(words, 0, first + len(words) - 1)
    return places


def _surroundings(text: str, quote: Selector, first: int, last: int) -> float:
    """How alike the surroundings are: the better of both sides counts most."""
    sides: list[float] = []
    before, behind = fold(quote.prefix), fold(quote.suffix)
    if before:
        found = fold(text[max(0, first - 2 * CONTEXT) : first])
        sides.append(likeness(before, found[-len(before) :]))
    if behind:
        found = fold(text[last : last + 2 * CONTEXT])
        sides.append(likeness(behind, found[: len(behind)]))
    if not sides:
        return 1.0 if text[first:last] == quote.exact and len(text) == last - first else 0.5
    return (2 * max(sides) + min(sides)) / 3


def _same_but_for_marks(text: str, quote: Selector, near: int) -> Found | None:
    whole, words = folded(text), fold(quote.exact)
    if not words:
        return None
    again = _same_words(
        whole.text,
        Selector(words, fold(quote.prefix), fold(quote.suffix)),
        whole.place(near),
    )
    if again is None:
        return None
    first, last = whole.span(again.first, again.last)
    return _changed(text, quote, first, last)


def _changed(text: str, quote: Selector, first: int, last: int) -> Found:
    first, last = _with_marks(text, quote.exact, first, last)
    alike = likeness(quote.exact[:2000], text[first:last][:2000])
    return Found(first, last, "fuzzy", min(0.99, alike))


def _with_marks(text: str, exact: str, first: int, last: int) -> tuple[int, int]:
    """The span with the quote marks at its ends where the quote had some there, too."""
    if (
        not fold(exact[0])
        and first > 0
        and not (text[first - 1].isspace() or fold(text[first - 1]))
    ):
        first -= 1
    if not fold(exact[-1]) and last < len(text) and not (text[last].isspace() or fold(text[last])):
        last += 1
    return first, last


def _between_surroundings(text: str, quote: Selector, near: int) -> Found | None:
    """Changed words between the unchanged last words before and the first ones behind them."""
    whole, words = folded(text), fold(quote.exact)
    before, behind = fold(quote.prefix)[-16:], fold(quote.suffix)[:16]
    if len(before) < 8 or len(behind) < 8:
        return None
    best: Found | None = None
    for start in _places(whole.text, before, whole.place(near)):
        first = start + len(before)
        last = whole.text.find(behind, first, first + 2 * len(words) + 64 + len(behind))
        if last <= first:
            continue
        alike = likeness(words, whole.text[first:last])
        if alike >= _BETWEEN_LIKE_ENOUGH and (best is None or alike > best.likeness):
            best = replace(_changed(text, quote, *whole.span(first, last)), likeness=alike)
    return best


def _nearly_same_words(text: str, quote: Selector, near: int) -> Found | None:
    whole, words = folded(text), fold(quote.exact)
    stretch = best_stretch(whole.text, words, whole.place(near))
    if stretch is None:
        return None
    first, last, alike = stretch
    place = whole.span(first, last)
    enough = _SHORT_LIKE_ENOUGH if len(words) < _SHORT else _LIKE_ENOUGH
    score = _surroundings(text, quote, *place)
    if alike < enough or (len(words) < _TELLING and score < _CONTEXT_ENOUGH):
        return None
    return replace(_changed(text, quote, *place), likeness=alike)
