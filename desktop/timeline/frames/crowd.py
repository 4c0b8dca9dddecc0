"""Tracks with more events than could be read: rows from time alone, clusters, labels where free.

Rows begin with the longest events. Events narrower than a few pixels that would run together are
counted as one cluster; clusters end at fixed places in time, so that panning never changes them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.frames.batch import Batch, Boxes, boxes, fits_inside, inner_left, outer_left
from desktop.timeline.frames.frame import Ints, Metrics, Shape
from desktop.timeline.frames.shapes import LEAST_BAR, Extent, marker_reach, place

CELL_OCTAVES = 6  # a cluster ends after 32 to 64 pixels at the latest
LEAST_LABEL = 36  # pixels; a shorter piece of a title tells nothing
MOST_LABELS = 400
_ENDLESS = 1 << 20  # the room behind the last event of a row

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Stretches in which several events stand too close to be drawn one by one.

    `lit` are those of `count` that the filter does not dim, None where it dims none.
    """

    band: Ints
    left: Ints
    right: Ints
    top: Ints
    count: Ints
    lit: Ints | None = None

    def take(self, places: Flags) -> "Clusters":
        """Those at `places`."""
        return Clusters(
            self.band[places],
            self.left[places],
            self.right[places],
            self.top[places],
            self.count[places],
            None if self.lit is None else self.lit[places],
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    first: NDArray[np.intp]
    count: Ints
    left: Ints
    right: Ints

    @property
    def is_single(self) -> Flags:
        return np.equal(self.count, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """What is drawn of a crowd: single events with the room that a label has, and clusters.

    `places` tells where the single events stood among all.
    """

    batch: Batch
    tops: Ints
    extent: Extent
    room: Ints
    clusters: Clusters
    places: NDArray[np.intp]

    def candidates(self, width: int, metrics: Metrics) -> NDArray[np.intp]:
        """The events in the picture with room for some of a label, the most important if many."""
        room = np.maximum(self.room, self.extent.right - self.extent.left)
        in_sight = (self.extent.left < width) & (self.extent.right > -metrics.row)
        found = np.flatnonzero(in_sight & (room >= LEAST_LABEL + 2 * metrics.padding))
        if len(found) > MOST_LABELS:
            importance = self.batch.events.importance[found].astype(np.int32)
            order = np.lexsort((self.batch.events.ids[found], -importance))
            found = np.sort(found[order[:MOST_LABELS]])
        return found

    def boxes(self, widths: Ints, metrics: Metrics) -> Boxes:
        """The single events with labels of these natural widths, cut where there is less room."""
        batch = self.batch.labelled(widths)
        within = self.extent.right - self.extent.left - 2 * metrics.padding
        inside = fits_inside(batch, self.extent, metrics)
        beside = ~inside & (widths > 0) & (self.room >= np.minimum(widths, LEAST_LABEL))
        beside &= (batch.shapes == Shape.MARKER) | (self.room >= np.minimum(widths, within))
        cut = ~inside & ~beside & (widths > 0) & (within >= LEAST_LABEL)
        cut &= batch.shapes != Shape.MARKER
        room = np.where(beside, self.room, np.where(inside | cut, within, 0))
        shown = np.minimum(widths, np.maximum(room, 0)).astype(np.int32)
        batch = batch.labelled(shown)
        inside |= cut
        left = np.where(
            inside, inner_left(batch, self.extent, metrics), outer_left(batch, self.extent, metrics)
        )
        return boxes(batch, self.tops, self.extent, (left.astype(np.int32), shown, inside))


def gather(
    batch: Batch, tops: Ints, scale: TimeScale, metrics: Metrics, lit: Flags | None = None
) -> Crowd:
    """Join what would run together of events in the order (band, row, time).

    `lit` tells which of them the filter does not dim; None dims none.
    """
    extent = place(batch.events, batch.shapes, scale)
    runs = _find_runs(batch, tops, extent, scale)
    alone, many = runs.first[runs.is_single], ~runs.is_single
    left, right = runs.left[runs.is_single], runs.right[runs.is_single]
    core_left = np.clip(extent.core_left[alone], left, right)
    core_right = np.clip(extent.core_right[alone], core_left, right)
    clusters = Clusters(
        batch.bands[runs.first[many]],
        runs.left[many],
        runs.right[many],
        tops[runs.first[many]],
        runs.count[many],
        None if lit is None else _count_lit(lit, runs)[many],
    )
    shrunk = Extent(left, right, core_left, core_right)
    # A label's room ends before the next event or cluster, which may be a marker and reach out.
    reach = marker_reach(metrics)
    room = rooms(batch.bands[runs.first], tops[runs.first], runs.left, runs.right)
    before = np.roll(room, 1)
    before[:1] = _ENDLESS
    is_free = np.minimum(before, room)[runs.is_single] >= 2 * reach
    single = _with_markers(batch.take(alone), is_free=is_free)
    room = room[runs.is_single] - 2 * metrics.gap - reach
    room += np.where(single.shapes == Shape.MARKER, right - shrunk.middle - reach, 0)
    return Crowd(single, tops[alone], shrunk, room.astype(np.int32), clusters, alone)


def _find_runs(batch: Batch, tops: Ints, extent: Extent, scale: TimeScale) -> _Runs:
    """Join neighbours of a row that would run together, and keep all others apart."""
    left, right = extent.left, extent.right
    same_row = np.zeros(len(batch), np.bool_)
    same_row[1:] = (tops[1:] == tops[:-1]) & (batch.bands[1:] == batch.bands[:-1])
    narrow = right - left <= LEAST_BAR
    cell = batch.events.earliest >> max(0, scale.octave + CELL_OCTAVES)
    joins = np.zeros(len(batch), np.bool_)
    joins[1:] = (
        same_row[1:] & narrow[1:] & narrow[:-1] & (left[1:] <= right[:-1]) & (cell[1:] == cell[:-1])
    )
    first = np.flatnonzero(~joins)
    last = np.append(first[1:], len(batch))[: len(first)] - 1
    starts, stops = _apart(left[first], right[last], same_row[first])
    return _Runs(first, (last - first + 1).astype(np.int32), starts, stops)


def _count_lit(lit: Flags, runs: _Runs) -> Ints:
    """How many events of each run are lit."""
    if not len(runs.first):
        return runs.count
    return np.asarray(np.add.reduceat(lit, runs.first, dtype=np.int32), np.int32)


def _apart(starts: Ints, stops: Ints, follows: Flags) -> tuple[Ints, Ints]:
    """Let neighbours in a row that were widened to be seen give way to each other."""
    starts, stops = starts.copy(), stops.copy()
    if len(starts) > 1:
        close = follows[1:]
        cut = np.maximum(np.minimum(stops[:-1], starts[1:]), starts[:-1] + 1)
        stops[:-1] = np.where(close, cut, stops[:-1])
        for _turn in range(3):  # three may stand in one pixel: the end of one, a short one, a start
            starts[1:] = np.where(close, np.maximum(starts[1:], stops[:-1]), starts[1:])
            stops = np.maximum(stops, starts + 1)
    return starts, stops


def _with_markers(batch: Batch, *, is_free: Flags) -> Batch:
    """Narrow events that stand alone are markers, as they are when there are few."""
    alone = is_free & (batch.shapes == Shape.MARKER)
    shapes = np.where(batch.shapes == Shape.ERA, Shape.ERA, np.where(alone, Shape.MARKER, 0))
    return Batch(batch.events, batch.bands, batch.rows, shapes.astype(np.uint8), batch.widths)


def rooms(bands: Ints, tops: Ints, left: Ints, right: Ints) -> Ints:
    """The free pixels behind each box until the next one in its row."""
    room = np.full(len(left), _ENDLESS, np.int32)
    if len(left) > 1:
        same = (tops[1:] == tops[:-1]) & (bands[1:] == bands[:-1])
        room[:-1] = np.where(same, left[1:] - right[:-1], _ENDLESS)
    return room
