"""One end of an event pulled to another date."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from desktop.edits.events import resize_event
from desktop.errors import WhenError
from desktop.timeline.axis.dating import (
    can_resize,
    held,
    precision_for,
    precision_of,
    with_start,
    with_stop,
)
from desktop.timeline.drawing.bubbles import paint_bubble, paint_ghost, paint_snap_line
from desktop.timeline.hand.anchors import Patches
from desktop.timeline.hand.corrections import Correction
from desktop.timeline.hand.gestures import Gesture, Keys
from desktop.timeline.stage.stage import Held, Hit, Stage, Zone
from desktop.when import When, in_words
from desktop.when.calendar import DAY
from desktop.when.written import Precision


class Resizing(Gesture):
    """Pulls an end in the event's own unit; Shift frees it to the unit that the eye can see."""

    cursor = Qt.CursorShape.SizeHorCursor
    drifts = True

    def __init__(self, stage: Stage, hit: Hit, at: QPoint) -> None:
        super().__init__(stage)
        self._event = stage.document.event(hit.event)
        self._is_start = hit.zone is Zone.START
        self._point = at
        self._ghost = Patches.of(stage, stage.boxes(frozenset({hit.event})))
        self._snapped: Held | None = None
        self._typed = Correction()
        self.when: When | None = None

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Pull the end to where the pointer is; an end beyond the other stays where it was."""
        self._point = point
        before = self._event.when
        if before is None or not can_resize(before) or self._typed.text:
            return self
        aim = self.stage.seconds_at(point.x())
        self._snapped = None
        if not keys & Keys.AltModifier:
            self._snapped = self.stage.snap(aim, frozenset({self._event.id}))
        rounded = held(aim, self.stage.seconds_per_pixel)
        aim = rounded if self._snapped is None else self._snapped.seconds
        self._pull(before, aim, self._unit(before, keys))
        self.stage.show_again()
        return self

    def _pull(self, before: When, aim: int, unit: Precision) -> None:
        pull = with_start if self._is_start else with_stop
        try:
            self.when = pull(before, aim, unit)
        except WhenError:
            self._snapped = None

    def type_key(self, event: QKeyEvent) -> bool:
        """Pull the end by what is typed, such as "+2 days", or to a date."""
        before = self._event.when
        if before is None or not can_resize(before) or not self._typed.take(event):
            return False
        own, typed = before.bounds, self._typed
        aim = typed.aim(own.earliest) if self._is_start else typed.stop(own.latest)
        self.when, self._snapped = None, None
        if aim is not None:
            unit = precision_of(before)
            self._pull(before, aim, max(unit, Precision.MINUTE if aim % DAY else Precision.DAY))
        return True

    def _unit(self, when: When, keys: Keys) -> Precision:
        seen = precision_for(self.stage.seconds_per_pixel)
        own = precision_of(when)
        return max(own, seen if keys & Keys.ShiftModifier else min(seen, Precision.DAY))

    def release(self, point: QPoint, keys: Keys) -> None:
        """Give the event its new end."""
        when = self.when
        if when is not None and when != self._event.when:
            document, event = self.stage.document, self._event.id
            self.stage.hooks.attempt(lambda: resize_event(document, event, when))

    def paint(self, painter: QPainter) -> None:
        """Show the event at its new length, and the date in words."""
        when = self.when or self._event.when
        if when is None:
            return
        stage = self.stage
        box = next(iter(self._ghost.on(stage)), QRectF())
        if self._is_start:
            box.setLeft(stage.x_of(when.bounds.earliest))
        else:
            box.setRight(stage.x_of(when.bounds.latest))
        paint_ghost(painter, box, stage.style)
        lines = [in_words(when, long=True), self._typed.line()]
        if self._snapped is not None:
            lines.append(self._snapped.name)
            x = stage.x_of(self._snapped.seconds)
            paint_snap_line(painter, x, stage.area().top(), stage.area().bottom(), stage.style)
        paint_bubble(painter, QPointF(self._point), lines, stage.style, stage.area())
