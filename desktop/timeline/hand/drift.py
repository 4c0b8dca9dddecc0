"""The ground that goes on under a drag which has come to an edge of the canvas."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer

from desktop.timeline.hand.gestures import Gesture, Keys
from desktop.timeline.stage.stage import Stage

EDGE = 36  # pixels from an edge within which the ground goes on
MOST = 22.0  # pixels a turn at the very edge, or beyond it
TURN = 16  # milliseconds


def pull(place: float, first: float, last: float) -> int:
    """Pixels a turn at a place between two edges: 0 away from them, the more the nearer to one."""
    edge = min(EDGE, (last - first) / 4)
    into = min(max(first + edge - place, 0.0), edge) - min(max(place - last + edge, 0.0), edge)
    return -round(MOST * (into / edge) ** 2 * (1 if into > 0 else -1)) if edge > 0 else 0


class Drift(QObject):
    """Pans while the hand stays near an edge; `again` lets the gesture follow each turn.

    A drag that begins near an edge has first to leave it, so that a press there moves nothing.
    """

    def __init__(
        self, stage: Stage, again: Callable[[QPoint, Keys], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._again = again
        self._point = QPoint()
        self._keys = Keys.NoModifier
        self._gesture: Gesture | None = None
        self._has_left = (False, False)
        self._timer = QTimer(self)
        self._timer.setInterval(TURN)
        self._timer.timeout.connect(self.go_on)

    def follow(self, gesture: Gesture, point: QPoint, keys: Keys) -> None:
        """The hand is at `point` now, doing this."""
        if gesture is not self._gesture:
            self._gesture, self._has_left = gesture, (False, False)
        self._point, self._keys = point, keys
        right, down = self._pulls()
        self._has_left = (self._has_left[0] or not right, self._has_left[1] or not down)
        if gesture.drifts and any(self._wanted()):
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """The hand has let go."""
        self._gesture = None
        self._timer.stop()

    def go_on(self) -> None:
        """Pan by one turn, and let the gesture follow."""
        stage = self._stage
        before = stage.place()
        right, down = self._wanted()
        stage.pan(right, down)
        if stage.place() == before:
            self._timer.stop()
        else:
            self._again(self._point, self._keys)

    def _wanted(self) -> tuple[int, int]:
        right, down = self._pulls()
        return right if self._has_left[0] else 0, down if self._has_left[1] else 0

    def _pulls(self) -> tuple[int, int]:
        area = self._stage.area()
        down = pull(self._point.y(), area.top(), area.bottom()) if self._stage.can_scroll else 0
        return pull(self._point.x(), area.left(), area.right()), down
