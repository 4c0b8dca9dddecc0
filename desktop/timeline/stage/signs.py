"""The small signs of the track headers, drawn by hand where no icon family is at hand."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def draw_sign(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    """Draw one of the signs that `Hooks.sign` lists; an unknown name draws nothing."""
    drawings: dict[str, Callable[[QPainterPath], None]] = {
        "eye": _eye,
        "eye-off": _eye_off,
        "lock": _lock,
        "lock-open": _lock_open,
        "dots-vertical": _dots,
        "plus": _plus,
        "chevron-down": _chevron_down,
        "chevron-right": _chevron_right,
    }
    if name not in drawings:
        return
    path = QPainterPath()
    drawings[name](path)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.restore()


def _eye(path: QPainterPath) -> None:
    path.moveTo(3, 12)
    path.quadTo(12, 1, 21, 12)
    path.quadTo(12, 23, 3, 12)
    path.addEllipse(QPointF(12, 12), 2, 2)


def _eye_off(path: QPainterPath) -> None:
    _eye(path)
    _line(path, 4, 4, 20, 20)


def _lock(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5, 11, 14, 10), 2, 2)
    path.moveTo(8, 11)
    path.lineTo(8, 7)
    path.arcTo(QRectF(8, 3, 8, 8), 180, -180)
    path.lineTo(16, 11)


def _lock_open(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5, 11, 14, 10), 2, 2)
    path.moveTo(8, 11)
    path.lineTo(8, 6)
    path.arcTo(QRectF(8, 2, 8, 8), 180, -180)


def _dots(path: QPainterPath) -> None:
    for height in (5, 12, 19):
        path.addEllipse(QPointF(12, height), 1, 1)


def _plus(path: QPainterPath) -> None:
    _line(path, 12, 5, 12, 19)
    _line(path, 5, 12, 19, 12)


def _chevron_down(path: QPainterPath) -> None:
    path.moveTo(6, 9)
    path.lineTo(12, 15)
    path.lineTo(18, 9)


def _chevron_right(path: QPainterPath) -> None:
    path.moveTo(9, 6)
    path.lineTo(15, 12)
    path.lineTo(9, 18)


def _line(path: QPainterPath, x1: float, y1: float, x2: float, y2: float) -> None:
    path.moveTo(x1, y1)
    path.lineTo(x2, y2)
