"""Bars: solid where the date is certain, fading and hatched where it is not, arrows where open."""

from functools import partial
from itertools import pairwise

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
from desktop.timeline.drawing.certainty import FAINT, HATCH, PALE, SMALL
from desktop.timeline.drawing.plain_bars import paint_plainly
from desktop.timeline.drawing.scene import Groups
from desktop.timeline.drawing.style import Style, mixed
from desktop.timeline.frames.frame import Frame, Ints, Shape

FADE = 128  # pixels of the picture that is stretched into every fade
REPEATED = 24  # lines of hatching in the picture of a brush: a wide one fills much faster
Flags = NDArray[np.bool_]


def paint_bars(
    painter: QPainter, frame: Frame, style: Style, groups: Groups, atlas: Atlas | None
) -> None:
    """Draw every bar of `frame`; without an atlas one by one, as vector devices need it."""
    chosen = frame.shape == Shape.BAR
    if atlas is not None:
        _Batch(painter, frame, style, groups, atlas).paint()
        return
    for fill, places in groups.each(style, chosen):
        paint_plainly(painter, frame, style, groups.extents, fill, places)


def hatch(colour: QColor, ratio: float) -> QBrush:
    """A brush of thin diagonal lines, so that a fade can be told in grey and on a poor copier."""
    side = round(HATCH * ratio)
    tile = QPixmap(side * REPEATED, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / HATCH, side / HATCH)
    faint = QColor(colour)
    faint.setAlphaF(0.4)
    painter.setPen(faint)
    for start in range(-HATCH, HATCH * (REPEATED + 1), HATCH):
        painter.drawLine(QPointF(start, HATCH), QPointF(start + HATCH, 0))
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(HATCH / side, HATCH / side))
    return brush


class _Batch:
    """All bars of a frame sorted by look: a colour, pale or not, is a run of one array.

    Solid parts are drawn run by run, hatching colour by colour, ends and fades by one call each.
    """

    def __init__(
        self, painter: QPainter, frame: Frame, style: Style, groups: Groups, atlas: Atlas
    ) -> None:
        self._painter, self._style, self._atlas = painter, style, atlas
        self._bar = style.metrics().bar
        extents = groups.extents
        places = np.flatnonzero(frame.shape == Shape.BAR)
        look = groups.of[places] * 2 + extents.is_pale[places]
        order = np.argsort(look, kind="stable")
        places, look = places[order], look[order]
        self._left, self._right = frame.left[places], frame.right[places]
        self._solid_left = extents.solid_left[places]
        self._solid_right = extents.solid_right[places]
        self._top, self._is_pale = frame.top[places], extents.is_pale[places]
        heads = np.flatnonzero(np.diff(look, prepend=-1))
        self._stops = [*heads[1:].tolist(), len(look)]
        self._heads = heads.tolist()
        self._run = np.repeat(np.arange(len(heads)), np.diff(heads, append=len(look)))
        self._fills = [style.fill(groups.colours[one // 2]) for one in look[heads].tolist()]

    def paint(self) -> None:
        """Draw them."""
        if not self._heads:
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._paint_solid()
        soft = [
            (True, self._left, self._solid_left, self._softness(self._left, self._solid_left)),
            (False, self._solid_right, self._right, self._softness(self._solid_right, self._right)),
        ]
        self._paint_fades(soft)
        self._paint_hatching([*soft, (True, self._left, self._right, self._is_pale)])

    def _softness(self, start: Ints, stop: Ints) -> Flags:
        return np.asarray((stop > start) & ~self._is_pale, np.bool_)

    def _paint_solid(self) -> None:
        left, right, radius = self._solid_left, self._solid_right, self._style.radius
        wide = right - left >= SMALL
        round_left = wide & (left <= self._left)
        round_right = wide & (right >= self._right)
        inner_left = left + np.where(round_left, radius, 0)
        inner_right = np.maximum(right - np.where(round_right, radius, 0), inner_left + 1)
        made = strokes.rectangles(inner_left, self._top, inner_right - inner_left, self._bar)
        looks = [
            mixed(fill, self._style.background, PALE) if self._is_pale[head] else fill
            for head, fill in zip(self._heads, self._fills, strict=True)
        ]
        for look, head, stop in zip(looks, self._heads, self._stops, strict=True):
            self._painter.setBrush(look)
            strokes.draw_rectangles(self._painter, made[head:stop])
        caps = [self._caps(looks, is_left=is_left) for is_left in (True, False)]
        slots = np.concatenate((caps[0][self._run[round_left]], caps[1][self._run[round_right]]))
        at = np.concatenate((left[round_left], right[round_right] - radius))
        tops = np.concatenate((self._top[round_left], self._top[round_right]))
        self._atlas.draw(self._painter, slots, at, tops)

    def _caps(self, looks: list[QColor], *, is_left: bool) -> NDArray[np.float64]:
        """The picture of a round end for each run."""
        made, radius = [], self._style.radius
        for look in looks:
            draw = partial(_draw_cap, fill=look, is_left=is_left)
            key = ("cap", look.rgba(), is_left, self._bar)
            made.append(self._atlas.slot(key, radius, self._bar, draw))
        return np.array(made, np.float64)

    def _paint_fades(self, soft: list[tuple[bool, Ints, Ints, Flags]]) -> None:
        for is_left, start, stop, chosen in soft:
            runs = self._run[chosen]
            met = np.flatnonzero(np.bincount(runs, minlength=len(self._fills)))
            table = np.zeros((len(self._fills), 4))
            for run in met.tolist():
                table[run] = self._fade(self._fills[run], is_left=is_left)
            width = (stop - start)[chosen]
            self._atlas.draw(
                self._painter,
                table[runs],
                start[chosen],
                self._top[chosen],
                width,
                is_stretched=True,
            )

    def _fade(self, fill: QColor, *, is_left: bool) -> Slot:
        draw = partial(_draw_fade, fill=fill, is_left=is_left)
        return self._atlas.slot(("fade", fill.rgba(), is_left, self._bar), FADE, self._bar, draw)

    def _paint_hatching(self, soft: list[tuple[bool, Ints, Ints, Flags]]) -> None:
        runs = np.concatenate([self._run[chosen] for *_where, chosen in soft])
        left = np.concatenate([start[chosen] for _is_left, start, _stop, chosen in soft])
        right = np.concatenate([stop[chosen] for _is_left, _start, stop, chosen in soft])
        top = np.concatenate([self._top[chosen] for *_where, chosen in soft])
        order = np.argsort(runs, kind="stable")
        boxes = strokes.rectangles(left, top, right - left, self._bar)[order]
        stops = runs[order].searchsorted(np.arange(len(self._fills) + 1)).tolist()
        for fill, (head, stop) in zip(self._fills, pairwise(stops), strict=True):
            if stop > head:
                make = partial(hatch, fill, self._atlas.ratio)
                self._painter.setBrush(self._atlas.brush(("hatch", fill.rgba()), make))
                strokes.draw_rectangles(self._painter, boxes[head:stop])


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
