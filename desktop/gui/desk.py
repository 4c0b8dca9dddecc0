"""The desk on which timelines lie open: each in its window, made with it and gone with it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from desktop.document import Document
from desktop.edits.tracks import start_tracks
from desktop.errors import DatelineError, FileError
from desktop.gui.errors import tell
from desktop.gui.settings import Settings
from desktop.gui.theme import Look
from desktop.i18n import _
from desktop.paths import made

SUFFIX = ".dateline"


class Desk(QObject):
    """The open windows by their file; `noted` when the recent ones differ.

    `emptied` when the user has closed the last timeline and goes on. `make_window` turns a document
    into its window, and takes in the files that the user brought; the desk knows no kind of window.
    """

    opened = Signal()
    emptied = Signal()
    noted = Signal()

    def __init__(
        self,
        settings: Settings,
        look: Look,
        make_window: Callable[["Desk", Document, Sequence[Path]], QWidget],
    ) -> None:
        super().__init__()
        self.settings = settings
        self.look = look
        self.windows: dict[Path, QWidget] = {}
        self._make_window = make_window
        self._is_leaving = False

    def open(self, path: Path) -> QWidget | None:
        """Open a timeline, or bring its window forward; a refusal is told, and gives None."""
        where = path.expanduser().absolute()
        window = self.windows.get(where)
        if window is None:
            try:
                return self.show(Document.open(where))
            except DatelineError as error:
                tell(str(error))
                return None
        window.raise_()
        window.activateWindow()
        return window

    def new(self, brought: Sequence[Path] = ()) -> QWidget | None:
        """Make an untitled timeline in the user's folder, and put what was brought into it."""
        try:
            path = unused(timelines_folder(), _("Untitled timeline"))
            document = Document.create(path)
            start_tracks(document)
            document.forget_history()
        except DatelineError as error:
            tell(str(error))
            return None
        return self.show(document, brought)

    def open_sample(self, name: str, title: str) -> QWidget | None:
        """Open the user's own copy of a sample, made now where they have none yet."""
        # Samples are built from tables and texts, which the first page does not need.
        from desktop.formats.samples import make_sample

        try:
            path = timelines_folder() / f"{title}{SUFFIX}"
            if not path.exists():
                make_sample(name, path)
        except DatelineError as error:
            tell(str(error))
            return None
        return self.open(path)

    def forget(self, path: Path | None = None) -> None:
        """Take one timeline off the recent ones, or all of them."""
        self.settings.forget(path)
        self.noted.emit()

    def let_go(self, path: Path, *, goes_on: bool) -> None:
        """A window has closed, its document with it; `goes_on` where the user stays."""
        self.windows.pop(path, None)
        if goes_on and not self.windows and not self._is_leaving:
            self.emptied.emit()

    def close_all(self) -> bool:
        """Close every window for good; False where one stays open."""
        self._is_leaving = True
        return all(window.close() for window in list(self.windows.values()))

    def show(self, document: Document, brought: Sequence[Path] = ()) -> QWidget:
        """Give an open document its window."""
        window = self._make_window(self, document, brought)
        self.windows[document.path] = window
        self.settings.note_opened(document.path)
        window.show()
        self.opened.emit()
        self.noted.emit()
        return window


def timelines_folder() -> Path:
    """The user's folder for timelines, made where it was missing: `Dateline` in their documents."""
    moved = os.environ.get("DATELINE_FOLDER", "")
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(moved) if moved else Path(QStandardPaths.writableLocation(place))
    return made(documents / "Dateline")


def unused(folder: Path, name: str) -> Path:
    """A file in `folder` that is not there yet: `name`, else `name` 2, 3 and so on."""
    for number in range(1, 10_000):
        path = folder / f"{name}{'' if number == 1 else f' {number}'}{SUFFIX}"
        if not path.exists():
            return path
    raise FileError(_("The folder {folder} is full of untitled timelines.").format(folder=folder))
