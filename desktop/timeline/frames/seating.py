"""The rows of a track with few events, chosen once for each octave of resolution.

An event keeps the row that it had in the octave before unless it would collide there, and the
rows of every octave are remembered: zooming out and in again shows the same picture.
"""

import heapq
from collections.abc import Set

import numpy as np
from numpy.typing import NDArray

from desktop.timeline.events.columns import Ids
from desktop.timeline.events.lanes import Seats

Rows = NDArray[np.int32]
Spans = NDArray[np.float64]
UNSEATED = -1
_WASTE = 2  # times as many rows as are needed may stand before they are closed up


class TrackRows:
    """Which row each event of one track has at one octave; spans are seconds, labels included."""

    def __init__(self) -> None:
        self._places: dict[int, tuple[int, float, float]] = {}
        self._seats = Seats()
        self._wishes: dict[int, int] = {}

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._seats)

    def __len__(self) -> int:
        """How many events have a row."""
        return len(self._places)

    def rows_of(self, ids: Ids) -> Rows:
        """The row of each event, UNSEATED where it has none here."""
        places = self._places
        none = (UNSEATED, 0.0, 0.0)
        return np.fromiter(
            (places.get(key, none)[0] for key in ids.tolist()), np.int32, count=len(ids)
        )

    def lacking(self, ids: Ids) -> int:
        """How many of these events have no row here yet."""
        return sum(key not in self._places for key in ids.tolist())

    def seat(self, ids: Ids, starts: Spans, stops: Spans, before: "TrackRows | None") -> Rows:
        """Give every event a row that has none; those that have one keep it.

        `before` holds the rows of another octave, which are kept where nothing collides.
        """
        rows = self.rows_of(ids)
        new = np.flatnonzero(rows == UNSEATED)
        if len(new):
            wishes = self._wanted(ids[new], before)
            chosen = _first_rows(starts[new], stops[new]) if not self._places else None
            if chosen is not None and _wastes(wishes, chosen):
                wishes = chosen
            rows[new] = self._take(ids[new], starts[new], stops[new], wishes)
        return rows

    def leave(self, events: Set[int]) -> None:
        """Free the seats of these events; coming back they take the same rows if they can."""
        for event in self._places.keys() & events:
            place = self._places.pop(event)
            self._seats.leave(*place)
            self._wishes[event] = place[0]

    def _wanted(self, ids: Ids, before: "TrackRows | None") -> Rows:
        wishes = before.rows_of(ids) if before is not None else np.full(len(ids), -1, np.int32)
        for number, key in enumerate(ids.tolist()):
            if key in self._wishes:
                wishes[number] = self._wishes.pop(key)
        return wishes

    def _take(self, ids: Ids, starts: Spans, stops: Spans, wishes: Rows) -> Rows:
        rows = np.empty(len(ids), np.int32)
        # Those that have a row already choose first, so that newcomers never push them out.
        order = np.lexsort((starts, wishes == UNSEATED))
        spans = zip(
            order.tolist(),
            ids[order].tolist(),
            starts[order].tolist(),
            stops[order].tolist(),
            wishes[order].tolist(),
            strict=True,
        )
        for number, key, start, stop, wish in spans:
            row = self._seats.seat(start, stop, wish)
            self._places[key] = (row, start, stop)
            rows[number] = row
        return rows


def _wastes(wishes: Rows, chosen: Rows) -> bool:
    if not (wishes != UNSEATED).any():
        return True
    kept, needed = int(wishes.max()) + 1, int(chosen.max()) + 1
    return kept > needed * _WASTE + 1


def _first_rows(starts: Spans, stops: Spans) -> Rows:
    """The first free row for each span from left to right: as few rows as can be."""
    rows = np.empty(len(starts), np.int32)
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    order = np.argsort(starts, kind="stable")
    spans = zip(order.tolist(), starts[order].tolist(), stops[order].tolist(), strict=True)
    for number, start, stop in spans:
        while busy and busy[0][0] <= start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        row = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (stop, row))
        rows[number] = row
    return rows
