"""The window of one timeline: it lays out the panels, and lives as long as its document."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop.document import Changes, Document
from desktop.errors import DatelineError
from desktop.gui import last_place
from desktop.gui.arrangement import Arrangement
from desktop.gui.canvas_style import style_of
from desktop.gui.desk import Desk
from desktop.gui.errors import Banner
from desktop.gui.finding import Found, Paths, find
from desktop.gui.intake import Intake
from desktop.gui.keeping import Keeping
from desktop.gui.panels.inspector import InspectorPanel
from desktop.gui.panels.reader import ReaderPanel
from desktop.gui.panels.search import Search
from desktop.gui.panels.statusbar import StatusBar
from desktop.gui.panels.suggested_side import SideColumn
from desktop.gui.panels.topbar import TopBar
from desktop.gui.tasks import Tasks
from desktop.gui.theme import Theme
from desktop.i18n import _
from desktop.session import Session
from desktop.timeline.style import Style
from desktop.timeline.view import TimelineView
from desktop.when import When


class Strip(Protocol):
    """What stands below the timeline; its class is not loaded before the first picture."""

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on."""


# On a projector the back row reads too.
PROJECTOR = 1.5


class Window(QMainWindow):
    """The panels of one document, joined by its session and by nothing else.

    `commands` gives what the search offers beside the document; the actions set it.
    """

    def __init__(self, desk: Desk, document: Document) -> None:
        super().__init__()
        self.desk = desk
        self.session = Session(document)
        self.tasks = Tasks(self)
        self.banner = Banner()
        self.commands: Callable[[], list[Found]] = list
        self.has_warned_of_earlier = False
        self.is_presenting = False
        self.is_closed = False
        self._make_panels()
        self._lay_out()
        self._connect()
        self._show_title()
        self.keeping = Keeping(self.session, self.tasks, self.banner, self)

    @property
    def document(self) -> Document:
        """The open document."""
        return self.session.document

    def attempt(self, deed: Callable[[], object]) -> None:
        """Do something; what is refused is told in the banner."""
        try:
            deed()
        except DatelineError as error:
            self.banner.tell(str(error))

    def go_to(self, when: When) -> None:
        """Bring a date into the timeline's view."""
        self.arrangement.fold("timeline", is_folded=False)
        earliest, latest = when.bounds.earliest, when.bounds.latest
        if (
            latest - earliest > self.timeline.scale.span
            and not when.is_open_start | when.is_open_end
        ):
            self.timeline.zoom_to(earliest, latest)
        else:
            known = latest if when.is_open_start else earliest
            self.timeline.go_to(known if when.is_open_end else (known + latest) / 2)

    def show_look(self, _theme: Theme | None = None) -> None:
        """Draw the timeline in the theme in force, larger while it is presented."""
        scale = PROJECTOR if self.is_presenting else 1.0
        style = style_of(self.desk.look.theme, scale)
        self.timeline.show_style(style)
        if self.overview is not None:
            self.overview.show_style(style_of(self.desk.look.theme))

    def refresh(self, changes: Changes) -> None:
        """Show the title again where it changed."""
        if "settings" in changes:
            self._show_title()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and let the document go; everything else is saved already."""
        self.attempt(self.inspector.form.commit)
        self.attempt(self.topbar.commit)
        self.attempt(lambda: last_place.remember(self.session, self.timeline))
        self.desk.settings.remember("window/geometry", self.saveGeometry())
        self.arrangement.remember()
        self.keeping.end()
        self.tasks.stop()
        self.is_closed = True
        self._whole.setEnabled(False)  # a field that loses the focus later would write
        self.document.close()
        self.desk.let_go(self.document.path, goes_on=not event.spontaneous())
        self.deleteLater()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from the file manager, wherever they are held over the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped: articles, tables, timelines."""
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.intake.take_files([Path(url.toLocalFile()) for url in urls])

    def _make_panels(self) -> None:
        session = self.session
        self.side = SideColumn(session, self.tasks)
        self.articles, self.suggested = self.side.articles, self.side.suggested
        self.reader = ReaderPanel(session)
        self.inspector = InspectorPanel(session)
        self.timeline = TimelineView(session, style_of(self.desk.look.theme))
        self.overview: Strip | None = None
        self.search = Search(self._find)
        self.topbar = TopBar(session, self.search)
        self.statusbar = StatusBar(session, self.tasks)
        self.intake = Intake(session, self.tasks, self.banner, self.desk)
        self.arrangement = Arrangement(
            {
                "articles": self.side,
                "reader": self.reader,
                "inspector": self.inspector,
                "timeline": self.timeline,
            },
            self.desk.settings,
        )

    def _lay_out(self) -> None:
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addWidget(self.banner)
        column.addWidget(self.arrangement, 1)
        column.addWidget(self.statusbar)
        self.setCentralWidget(self._whole)
        self.setAcceptDrops(True)
        last_place.size_window(self, self.desk.settings)

    def _connect(self) -> None:
        self.session.changed.connect(self.refresh)
        self.desk.look.changed.connect(self.show_look)
        self.tasks.failed.connect(self._tell)
        self.timeline.moved.connect(self._show_zoom)
        self.timeline.painted.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._show_zoom()

    def _finish(self) -> None:
        # pyqtgraph is slow to load, and the first picture does without it.
        from desktop.timeline.overview import Overview

        if self.overview is None and not self.is_closed:
            self.overview = Overview(self.timeline)
            self.timeline.add_below(self.overview)

    def _show_zoom(self) -> None:
        self.statusbar.show_zoom(self.timeline.zoom_words())

    def _show_title(self) -> None:
        self.setWindowTitle(_("{title} – Dateline").format(title=self.document.title))

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, DatelineError):
            raise error
        self.banner.tell(str(error))

    def _find(self, wanted: str) -> list[Found]:
        paths = Paths(self.session.select, self.go_to, self.commands)
        return find(self.document, wanted, paths)
