"""Fingers on a touch screen: one pans and lets the ground roll, two zoom, a tap is a click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QInputDevice, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.timeline.stage.motion import Pace, now
from desktop.timeline.stage.stage import Stage

_KINDS = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)
LEAST_APART = 12.0  # pixels between two fingers; closer ones would zoom without measure


class Touch:
    """Takes the fingers' events; one that comes down on a selected event is left to drag it."""

    def __init__(
        self,
        stage: Stage,
        canvas: QWidget,
        tap: Callable[[QPoint], None],
        clock: Callable[[], float] = now,
    ) -> None:
        self._stage = stage
        self._canvas = canvas
        self._tap = tap
        self._clock = clock
        self._pace = Pace()
        self._began = QPointF()
        self._last: list[QPointF] = []
        self._has_moved = False

    def take(self, event: QEvent) -> bool:
        """Follow the fingers; False for every other event."""
        if not isinstance(event, QTouchEvent) or event.type() not in _KINDS:
            return False
        if event.deviceType() != QInputDevice.DeviceType.TouchScreen:
            return False
        places = [self._canvas.mapFromGlobal(one.globalPosition()) for one in event.points()]
        if event.type() == QEvent.Type.TouchBegin:
            return self._begin(event, places)
        if event.type() == QEvent.Type.TouchUpdate:
            self._follow(places)
        elif event.type() == QEvent.Type.TouchEnd:
            self._end()
        event.accept()
        return True

    def _begin(self, event: QTouchEvent, places: list[QPointF]) -> bool:
        self._stage.motion.stop()
        hit = self._stage.hit(places[0].toPoint())
        if hit is not None and hit.event in self._stage.selected:
            return False
        self._pace, self._has_moved = Pace(), False
        self._began, self._last = places[0], places
        event.accept()
        return True

    def _follow(self, places: list[QPointF]) -> None:
        before, self._last = self._last, places
        if len(places) != len(before):
            self._has_moved = True
            return
        away = (places[0] - self._began).manhattanLength()
        if len(places) == 1 and not self._has_moved and away < QApplication.startDragDistance():
            self._last = before
            return
        self._has_moved = True
        if len(places) == 1:
            self._pace.note(places[0].x(), self._clock())
        else:
            self._pace = Pace()
            self._stage.zoom(_apart(places) / _apart(before), _middle(before).x())
        step = _middle(places) - _middle(before)
        self._stage.roll(-step.x(), -step.y())

    def _end(self) -> None:
        if self._has_moved:
            self._stage.roll_on(self._pace.speed(self._clock()))
        else:
            self._tap(self._began.toPoint())


def _middle(places: list[QPointF]) -> QPointF:
    x, y = sum(place.x() for place in places), sum(place.y() for place in places)
    return QPointF(x / len(places), y / len(places))


def _apart(places: list[QPointF]) -> float:
    return max(LEAST_APART, abs(places[1].x() - places[0].x()))
