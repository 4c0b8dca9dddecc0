"""Lanes for spans that overlap: one lane of a million at a time, or one span beside others."""

from bisect import bisect_left, insort

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.int64]
Places = NDArray[np.intp]
Lanes = NDArray[np.int32]


def first_lane(starts: Seconds, stops: Seconds) -> Places:
    """The places of the spans that stand in the first lane; `starts` are in order.

    Each takes the lowest lane that is free, so that the first lane is the fullest. The next span
    of a lane is found for all spans at once, and only the lane itself is walked.
    """
    following = np.maximum(starts.searchsorted(stops), np.arange(1, len(starts) + 1)).tolist()
    lane = []
    place = 0
    while place < len(following):
        lane.append(place)
        place = following[place]
    return np.array(lane, np.intp)


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
