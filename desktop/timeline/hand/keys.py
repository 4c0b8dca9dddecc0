"""The keys of the timeline: every drag has a twin here."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.edits.events import move_events, remove_events
from desktop.i18n import _, counted
from desktop.timeline.axis.dating import is_endless, precision_for, precision_of, step_for
from desktop.timeline.hand.measuring import measure_selected
from desktop.timeline.stage.stage import Stage
from desktop.timeline.telling.telling import name_of
from desktop.when.calendar import DAY, add_months
from desktop.when.written import YEARS_IN, Precision

Key = Qt.Key
Mods = Qt.KeyboardModifier
ARROWS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}


def press_key(stage: Stage, event: QKeyEvent) -> bool:
    """Do what a key asks for; False for a key that means nothing here."""
    key = Key(event.key())
    if key in ARROWS:
        return _press_arrow(stage, ARROWS[key], event.modifiers())
    if event.modifiers() & (Mods.ControlModifier | Mods.AltModifier | Mods.MetaModifier):
        return False
    todo = _plain_keys(stage).get(key)
    if todo is None:
        return False
    todo()
    return True


def _plain_keys(stage: Stage) -> dict[Qt.Key, Callable[[], object]]:
    keys: dict[Qt.Key, Callable[[], object]] = {
        Key.Key_Home: lambda: stage.go_to_end(-1),
        Key.Key_End: lambda: stage.go_to_end(1),
        Key.Key_PageUp: lambda: stage.page(-1),
        Key.Key_PageDown: lambda: stage.page(1),
        Key.Key_Plus: lambda: stage.zoom_step(1),
        Key.Key_Equal: lambda: stage.zoom_step(1),
        Key.Key_Minus: lambda: stage.zoom_step(-1),
        Key.Key_M: lambda: measure(stage),
    }
    if stage.ruler is not None or stage.is_measuring:
        return keys | {Key.Key_Escape: lambda: put_away(stage)}
    if stage.selected:
        keys |= {
            Key.Key_Return: lambda: name_current(stage),
            Key.Key_Enter: lambda: name_current(stage),
            Key.Key_F2: lambda: name_current(stage),
            Key.Key_Delete: lambda: remove_selected(stage),
            Key.Key_Backspace: lambda: remove_selected(stage),
            Key.Key_Escape: lambda: stage.select(()),
        }
    return keys


def _press_arrow(stage: Stage, way: tuple[int, int], mods: Mods) -> bool:
    if mods & Mods.AltModifier:
        return nudge(stage, way[0]) if way[0] else carry(stage, way[1])
    if mods & Mods.ControlModifier:
        stage.roll(way[0] * stage.width / 4, way[1] * 80)
        return True
    there = stage.neighbour(way)
    if there is not None:
        added = stage.selected if mods & Mods.ShiftModifier else ()
        stage.select((*(event for event in added if event != there), there))
        stage.bring_into_view(there)
        stage.walked.emit(there)
    return True


def measure(stage: Stage) -> None:
    """Measure between the selected events; with fewer than two, let the next drag measure."""
    if not measure_selected(stage):
        stage.is_measuring = True
        stage.show_again()
        stage.said.emit(_("Drag from one date to another to measure."))


def put_away(stage: Stage) -> None:
    """Take the ruler away and measure no more."""
    stage.is_measuring = False
    stage.lay_ruler(None)
    stage.show_again()


def name_current(stage: Stage) -> None:
    """Open the title of the event that was selected last."""
    if stage.current is not None:
        stage.name_event(stage.current)


def remove_selected(stage: Stage) -> None:
    """Delete the selected events."""
    chosen = stage.selected
    if chosen and stage.hooks.attempt(lambda: remove_events(stage.document, chosen)):
        stage.said.emit(counted("{n} event deleted", "{n} events deleted", len(chosen)))


def nudge(stage: Stage, direction: int) -> bool:
    """Move the selected events by one unit of the view, -1 earlier or 1 later."""
    chosen, by = stage.selected, nudge_seconds(stage, direction)
    if not chosen or not by:
        return False
    return _told(stage, lambda: move_events(stage.document, chosen, by))


def nudge_seconds(stage: Stage, direction: int) -> int:
    """The unit of the view in seconds from where the current event begins, but no finer than it."""
    when = stage.document.event(stage.current).when if stage.current is not None else None
    if when is None:
        return 0
    unit = min(precision_for(stage.seconds_per_pixel), precision_of(when))
    if unit > Precision.DAY:
        return direction * step_for(stage.seconds_per_pixel)
    start = when.bounds.latest if is_endless(when.bounds.earliest) else when.bounds.earliest
    if unit is Precision.DAY:
        return direction * DAY
    months = 1 if unit in (Precision.MONTH, Precision.PART) else 12 * YEARS_IN.get(unit, 1)
    return add_months(start, direction * months) - start


def carry(stage: Stage, direction: int) -> bool:
    """Move the selected events to the track above (-1) or below (1)."""
    chosen = stage.selected
    if stage.current is None:
        return False
    here = stage.document.event(stage.current).track
    there = stage.track_beside(here, direction)
    if there == here:
        return True
    return _told(stage, lambda: move_events(stage.document, chosen, 0, there))


def _told(stage: Stage, edit: Callable[[], object]) -> bool:
    """Do an edit of the events in hand, and say where the one chosen last stands now."""
    if not stage.hooks.attempt(edit):
        return False
    if stage.current is not None:
        stage.said.emit(name_of(stage, stage.current))
    return True
