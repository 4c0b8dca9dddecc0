"""Events chosen by a rubber band: what it touches, whole tracks of it, or every track."""

from enum import Enum

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.i18n import _, counted
from desktop.timeline.drawing.bubbles import faint, paint_bubble
from desktop.timeline.events.columns import Ids
from desktop.timeline.hand.anchors import Spot
from desktop.timeline.hand.gestures import ADDING, Gesture, Keys
from desktop.timeline.stage.stage import Stage


class Reach(Enum):
    """How much a rubber band takes in."""

    BOX = "box"
    TRACKS = "tracks"
    TIME = "time"


class Lassoing(Gesture):
    """What the band touches is selected; Ctrl or Shift at the press keeps what was selected before.

    While it is drawn, Ctrl widens it to all rows of the tracks that it touches, Alt to every track.
    """

    cursor = Qt.CursorShape.CrossCursor
    drifts = True

    def __init__(self, stage: Stage, at: QPoint, keys: Keys, reach: Reach | None = None) -> None:
        """With a `reach` the keys do not change it, as for a band drawn along the axis."""
        super().__init__(stage)
        self._at, self._point = Spot.at(stage, at), at
        self._before = stage.selected
        self._kept = stage.selected if keys & ADDING and reach is None else ()
        self._caught: Ids = np.empty(0, np.int64)
        self._always = reach
        self._reach = reach or Reach.BOX

    @property
    def _box(self) -> QRectF:
        """The band on the canvas, as high as what it takes in."""
        box = QRectF(self._at.point(self.stage), QPointF(self._point)).normalized()
        if self._reach is Reach.TIME:
            area = self.stage.area()
            return QRectF(box.left(), area.top(), box.width(), area.height())
        if self._reach is Reach.TRACKS:
            bands = [self.stage.band_box(track) for track in self._tracks(box)]
            if bands:
                box.setTop(bands[0].top())
                box.setBottom(bands[-1].bottom() - 1)
        return box

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Catch what lies between the press and the pointer."""
        self._point = point
        self._reach = self._always or _reach_of(keys)
        box = self._box
        self._caught = self._touched(box) if self._reach is Reach.BOX else self._within(box)
        added = tuple(event for event in self._caught.tolist() if event not in self._kept)
        self.stage.select((*self._kept, *added))
        self.stage.show_again()
        return self

    def _tracks(self, box: QRectF) -> list[int]:
        stage = self.stage
        if self._reach is Reach.TIME:
            return [track.id for track in stage.contents.shown]
        shown = [(band.track, stage.band_box(band.track)) for band in stage.frame.bands]
        return [
            track
            for track, band in shown
            if band.top() <= box.bottom() and band.bottom() > box.top()
        ]

    def _within(self, box: QRectF) -> Ids:
        """All on the band's tracks that touch its time, drawn one by one or not."""
        first, last = self.stage.seconds_at(box.left()), self.stage.seconds_at(box.right()) + 1
        return self.stage.contents.index.within(self._tracks(box), first, last)

    def _touched(self, box: QRectF) -> Ids:
        """What the band touches in the picture, with what it caught before that is out of sight."""
        stage = self.stage
        touched = np.array(stage.events_in(box), np.int64)
        if stage.area().contains(box) or not len(self._caught):
            return touched
        index, tracks = stage.contents.index, self._tracks(box)
        area = stage.area()
        seen = [track for track in tracks if stage.band_box(track).intersects(area)]
        in_sight = index.within(seen, stage.seconds_at(0), stage.seconds_at(stage.width))
        hidden = np.setdiff1d(self._within(box), in_sight)
        return np.union1d(touched, np.intersect1d(hidden, self._caught))

    def cancel(self) -> None:
        """Select again what was selected before."""
        self.stage.select(self._before)

    def paint(self, painter: QPainter) -> None:
        """Show the band, and how much it caught of what."""
        style = self.stage.style
        painter.setBrush(faint(style.selection, 0.10))
        painter.setPen(QPen(style.selection, 1))
        painter.drawRect(self._box.adjusted(0.5, 0.5, -0.5, -0.5))
        lines = [counted("{n} event", "{n} events", len(self._caught))]
        if self._reach is Reach.TRACKS:
            lines.append(_("whole tracks"))
        elif self._reach is Reach.TIME:
            lines.append(_("every track"))
        if len(self._caught) or len(lines) > 1:
            paint_bubble(painter, QPointF(self._point), lines, style, self.stage.area())


def _reach_of(keys: Keys) -> Reach:
    if keys & Keys.AltModifier:
        return Reach.TIME
    return Reach.TRACKS if keys & Keys.ControlModifier else Reach.BOX
