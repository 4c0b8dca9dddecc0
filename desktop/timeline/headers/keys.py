"""Keys on the headers: walk, choose several, carry, fold, group, rename."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.document import Document
from desktop.edits import solo
from desktop.edits import tracks as edits
from desktop.edits.groups import step_in, step_out, step_track
from desktop.model import Track
from desktop.timeline.headers.picks import Picks
from desktop.timeline.headers.row import Part, Row
from desktop.timeline.stage.hooks import Hooks

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier


class Listed(Protocol):
    """What the keys act on: the headers."""

    rows: list[Row]
    current: int | None
    picks: Picks
    hooks: Hooks
    document: Document

    @property
    def is_held(self) -> bool:
        """True while the hand carries something."""

    def forget_drag(self) -> None:
        """Let go of what the hand carries."""

    def rename(self, track: int) -> None:
        """Open a name for typing."""

    def pick(self, picks: Picks, track: int) -> None:
        """Have these tracks in hand."""


def press(headers: Listed, event: QKeyEvent) -> bool:
    """Do what a key asks for; False where it asks for nothing here.

    Up and Down walk, with Shift they choose several, with Alt they carry the track in hand; Alt
    with Left and Right takes it out of its group and into the one above; Left and Right fold and
    open a group. F2 renames; Esc lets go.
    """
    key = _Key(event.key())
    if key == _Key.Key_Escape and headers.is_held:
        headers.forget_drag()
    elif key == _Key.Key_F2 and headers.current is not None:
        headers.rename(headers.current)
    elif key in (_Key.Key_Up, _Key.Key_Down) and headers.rows:
        _go(headers, -1 if key == _Key.Key_Up else 1, event.modifiers())
    elif key in (_Key.Key_Left, _Key.Key_Right) and headers.current is not None:
        _turn(headers, headers.current, key, event.modifiers())
    else:
        return False
    return True


def _go(headers: Listed, step: int, held: Qt.KeyboardModifier) -> None:
    ids = [row.track.id for row in headers.rows]
    here = ids.index(headers.current) if headers.current in ids else -step
    there = ids[min(max(here + step, 0), len(ids) - 1)]
    current = headers.current
    if held & _Modifier.AltModifier and current is not None:
        headers.hooks.attempt(lambda: step_track(headers.document, current, step))
    elif held & _Modifier.ShiftModifier:
        headers.pick(headers.picks.reached(there, ids), there)
    else:
        headers.pick(headers.picks.alone(there), there)


def _turn(headers: Listed, track: int, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    is_right = key == _Key.Key_Right
    document = headers.document
    if held & _Modifier.AltModifier:
        step = step_in if is_right else step_out
        headers.hooks.attempt(lambda: step(document, track))
        return
    row = next((row for row in headers.rows if row.track.id == track), None)
    if row is not None and row.members and row.track.collapsed == is_right:
        headers.hooks.attempt(
            lambda: edits.collapse_track(document, track, is_collapsed=not is_right)
        )


def deed_of(
    part: Part, document: Document, track: Track, *, is_alone: bool
) -> Callable[[], object] | None:
    """What a press on a sign does; with `is_alone` the eye shows the track alone."""
    key = track.id
    if part is Part.EYE and is_alone:
        return lambda: solo.switch_solo(document, key)
    deeds: dict[Part, Callable[[], object]] = {
        Part.EYE: lambda: edits.hide_track(document, key, is_hidden=True),
        Part.LOCK: lambda: edits.lock_track(document, key, is_locked=not track.locked),
        Part.FOLD: lambda: edits.collapse_track(document, key, is_collapsed=not track.collapsed),
    }
    return deeds.get(part)
