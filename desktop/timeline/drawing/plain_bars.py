"""Bars one by one, of lines and gradients only: for SVG, PDF, printers and legends."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from desktop.timeline.drawing.certainty import FAINT, HATCH, PALE, SMALL, Extents
from desktop.timeline.drawing.style import Style, mixed
from desktop.timeline.frames.frame import Frame, Mark


def draw_example(painter: QPainter, box: QRectF, style: Style, mark: Mark) -> None:
    """Draw a small bar as a legend shows what a mark means: soft ends, or pale all through."""
    fill = style.fill("#8A8F99")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_pale = mark != Mark.APPROXIMATE
    third = 0.0 if is_pale else box.width() / 3
    inner = box.adjusted(third, 0, -third, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = mixed(fill, style.background, PALE) if is_pale else fill
    painter.setBrush(_plain_brush(box, inner, colour))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(fill)
    for start, stop in (
        [(box.left(), box.right())]
        if is_pale
        else [(box.left(), inner.left()), (inner.right(), box.right())]
    ):
        painter.drawPath(_hatching(QRectF(start, box.top(), stop - start, box.height())))
    painter.restore()


def paint_plainly(
    painter: QPainter,
    frame: Frame,
    style: Style,
    extents: Extents,
    fill: QColor,
    places: NDArray[np.intp],
) -> None:
    """Draw the bars at `places`, all of one colour."""
    bar = style.metrics().bar
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in places.tolist():
        left, right = int(frame.left[place]), int(frame.right[place])
        box = QRectF(left, int(frame.top[place]), max(1, right - left), bar)
        inner = QRectF(box)
        inner.setLeft(int(extents.solid_left[place]))
        inner.setRight(int(extents.solid_right[place]))
        colour = mixed(fill, style.background, PALE) if extents.is_pale[place] else fill
        radius = style.radius if box.width() >= SMALL else 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_plain_brush(box, inner, colour))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(fill)
        stretches = [(box.left(), inner.left()), (inner.right(), box.right())]
        for start, stop in [(left, right)] if extents.is_pale[place] else stretches:
            painter.drawPath(_hatching(QRectF(start, box.top(), stop - start, bar)))
    painter.restore()


def _plain_brush(box: QRectF, inner: QRectF, fill: QColor) -> QBrush:
    if inner.width() >= box.width():
        return QBrush(fill)
    faint = QColor(fill)
    faint.setAlphaF(FAINT)
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    first = (inner.left() - box.left()) / box.width()
    last = (inner.right() - box.left()) / box.width()
    gradient.setColorAt(0.0, fill if first <= 0 else faint)
    gradient.setColorAt(min(max(first, 0.0), 1.0), fill)
    gradient.setColorAt(min(max(last, 0.0), 1.0), fill)
    gradient.setColorAt(1.0, fill if last >= 1 else faint)
    return QBrush(gradient)


def _hatching(box: QRectF) -> QPainterPath:
    """Diagonal lines cut to `box` by arithmetic: SVG keeps no clip and no pattern brush."""
    path = QPainterPath()
    if box.width() <= 0:
        return path
    start = box.left() - box.height()
    while start < box.right():
        first = max(start, box.left())
        last = min(start + box.height(), box.right())
        path.moveTo(first, box.bottom() - (first - start))
        path.lineTo(last, box.bottom() - (last - start))
        start += HATCH
    return path
