"""Markers: a shape at the middle of what is certain, on a thin line over what is possible."""

import math
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from desktop.timeline.drawing import strokes
from desktop.timeline.drawing.atlas import Atlas
from desktop.timeline.drawing.scene import Groups, Scene
from desktop.timeline.drawing.style import Style, mixed
from desktop.timeline.frames.frame import Frame, Ints, Shape

SPAN = 5  # pixels of height of the line over what is possible
SPAN_STRENGTH = 0.28


def middles(frame: Frame) -> Ints:
    """Where the marker of each event stands: in the middle of its certain core."""
    return ((frame.core_left + frame.core_right) // 2).astype(np.int32)


def paint_markers(
    painter: QPainter, frame: Frame, style: Style, groups: Groups, scene: Scene, atlas: Atlas | None
) -> None:
    """Draw the span line and the shape of every marker of `frame`."""
    chosen = frame.shape == Shape.MARKER
    kinds = [scene.tracks[band.track].marker for band in frame.bands]
    for fill, places in groups.each(style, chosen):
        _paint_spans(painter, frame, style, fill, places)
        for band in sorted(set(frame.band[places].tolist())):
            some = places[frame.band[places] == band]
            _paint_shapes(painter, frame, style, (kinds[band], fill), some, atlas)


def _paint_spans(
    painter: QPainter, frame: Frame, style: Style, fill: QColor, places: NDArray[np.intp]
) -> None:
    metrics = style.metrics()
    left, right = frame.left[places], frame.right[places]
    wide = right - left > metrics.marker
    left, right, top = left[wide], right[wide], frame.top[places][wide] + (metrics.bar - SPAN) // 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(fill, style.background, SPAN_STRENGTH))
    strokes.draw_rectangles(painter, strokes.rectangles(left, top + 1, right - left, SPAN - 2))
    strokes.draw_rectangles(painter, strokes.rectangles(left + 1, top, right - left - 2, SPAN))


def _paint_shapes(
    painter: QPainter,
    frame: Frame,
    style: Style,
    look: tuple[str, QColor],
    places: NDArray[np.intp],
    atlas: Atlas | None,
) -> None:
    kind, fill = look
    metrics = style.metrics()
    size = metrics.marker + 4
    left = middles(frame)[places] - size // 2
    top = frame.top[places] + (metrics.bar - size) // 2
    if atlas is not None:
        slot = atlas.slot(
            ("marker", kind, fill.rgba(), size),
            size,
            size,
            partial(draw_marker, kind=kind, fill=fill),
        )
        atlas.draw(painter, [slot] * len(places), left, top)
        return
    for x, y in zip(left.tolist(), top.tolist(), strict=True):
        draw_marker(painter, QRectF(x, y, size, size), kind, fill)


def draw_marker(painter: QPainter, box: QRectF, kind: str, fill: QColor) -> None:
    """Draw a filled shape of `model.MARKERS` into `box`, all of them of about the same weight."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPath(_outline(box.center(), box.width() / 2 - 1, kind))
    painter.restore()


def _outline(middle: QPointF, reach: float, kind: str) -> QPainterPath:
    path = QPainterPath()
    if kind == "square":
        half = reach * 0.78
        path.addRoundedRect(
            QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), 1.5, 1.5
        )
    elif kind in ("diamond", "triangle", "star"):
        path.addPolygon(QPolygonF(_corners(middle, reach, kind)))
        path.closeSubpath()
    else:
        path.addEllipse(middle, reach * 0.84, reach * 0.84)
    return path


def _corners(middle: QPointF, reach: float, kind: str) -> list[QPointF]:
    count, inner = {"diamond": (4, 1.0), "triangle": (3, 1.0), "star": (10, 0.46)}[kind]
    drop = reach * 0.16 if kind == "triangle" else 0.0
    corners = []
    for number in range(count):
        angle = 2 * math.pi * number / count - math.pi / 2
        far = reach * (inner if number % 2 and kind == "star" else 1.0)
        corners.append(
            QPointF(middle.x() + far * math.cos(angle), middle.y() + drop + far * math.sin(angle))
        )
    return corners
