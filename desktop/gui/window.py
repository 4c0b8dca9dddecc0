"""The window of one timeline: it lays out the panels, and lives as long as its document.

The timeline stands first. The other panels come with the first picture, or when one is asked for.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout, QWidget

from desktop.document import Changes, Document
from desktop.errors import DatelineError
from desktop.gui import last_place
from desktop.gui.arrangement import PANELS, Arrangement
from desktop.gui.canvas_style import style_of
from desktop.gui.desk import Desk
from desktop.gui.errors import Banner
from desktop.gui.finding import Found, Paths, find
from desktop.gui.late import late
from desktop.gui.tasks import Tasks
from desktop.gui.theme import Theme
from desktop.i18n import _
from desktop.session import Session
from desktop.timeline.drawing.style import Style
from desktop.timeline.view import TimelineView
from desktop.when import When

with late("desktop.gui"):
    from desktop.gui import furniture, intake, keeping
    from desktop.gui.panels import search, statusbar, topbar
    from desktop.gui.panels.articles import panel as articles
    from desktop.gui.panels.inspector import panel as inspector
    from desktop.gui.panels.reader import panel as reader
    from desktop.gui.panels.suggested import panel as suggested
    from desktop.gui.panels.suggested import side as suggested_side


class Strip(Protocol):
    """What stands below the timeline; its class is not loaded before the first picture."""

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on."""


# On a projector the back row reads too.
PROJECTOR = 1.5
_TOP, _BOTTOM = 44, 24  # pixels of the bars that are still to come
_LATEST = 400  # milliseconds after which a window that nobody sees is complete too


class Window(QMainWindow):
    """The panels of one document, joined by its session and by nothing else.

    `commands` gives what the search offers beside the document; the actions set it. `complete`
    does a piece of what follows the first picture, and is true while there is more.
    """

    def __init__(self, desk: Desk, document: Document) -> None:
        super().__init__()
        self.desk = desk
        self.session = Session(document, 0 if document.is_read_only else document.first_part())
        self.tasks = Tasks(self)
        self.banner = Banner()
        self.timeline = TimelineView(self.session, style_of(desk.look.theme))
        self.overview: Strip | None = None
        self.commands: Callable[[], list[Found]] = list
        self.complete: Callable[[], object] = list
        self.has_warned_of_earlier = False
        self.is_presenting = False
        self.is_closed = False
        self._has_been_shown = False
        self._furniture: furniture.Furniture | None = None
        self.arrangement = Arrangement(
            {"timeline": self.timeline, **{name: QWidget() for name in PANELS[:3]}}, desk.settings
        )
        self._lay_out()
        self._connect()
        self._show_title()

    @property
    def document(self) -> Document:
        """The open document."""
        return self.session.document

    @property
    def side(self) -> "suggested_side.SideColumn":
        """Articles and suggestions."""
        return self._furnished().side

    @property
    def articles(self) -> "articles.ArticlesPanel":
        """The list of articles."""
        return self._furnished().side.articles

    @property
    def suggested(self) -> "suggested.SuggestedPanel":
        """What is suggested from them."""
        return self._furnished().side.suggested

    @property
    def reader(self) -> "reader.ReaderPanel":
        """The article in hand."""
        return self._furnished().reader

    @property
    def inspector(self) -> "inspector.InspectorPanel":
        """The event in hand."""
        return self._furnished().inspector

    @property
    def search(self) -> "search.Search":
        """The field on top that finds everything."""
        return self._furnished().search

    @property
    def topbar(self) -> "topbar.TopBar":
        """The bar on top."""
        return self._furnished().topbar

    @property
    def statusbar(self) -> "statusbar.StatusBar":
        """The line at the bottom."""
        return self._furnished().statusbar

    @property
    def intake(self) -> "intake.Intake":
        """What takes files in."""
        return self._furnished().intake

    @property
    def keeping(self) -> "keeping.Keeping":
        """What keeps the work."""
        return self._furnished().keeping

    def attempt(self, deed: Callable[[], object]) -> None:
        """Do something; what is refused is told in the banner."""
        try:
            deed()
        except DatelineError as error:
            self.banner.tell_error(error)

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

    def show_event(self, event: int) -> None:
        """Take an event in hand and go to it, whatever it is folded or hidden in.

        One that the filter leaves out is taken in hand, and how to see it is told.
        """
        self.arrangement.fold("timeline", is_folded=False)
        self.session.select(replace(self.session.selection, words=None))
        self.timeline.show_event(event)
        passing = self.timeline.stage.contents.passing
        if passing is not None and event not in passing:
            title = self.document.event(event).title
            told = _(
                "The filter leaves “{title}” out. View ▸ Show all events again brings it back."
            )
            self.banner.tell(told.format(title=title))

    def show_look(self, _theme: Theme | None = None) -> None:
        """Draw the timeline in the theme in force, larger while it is presented."""
        scale = PROJECTOR if self.is_presenting else 1.0
        style = style_of(self.desk.look.theme, scale)
        self.timeline.show_style(style)
        if self.overview is not None:
            self.overview.show_style(style)

    def refresh(self, changes: Changes) -> None:
        """Show the title again where it changed."""
        if "settings" in changes:
            self._show_title()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and let the document go; everything else is saved already."""
        if self._furniture is not None:
            self.attempt(self.inspector.form.commit)
            self.attempt(self.topbar.commit)
            self.keeping.end()
        self.attempt(lambda: last_place.remember(self.session, self.timeline))
        self.attempt(self.timeline.stage.contents.keep)
        self.desk.settings.remember("window/geometry", self.saveGeometry())
        self.arrangement.remember()
        self.tasks.stop()
        self.is_closed = True
        self._whole.setEnabled(False)  # a field that loses the focus later would write
        self.document.close()
        self.desk.let_go(self.document.path, goes_on=not event.spontaneous())
        self.deleteLater()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be complete soon, even where nothing is painted."""
        super().showEvent(event)
        if not self._has_been_shown:
            self._has_been_shown = True
            self.attempt(lambda: last_place.bring_back_time(self.session, self.timeline))
        QTimer.singleShot(_LATEST, self, self._finish)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from the file manager, wherever they are held over the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped: articles, tables, timelines."""
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.intake.take_files([Path(url.toLocalFile()) for url in urls])

    def _lay_out(self) -> None:
        self._whole = QWidget()
        self._column = QVBoxLayout(self._whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._bars = (_bar("topbar", _TOP), _bar("statusbar", _BOTTOM))
        self._column.addWidget(self._bars[0])
        self._column.addWidget(self.banner)
        self._column.addWidget(self.arrangement, 1)
        self._column.addWidget(self._bars[1])
        self.menuBar().addMenu(" ")
        self.setCentralWidget(self._whole)
        self.setAcceptDrops(True)
        last_place.size_window(self, self.desk.settings)

    def _connect(self) -> None:
        self.session.changed.connect(self.refresh)
        self.desk.look.changed.connect(self.show_look)
        self.tasks.failed.connect(self._tell)
        self.timeline.painted.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def _furnished(self) -> "furniture.Furniture":
        """Everything beside the timeline, made at the first call."""
        if self._furniture is None:
            made = self._furniture = furniture.Furniture(
                self.session, self.tasks, self.banner, self.desk, self._find
            )
            self.arrangement.take(made.panels())
            for stand_in, bar in zip(self._bars, (made.topbar, made.statusbar), strict=True):
                self._column.replaceWidget(stand_in, bar)
                stand_in.deleteLater()
            self.timeline.moved.connect(self._show_zoom)
            self._show_zoom()
        return self._furniture

    def _finish(self) -> None:
        if not self.is_closed:
            is_more = self.complete()
            QTimer.singleShot(0, self, self._finish if is_more else self._add_overview)

    def _add_overview(self) -> None:
        # pyqtgraph is slow to load, and all else does without it.
        from desktop.timeline.overview import Overview

        if self.overview is None and not self.is_closed:
            self.overview = Overview(self.timeline)
            self.timeline.add_below(self.overview)
            self.desk.settled.emit()

    def _show_zoom(self) -> None:
        self.statusbar.show_zoom(self.timeline.zoom_words())

    def _show_title(self) -> None:
        self.setWindowTitle(_("{title} – Dateline").format(title=self.document.title))

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, DatelineError):
            raise error
        self.banner.tell_error(error)

    def _find(self, wanted: str) -> list[Found]:
        paths = Paths(self.session.select, self.show_event, self.go_to, self.commands)
        return find(self.document, wanted, paths)


def _bar(name: str, height: int) -> QFrame:
    """Keeps the place of a bar."""
    made = QFrame()
    made.setObjectName(name)
    made.setFixedHeight(height)
    return made
