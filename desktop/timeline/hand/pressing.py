"""A press that may become a click or a drag, by what lies under it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from desktop.timeline.drawing.shelf import MORE
from desktop.timeline.hand.gestures import ADDING, Gesture, Keys, choose
from desktop.timeline.hand.lassoing import Lassoing
from desktop.timeline.hand.moving import Moving
from desktop.timeline.hand.placing import Dating
from desktop.timeline.hand.resizing import Resizing
from desktop.timeline.hand.spanning import Spanning
from desktop.timeline.stage.stage import Hit, Stage, Zone


class Pressing(Gesture):
    """The left button is down and the pointer has not gone far: a click so far."""

    def __init__(self, stage: Stage, at: QPoint, keys: Keys) -> None:
        super().__init__(stage)
        self._at = at
        stage.lay_ruler(None)
        self._keys = keys
        self._hit = _what_is_at(stage, at)
        self._chip = stage.chip_at(at)
        self._before = stage.selected
        self._was_selected = self._hit is not None and self._hit.event in stage.selected
        if self._hit is not None:
            choose(stage, self._hit, keys)
        if self._hit is not None and self._hit.zone is not Zone.BODY:
            self.cursor = Resizing.cursor

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Begin a drag as soon as the pointer has gone far enough."""
        if (point - self._at).manhattanLength() < QApplication.startDragDistance():
            return self
        drag = self._drag()
        return drag if drag is self else drag.move(point, keys)

    def _drag(self) -> Gesture:
        stage, hit = self.stage, self._hit
        if self._chip is not None:
            return Dating(stage, self._chip.event, self._at) if self._chip.event else self
        if hit is not None:
            return _drag_of(stage, hit, self._at)
        track = stage.track_at(self._at.y())
        if track is not None and (stage.is_drawing or self._keys & Keys.ControlModifier):
            return Spanning(stage, track, self._at)
        return Lassoing(stage, self._at, self._keys)

    def release(self, point: QPoint, keys: Keys) -> None:
        """A click: the ground lets go of all, one of several selected is taken alone."""
        stage, hit = self.stage, self._hit
        if hit is not None:
            if self._was_selected and not keys & ADDING:
                stage.select((hit.event,))
            return
        crowd = stage.cluster_at(point)
        if crowd is not None:
            stage.open_cluster(crowd)
        elif not keys & ADDING:
            stage.select((), stage.track_at(point.y()))

    def cancel(self) -> None:
        """Select again what was selected before."""
        self.stage.select(self._before)


def _what_is_at(stage: Stage, point: QPoint) -> Hit | None:
    chip = stage.chip_at(point)
    if chip is None:
        return stage.hit(point)
    return Hit(chip.event, Zone.BODY) if chip.event != MORE else None


def _drag_of(stage: Stage, hit: Hit, at: QPoint) -> Gesture:
    if hit.zone is Zone.BODY:
        return Moving(stage, hit, at)
    return Resizing(stage, hit, at)
