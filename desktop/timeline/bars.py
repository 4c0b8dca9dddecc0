"""Bars: solid where the date is certain, fading and hatched where it is not, arrows where open."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPixmap,
    QTransform,
)

from desktop.timeline import batches
from desktop.timeline.atlas import Atlas
from desktop.timeline.frame import Frame, Ints, Mark, Shape
from desktop.timeline.scene import Groups
from desktop.timeline.style import Style, mixed

FADE = 128  # pixels of the picture that is stretched into every fade
FAINT = 0.10  # what is left of the colour at the outer end of a fade
PALE = 0.34  # the strength of a bar of which no second is certain
HATCH = 6  # pixels from one hatching line to the next
SMALL = 10  # a narrower bar has no room for round corners


@dataclass(frozen=True, slots=True, eq=False)
class Extents:
    """The solid part of each event of a frame, and which have none: those are pale."""

    solid_left: Ints
    solid_right: Ints
    is_pale: NDArray[np.bool_]


def measure(frame: Frame) -> Extents:
    """Where bars are solid: in their certain core, or the written unit of a single vague date.

    An approximate date was widened by its own unit on each side, so that its middle third is what
    was written; an uncertain date, or one of several, has no solid part.
    """
    has_core = frame.core_right > frame.core_left
    vague = (frame.marks & (Mark.APPROXIMATE | Mark.UNCERTAIN | Mark.ONE_OF)) != 0
    approximate = (frame.marks & Mark.APPROXIMATE) != 0
    third = np.where(approximate & ~has_core, (frame.right - frame.left) // 3, 0)
    return Extents(
        np.where(has_core, frame.core_left, frame.left + third).astype(np.int32),
        np.where(has_core, frame.core_right, frame.right - third).astype(np.int32),
        vague & ~has_core & ((frame.marks & (Mark.UNCERTAIN | Mark.ONE_OF)) != 0),
    )


def paint_bars(
    painter: QPainter, frame: Frame, style: Style, groups: Groups, atlas: Atlas | None
) -> None:
    """Draw every bar of `frame`; without an atlas one by one, as vector devices need it."""
    chosen = frame.shape == Shape.BAR
    extents = measure(frame)
    for fill, places in groups.each(style, chosen):
        if atlas is None:
            _paint_plainly(painter, frame, style, extents, fill, places)
        else:
            _Batch(painter, frame, style, extents, atlas).paint(fill, places)


def hatch(colour: QColor, ratio: float) -> QBrush:
    """A brush of thin diagonal lines, so that a fade can be told in grey and on a poor copier."""
    side = round(HATCH * ratio)
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / HATCH, side / HATCH)
    faint = QColor(colour)
    faint.setAlphaF(0.4)
    painter.setPen(faint)
    for start in (-HATCH, 0, HATCH):
        painter.drawLine(QPointF(start, HATCH), QPointF(start + HATCH, 0))
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(HATCH / side, HATCH / side))
    return brush


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    painter: QPainter
    frame: Frame
    style: Style
    extents: Extents
    atlas: Atlas

    def paint(self, fill: QColor, places: NDArray[np.intp]) -> None:
        pale = self.extents.is_pale[places]
        faint = mixed(fill, self.style.background, PALE)
        for colour, some in ((fill, places[~pale]), (faint, places[pale])):
            if len(some):
                self._solid(colour, some)
                self._fades(fill, some)
        self._hatch(fill, places[pale], self.frame.left, self.frame.right)

    def _solid(self, fill: QColor, places: NDArray[np.intp]) -> None:
        left, right = self.extents.solid_left[places], self.extents.solid_right[places]
        top, bar = self.frame.top[places], self.style.metrics().bar
        radius = self.style.radius
        wide = right - left >= SMALL
        round_left = wide & (left <= self.frame.left[places])
        round_right = wide & (right >= self.frame.right[places])
        inner_left = left + np.where(round_left, radius, 0)
        inner_right = np.maximum(right - np.where(round_right, radius, 0), inner_left + 1)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(fill)
        made = batches.rectangles(inner_left, top, inner_right - inner_left, bar)
        batches.draw_rectangles(self.painter, made)
        for is_left, rounded, at in (
            (True, round_left, left),
            (False, round_right, right - radius),
        ):
            slot = self.atlas.slot(
                ("cap", fill.rgba(), is_left, bar),
                radius,
                bar,
                partial(_draw_cap, fill=fill, is_left=is_left),
            )
            self.atlas.draw(self.painter, [slot] * int(rounded.sum()), at[rounded], top[rounded])

    def _fades(self, fill: QColor, places: NDArray[np.intp]) -> None:
        for is_left, outer, inner in (
            (True, self.frame.left, self.extents.solid_left),
            (False, self.extents.solid_right, self.frame.right),
        ):
            some = places[inner[places] > outer[places]]
            if not len(some):
                continue
            bar = self.style.metrics().bar
            slot = self.atlas.slot(
                ("fade", fill.rgba(), is_left, bar),
                FADE,
                bar,
                partial(_draw_fade, fill=fill, is_left=is_left),
            )
            self.atlas.draw(
                self.painter,
                [slot] * len(some),
                outer[some],
                self.frame.top[some],
                inner[some] - outer[some],
                is_stretched=True,
            )
            self._hatch(fill, some, outer, inner)

    def _hatch(self, fill: QColor, places: NDArray[np.intp], left: Ints, right: Ints) -> None:
        if len(places):
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(hatch(fill, self.atlas.ratio))
            bar = self.style.metrics().bar
            lefts, tops = left[places], self.frame.top[places]
            made = batches.rectangles(lefts, tops, right[places] - lefts, bar)
            batches.draw_rectangles(self.painter, made)


def _draw_cap(painter: QPainter, box: QRectF, fill: QColor, *, is_left: bool) -> None:
    radius = box.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    start = 0.0 if is_left else -3 * radius
    painter.drawRoundedRect(QRectF(start, 0, 4 * radius, box.height()), radius, radius)


def _draw_fade(painter: QPainter, box: QRectF, fill: QColor, *, is_left: bool) -> None:
    faint = QColor(fill)
    faint.setAlphaF(FAINT)
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    gradient.setColorAt(0.0 if is_left else 1.0, faint)
    gradient.setColorAt(1.0 if is_left else 0.0, fill)
    painter.fillRect(box, gradient)


def _paint_plainly(
    painter: QPainter,
    frame: Frame,
    style: Style,
    extents: Extents,
    fill: QColor,
    places: NDArray[np.intp],
) -> None:
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
