"""Where words stand: code points of an article's text against UTF-16 positions of Qt's page.

The page holds more than the text: a mark for each chip, and a break in any run of characters too
long for Qt to lay out. It also counts a character beyond U+FFFF twice. Everything that crosses
from one to the other goes through `Offsets`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

CHIP = "\N{WORD JOINER}\N{OBJECT REPLACEMENT CHARACTER}"  # joined, so that no line ends between
BREAK = "\N{ZERO WIDTH SPACE}\n"
LONGEST_RUN = 2_000  # Qt takes 40 s over a million characters without a blank
_SWALLOWED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffc-\uffff\ud800-\udfff]"
)
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN}}}(?=\S)")


@dataclass(frozen=True, slots=True)
class Inserted:
    """Characters that stand only on the page, before the character `point` of the text."""

    point: int
    text: str


def shown(text: str) -> str:
    """`text` with a blank for each character that Qt reads as a command; the length stays."""
    return _SWALLOWED.sub(" ", text)


def breaks(text: str) -> list[Inserted]:
    """Line breaks for the page in runs of characters without a blank that Qt cannot take whole."""
    return [Inserted(run.end(), BREAK) for run in _LONG_RUN.finditer(text)]


def page_text(text: str, inserted: Iterable[Inserted]) -> str:
    """What the page holds: `text` as shown, with `inserted` at their places, sorted by point."""
    pieces, reached = [], 0
    safe = shown(text)
    for piece in inserted:
        pieces += [safe[reached : piece.point], piece.text]
        reached = piece.point
    return "".join([*pieces, safe[reached:]])


class Offsets:
    """Turns places in a text into places on the page that shows it, and back.

    Both are runs of equal steps between points where the page gains something; a position in the
    middle of what was inserted is the place of the insertion.
    """

    def __init__(self, text: str, inserted: Iterable[Inserted] = ()) -> None:
        gains = [(place.start() + 1, 1) for place in _ASTRAL.finditer(text)]
        self._inserted: dict[int, int] = {}
        for piece in inserted:
            gains.append((piece.point, len(piece.text)))
            self._inserted[piece.point] = self._inserted.get(piece.point, 0) + len(piece.text)
        self._points, self._positions = [0], [0]
        gained = 0
        for point, gain in sorted(gains):
            gained += gain
            self._points.append(point)
            self._positions.append(point + gained)

    def start(self, point: int) -> int:
        """The position on the page right before the character `point`, behind any chip."""
        run = bisect_right(self._points, point) - 1
        return self._positions[run] + point - self._points[run]

    def end(self, point: int) -> int:
        """The position on the page right behind the character before `point`, before any chip."""
        return self.start(point) - self._inserted.get(point, 0)

    def in_text(self, position: int) -> int:
        """The code point at a `position` of the page."""
        run = bisect_right(self._positions, position) - 1
        point = self._points[run] + position - self._positions[run]
        return min(point, self._points[run + 1]) if run + 1 < len(self._points) else point
