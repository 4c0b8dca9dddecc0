"""The menu of what lies under the pointer, or of what is selected."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from desktop.timeline.axis.dating import floor_to, held, nearest_to, precision_for
from desktop.timeline.stage.stage import Stage


def menu_at(stage: Stage, event: QContextMenuEvent) -> QMenu | None:
    """What can be done there; what is pressed is selected first."""
    point = event.pos()
    hit, chip = stage.hit(point), stage.chip_at(point)
    pressed = hit.event if hit else chip.event if chip else 0
    if event.reason() == QContextMenuEvent.Reason.Keyboard and stage.selected:
        return stage.hooks.event_menu(stage.selected, None)
    if pressed:
        if pressed not in stage.selected:
            stage.select((pressed,))
        return stage.hooks.event_menu(stage.selected, boundary_at(stage, point) if hit else None)
    return stage.hooks.ground_menu(stage.track_at(point.y()), stage.seconds_at(point.x()))


def boundary_at(stage: Stage, point: QPoint) -> int:
    """Where an event that is pointed at may be cut: at what holds the hand, or a round time."""
    aim = stage.seconds_at(point.x())
    near = stage.snap(aim, frozenset(stage.selected))
    if near is not None:
        return near.seconds
    unit = precision_for(stage.seconds_per_pixel)
    rounded = held(aim, stage.seconds_per_pixel)
    return nearest_to(rounded, unit) if rounded == aim else floor_to(rounded, unit)
