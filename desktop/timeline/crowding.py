"""Take from a crowded track what can be drawn one by one: rows of long events before short ones."""

import numpy as np

from desktop.timeline.batch import UNKNOWN, Batch
from desktop.timeline.events import Places
from desktop.timeline.frame import Metrics
from desktop.timeline.line import Line, Row
from desktop.timeline.scale import TimeScale
from desktop.timeline.shapes import choose_shapes, coarsest
from desktop.timeline.stack import FOOT, Shown, rows_that_fit

ROWS = 6  # of a track whose height the user has not set
FEW_NARROW = 1500  # narrow events in view that are still drawn one by one
BROAD = 1.0  # pixels of the shortest event of a length class that counts as broad
AT_ONCE = 30_000  # events whose lanes are found within one frame


class Laner:
    """Finds the lanes of long tracks a few at a time, so that no frame waits for all of them."""

    def __init__(self) -> None:
        self._left = AT_ONCE
        self.is_settled = True

    def begin(self) -> None:
        """Begin a frame."""
        self._left = AT_ONCE
        self.is_settled = True

    def rows(self, line: Line, number: int) -> list[Row] | None:
        """The rows of a length class, None if they must wait for the next frame."""
        if not line.has_rows(number):
            count = len(line.classes[number].places)
            if self._left < count and self._left < AT_ONCE:
                self.is_settled = False
                return None
            self._left -= count
        return line.rows(number)


def gather_crowd(
    shown: Shown,
    line: Line,
    scale: TimeScale,
    window: tuple[int, int],
    laner: Laner,
    metrics: Metrics,
) -> tuple[Batch, int]:
    """The events of a track that are drawn one by one or clustered, and how many rows it has."""
    fitting = rows_that_fit(shown, metrics, metrics.strip + FOOT)
    most = ROWS if fitting is None else fitting
    per_pixel = coarsest(scale.octave)
    count = 0
    found: list[Places] = []
    numbers: list[int] = []
    for number in sorted(line.classes, reverse=True):
        if count >= most or not _is_shown(line, number, scale):
            continue
        for row in (laner.rows(line, number) or [])[: most - count]:
            found.append(row.visible(*window))
            numbers.append(count)
            count += 1
    if not found:
        return Batch.joined([]), count
    rows = np.repeat(np.array(numbers, np.int32), [len(places) for places in found])
    events = line.events.take(np.concatenate(found))
    shapes = choose_shapes(events, shown.track.marker, per_pixel, metrics)
    unknown = np.full(len(events), UNKNOWN, np.int32)
    return Batch(events, np.zeros(len(events), np.int32), rows, shapes, unknown), count


def _is_shown(line: Line, number: int, scale: TimeScale) -> bool:
    """Broad events are few by their nature; narrow ones are drawn until they are too many."""
    shortest = 16.0**number
    if shortest >= BROAD * coarsest(scale.octave):
        return True
    start, stop = round(scale.start), round(scale.stop)
    return len(line.classes[number].begun(start, stop)) <= FEW_NARROW
