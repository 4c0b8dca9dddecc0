"""What is no bar and no marker: eras behind the events, and arrows at open ends."""

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.timeline.drawing import strokes
from desktop.timeline.drawing.scene import Groups
from desktop.timeline.drawing.style import Style, mixed
from desktop.timeline.frames.frame import Frame, Mark, Shape

ERA_STRENGTH = 0.13
ARROW = 9  # pixels from the visible end of an open bar to the tip of its arrow


def paint_eras(painter: QPainter, frame: Frame, style: Style, groups: Groups) -> None:
    """Draw each era as a pale stretch as high as its band, with a line at either end."""
    painter.setPen(Qt.PenStyle.NoPen)
    tops = np.array([band.top for band in frame.bands], np.int32)
    heights = np.array([band.height - 1 for band in frame.bands], np.int32)
    for fill, places in groups.each(style, frame.shape == Shape.ERA):
        top, height = tops[frame.band[places]], heights[frame.band[places]]
        left, right = frame.left[places], frame.right[places]
        painter.setBrush(mixed(fill, style.background, ERA_STRENGTH))
        strokes.draw_rectangles(painter, strokes.rectangles(left, top, right - left, height))
        painter.setBrush(mixed(fill, style.background, 0.5))
        for edge in (left, right - 1):
            strokes.draw_rectangles(painter, strokes.rectangles(edge, top, 1, height))


def paint_ends(painter: QPainter, frame: Frame, style: Style, groups: Groups) -> None:
    """Draw an arrow at each open end, where the bar leaves the picture or what is known of it."""
    bars = frame.shape == Shape.BAR
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark, direction in ((Mark.OPEN_START, -1), (Mark.OPEN_END, 1)):
        for fill, places in groups.each(style, bars & ((frame.marks & mark) != 0)):
            painter.setPen(QPen(style.words_on(fill), 1.6))
            for place in places.tolist():
                end = frame.left[place] if direction < 0 else frame.right[place]
                tip = min(max(int(end), 0), frame.width) - direction * (ARROW // 2)
                _draw_arrow(
                    painter, tip, int(frame.top[place]) + style.metrics().bar / 2, direction
                )
    painter.restore()


def _draw_arrow(painter: QPainter, tip: float, middle: float, direction: int) -> None:
    for back in (0, 4):
        x = tip - direction * back
        points = [
            QPointF(x - direction * 4, middle - 4),
            QPointF(x, middle),
            QPointF(x - direction * 4, middle + 4),
        ]
        painter.drawPolyline(QPolygonF(points))
