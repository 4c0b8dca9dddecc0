"""What lies at a point or in a box of a frame, found by bisection, and where an event lies."""

import numpy as np
from numpy.typing import NDArray

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.columns import Ids
from desktop.timeline.frames.assembly import row_tops
from desktop.timeline.frames.batch import Batch
from desktop.timeline.frames.frame import Frame, Metrics, Shape
from desktop.timeline.frames.plan import Plan
from desktop.timeline.frames.shapes import marker_reach, place

Box = tuple[int, int, int, int]


class Finder:
    """Sorted once for a frame, by row and then from left to right."""

    def __init__(self, frame: Frame, plan: Plan, scale: TimeScale, metrics: Metrics) -> None:
        self._frame, self._plan, self._scale, self._metrics = frame, plan, scale, metrics
        reach = marker_reach(metrics)
        is_marker = frame.shape == Shape.MARKER
        middle = (frame.core_left + frame.core_right) // 2
        self._left = np.where(is_marker, np.minimum(frame.left, middle - reach), frame.left)
        self._right = np.where(is_marker, np.maximum(frame.right, middle + reach), frame.right)
        self._order = np.lexsort((self._left, frame.top))
        self._tops, self._heads = np.unique(frame.top[self._order], return_index=True)
        self._heads = np.append(self._heads, len(self._order))
        label_right = frame.label_left + frame.label_width
        right = np.where(frame.label_width > 0, np.maximum(self._right, label_right), self._right)
        self._ordered_left, self._ordered_right = self._left[self._order], right[self._order]

    def event_at(self, x: float, y: float) -> int | None:
        """The event whose bar, marker or label is there."""
        row = int(self._tops.searchsorted(y, "right")) - 1
        if row < 0 or y >= self._tops[row] + self._metrics.bar:
            return None
        first, last = int(self._heads[row]), int(self._heads[row + 1])
        found = first + int(self._ordered_left[first:last].searchsorted(x, "right")) - 1
        if found < first or x >= self._ordered_right[found]:
            return None
        return int(self._frame.ids[self._order[found]])

    def events_in(self, box: Box) -> Ids:
        """The events whose bars or markers a box touches, with those of clusters and strips."""
        left, top, right, bottom = box
        frame, bar = self._frame, self._metrics.bar
        touched = (self._left < right) & (self._right > left)
        touched &= (frame.top < bottom) & (frame.top + bar > top)
        found = [frame.ids[touched], self._in_clusters(box), *self._in_strips(box)]
        # Asked for places too, for np.unique alone imports numpy.ma: a tenth of a second.
        return np.unique(np.concatenate(found), return_index=True)[0]

    def rect_of(self, event: int) -> Box | None:
        """The box of an event without its label, in the frame or not far from it."""
        found = np.flatnonzero(self._frame.ids == event)
        if len(found):
            number = int(found[0])
            top = int(self._frame.top[number])
            return int(self._left[number]), top, int(self._right[number]), top + self._metrics.bar
        for batch in (self._plan.few, self._plan.crowd):
            near = np.flatnonzero(batch.events.ids == event)
            if len(near):
                return self._rect_near(batch.take(near))
        return None

    def _rect_near(self, batch: Batch) -> Box:
        extent = place(batch.events, batch.shapes, self._scale)
        top = int(row_tops(self._plan, batch, self._metrics)[0])
        return int(extent.left[0]), top, int(extent.right[0]), top + self._metrics.bar

    def _in_clusters(self, box: Box) -> Ids:
        left, top, right, bottom = box
        frame, bar = self._frame, self._metrics.bar
        touched = (frame.cluster_left < right) & (frame.cluster_right > left)
        touched &= (frame.cluster_top < bottom) & (frame.cluster_top + bar > top)
        batch, found = self._plan.crowd, [np.empty(0, np.int64)]
        if touched.any():
            tops = row_tops(self._plan, batch, self._metrics)
            extent = place(batch.events, batch.shapes, self._scale)
            for number in np.flatnonzero(touched).tolist():
                inside = tops == frame.cluster_top[number]
                inside &= extent.left < frame.cluster_right[number]
                inside &= extent.right > frame.cluster_left[number]
                found.append(batch.events.ids[inside])
        return np.concatenate(found)

    def _in_strips(self, box: Box) -> list[NDArray[np.int64]]:
        start, stop = round(self._scale.seconds(box[0])), round(self._scale.seconds(box[2]))
        found = []
        for strip in self._frame.strips:
            if strip.top < box[3] and strip.top + strip.height > box[1]:
                lines = self._plan.drawn[strip.band].strand.lines
                found += [line.events.ids[line.within(start, stop)] for line in lines]
        return found
