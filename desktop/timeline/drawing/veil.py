"""What a filter dims: events that it does not let through fade into the ground."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from desktop.timeline.drawing.strokes import draw_rectangles, rectangles
from desktop.timeline.drawing.style import Style
from desktop.timeline.events.columns import Ids
from desktop.timeline.frames.frame import Frame, Shape

STRENGTH = 0.78  # of the ground over what is dimmed
_ROOM = 2  # pixels round what is drawn of an event


def paint_veil(painter: QPainter, frame: Frame, style: Style, lit: Ids | None) -> None:
    """Lay the ground over all that is drawn of the events that are not `lit`; None dims none."""
    if lit is None or not len(frame.ids):
        return
    chosen = np.flatnonzero(~np.isin(frame.ids, lit) & (frame.shape != Shape.ERA))
    if not len(chosen):
        return
    metrics = style.metrics()
    reach = np.where(frame.shape[chosen] == Shape.MARKER, metrics.marker // 2, 0)
    left, right = frame.left[chosen] - reach, frame.right[chosen] + reach
    words = frame.label_width[chosen]
    start = np.where(words > 0, frame.label_left[chosen], left)
    stop = np.where(words > 0, start + words, right)
    left, right = np.minimum(left, start) - _ROOM, np.maximum(right, stop) + _ROOM
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ground(style))
    tops = frame.top[chosen] - 1
    draw_rectangles(painter, rectangles(left, tops, right - left, metrics.bar + 2))
    painter.restore()


def _ground(style: Style) -> QColor:
    colour = QColor(style.background)
    colour.setAlphaF(STRENGTH)
    return colour
