"""Starts the program: one QApplication, its look, and a desk with a window or the first page."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui import collecting, theme
from desktop.gui.desk import Desk
from desktop.gui.errors import Watch
from desktop.gui.first_page import FirstPage
from desktop.gui.settings import Settings
from desktop.paths import resources_folder

_LONGEST = 10_000  # milliseconds after which garbage is collected whatever has become of the start


def run(argv: Sequence[str]) -> int:
    """Open the files, or the first page where there are none; give the exit status."""
    try:
        return _run(argv)
    finally:
        collecting.go_on()


def _run(argv: Sequence[str]) -> int:
    application = make_application()
    watch = Watch(application)
    watch.begin()
    desk = make_desk()
    desk.settled.connect(collecting.go_on)
    QTimer.singleShot(_LONGEST, desk, collecting.go_on)
    watch.broke.connect(_tell_trouble)
    page = FirstPage(desk)
    opener = _Opener(desk)
    application.installEventFilter(opener)
    opened = [desk.open(Path(name)) for name in argv]
    if not any(opened):
        page.show()
    status = application.exec()
    watch.end()
    return status


def make_application() -> QApplication:
    """The one application, named so that desktops find its icon and settings."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Dateline")
    application.setDesktopFileName("dateline")
    application.setWindowIcon(QIcon(str(resources_folder() / "icons" / "dateline.svg")))
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    return application


def make_desk() -> Desk:
    """The desk with the user's settings and look."""
    settings = Settings()
    theme.load_fonts()
    look = theme.Look(settings.word("theme", "system"))
    return Desk(settings, look, open_window, new_window)


def open_window(desk: Desk, path: Path) -> QWidget:
    """The window of a file; what it is made of is loaded with the first one."""
    from desktop.gui import opening

    return opening.open_window(desk, path)


def new_window(desk: Desk, path: Path, brought: Sequence[Path]) -> QWidget:
    """The window of a new file, likewise."""
    from desktop.gui import opening

    return opening.new_window(desk, path, brought)


class _Opener(QObject):
    """Opens the files that macOS hands over by an event."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self._desk.open(Path(event.file()))
            return True
        return False


def _tell_trouble(report: str) -> None:
    from desktop.gui.dialogs.trouble import tell_trouble

    tell_trouble(report)
