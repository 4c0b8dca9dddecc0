"""Where the places of an old text went in a new one.

As in a patience diff, lines that stand once in both texts hold them together, then words that
stand once in what is between such lines; the cost stays linear whatever the texts repeat.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between two pieces that are the same in both texts."""

    old_first: int
    old_last: int
    new_first: int
    new_last: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of letters that both texts have, by its place in each."""

    old: int
    new: int
    length: int


@dataclass(slots=True)
class Shifts:
    """The changes from an old text to a new one."""

    old: str
    new: str
    _lines: list[_Piece] = field(init=False)
    _words: dict[_Gap, list[_Piece]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._lines = _common_pieces(_LINE, self.old, self.new, self._whole())

    def place(self, first: int) -> int:
        """The likely place in the new text of the letter at `first` in the old one."""
        piece, gap = _surroundings(self._lines, first, self._whole())
        if piece is None:
            if gap not in self._words:
                self._words[gap] = _common_pieces(_WORD, self.old, self.new, gap)
            piece, gap = _surroundings(self._words[gap], first, gap)
        return first + piece.new - piece.old if piece else self._in_gap(first, gap)

    def _whole(self) -> _Gap:
        return _Gap(0, len(self.old), 0, len(self.new))

    def _in_gap(self, first: int, gap: _Gap) -> int:
        """As far from where the gap starts as both texts are alike, else as far from its end."""
        old = self.old[gap.old_first : gap.old_last]
        new = self.new[gap.new_first : gap.new_last]
        if first - gap.old_first < _alike(old, new):
            return first + gap.new_first - gap.old_first
        if gap.old_last - first <= _alike(old[::-1], new[::-1]):
            return first + gap.new_last - gap.old_last
        return min(first + gap.new_first - gap.old_first, gap.new_last)


def _surroundings(pieces: list[_Piece], first: int, within: _Gap) -> tuple[_Piece | None, _Gap]:
    """The piece that `first` lies in, or the gap between two pieces."""
    number = bisect_right(pieces, first, key=lambda piece: piece.old)
    before = pieces[number - 1] if number else None
    behind = pieces[number] if number < len(pieces) else None
    if before and first < before.old + before.length:
        return before, within
    return None, _Gap(
        before.old + before.length if before else within.old_first,
        behind.old if behind else within.old_last,
        before.new + before.length if before else within.new_first,
        behind.new if behind else within.new_last,
    )


def _common_pieces(pattern: re.Pattern[str], old: str, new: str, gap: _Gap) -> list[_Piece]:
    before = _only_ones(pattern.finditer(old, gap.old_first, gap.old_last))
    after = _only_ones(pattern.finditer(new, gap.new_first, gap.new_last))
    pieces = [
        _Piece(place, after[words], len(words)) for words, place in before.items() if words in after
    ]
    return _longest_rise(pieces)


def _only_ones(found: Iterable[re.Match[str]]) -> dict[str, int]:
    places = [(match[0], match.start()) for match in found]
    counts = Counter(words for words, _ in places)
    return {words: place for words, place in places if counts[words] == 1}


def _longest_rise(pieces: list[_Piece]) -> list[_Piece]:
    """The most pieces whose order is the same in both texts; the others have moved."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for number, piece in enumerate(pieces):
        rank = bisect_right(ends, piece.new)
        before.append(tails[rank - 1] if rank else -1)
        ends[rank : rank + 1] = [piece.new]
        tails[rank : rank + 1] = [number]
    kept: list[_Piece] = []
    number = tails[-1] if tails else -1
    while number >= 0:
        kept.append(pieces[number])
        number = before[number]
    return kept[::-1]


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
