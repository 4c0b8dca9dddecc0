"""Starts the program: one QApplication, its look, and a desk with a window or the first page."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from desktop.document import Document
from desktop.gui import theme
from desktop.gui.desk import Desk
from desktop.gui.errors import Watch
from desktop.gui.field_keys import FieldKeys
from desktop.gui.first_page import FirstPage
from desktop.gui.settings import Settings
from desktop.paths import resources_folder


def run(argv: Sequence[str]) -> int:
    """Open the files, or the first page where there are none; give the exit status."""
    application = make_application()
    watch = Watch(application)
    watch.begin()
    desk = make_desk()
    watch.broke.connect(_tell_trouble)
    page = FirstPage(desk)
    opener = _Opener(desk)
    FieldKeys(application)
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
    application.setWindowIcon(QIcon(str(resources_folder() / "icons" / "timeline-event.svg")))
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    return application


def make_desk() -> Desk:
    """The desk with the user's settings and look."""
    settings = Settings()
    theme.load_fonts()
    return Desk(settings, theme.Look(settings.word("theme", "system")), make_window)


def make_window(desk: Desk, document: Document, brought: Sequence[Path] = ()) -> QWidget:
    """The window of a document with its menus, at the place where the user left it."""
    # Only once there is a document: the first page needs none of it.
    from desktop.gui import last_place
    from desktop.gui.joints import join
    from desktop.gui.menubar import MenuBar
    from desktop.gui.window import Window

    window = Window(desk, document)
    join(window, MenuBar(window))
    last_place.bring_back(window.session, window.timeline)
    window.intake.take_files(list(brought))
    window.reader.setFocus()
    return window


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
    from desktop.gui.dialogs.trouble import TroubleDialog

    dialog = TroubleDialog(report, QApplication.activeWindow())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
