"""A document gets its window: at first the timeline, at the place where it was left; then all."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from desktop.document import Document
from desktop.errors import StrangeFileError
from desktop.gui.desk import Desk
from desktop.gui.late import late
from desktop.gui.window import Window

with late("desktop.gui"):
    from desktop.gui import strange


def open_window(desk: Desk, path: Path) -> "Window | strange.StrangeWindow":
    """The window of the timeline in a file; of a damaged or strange one, a window of ways out.

    It becomes complete with its first picture.
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
    window.complete = partial(_complete, window)
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
    _complete(window)
    return window


def _complete(window: Window) -> None:
    """Give a window its panels and menus, which the first picture does without; once."""
    from desktop.gui.completing import complete

    window.complete = list
    try:
        complete(window)
    except StrangeFileError as error:
        desk, path = window.desk, window.document.path
        window.close()
        desk.keep(path, strange.StrangeWindow(desk, path, str(error)))
