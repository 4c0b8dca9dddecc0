"""Events taken out of the index for pictures of one octave, and their boxes in one picture."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.columns import Bytes, Events, Ids, no_events
from desktop.timeline.frames.frame import Ints, Metrics, Shape
from desktop.timeline.frames.shapes import Extent, marker_reach, place

UNKNOWN = -1  # the width of a label that nobody has asked for yet


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Events side by side with the number of their band, their row in it, shape and label width."""

    events: Events
    bands: Ints
    rows: Ints
    shapes: Bytes
    widths: Ints

    def __len__(self) -> int:
        """The number of events."""
        return len(self.events)

    def take(self, places: NDArray[np.intp] | NDArray[np.bool_]) -> "Batch":
        """Those at `places`."""
        return Batch(
            self.events.take(places),
            self.bands[places],
            self.rows[places],
            self.shapes[places],
            self.widths[places],
        )

    def on_band(self, number: int) -> "Batch":
        """All on one band."""
        bands = np.full(len(self), number, np.int32)
        return Batch(self.events, bands, self.rows, self.shapes, self.widths)

    def labelled(self, widths: Ints) -> "Batch":
        """With labels of these widths."""
        return Batch(self.events, self.bands, self.rows, self.shapes, widths)

    @classmethod
    def joined(cls, many: "list[Batch]") -> "Batch":
        """One after the other."""
        if not many:
            small = np.empty(0, np.int32)
            return cls(no_events(), small, small, small.astype(np.uint8), small)
        return cls(
            Events.joined([one.events for one in many]),
            *(
                np.concatenate([getattr(one, name) for one in many])
                for name in ("bands", "rows", "shapes", "widths")
            ),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Boxes:
    """What a frame tells of its events, in pixels; clusters are told beside them."""

    ids: Ids
    band: Ints
    left: Ints
    right: Ints
    core_left: Ints
    core_right: Ints
    top: Ints
    shape: Bytes
    marks: Bytes
    standing: Bytes
    label_left: Ints
    label_width: Ints
    label_inside: NDArray[np.bool_]

    def take(self, places: NDArray[np.intp] | NDArray[np.bool_]) -> "Boxes":
        """Those at `places`."""
        return Boxes(*(getattr(self, name)[places] for name in _NAMES))

    @classmethod
    def joined(cls, many: "list[Boxes]") -> "Boxes":
        """One after the other."""
        if len(many) == 1:
            return many[0]
        return cls(*(np.concatenate([getattr(one, name) for one in many]) for name in _NAMES))


_NAMES = tuple(column.name for column in fields(Boxes))


def lay_out(batch: Batch, tops: Ints, scale: TimeScale, metrics: Metrics) -> Boxes:
    """Boxes with whole labels: inside the bar where they fit, else beside it."""
    extent = place(batch.events, batch.shapes, scale)
    inside = fits_inside(batch, extent, metrics)
    label_left = np.where(
        inside, inner_left(batch, extent, metrics), outer_left(batch, extent, metrics)
    )
    return boxes(batch, tops, extent, (label_left.astype(np.int32), batch.widths, inside))


def boxes(
    batch: Batch, tops: Ints, extent: Extent, labels: tuple[Ints, Ints, NDArray[np.bool_]]
) -> Boxes:
    """Put together what was found out of the events of `batch`."""
    events = batch.events
    return Boxes(
        events.ids,
        batch.bands,
        extent.left,
        extent.right,
        extent.core_left,
        extent.core_right,
        tops,
        batch.shapes,
        events.marks,
        events.standing,
        *labels,
    )


def fits_inside(batch: Batch, extent: Extent, metrics: Metrics) -> NDArray[np.bool_]:
    """True where the bar is long enough for its whole label."""
    room = extent.right - extent.left - 2 * metrics.padding
    fits = (batch.widths <= room) & (batch.widths > 0)
    return np.asarray(fits & (batch.shapes != Shape.MARKER), np.bool_)


def inner_left(batch: Batch, extent: Extent, metrics: Metrics) -> Ints:
    """Where a label inside its bar begins: on its certain part, and in sight as long as can be."""
    needed = batch.widths + 2 * metrics.padding
    on_core = extent.core_right - extent.core_left >= needed
    first = np.where(on_core, extent.core_left, extent.left)
    last = np.where(on_core, extent.core_right, extent.right) - needed
    return (np.minimum(np.maximum(first, 0), last) + metrics.padding).astype(np.int32)


def outer_left(batch: Batch, extent: Extent, metrics: Metrics) -> Ints:
    """Where a label beside its bar or marker begins."""
    reach = marker_reach(metrics)
    edge = np.where(batch.shapes == Shape.MARKER, extent.middle + reach, extent.right)
    return (edge + metrics.gap).astype(np.int32)


def is_in_sight(made: Boxes, width: int, slack: int) -> NDArray[np.bool_]:
    """True where the bar, the marker or the label touches the picture or nearly so."""
    right = np.maximum(made.right, made.label_left + made.label_width)
    return np.asarray((made.left < width + slack) & (right > -slack), np.bool_)
