"""Events carried to another date or track."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from desktop.edits.events import move_events
from desktop.i18n import _, counted
from desktop.timeline.axis.dating import is_endless, nearest_to, precision_of, step_for
from desktop.timeline.drawing.bubbles import (
    paint_bubble,
    paint_ghost,
    paint_snap_line,
    paint_target,
)
from desktop.timeline.hand.anchors import Patches, Spot
from desktop.timeline.hand.corrections import Correction
from desktop.timeline.hand.gestures import Gesture, Keys
from desktop.timeline.stage.stage import Held, Hit, Stage
from desktop.when import When, in_words
from desktop.when.shift import moved
from desktop.when.written import Precision


class Moving(Gesture):
    """All selected events go along; the one that was pressed is held to units and to others."""

    cursor = Qt.CursorShape.ClosedHandCursor
    drifts = True

    def __init__(self, stage: Stage, hit: Hit, at: QPoint) -> None:
        super().__init__(stage)
        self._at, self._point = Spot.at(stage, at), at
        self._held = stage.document.event(hit.event)
        chosen = set(stage.selected) | {hit.event}
        self._events = [event for event in stage.document.events(chosen) if event.when]
        self._ghosts = Patches.of(stage, stage.boxes(frozenset(chosen)))
        self._rows = 0
        self.by = 0
        self._snapped: Held | None = None
        self._typed = Correction()

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Take the events to where the pointer is; Alt lets go of units and neighbours."""
        self._point = point
        self._rows = self._rows_to(point.y())
        distance = self.stage.scale.seconds(point.x()) - self._at.seconds
        when = self._held.when
        if self._typed.text:
            self._rows = 0
        else:
            self._snapped = None
            self.by = 0 if when is None else self._held_to_units(when, distance, keys)
        self.stage.show_again()
        return self

    def type_key(self, event: QKeyEvent) -> bool:
        """Go by what is typed, such as "+2 days" or a date; a pointer that moves is not asked."""
        if not self._typed.take(event):
            return False
        start = _start_of(self._held.when)
        aim = None if start is None else self._typed.aim(start)
        self._rows, self._snapped = 0, None
        self.by = aim - start if aim is not None and start is not None else 0
        return True

    def _rows_to(self, y: float) -> int:
        """How many tracks below its own the pressed event is, within those in sight."""
        shown, area = [band.track for band in self.stage.frame.bands], self.stage.area()
        there = self.stage.track_at(min(max(y, area.top()), area.bottom() - 1))
        own = self._held.track
        return shown.index(there) - shown.index(own) if there is not None and own in shown else 0

    def _held_to_units(self, when: When, distance: float, keys: Keys) -> int:
        if abs(distance) < 3 * self.stage.seconds_per_pixel:
            return 0
        start = _start_of(when)
        if start is None:
            return 0
        aim = start + round(distance)
        if not keys & Keys.AltModifier:
            aim = self._snap(when, start, aim)
        unit = precision_of(when)
        if unit <= Precision.DAY:
            return nearest_to(aim, unit) - start
        if self._snapped is not None:
            return aim - start
        step = step_for(self.stage.seconds_per_pixel)
        return round((aim - start) / step) * step

    def _snap(self, when: When, start: int, aim: int) -> int:
        """Hold the start, or else the end, to what is near."""
        mine = frozenset(event.id for event in self._events)
        self._snapped = self.stage.snap(aim, mine)
        if self._snapped is not None:
            return self._snapped.seconds
        stop = when.bounds.latest
        if is_endless(stop):
            return aim
        self._snapped = self.stage.snap(aim + stop - start, mine)
        return aim if self._snapped is None else self._snapped.seconds - stop + start

    def release(self, point: QPoint, keys: Keys) -> None:
        """Move them all, as one step of undo."""
        if not self.by and not self._rows:
            return
        document = self.stage.document

        def move() -> None:
            words = _("Move event") if len(self._events) == 1 else _("Move events")
            with document.step(words):
                for track in {event.track for event in self._events}:
                    some = [event.id for event in self._events if event.track == track]
                    there = self.stage.track_beside(track, self._rows)
                    move_events(document, some, self.by, there if there != track else None)

        self.stage.hooks.attempt(move)

    def paint(self, painter: QPainter) -> None:
        """Show ghosts where the events would stand, and the new date in words."""
        stage = self.stage
        along = self.by / stage.seconds_per_pixel
        there = stage.track_beside(self._held.track, self._rows)
        down = stage.band_box(there).top() - stage.band_box(self._held.track).top()
        if self._rows:
            paint_target(painter, stage.band_box(there), stage.style)
        for box in self._ghosts.on(stage):
            paint_ghost(painter, box.translated(along, down), stage.style)
        if self._snapped is not None:
            x = stage.x_of(self._snapped.seconds)
            paint_snap_line(painter, x, stage.area().top(), stage.area().bottom(), stage.style)
        paint_bubble(painter, QPointF(self._point), self._lines(there), stage.style, stage.area())

    def _lines(self, there: int) -> list[str]:
        when = self._held.when
        lines = [in_words(moved(when, self.by), long=True) if when else _("undated")]
        lines.append(self._typed.line())
        if len(self._events) > 1:
            lines.append(counted("{n} event", "{n} events", len(self._events)))
        if self._rows:
            lines.append("→ " + self.stage.tracks[there].name)
        if self._snapped is not None:
            lines.append(self._snapped.name)
        return lines


def _start_of(when: When | None) -> int | None:
    """The second by which an event is held: its start, or its end where the start is not known."""
    ends = () if when is None else (when.bounds.earliest, when.bounds.latest)
    return next((end for end in ends if not is_endless(end)), None)
