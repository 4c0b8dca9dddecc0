"""A stretch of time drawn along the axis: gone to, measured, or taken in hand with all in it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.timeline.axis.lengths import length_words
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.bubbles import faint, paint_bubble
from desktop.timeline.hand.anchors import Spot
from desktop.timeline.hand.gestures import Gesture, Keys, Panning
from desktop.timeline.hand.lassoing import Lassoing, Reach
from desktop.timeline.hand.measuring import Measuring
from desktop.timeline.stage.stage import Stage

LEAST = 4  # pixels; a shorter stretch was a click
CLOSEST = 60  # seconds across the picture, and no closer


def begin_on_axis(stage: Stage, at: QPoint, keys: Keys) -> Gesture:
    """What a press on the axis begins: panning; Shift measures, Ctrl goes there, Alt selects.

    Ctrl and Shift together select too, for window managers that keep Alt for themselves.
    """
    has_ctrl, has_shift = keys & Keys.ControlModifier, keys & Keys.ShiftModifier
    if keys & Keys.AltModifier or (has_ctrl and has_shift):
        return Lassoing(stage, at, keys, Reach.TIME)
    if has_shift or stage.is_measuring:
        return Measuring(stage, at)
    return Zooming(stage, at) if has_ctrl else Panning(stage, at)


class Zooming(Gesture):
    """Goes to the stretch between the press and the pointer."""

    cursor = Qt.CursorShape.CrossCursor
    drifts = True

    def __init__(self, stage: Stage, at: QPoint) -> None:
        super().__init__(stage)
        self._at, self._point = Spot.at(stage, at), at

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Draw on to the pointer."""
        self._point = point
        self.stage.show_again()
        return self

    def release(self, point: QPoint, keys: Keys) -> None:
        """Show just that stretch."""
        stage = self.stage
        first, last = sorted((self._at.seconds, stage.scale.seconds(self._point.x())))
        if (last - first) / stage.seconds_per_pixel >= LEAST:
            span = max(last - first, CLOSEST)
            stage.travel(TimeScale(first, span / stage.width, stage.width))

    def paint(self, painter: QPainter) -> None:
        """Shade what will be left out, and say how long the stretch is."""
        stage, style = self.stage, self.stage.style
        box, area = QRectF(0, 0, stage.width, style.axis_height + stage.height), stage.area()
        left, right = sorted((self._at.point(stage).x(), float(self._point.x())))
        shade = faint(style.text, 0.10)
        painter.fillRect(QRectF(box.left(), 0, left, box.height()), shade)
        painter.fillRect(QRectF(right, 0, box.right() - right, box.height()), shade)
        painter.setPen(QPen(style.selection, 1))
        for x in (round(left) + 0.5, round(right) + 0.5):
            painter.drawLine(QPointF(x, 0), QPointF(x, box.bottom()))
        first, last = stage.seconds_at(left), stage.seconds_at(right)
        paint_bubble(painter, QPointF(self._point), [length_words(first, last)], style, area)
