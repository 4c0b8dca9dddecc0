"""The first page on the desk: shown while no timeline is open, and filled from the desk."""

from functools import cached_property, partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from desktop.gui.desk import SUFFIX, Desk
from desktop.gui.late import late
from desktop.i18n import _

with late("desktop"):
    from desktop import shipped
    from desktop.gui import choosing
    from desktop.gui.panels import welcome

_Keys = QKeySequence.StandardKey


class FirstPage(QObject):
    """Shows the welcome while no timeline is open, and keeps its lists up to date."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        desk.emptied.connect(self.show)

    @cached_property
    def page(self) -> "welcome.Welcome":
        """The page itself, made when it is first shown: a start with a file does without it."""
        desk = self._desk
        page = welcome.Welcome(desk.new, self._open, self._take_files)
        page.resize(1040, 640)
        desk.opened.connect(page.hide)
        desk.noted.connect(self._list_recent)
        for key, run in (
            (_Keys.New, desk.new),
            (_Keys.Open, self._open),
            ("Ctrl+Q", QApplication.quit),
        ):
            QShortcut(QKeySequence(key), page).activated.connect(run)
        return page

    def show(self) -> None:
        """Show the page with what can be opened from it."""
        self._list_recent()
        self._list_samples()
        self.page.show()
        QTimer.singleShot(0, self.page, self._load_window)

    def _list_recent(self) -> None:
        self.page.show_recent(self._desk.settings.recent(), self._desk.open, self._desk.forget)

    def _list_samples(self) -> None:
        self.page.show_samples(
            [
                (one.title, one.sentence, partial(self._desk.open_sample, one.id, one.title))
                for one in shipped.SAMPLES
            ]
        )

    def _open(self) -> None:
        kinds = _("Timelines ({suffixes})").format(suffixes="*" + SUFFIX)
        for path in choosing.choose_files(
            self.page, self._desk.settings, _("Open a timeline"), kinds
        ):
            self._desk.open(path)

    def _load_window(self) -> None:
        """Load what a window is made of while the user still looks at the page."""
        import_module("desktop.gui.opening")
        self._desk.settled.emit()

    def _take_files(self, paths: list[Path]) -> None:
        """Open timelines; with anything else, begin a new one."""
        timelines = [path for path in paths if path.suffix.lower() == SUFFIX]
        for path in timelines:
            self._desk.open(path)
        others = [path for path in paths if path not in timelines]
        if others:
            self._desk.new(others)
