"""What the hand is doing: small states, each with its own preview and one edit at its end.

A gesture gets points of the canvas; `move` and `press` give the gesture that goes on, `release`
does its edit, `cancel` leaves everything as it was.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from desktop.timeline.stage.motion import Pace, now
from desktop.timeline.stage.stage import Hit, Stage, Zone

Keys = Qt.KeyboardModifier
ADDING = Keys.ControlModifier | Keys.ShiftModifier


class Gesture:
    """Something that the hand does on the stage."""

    cursor = Qt.CursorShape.ArrowCursor
    drifts = False  # whether the ground goes on under the hand at an edge of the canvas

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def move(self, point: QPoint, keys: Keys) -> "Gesture":
        """The pointer is at `point` now."""
        return self

    def release(self, point: QPoint, keys: Keys) -> None:
        """The button is up: do what was shown."""

    def cancel(self) -> None:
        """Nothing happened."""

    def type_key(self, event: QKeyEvent) -> bool:
        """Take a key as a typed correction; False where nothing can be typed."""
        return False

    def paint(self, painter: QPainter) -> None:
        """Show what `release` would do, over the picture."""


class Idle(Gesture):
    """Nothing yet; the cursor tells what a press would begin."""

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Show by the cursor what lies under the pointer."""
        hit = self.stage.hit(point)
        is_edge = hit is not None and hit.zone is not Zone.BODY
        self.cursor = Qt.CursorShape.SizeHorCursor if is_edge else Qt.CursorShape.ArrowCursor
        return self


class Panning(Gesture):
    """The ground follows the hand, and rolls on when it is let go of in full motion."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, at: QPoint, clock: Callable[[], float] = now) -> None:
        super().__init__(stage)
        self._last = at
        self._start = stage.place()
        self._clock = clock
        self._pace = Pace()

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Carry the ground by as many pixels as the hand went."""
        step = point - self._last
        self._last = point
        self._pace.note(point.x(), self._clock())
        self.stage.pan(-step.x(), -step.y())
        return self

    def release(self, point: QPoint, keys: Keys) -> None:
        """Let the ground roll out."""
        self.stage.roll_on(self._pace.speed(self._clock()))

    def cancel(self) -> None:
        """Go back to where the hand took hold."""
        self.stage.go_back(self._start)


def choose(stage: Stage, hit: Hit, keys: Keys) -> None:
    """Select the event that was pressed; Ctrl takes it in or out, Shift adds it."""
    selected = stage.selected
    if keys & Keys.ControlModifier:
        rest = tuple(event for event in selected if event != hit.event)
        stage.select(rest if hit.event in selected else (*selected, hit.event))
    elif keys & Keys.ShiftModifier:
        stage.select((*(event for event in selected if event != hit.event), hit.event))
    elif hit.event not in selected:
        stage.select((hit.event,))
