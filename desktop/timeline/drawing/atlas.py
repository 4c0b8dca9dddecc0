"""One pixmap that holds every small picture a frame repeats: titles, pills, markers, bar ends."""

import math
from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap

from desktop.timeline.drawing import strokes
from desktop.timeline.frames.frame import Ints

SIDE = 2048
LEAST = 256  # pixels of height at first: to empty all of it took longer than an empty picture
MOST_NEW = 80  # titles that are drawn for the first time in one frame
Draw = Callable[[QPainter, QRectF], None]
Slot = tuple[float, float, float, float]  # left, top, width, height in the pixmap's own pixels
NOWHERE: Slot = (0.0, 0.0, 0.0, 0.0)


class Atlas:
    """Small pictures by key, drawn once and then copied.

    `begin` opens a frame and empties a pixmap that is half full, so that no slot moves in a frame.
    A frame that would have to draw many titles for the first time leaves some of them to the next:
    then `is_whole` is false at its end.

    Sizes come in as pixels of the layout; `ratio`, device pixels for one, is applied here.
    """

    def __init__(self, ratio: float = 1.0) -> None:
        self.ratio = ratio
        self._side = round(SIDE * max(1.0, ratio))
        self._pixmap = QPixmap(self._side, LEAST)
        self.clear()

    def clear(self) -> None:
        """Forget every picture, as a new style or a full pixmap asks."""
        self._pixmap.fill(Qt.GlobalColor.transparent)
        self._slots: dict[Hashable, Slot] = {}
        self._brushes: dict[Hashable, QBrush] = {}
        self._left = self._top = self._row = 0
        self._frames = self._new = 0
        self.is_whole = True

    def begin(self) -> None:
        """Make sure that this frame finds room: half the pixmap holds more titles than a screen."""
        if self._top > self._side / 2:
            self.clear()
        self._frames += 1
        self._new, self.is_whole = 0, True

    def has_time(self) -> bool:
        """True while one more new title may be drawn in this frame; the first frame draws all."""
        self._new += 1
        if self._new > MOST_NEW and self._frames > 1:
            self.is_whole = False
        return self.is_whole

    def brush(self, key: Hashable, make: Callable[[], QBrush]) -> QBrush:
        """The brush of `key`, made at its first call only."""
        found = self._brushes.get(key)
        if found is None:
            found = self._brushes[key] = make()
        return found

    def find(self, key: Hashable) -> Slot | None:
        """Where the picture of `key` lies, None where it was not made yet."""
        return self._slots.get(key)

    def slot(self, key: Hashable, width: float, height: float, draw: Draw) -> Slot:
        """Where the picture of `key` lies; `draw` makes it at its first call only."""
        found = self._slots.get(key)
        if found is None:
            found = self._slots[key] = self._make(width, height, draw)
        return found

    def draw(
        self,
        painter: QPainter,
        slots: Sequence[Slot] | NDArray[np.float64],
        left: Ints,
        top: Ints,
        width: Ints | None = None,
        *,
        is_stretched: bool = False,
    ) -> None:
        """Copy `slots` to `left`/`top`, cut off at `width` pixels or stretched to it."""
        if not len(left):
            return
        places = np.array(slots, np.float64)
        made = strokes.fragments(len(places))
        made[:, strokes.SOURCE_LEFT : strokes.WIDTH] = places[:, :2]
        made[:, strokes.WIDTH] = places[:, 2]
        made[:, strokes.HEIGHT] = places[:, 3]
        shown = places[:, 2]
        if width is not None and is_stretched:
            made[:, strokes.SCALE_X] = width * self.ratio / np.maximum(places[:, 2], 1)
            shown = (width * self.ratio).astype(np.float64)
        elif width is not None:
            shown = made[:, strokes.WIDTH] = np.minimum(shown, np.round(width * self.ratio))
        made[:, strokes.X] = np.round(left * self.ratio) + shown / 2
        made[:, strokes.Y] = np.round(top * self.ratio) + places[:, 3] / 2
        painter.save()
        painter.scale(1 / self.ratio, 1 / self.ratio)
        strokes.draw_fragments(painter, made, self._pixmap)
        painter.restore()

    def _make(self, width: float, height: float, draw: Draw) -> Slot:
        wide = min(math.ceil(width * self.ratio), self._pixmap.width() - 2)
        tall = math.ceil(height * self.ratio)
        if self._left + wide + 1 > self._pixmap.width():
            self._left, self._top, self._row = 0, self._top + self._row + 1, 0
        if self._top + tall + 1 > self._side:
            return NOWHERE
        if self._top + tall + 1 > self._pixmap.height():
            self._grow(self._top + tall + 1)
        place = (float(self._left), float(self._top), float(wide), float(tall))
        self._left += wide + 1
        self._row = max(self._row, tall)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(place[0], place[1])
        painter.scale(self.ratio, self.ratio)
        painter.setClipRect(QRectF(0, 0, wide / self.ratio, tall / self.ratio))
        draw(painter, QRectF(0, 0, width, height))
        painter.end()
        return place

    def _grow(self, least: int) -> None:
        """Have a taller pixmap, in which every picture lies where it did."""
        tall = min(self._side, max(least, 2 * self._pixmap.height()))
        before, self._pixmap = self._pixmap, QPixmap(self._side, tall)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(0, 0, before)
        painter.end()
