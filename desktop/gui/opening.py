"""A document gets its window: at first the timeline, at the place where it was left; then all."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from desktop.document import Document
from desktop.document.database import load_utilities
from desktop.errors import StrangeFileError
from desktop.gui.desk import Desk
from desktop.gui.late import late
from desktop.gui.window import Window

with late("desktop.gui"):
    from desktop.gui import strange

# What the panels and menus are made of, in the order in which they are loaded, one a turn.
_LATER = (
    "desktop.gui.panels.reader.panel",
    "desktop.gui.panels.inspector.panel",
    "desktop.gui.panels.suggested.side",
    "desktop.gui.intake",
    "desktop.gui.furniture",
    "desktop.gui.joints",
    "desktop.gui.completing",
)


def open_window(desk: Desk, path: Path) -> "Window | strange.StrangeWindow":
    """The window of the timeline in a file; of a damaged or strange one, a window of ways out.

    It becomes complete soon after its first picture.
    """
    try:
        document = Document.open(path)
    except StrangeFileError as error:
        return strange.StrangeWindow(desk, path, str(error))
    try:
        window = Window(desk, document)
    except StrangeFileError as error:
        document.close()
        return strange.StrangeWindow(desk, path, str(error))
    window.complete = partial(_take_turn, window, _turns(window))
    return window


def new_window(desk: Desk, path: Path, brought: Sequence[Path]) -> Window:
    """The window of a new timeline with its first tracks, and with what the user brought."""
    from desktop.edits.tracks import start_tracks

    document = Document.create(path)
    start_tracks(document)
    document.forget_history()
    window = make_window(desk, document)
    window.intake.take_files(list(brought))
    return window


def make_window(desk: Desk, document: Document) -> Window:
    """The complete window of an open document, not shown yet."""
    window = Window(desk, document)
    _take_turn(window, [partial(_complete, window)])
    return window


def _turns(window: Window) -> list[Callable[[], object]]:
    """What is still to be done for a window, in pieces between which keys and pictures get in."""
    loaded = [partial(import_module, name) for name in _LATER]
    return [*loaded, load_utilities, lambda: window.statusbar, partial(_complete, window)]


def _take_turn(window: Window, turns: list[Callable[[], object]]) -> bool:
    """Do the next piece; False when it was the last."""
    try:
        turns.pop(0)()
    except StrangeFileError as error:
        desk, path = window.desk, window.document.path
        window.complete = list
        window.close()
        desk.keep(path, strange.StrangeWindow(desk, path, str(error)))
        return False
    return bool(turns)


def _complete(window: Window) -> None:
    """Give a window its panels and menus, which the first picture does without; once."""
    from desktop.gui.completing import complete

    window.complete = list
    complete(window)
