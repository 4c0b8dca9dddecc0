"""What the window lends the timeline: menus, editors and a place for errors, as plain callables."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QMenu

from desktop.errors import DatelineError
from desktop.timeline.stage.signs import draw_sign


def _say_nothing(sentence: str) -> None:
    """Stand in where nobody shows errors."""


def _open_nothing(event: int) -> None:
    """Stand in where there is no editor."""


def _no_event_menu(events: tuple[int, ...], seconds: int | None) -> QMenu | None:
    return None


def _no_ground_menu(track: int | None, seconds: int) -> QMenu | None:
    return None


def _no_track_menu(track: int) -> QMenu | None:
    return None


@dataclass(slots=True)
class Hooks:
    """Each may be set at any time; a menu that is None is not shown.

    `date_event` opens the date of an event for editing, `open_event` all of it; `event_menu` gets
    the second at which an event may be cut, None where nobody points; `ground_menu` gets the track
    under the pointer and the second; `sign` draws "eye", "eye-off", "lock", "lock-open",
    "dots-vertical", "plus" or "chevron-down"/"-right" into a box in a colour.
    """

    on_error: Callable[[str], None] = _say_nothing
    date_event: Callable[[int], None] = _open_nothing
    open_event: Callable[[int], None] = _open_nothing
    event_menu: Callable[[tuple[int, ...], int | None], QMenu | None] = _no_event_menu
    ground_menu: Callable[[int | None, int], QMenu | None] = _no_ground_menu
    track_menu: Callable[[int], QMenu | None] = _no_track_menu
    sign: Callable[[QPainter, QRectF, str, QColor], None] = draw_sign

    def attempt(self, edit: Callable[[], object]) -> bool:
        """Do an edit; what the document refuses is told by its own sentence."""
        try:
            edit()
        except DatelineError as error:
            self.on_error(str(error))
            return False
        return True
