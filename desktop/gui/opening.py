"""A document gets its window: with its menus, its joints, and at the place where it was left."""

from collections.abc import Sequence
from pathlib import Path

from desktop.document import Document
from desktop.edits.tracks import start_tracks
from desktop.errors import StrangeFileError
from desktop.gui import last_place
from desktop.gui.desk import Desk
from desktop.gui.joints import join
from desktop.gui.menu.reading import bring_back_face
from desktop.gui.menubar import MenuBar
from desktop.gui.offers import Offers
from desktop.gui.strange import StrangeWindow
from desktop.gui.window import Window


def open_window(desk: Desk, path: Path) -> Window | StrangeWindow:
    """The window of the timeline in a file; of a damaged or strange one, a window of ways out."""
    try:
        document = Document.open(path)
    except StrangeFileError as error:
        return StrangeWindow(desk, path, str(error))
    try:
        return make_window(desk, document)
    except StrangeFileError as error:
        document.close()
        return StrangeWindow(desk, path, str(error))


def new_window(desk: Desk, path: Path, brought: Sequence[Path]) -> Window:
    """The window of a new timeline with its first tracks, and with what the user brought."""
    document = Document.create(path)
    start_tracks(document)
    document.forget_history()
    window = make_window(desk, document)
    window.intake.take_files(list(brought))
    return window


def make_window(desk: Desk, document: Document) -> Window:
    """The window of an open document, not shown yet."""
    window = Window(desk, document)
    bring_back_face(window)
    join(window, MenuBar(window))
    Offers(window)
    last_place.bring_back(window.session, window.timeline)
    (window.reader if window.reader.article else window.timeline).setFocus()
    return window
