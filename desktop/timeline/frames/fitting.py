"""The scale at which a whole timeline is in view, its labels too."""

import numpy as np

from desktop.timeline.axis.scale import WIDEST, TimeScale
from desktop.timeline.events.columns import EVER_AFTER, EVER_BEFORE, Events
from desktop.timeline.frames.planner import Planner
from desktop.timeline.frames.shapes import choose_room, choose_shapes, coarsest

MOST = 3000  # so many labels are measured for a fit; of more events only the ends are seen
_STEPS = 20  # halvings between the closest and the widest scale: the last is a thousandth


def fit(planner: Planner, width: int, margin: int) -> TimeScale | None:
    """The closest scale with everything between the margins; None where nothing is dated."""
    extent = planner.index.extent()
    if extent is None:
        return None
    fitting = TimeScale.fitted(*extent, width, margin)
    lines = [(one, planner.index.line(track)) for one in planner.shown for track in one.members]
    if sum(len(line) for _one, line in lines) > MOST or width <= 2 * margin:
        return fitting
    tracks = [(one.track.marker, line.events) for one, line in lines if len(line)]
    nearest, farthest = fitting.per_pixel / 2, WIDEST / width
    for _step in range(_STEPS):
        middle = float(np.sqrt(nearest * farthest))
        first, last = _needed(planner, tracks, middle)
        if (last - first) / middle <= width - 2 * margin:
            farthest = middle
        else:
            nearest = middle
    first, last = _needed(planner, tracks, farthest)
    if last < first:
        return fitting
    return TimeScale(0, farthest, width).centred(first / 2 + last / 2)


def _needed(
    planner: Planner, tracks: list[tuple[str, Events]], per_pixel: float
) -> tuple[float, float]:
    """The first and last second that events and labels take up at a resolution."""
    firsts, lasts = [float("inf")], [float("-inf")]
    octave = TimeScale(0, per_pixel, 1000).octave
    for marker, events in tracks:
        widths = planner.measure(events.ids)
        shapes = choose_shapes(events, marker, coarsest(octave), planner.metrics)
        start, stop = choose_room(events, shapes, widths, per_pixel, planner.metrics)
        # An open end goes on to the picture's edge: only its label needs room on the known side.
        label = (widths + 2 * planner.metrics.padding) * per_pixel
        opens, ends = events.earliest <= EVER_BEFORE, events.latest >= EVER_AFTER
        known = ~(opens & ends)
        first = np.where(opens, events.latest - label, start)
        last = np.where(ends, events.earliest + label, stop)
        firsts.append(float(first[known].min(initial=np.inf)))
        lasts.append(float(last[known].max(initial=-np.inf)))
    return min(firsts), max(lasts)
