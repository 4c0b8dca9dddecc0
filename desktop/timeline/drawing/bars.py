"""Bars: solid where the date is certain, fading and hatched where it is not, arrows where open."""

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

from desktop.timeline.drawing import strokes
from desktop.timeline.drawing.atlas import Atlas, Slot
from desktop.timeline.drawing.certainty import FAINT, HATCH, PALE, SMALL, Extents
from desktop.timeline.drawing.plain_bars import paint_plainly
from desktop.timeline.drawing.scene import Groups
from desktop.timeline.drawing.style import Style, mixed
from desktop.timeline.frames.frame import Frame, Ints, Shape

FADE = 128  # pixels of the picture that is stretched into every fade


def paint_bars(
    painter: QPainter, frame: Frame, style: Style, groups: Groups, atlas: Atlas | None
) -> None:
    """Draw every bar of `frame`; without an atlas one by one, as vector devices need it."""
    chosen = frame.shape == Shape.BAR
    batch = None if atlas is None else _Batch(painter, frame, style, groups.extents, atlas)
    for fill, places in groups.each(style, chosen):
        if batch is None:
            paint_plainly(painter, frame, style, groups.extents, fill, places)
        else:
            batch.add(fill, places)
    if batch is not None:
        batch.finish()


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


class _Batch:
    """Solid parts are drawn colour by colour; ends and fades of all colours by one call each."""

    def __init__(
        self, painter: QPainter, frame: Frame, style: Style, extents: Extents, atlas: Atlas
    ) -> None:
        self._painter = painter
        self._frame = frame
        self._style = style
        self._extents = extents
        self._atlas = atlas
        self._bar = style.metrics().bar
        self._caps = Pieces()
        self._fades = Pieces()
        self._hatched: list[tuple[QColor, Ints]] = []

    def add(self, fill: QColor, places: NDArray[np.intp]) -> None:
        """Take in the bars at `places`, all of one colour."""
        pale = self._extents.is_pale[places]
        faint = mixed(fill, self._style.background, PALE)
        for colour, some in ((fill, places[~pale]), (faint, places[pale])):
            if len(some):
                self._solid(colour, some)
        self._fade(fill, places[~pale])
        self._hatch(fill, places[pale], self._frame.left, self._frame.right)

    def finish(self) -> None:
        """Draw what was put together."""
        self._caps.draw(self._painter, self._atlas)
        self._fades.draw(self._painter, self._atlas)
        self._painter.setPen(Qt.PenStyle.NoPen)
        ratio = self._atlas.ratio
        for fill, boxes in self._hatched:
            brush = self._atlas.brush(("hatch", fill.rgba()), partial(hatch, fill, ratio))
            self._painter.setBrush(brush)
            strokes.draw_rectangles(self._painter, boxes)

    def _solid(self, fill: QColor, places: NDArray[np.intp]) -> None:
        left, right = self._extents.solid_left[places], self._extents.solid_right[places]
        top, radius = self._frame.top[places], self._style.radius
        wide = right - left >= SMALL
        round_left = wide & (left <= self._frame.left[places])
        round_right = wide & (right >= self._frame.right[places])
        inner_left = left + np.where(round_left, radius, 0)
        inner_right = np.maximum(right - np.where(round_right, radius, 0), inner_left + 1)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(fill)
        made = strokes.rectangles(inner_left, top, inner_right - inner_left, self._bar)
        strokes.draw_rectangles(self._painter, made)
        for is_left, rounded, at in (
            (True, round_left, left),
            (False, round_right, right - radius),
        ):
            key = ("cap", fill.rgba(), is_left, self._bar)
            draw = partial(_draw_cap, fill=fill, is_left=is_left)
            slot = self._atlas.slot(key, radius, self._bar, draw)
            self._caps.add(slot, at[rounded], top[rounded])

    def _fade(self, fill: QColor, places: NDArray[np.intp]) -> None:
        for is_left, outer, inner in (
            (True, self._frame.left, self._extents.solid_left),
            (False, self._extents.solid_right, self._frame.right),
        ):
            some = places[inner[places] > outer[places]]
            if len(some):
                key = ("fade", fill.rgba(), is_left, self._bar)
                draw = partial(_draw_fade, fill=fill, is_left=is_left)
                slot = self._atlas.slot(key, FADE, self._bar, draw)
                width = inner[some] - outer[some]
                self._fades.add(slot, outer[some], self._frame.top[some], width)
                self._hatch(fill, some, outer, inner)

    def _hatch(self, fill: QColor, places: NDArray[np.intp], left: Ints, right: Ints) -> None:
        if len(places):
            lefts, tops = left[places], self._frame.top[places]
            boxes = strokes.rectangles(lefts, tops, right[places] - lefts, self._bar)
            self._hatched.append((fill, boxes))


class Pieces:
    """Copies of pictures from an atlas, gathered for one call; given widths stretch them."""

    def __init__(self) -> None:
        self._slots: list[Slot] = []
        self._left: list[Ints] = []
        self._top: list[Ints] = []
        self._width: list[Ints] = []

    def add(self, slot: Slot, left: Ints, top: Ints, width: Ints | None = None) -> None:
        """Put one picture at many places."""
        self._slots.append(slot)
        self._left.append(left)
        self._top.append(top)
        if width is not None:
            self._width.append(width)

    def draw(self, painter: QPainter, atlas: Atlas) -> None:
        """Draw them all."""
        if not self._slots:
            return
        slots = np.repeat(np.array(self._slots), [len(left) for left in self._left], axis=0)
        width = np.concatenate(self._width) if self._width else None
        left, top = np.concatenate(self._left), np.concatenate(self._top)
        atlas.draw(painter, slots, left, top, width, is_stretched=True)


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
