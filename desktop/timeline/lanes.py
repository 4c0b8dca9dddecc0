"""Lanes for spans that overlap: all at once for a million, or one more beside those that stand."""

from bisect import bisect_left, insort

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.int64]
Lanes = NDArray[np.int32]


def match_lanes(starts: NDArray[np.generic], stops: NDArray[np.generic]) -> Lanes:
    """The lane of each span [start, stop) so that none overlap, in as few lanes as can be.

    Brackets are matched: a span takes the lane that was freed last. Pointer jumping then finds
    the first span of each chain, all in a few passes over the whole arrays.
    """
    count = len(starts)
    if not count:
        return np.empty(0, np.int32)
    # Ends come before the starts of the same instant: touching spans share a lane.
    order = np.lexsort(
        (
            np.concatenate((np.zeros(count, np.int8), np.ones(count, np.int8))),
            np.concatenate((stops, starts)),
        )
    )
    step = np.where(order < count, -1, 1)
    depth = np.cumsum(step)
    level = np.where(step > 0, depth, depth + 1)
    by_level = np.argsort(level, kind="stable")
    chain = order[by_level]
    levels = level[by_level]
    before = np.empty(count, np.int64)
    is_start = chain >= count
    heads = np.ones(2 * count, np.bool_)
    heads[1:] = levels[1:] != levels[:-1]
    previous = np.roll(chain, 1)
    opened = chain[is_start] - count
    before[opened] = np.where(heads[is_start], opened, previous[is_start])
    lane = np.empty(count, np.int64)
    lane[opened] = levels[is_start] - 1
    return lane[_roots(before)].astype(np.int32)


def _roots(before: NDArray[np.int64]) -> NDArray[np.int64]:
    while True:
        farther = before[before]
        if np.array_equal(farther, before):
            return before
        before = farther


def lowest_free(taken: NDArray[np.int32]) -> int:
    """The lowest lane that none of the overlapping spans has."""
    free = np.flatnonzero(np.bincount(taken) == 0)
    return int(free[0]) if len(free) else int(taken.max(initial=-1)) + 1


class Seats:
    """Rows of spans that never overlap, to which one span at a time is added."""

    def __init__(self) -> None:
        self._rows: list[list[tuple[float, float]]] = []

    def __len__(self) -> int:
        """The number of rows that hold something."""
        return len(self._rows)

    def is_free(self, row: int, start: float, stop: float) -> bool:
        """True where nothing in `row` overlaps [start, stop)."""
        if row >= len(self._rows):
            return True
        spans = self._rows[row]
        place = bisect_left(spans, (start, start))
        if place < len(spans) and spans[place][0] < stop:
            return False
        return place == 0 or spans[place - 1][1] <= start

    def seat(self, start: float, stop: float, wish: int = -1) -> int:
        """Take the wished row if it is free, else the first that is."""
        row = wish if wish >= 0 and self.is_free(wish, start, stop) else self._first(start, stop)
        self.take(row, start, stop)
        return row

    def take(self, row: int, start: float, stop: float) -> None:
        """Put a span into a row in which it is known to be free."""
        while len(self._rows) <= row:
            self._rows.append([])
        insort(self._rows[row], (start, stop))

    def leave(self, row: int, start: float, stop: float) -> None:
        """Free what a span held; rows at the bottom that hold nothing are gone."""
        spans = self._rows[row]
        place = bisect_left(spans, (start, stop))
        if place < len(spans) and spans[place] == (start, stop):
            spans.pop(place)
        while self._rows and not self._rows[-1]:
            self._rows.pop()

    def _first(self, start: float, stop: float) -> int:
        row = 0
        while not self.is_free(row, start, stop):
            row += 1
        return row
