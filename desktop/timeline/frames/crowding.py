"""Take from a crowded track what can be drawn one by one: what matters, then long before short."""

import numpy as np

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.length_classes import IMPORTANT, shortest_of
from desktop.timeline.events.line import Line, Row
from desktop.timeline.frames.batch import UNKNOWN, Batch
from desktop.timeline.frames.frame import Metrics
from desktop.timeline.frames.shapes import choose_shapes, coarsest
from desktop.timeline.frames.stack import FOOT, Shown, rows_that_fit

ALL_ROWS = 48  # of all tracks whose height the user has not set
LEAST_ROWS, MOST_ROWS = 3, 10  # of one of them
CALM = 600  # events that begin in view, on the average, in a track that may have all its rows
FEW_NARROW, STILL_FEW_NARROW = 1500, 3000  # narrow events in view that are drawn one by one
BROAD = 1.0  # pixels of the shortest event of a class that counts as broad
AT_ONCE = 24_000  # events that are looked through for lanes within one frame


class Laner:
    """Finds the lanes of long tracks a few at a time, so that no frame waits for all of them."""

    def __init__(self) -> None:
        self._left = AT_ONCE
        self._narrow: set[tuple[int, int]] = set()
        self._known: dict[int, tuple[int, frozenset[int]]] = {}
        self._most = MOST_ROWS
        self.is_settled = True

    def begin(self, tracks: int) -> None:
        """Begin a frame of so many tracks."""
        self._left = AT_ONCE
        self._most = min(max(ALL_ROWS // max(1, tracks), LEAST_ROWS), MOST_ROWS)
        self.is_settled = True

    def forget(self) -> None:
        """Share the rows anew: another index has come."""
        self._narrow.clear()
        self._known.clear()

    def newcomers(self, track: int, line: Line, octave: int) -> list[int]:
        """The classes that a track had not yet when its rows at this octave were shared.

        They stand below all others, so that the first event of its length moves none of them.
        """
        known = self._known.get(track)
        if known is None or known[0] != octave:
            known = self._known[track] = (octave, frozenset(line.classes))
        return sorted(line.classes.keys() - known[1], reverse=True)

    def most_rows(self, shown: Shown, line: Line, scale: TimeScale, metrics: Metrics) -> int:
        """How many rows a track may have above its strip: more where fewer events begin in view."""
        fitting = rows_that_fit(shown, metrics, metrics.strip + FOOT)
        if fitting is not None:
            return fitting
        starts = line.events.earliest
        # Half of the events begin in the middle half of the line: a few far-off ones do not count.
        middle = float(starts[3 * len(starts) // 4] - starts[len(starts) // 4])
        begin = len(starts) / 2 * scale.width * coarsest(scale.octave) / max(middle, 1.0)
        return MOST_ROWS if begin <= CALM else self._most

    def rows(self, line: Line, number: int, count: int) -> list[Row]:
        """The first rows of a class; some may have to wait for the next frame."""
        work = len(line.classes[number].places)
        for known in range(count):
            if not line.has_rows(number, known + 1):
                if self._left <= 0:
                    self.is_settled = False
                    return line.rows(number, known)
                self._left -= work
                line.rows(number, known + 1)
        return line.rows(number, count)

    def shows_narrow(self, track: int, line: Line, number: int, scale: TimeScale) -> bool:
        """True while the narrow events of a class are few in view; not so quickly false again."""
        count = len(line.classes[number].begun(round(scale.start), round(scale.stop)))
        key = (track, number)
        is_few = count <= (STILL_FEW_NARROW if key in self._narrow else FEW_NARROW)
        (self._narrow.add if is_few else self._narrow.discard)(key)
        return is_few


def gather_crowd(
    shown: Shown,
    line: Line,
    scale: TimeScale,
    window: tuple[int, int],
    laner: Laner,
    metrics: Metrics,
) -> tuple[Batch, int]:
    """The events of a track that are drawn one by one or clustered, and how many rows it has."""
    most = laner.most_rows(shown, line, scale, metrics)
    track = shown.track.id
    new = laner.newcomers(track, line, scale.octave)
    order = [pair for pair in _in_order(line, scale) if pair[1] not in new]
    taken: list[list[Row]] = []
    for turn, (is_narrow, number) in enumerate(order):
        if is_narrow and not laner.shows_narrow(track, line, number, scale):
            continue
        # Every class has its share, so that what spans everything does not hide what is short.
        share = -(-(most - sum(map(len, taken))) // (len(order) - turn))
        if shortest_of(number) >= scale.width * coarsest(scale.octave):
            share = min(share, 1)
        taken.append(laner.rows(line, number, max(share, 0)))
    # A height that the user has set has no room for more.
    is_free = rows_that_fit(shown, metrics, metrics.strip + FOOT) is None
    taken += [laner.rows(line, number, 1) for number in new if is_free]
    rows_of = [row for rows in taken for row in rows]
    if not rows_of:
        return Batch.joined([]), 0
    found = [row.visible(*window) for row in rows_of]
    numbers = np.arange(len(found), dtype=np.int32)
    rows = np.repeat(numbers, [len(places) for places in found])
    events = line.events.take(np.concatenate(found))
    shapes = choose_shapes(events, shown.track.marker, coarsest(scale.octave), metrics)
    unknown = np.full(len(events), UNKNOWN, np.int32)
    return Batch(events, np.zeros(len(events), np.int32), rows, shapes, unknown), len(found)


def _in_order(line: Line, scale: TimeScale) -> list[tuple[bool, int]]:
    """The classes of a line with whether they are narrow: what matters and what is long first."""
    least = BROAD * coarsest(scale.octave)
    numbers = [(shortest_of(number) < least, number) for number in line.classes]
    return sorted(numbers, key=lambda pair: (pair[1] != IMPORTANT, -pair[1]))
