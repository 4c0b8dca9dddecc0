"""A new event drawn on a track."""

from math import floor

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.edits.events import add_event
from desktop.i18n import _
from desktop.timeline.axis.dating import drawn, held, moment, precision_for
from desktop.timeline.drawing.bubbles import paint_bubble, paint_ghost, paint_target
from desktop.timeline.hand.anchors import Spot
from desktop.timeline.hand.gestures import Gesture, Keys
from desktop.timeline.stage.stage import Stage
from desktop.when import When, in_words


class Spanning(Gesture):
    """Draws an event on the track where the press was; its title is typed at once."""

    cursor = Qt.CursorShape.CrossCursor
    drifts = True

    def __init__(self, stage: Stage, track: int, at: QPoint) -> None:
        super().__init__(stage)
        self._track = track
        self._at, self._point = Spot.at(stage, at), at

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
        left, right = sorted((self._at.point(stage).x(), self._point.x()))
        if right - left < 4:
            return moment(held(floor(self._at.seconds), stage.seconds_per_pixel), unit)
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
        top = min(max(self._at.point(stage).y() - bar / 2, band.top() + 4), band.bottom() - bar - 4)
        left, right = stage.x_of(bounds.earliest), stage.x_of(bounds.latest)
        paint_ghost(painter, QRectF(left, top, max(right - left, 4), bar), stage.style)
        lines = [in_words(self.when, long=True), stage.tracks[self._track].name]
        paint_bubble(painter, QPointF(self._point), lines, stage.style, stage.area())
