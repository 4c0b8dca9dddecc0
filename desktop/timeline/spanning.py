"""A new event drawn on a track, and events chosen by a rubber band."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.edits.events import add_event
from desktop.i18n import _, counted
from desktop.timeline.bubbles import faint, paint_bubble, paint_ghost, paint_target
from desktop.timeline.dating import drawn, held, moment, precision_for
from desktop.timeline.gestures import ADDING, Gesture, Keys
from desktop.timeline.stage import Stage
from desktop.when import When, in_words


class Spanning(Gesture):
    """Draws an event on the track where the press was; its title is typed at once."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, track: int, at: QPoint) -> None:
        super().__init__(stage)
        self._track = track
        self._at = self._point = at

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Draw on to the pointer."""
        self._point = point
        self.stage.show_again()
        return self

    @property
    def when(self) -> When:
        """The date of what is drawn so far, between boundaries of the unit that the eye can see."""
        stage = self.stage
        unit = precision_for(stage.seconds_per_pixel)
        left, right = sorted((self._at.x(), self._point.x()))
        if right - left < 4:
            return moment(held(stage.seconds_at(self._at.x()), stage.seconds_per_pixel), unit)
        ends = []
        for x in (left, right):
            aim = stage.seconds_at(x)
            snapped = stage.snap(aim, frozenset())
            ends.append(snapped.seconds if snapped else held(aim, stage.seconds_per_pixel))
        return drawn(ends[0], ends[1], unit)

    def release(self, point: QPoint, keys: Keys) -> None:
        """Put the event on the track and open its title."""
        stage, when = self.stage, self.when

        def add() -> None:
            event = add_event(stage.document, self._track, _("New event"), when)
            stage.select((event,))
            stage.name_event(event)

        stage.hooks.attempt(add)

    def paint(self, painter: QPainter) -> None:
        """Show the event as drawn so far, and its date."""
        stage, bounds = self.stage, self.when.bounds
        band = stage.band_box(self._track)
        paint_target(painter, band, stage.style)
        bar = stage.style.metrics().bar
        top = min(max(self._at.y() - bar / 2, band.top() + 4), band.bottom() - bar - 4)
        left, right = stage.x_of(bounds.earliest), stage.x_of(bounds.latest)
        paint_ghost(painter, QRectF(left, top, max(right - left, 4), bar), stage.style)
        lines = [in_words(self.when, long=True), stage.tracks[self._track].name]
        paint_bubble(painter, QPointF(self._point), lines, stage.style, stage.area())


class Lassoing(Gesture):
    """A rubber band; what it touches is selected, with Ctrl or Shift beside what was before."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, at: QPoint, keys: Keys) -> None:
        super().__init__(stage)
        self._at = self._point = at
        self._before = stage.selected
        self._kept = stage.selected if keys & ADDING else ()
        self._caught: tuple[int, ...] = ()

    @property
    def _box(self) -> QRectF:
        return QRectF(QPointF(self._at), QPointF(self._point)).normalized()

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Catch what lies between the press and the pointer."""
        self._point = point
        self._caught = self.stage.events_in(self._box)
        added = tuple(event for event in self._caught if event not in self._kept)
        self.stage.select((*self._kept, *added))
        self.stage.show_again()
        return self

    def cancel(self) -> None:
        """Select again what was selected before."""
        self.stage.select(self._before)

    def paint(self, painter: QPainter) -> None:
        """Show the band and how much it caught."""
        style = self.stage.style
        painter.setBrush(faint(style.selection, 0.10))
        painter.setPen(QPen(style.selection, 1))
        painter.drawRect(self._box.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._caught:
            words = counted("{n} event", "{n} events", len(self._caught))
            paint_bubble(painter, QPointF(self._point), [words], style, self.stage.area())
