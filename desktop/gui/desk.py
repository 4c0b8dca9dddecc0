"""The desk on which timelines lie open: each in its window, made with it and gone with it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import DatelineError, FileError
from desktop.gui import collecting
from desktop.gui.errors import tell
from desktop.gui.field_keys import FieldKeys
from desktop.gui.settings import Settings
from desktop.gui.theme import Look
from desktop.i18n import _
from desktop.paths import made, real

SUFFIX = ".dateline"
OpenWindow = Callable[["Desk", Path], QWidget]
NewWindow = Callable[["Desk", Path, Sequence[Path]], QWidget]


class Desk(QObject):
    """The open windows by their file; `noted` when the recent ones differ.

    `settled` when a window, or the first page, has all that it is made of; `emptied` when the user
    has closed the last timeline and goes on. `open_window` makes the window of a file, `new_window`
    that of a new one with what the user brought for it: the desk knows neither documents nor
    windows, so that the first page stands before either is loaded.
    """

    opened = Signal()
    emptied = Signal()
    noted = Signal()
    settled = Signal()

    def __init__(
        self, settings: Settings, look: Look, open_window: OpenWindow, new_window: NewWindow
    ) -> None:
        super().__init__()
        self.settings = settings
        self.look = look
        self.windows: dict[Path, QWidget] = {}
        self._open_window = open_window
        self._new_window = new_window
        self._is_leaving = False
        self._field_keys = FieldKeys()

    def open(self, path: Path) -> QWidget | None:
        """Open a timeline, or bring its window forward; a refusal is told, and gives None."""
        where = path.expanduser().absolute()
        window = self._window_of(where)
        if window is None:
            return self._attempt(lambda: self.keep(where, self._open_window(self, where)))
        window.raise_()
        window.activateWindow()
        return window

    def new(self, brought: Sequence[Path] = ()) -> QWidget | None:
        """Make an untitled timeline in the user's folder, and put what was brought into it."""

        def make() -> QWidget:
            path = unused(timelines_folder(), _("Untitled timeline"))
            return self.keep(path, self._new_window(self, path, brought))

        return self._attempt(make)

    def open_sample(self, name: str, title: str) -> QWidget | None:
        """Open the user's own copy of a sample, made now where they have none yet."""

        def make() -> QWidget:
            # Samples are built from tables and texts, which the first page does not need.
            from desktop.formats.samples import make_sample

            path = timelines_folder() / f"{title}{SUFFIX}"
            if not path.exists():
                make_sample(name, path)
            return self.windows.get(path) or self.keep(path, self._open_window(self, path))

        return self._attempt(make)

    def keep(self, path: Path, window: QWidget) -> QWidget:
        """Show the window of a file and count it among those that are open."""
        self.windows[path] = window
        self.settings.note_opened(path)
        window.show()
        self.opened.emit()
        self.noted.emit()
        return window

    def forget(self, path: Path | None = None) -> None:
        """Take one timeline off the recent ones, or all of them."""
        self.settings.forget(path)
        self.noted.emit()

    def let_go(self, path: Path, *, goes_on: bool) -> None:
        """A window has closed, its document with it; `goes_on` where the user stays."""
        self.windows.pop(path, None)
        collecting.forget_start()
        if goes_on and not self.windows and not self._is_leaving:
            self.emptied.emit()

    def close_all(self) -> bool:
        """Close every window for good; False where one stays open."""
        self._is_leaving = True
        return all(window.close() for window in list(self.windows.values()))

    def _window_of(self, where: Path) -> QWidget | None:
        """The window of this file, under whatever path it was opened."""
        found = real(where)  # a link to itself is refused when it is read
        return next((one for path, one in self.windows.items() if real(path) == found), None)

    def _attempt(self, make: Callable[[], QWidget]) -> QWidget | None:
        try:
            return make()
        except DatelineError as error:
            tell(str(error))
            return None


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
