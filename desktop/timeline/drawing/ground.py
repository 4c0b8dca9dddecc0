"""What stands behind the events: the ground, week-ends, nights, the grid, lines between tracks."""

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.timeline.drawing import strokes
from desktop.timeline.drawing.scene import Ground
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Frame


def paint_ground(painter: QPainter, frame: Frame, style: Style, ground: Ground) -> None:
    """Draw shaded stretches, grid and lines between tracks over whatever is there."""
    tall = max(frame.height, frame.bands[-1].top + frame.bands[-1].height if frame.bands else 0)
    _paint_upright(painter, style, ground, tall)
    paint_separators(painter, frame, style)


def paint_separators(painter: QPainter, frame: Frame, style: Style) -> None:
    """Draw the lines between tracks."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.separator)
    ends = np.array([band.top + band.height - 1 for band in frame.bands], np.int32)
    made = strokes.rectangles(np.zeros_like(ends), ends, frame.width, 1)
    strokes.draw_rectangles(painter, made)


def _paint_upright(painter: QPainter, style: Style, ground: Ground, tall: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    shades = (
        (ground.shaded_left, ground.shaded_right, style.weekend),
        (ground.night_left, ground.night_right, style.night),
    )
    for left, right, colour in shades:
        if not colour.alpha():
            continue
        painter.setBrush(colour)
        made = strokes.rectangles(left, np.zeros_like(left), right - left, tall)
        strokes.draw_rectangles(painter, made)
    for lines, colour in ((ground.lines, style.grid), (ground.strong_lines, style.grid_strong)):
        painter.setBrush(colour)
        strokes.draw_rectangles(painter, strokes.rectangles(lines, np.zeros_like(lines), 1, tall))


class Backdrop:
    """The same on a window: one line of pixels, drawn once a frame and repeated downward.

    Filling by a line costs what filling by one colour does; the grid's upright lines drawn one by
    one were a third of the frame.
    """

    def __init__(self) -> None:
        self._line = QPixmap()

    def paint(self, painter: QPainter, box: QRect, style: Style, ground: Ground) -> None:
        """Fill `box` with the ground; its left edge is x = 0 of the ground."""
        ratio = painter.device().devicePixelRatio()
        width = round(box.width() * ratio)
        if self._line.width() != width:
            self._line = QPixmap(width, 1)
        self._line.fill(QColor(style.background))
        inside = QPainter(self._line)
        inside.scale(ratio, 1)
        _paint_upright(inside, style, ground, 1)
        inside.end()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        top, bottom = round(box.top() * ratio), round((box.top() + box.height()) * ratio)
        painter.drawTiledPixmap(
            QRect(round(box.left() * ratio), top, width, bottom - top), self._line
        )
        painter.restore()
