"""A text reduced to what a reader would call the same words.

Blanks, quote marks, dashes, accents and case are gone; each letter knows where it came from.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

# Separators, controls and invisible marks, combining marks, dashes, opening and closing quotes.
_DROPPED = ("Z", "C", "M", "Pd", "Pi", "Pf")
_DROPPED_MARKS = frozenset("\"'`´′″‚„−")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `ends[i]` is how long it is behind letter i of the original."""

    text: str
    ends: tuple[int, ...]

    def place(self, original: int) -> int:
        """Where the letter at `original` came to stand."""
        return self.ends[original - 1] if original else 0

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of the original, without blanks at its ends, that became [first, last)."""
        return bisect_right(self.ends, first), bisect_left(self.ends, last) + 1


def fold(text: str) -> str:
    """`text` in small letters without blanks, marks and accents; "" where nothing else is in it."""
    return "".join([_folded_letter(letter) for letter in text])


@lru_cache(maxsize=4)
def folded(original: str) -> Folded:
    """The folded form of a whole text, remembered for the next quote from it."""
    letters = [_folded_letter(letter) for letter in original]
    return Folded("".join(letters), tuple(accumulate(map(len, letters))))


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    kept = [part for part in unicodedata.normalize("NFKD", letter) if not _is_dropped(part)]
    return "".join(kept).casefold()


def _is_dropped(letter: str) -> bool:
    return letter in _DROPPED_MARKS or unicodedata.category(letter).startswith(_DROPPED)
