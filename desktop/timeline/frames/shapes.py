"""How events are drawn at a resolution, and how much room each takes with its label."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.columns import EVER_AFTER, EVER_BEFORE, Bytes, Events
from desktop.timeline.frames.frame import Ints, Mark, Metrics, Shape
from desktop.when.calendar import DAY

MARKER_EDGE = 4  # pixels by which the drawn shape is larger than `Metrics.marker`
LEAST_BAR = 3  # pixels; a narrower bar could not be seen
FARTHEST = 1 << 15  # pixels from the picture's edge; what lies farther is drawn as if it lay there
_ONE_DAY = 3 * DAY // 2  # a date this short is a point to the reader, at every resolution
_LONGEST_LINE = 1 << 14  # pixels of a marker's span; a longer one would not be seen as one
_POINT = 120  # pixels up to which a longer date is still a point on a track of markers

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Extent:
    """Where events stand in pixels; `core_*` of a marker that is nowhere certain is its middle."""

    left: Ints
    right: Ints
    core_left: Ints
    core_right: Ints

    @property
    def middle(self) -> Ints:
        """Where a marker stands."""
        return ((self.core_left + self.core_right) // 2).astype(np.int32)


def marker_reach(metrics: Metrics) -> int:
    """Pixels from a marker's middle to its edge."""
    return (metrics.marker + MARKER_EDGE) // 2


def coarsest(octave: int) -> float:
    """The seconds a pixel that no scale of the octave reaches."""
    return 2.0 ** (octave + 1)


def choose_shapes(events: Events, marker: str, per_pixel: float, metrics: Metrics) -> Bytes:
    """BAR or MARKER for each event of a track whose marker is `marker`; all ERA on an era track."""
    if marker == "era":
        return np.full(len(events), Shape.ERA, np.uint8)
    span = (events.latest - events.earliest).astype(np.float64)
    pixels = span / per_pixel
    is_point = pixels < 2 * marker_reach(metrics)
    if marker != "bar":
        is_short = (span <= _ONE_DAY) & (pixels <= _LONGEST_LINE)
        is_single = (events.marks & Mark.INTERVAL) == 0
        is_point |= is_single & (is_short | (pixels <= _POINT))
    is_point &= (events.earliest > EVER_BEFORE) & (events.latest < EVER_AFTER)
    return np.where(is_point, Shape.MARKER, Shape.BAR).astype(np.uint8)


def choose_room(
    events: Events, shapes: Bytes, widths: Ints, per_pixel: float, metrics: Metrics
) -> tuple[Floats, Floats]:
    """The seconds [start, stop) that each event needs with its label and a gap behind it."""
    earliest, latest = events.earliest.astype(np.float64), events.latest.astype(np.float64)
    fits = widths + 2 * metrics.padding <= (latest - earliest) / per_pixel
    beside = np.where((widths > 0) & ~fits, metrics.gap + widths, 0)
    bar_stop = np.maximum(latest, earliest + LEAST_BAR * per_pixel) + beside * per_pixel
    middle, reach = middles(events).astype(np.float64), marker_reach(metrics)
    label = np.where(widths > 0, metrics.gap + widths, 0)
    is_marker = shapes == Shape.MARKER
    start = np.where(is_marker, np.minimum(earliest, middle - reach * per_pixel), earliest)
    marker_stop = np.maximum(latest, middle + (reach + label) * per_pixel)
    stop = np.where(is_marker, marker_stop, bar_stop)
    return start, stop + (metrics.gap + 1) * per_pixel


def middles(events: Events) -> NDArray[np.int64]:
    """The second at which a marker stands: the middle of the certain core, else of the span."""
    has_core = events.certain_until > events.certain_from
    first = np.where(has_core, events.certain_from, events.earliest)
    last = np.where(has_core, events.certain_until, events.latest)
    return np.asarray(first + (last - first) // 2, np.int64)


def place(events: Events, shapes: Bytes, scale: TimeScale) -> Extent:
    """Where the events stand in the picture of `scale`."""
    left, core_left = _pixels(events.earliest, scale), _pixels(events.certain_from, scale)
    right, core_right = _pixels(events.latest, scale), _pixels(events.certain_until, scale)
    is_empty = events.certain_until <= events.certain_from
    lost = is_empty & (shapes == Shape.MARKER)
    if lost.any():
        middle = ((left + right) // 2).astype(np.int32)
        core_left = np.where(lost, middle, core_left)
        core_right = np.where(lost, middle, core_right)
    # What is certain for less than a pixel is certain all the same.
    core_right = np.where(is_empty, core_left, np.maximum(core_right, core_left + 1))
    return Extent(left, np.maximum(right, left + LEAST_BAR), core_left, core_right)


def _pixels(seconds: NDArray[np.int64], scale: TimeScale) -> Ints:
    x = scale.x(seconds)
    np.clip(x, -FARTHEST, scale.width + FARTHEST, out=x)
    return np.floor(x, out=x).astype(np.int32)
