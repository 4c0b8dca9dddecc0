"""How many events of a dense track touch each bin of two pixels: no peak is ever smoothed away."""

import math
from collections.abc import Sequence

import numpy as np

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.line import Line
from desktop.timeline.frames.frame import Ints

BIN = 2  # pixels


class Density:
    """The strips of one resolution, counted some way beyond the picture so that panning is free."""

    def __init__(self) -> None:
        self._counted: dict[tuple[int, ...], tuple[tuple[Line, ...], Ints]] = {}
        self._per_bin = 0.0
        self._first = 0
        self._count = 0

    def strip(self, key: tuple[int, ...], lines: Sequence[Line], scale: TimeScale) -> Ints:
        """The bins of the picture for the events of `lines`; `key` tells the strip from others.

        The first bin begins at `offset(scale)` pixels.
        """
        first, count = _bins(scale)
        self._aim(scale, first, count)
        known = self._counted.get(key)
        if known is None or any(a is not b for a, b in zip(known[0], lines, strict=True)):
            known = self._counted[key] = (tuple(lines), self._count_all(lines))
        start = first - self._first
        return known[1][start : start + count]

    def _count_all(self, lines: Sequence[Line]) -> Ints:
        numbers = np.arange(self._first, self._first + self._count + 1, dtype=np.float64)
        edges = np.asarray(np.rint(numbers * self._per_bin), np.int64)
        made = np.zeros(self._count, np.int64)
        for line in lines:
            made += count_touching(line, edges)
        return made.astype(np.int32)

    def _aim(self, scale: TimeScale, first: int, count: int) -> None:
        """Keep what was counted if the picture still lies in it, else begin around the picture."""
        per_bin = scale.per_pixel * BIN
        reaches = self._first <= first and first + count <= self._first + self._count
        if per_bin == self._per_bin and reaches:
            return
        self._counted.clear()
        # The first picture of a resolution is counted bare: while zooming none is seen twice.
        margin = count // 2 if per_bin == self._per_bin else 0
        self._per_bin, self._first, self._count = per_bin, first - margin, count + 2 * margin


def count_touching(
    line: Line, edges: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """How many events touch each stretch between two neighbouring edges, long ones in all."""
    begun = line.events.earliest.searchsorted(edges[1:])
    over = line.ends.searchsorted(edges[:-1], "right")
    return np.asarray(begun - over, np.int64)


def offset(scale: TimeScale) -> int:
    """The pixel at which the first bin begins: 0, or one or two to the left of it."""
    first, _count = _bins(scale)
    return round(scale.x(first * scale.per_pixel * BIN))


def _bins(scale: TimeScale) -> tuple[int, int]:
    first = math.floor(scale.start / (scale.per_pixel * BIN))
    return first, math.ceil(scale.width / BIN) + 1
