"""What a filter dims: events that it does not let through fade into the ground.

A cluster fades by the share of its events that are dimmed: its firm line from the right, and all of
it where none is lit. In a strip what is lit stands in front of the faded rest.
"""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from desktop.timeline.drawing.clusters import EDGE, columns_of
from desktop.timeline.drawing.strokes import draw_rectangles, rectangles
from desktop.timeline.drawing.style import Style
from desktop.timeline.events.columns import Ids
from desktop.timeline.frames.frame import Frame, Ints, Shape, Strip

STRENGTH = 0.78  # of the ground over what is dimmed
_ROOM = 2  # pixels round what is drawn of an event


def paint_veil(painter: QPainter, frame: Frame, style: Style, lit: Ids | None) -> None:
    """Lay the ground over all that is drawn of what is not `lit`; None dims none."""
    if lit is None:
        return
    bar = style.metrics().bar
    veils = [_over_events(frame, style, lit), *_over_clusters(frame, bar)]
    veils += [_over_strip(strip) for strip in frame.strips]
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ground(style))
    for veil in veils:
        draw_rectangles(painter, veil)
    painter.restore()


def _over_events(frame: Frame, style: Style, lit: Ids) -> Ints:
    chosen = np.flatnonzero(~np.isin(frame.ids, lit) & (frame.shape != Shape.ERA))
    metrics = style.metrics()
    reach = np.where(frame.shape[chosen] == Shape.MARKER, metrics.marker // 2, 0)
    left, right = frame.left[chosen] - reach, frame.right[chosen] + reach
    words = frame.label_width[chosen]
    start = np.where(words > 0, frame.label_left[chosen], left)
    stop = np.where(words > 0, start + words, right)
    left, right = np.minimum(left, start) - _ROOM, np.maximum(right, stop) + _ROOM
    return rectangles(left, frame.top[chosen] - 1, right - left, metrics.bar + 2)


def _over_clusters(frame: Frame, bar: int) -> list[Ints]:
    if frame.cluster_lit is None:
        return []
    left, top = frame.cluster_left, frame.cluster_top
    width = np.maximum(frame.cluster_right - left, 2)
    dark = np.flatnonzero(frame.cluster_lit == 0)
    mixed = np.flatnonzero((frame.cluster_lit > 0) & (frame.cluster_lit < frame.cluster_count))
    # The least share is still a pixel, on either side.
    share = frame.cluster_lit[mixed] / frame.cluster_count[mixed]
    kept = np.clip(np.rint(share * width[mixed]), 1, width[mixed] - 1).astype(np.int32)
    lefts, lines = left[mixed] + kept, top[mixed] + bar - EDGE
    return [
        rectangles(left[dark], top[dark], width[dark], bar),
        rectangles(lefts, lines, width[mixed] - kept, EDGE),
    ]


def _over_strip(strip: Strip) -> Ints:
    """The part of every column that stands above its lit events."""
    counts, lit = strip.counts, strip.counts if strip.lit is None else strip.lit
    tall, kept = columns_of([strip, strip], np.stack((counts, lit)))
    chosen = np.flatnonzero(tall > kept)
    left, width = strip.edges[chosen], strip.edges[chosen + 1] - strip.edges[chosen]
    top = strip.top + strip.height - tall[chosen]
    return rectangles(left, top, width, (tall - kept)[chosen])


def _ground(style: Style) -> QColor:
    colour = QColor(style.background)
    colour.setAlphaF(STRENGTH)
    return colour
