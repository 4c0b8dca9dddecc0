"""The events that the article in hand tells of, proposed one beneath the other; Enter takes one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.document import Changes
from desktop.edits.suggestions import Ground, drop_suggestion, gather, take_suggestion
from desktop.errors import DatelineError
from desktop.gui.panels.labels import Plain, heading
from desktop.gui.panels.quiet import quiet_button, quiet_tool
from desktop.gui.panels.reader.quotes import words_of_event
from desktop.gui.panels.suggested.list import SuggestedList
from desktop.gui.panels.suggested.menu import suggestion_menu
from desktop.gui.panels.suggested.rows import PROPOSED, Proposed, SuggestedRows
from desktop.gui.panels.suggested.words import empty_words
from desktop.gui.panels.when_field import DayOrder, WhenField
from desktop.gui.tasks import Progress, Tasks
from desktop.i18n import _
from desktop.model import Selection
from desktop.reading.suggest import Suggestion
from desktop.session import Session
from desktop.when import When

_TABLES = ("articles", "claims", "tracks", "settings")


class SuggestedPanel(QWidget):
    """Suggests for the open article by itself; `asked` when the user wants that done again."""

    asked = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document = session.document
        self._tasks = tasks
        self._article: int | None = None
        self._work: Progress | None = None
        self._is_due = self._is_busy = False
        self._placed = 0  # the event that was taken last, until it is told of
        self._heading = heading(_("Suggested"))
        self.again = quiet_tool("bulb", _("Suggest events"), self.asked.emit)
        self.note = Plain(role="faint")
        self.rows = SuggestedRows(self)
        self.list = SuggestedList(self.rows)
        self.date = WhenField(_("Date of the event"), _("Undated"))
        self._dated = QPersistentModelIndex()
        self._footer = QWidget()
        self.buttons = (
            quiet_button(_("Take")),
            quiet_button(_("Drop")),
            quiet_button(_("Take all")),
        )
        self._lay_out()
        self._connect()
        self._describe()
        self._follow(session.selection)

    @property
    def is_reading(self) -> bool:
        """True while suggestions for the article are due or being made."""
        return self._is_due or self._work is not None

    def refresh(self, changes: Changes) -> None:
        """Leave out what has been placed at once, and suggest again with what that teaches."""
        if not any(table in changes for table in _TABLES):
            return
        if self._article not in {article.id for article in self._document.articles()}:
            self._article = None
        self._leave_out_placed()
        self.suggest()

    def suggest(self) -> None:
        """Suggest anew, as soon as the panel can be seen."""
        self._is_due = True
        if self.isVisible():
            self._begin()

    def take(self, track: int | None = None) -> None:
        """Place the suggestion in hand, on another track than the proposed one if it is given."""
        row = self._row()
        if row is not None:
            self._do(partial(self._take, row, track))

    def take_all(self) -> None:
        """Place all that are left, as one step."""

        def take_all() -> None:
            with self._document.step(_("Take suggestions")):
                for row in self.rows.rows:
                    self._take(row)

        if self.rows.rowCount():
            self._do(take_all)

    def drop(self) -> None:
        """Never suggest the words in hand again."""
        row, article = self._row(), self._article
        if row is not None and article is not None:
            self._do(partial(drop_suggestion, self._document, article, row.suggestion), row)

    def ask_date(self) -> None:
        """Let another date be typed for the suggestion in hand."""
        row = self._row()
        if row is None or self._article is None:
            return
        published = self._document.article(self._article).published
        self.date.ask_about(DayOrder(self._document, self._article), published)
        self._dated = QPersistentModelIndex(self.list.currentIndex())
        self.date.show_when(row.date)
        self.date.show()
        self.date.setFocus()
        self.date.line.selectAll()

    def make_menu(self) -> QMenu:
        """What can be done to the suggestion in hand."""
        return suggestion_menu(self, self._document.tracks())

    def showEvent(self, event: QShowEvent) -> None:
        """Do what was due while nobody looked."""
        super().showEvent(event)
        if self._is_due:
            self._begin()

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        top = QHBoxLayout()
        top.setContentsMargins(14, 6, 8, 2)
        top.addWidget(self._heading, 1)
        top.addWidget(self.again)
        self.note.setWordWrap(True)
        self.note.setContentsMargins(14, 0, 14, 4)
        row = QHBoxLayout(self._footer)
        row.setContentsMargins(6, 2, 6, 4)
        row.setSpacing(0)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        column.addWidget(self.date)
        column.addWidget(self._footer)
        self.date.setContentsMargins(10, 6, 10, 2)
        self.date.hide()
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self._session.changed.connect(self.refresh)
        self._session.selected.connect(self._follow)
        self.list.has_track = lambda key: self._document.track_with_key(key) is not None
        self.list.taken.connect(self.take)
        self.list.track_chosen.connect(self._take_by_key)
        self.list.all_taken.connect(self.take_all)
        self.list.dropped.connect(self.drop)
        self.list.date_asked.connect(self.ask_date)
        self.date.committed.connect(self._correct_date)
        self.date.accepted.connect(self._close_date)
        self.date.escaped.connect(self._close_date)
        self.list.selectionModel().currentChanged.connect(self._show_words)
        self.list.customContextMenuRequested.connect(self._show_menu)
        for button, deed in zip(self.buttons, (self.take, self.drop, self.take_all), strict=True):
            button.clicked.connect(partial(self._press, deed))

    def _follow(self, selection: Selection) -> None:
        """Suggest for the article that the reader turns to."""
        article = selection.article
        if article is None and len(selection.events) == 1:
            told = words_of_event(self._document, selection.events[0], self._article)
            article = told[0] if told else None
        if article is not None and article != self._article:
            self._article = article
            self.rows.show(None, [])
            self.suggest()
            self._describe()

    def _begin(self) -> None:
        self._is_due = False
        if self._work is not None:
            self._work.cancel()
            self._work = None
        if self._article is None:
            self.rows.show(None, [])
            self._describe()
            return
        ground = gather(self._document, self._article)
        words = _("Suggesting events…")
        self._work = self._tasks.run(
            lambda _progress: ground.suggestions(), partial(self._show, ground), words
        )

    def _show(self, ground: Ground, found: list[Suggestion]) -> None:
        self._work = None
        article, tracks = ground.article, {track.id: track for track in self._document.tracks()}
        kept = [one for one in found if one.track in tracks]
        rows = [
            Proposed(one, article.text[one.first : one.last], tracks[one.track]) for one in kept
        ]
        known = {row.place for row in self.rows.rows}
        self._is_busy = True
        self.rows.show(article, rows)
        self._is_busy = False
        back = [number for number, row in enumerate(rows) if row.place not in known]
        is_empty_handed = not self.list.currentIndex().isValid()
        if back and self.list.hasFocus() and (is_empty_handed or (known and len(back) == 1)):
            self.list.setCurrentIndex(self.rows.index(back[0]))
        self._describe()

    def _leave_out_placed(self) -> None:
        claims = self._document.claims_in(self._article) if self._article is not None else []
        placed = {
            row.place
            for row in self.rows.rows
            if any(one.first < row.place[1] and row.place[0] < one.last for one in claims)
        }
        self.rows.leave_out(placed)

    def _do(self, deed: Callable[[], object], dropped: Proposed | None = None) -> None:
        """Do something to the row in hand, then take the next one in hand."""
        self._is_busy, self._placed = True, 0
        try:
            deed()
        except DatelineError as error:
            self.note.say(str(error), "danger")
            self.note.show()
        else:
            self.rows.leave_out({dropped.place} if dropped else set())
            self._describe()
        self._is_busy = False
        self._show_words(self.list.currentIndex())

    def _take(self, row: Proposed, track: int | None = None) -> None:
        if self._article is not None:
            when = row.when if row.is_dated_by_hand else None
            self._placed = take_suggestion(
                self._document,
                self._article,
                row.settled(),
                track=track,
                title=row.title,
                when=when,
            )

    def _take_by_key(self, key: str) -> None:
        track = self._document.track_with_key(key)
        if track is not None:
            self.take(track.id)

    def _correct_date(self, when: When | None) -> None:
        if self._dated.isValid():
            self.rows.date(self._dated, when)

    def _close_date(self) -> None:
        self.date.hide()
        self.list.setFocus()

    def _press(self, deed: Callable[[], None], _is_on: object = None) -> None:
        self.list.setFocus()
        deed()

    def _row(self) -> Proposed | None:
        row = self.list.currentIndex().data(PROPOSED)
        return row if isinstance(row, Proposed) else None

    def _show_words(self, current: QModelIndex, _previous: object = None) -> None:
        if self._is_busy:
            return
        row = current.data(PROPOSED)
        self.date.hide()
        events, self._placed = ((self._placed,) if self._placed else ()), 0
        if isinstance(row, Proposed):
            self._session.select(Selection(events, self._article, row.place))
        elif events:
            self._session.select(Selection(events, self._article))

    def _show_menu(self, corner: QPoint) -> None:
        if self.list.indexAt(corner).isValid():
            menu = self.make_menu()
            menu.exec(self.list.viewport().mapToGlobal(corner))
            menu.deleteLater()

    def _describe(self) -> None:
        count = self.rows.rowCount()
        number = f" · {count}" if count else ""
        self._heading.setText(f"{_('Suggested').upper()}{number}")
        self._footer.setVisible(count > 0)
        self.again.setEnabled(self._article is not None)
        claims = self._document.claims_in(self._article) if self._article is not None else []
        is_quiet = bool(count) or (self.is_reading and self._article is not None)
        told = "" if is_quiet else empty_words(self._article, has_claims=bool(claims))
        self.note.say(told, "faint")
        self.note.setVisible(bool(self.note.text()))
