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
    QPixmap,
    QTransform,
)

from desktop.timeline import strokes
from desktop.timeline.atlas import Atlas
from desktop.timeline.certainty import FAINT, HATCH, PALE, SMALL, Extents, measure
from desktop.timeline.frame import Frame, Ints, Shape
from desktop.timeline.plain_bars import paint_plainly
from desktop.timeline.scene import Groups
from desktop.timeline.style import Style, mixed

FADE = 128  # pixels of the picture that is stretched into every fade


def paint_bars(
    painter: QPainter, frame: Frame, style: Style, groups: Groups, atlas: Atlas | None
) -> None:
    """Draw every bar of `frame`; without an atlas one by one, as vector devices need it."""
    chosen = frame.shape == Shape.BAR
    extents = measure(frame)
    for fill, places in groups.each(style, chosen):
        if atlas is None:
            paint_plainly(painter, frame, style, extents, fill, places)
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
        made = strokes.rectangles(inner_left, top, inner_right - inner_left, bar)
        strokes.draw_rectangles(self.painter, made)
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
            made = strokes.rectangles(lefts, tops, right[places] - lefts, bar)
            strokes.draw_rectangles(self.painter, made)


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
