"""The article being read: select words, press a track's key, and the event is placed."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.document import Changes
from desktop.edits.events import place_event, propose
from desktop.errors import DatelineError
from desktop.gui.panels.date_chips import Chip
from desktop.gui.panels.labels import Plain
from desktop.gui.panels.placing.panel import PlacingBar
from desktop.gui.panels.reader.dates import Dates
from desktop.gui.panels.reader.find import FindBar
from desktop.gui.panels.reader.head import ReaderHead
from desktop.gui.panels.reader.page import ReaderPage
from desktop.gui.panels.reader.quotes import all_stretches, quotes_at, words_of_event
from desktop.gui.panels.reader.steps import quote_spans, select_next
from desktop.gui.panels.when_field import DayOrder
from desktop.i18n import _
from desktop.model import Article, Quote, Selection, Track
from desktop.session import Session
from desktop.when import When


class ReaderPanel(QWidget):
    """Shows the article in hand; what is selected there can be placed by key, bar or drag."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document = session.document
        self._article: Article | None = None
        self._picked: When | None = None
        self._shown: tuple[int, int] | None = None
        self._is_telling = False
        self.page = ReaderPage()
        self.head = ReaderHead(self._document)
        self.finder = FindBar()
        self.hint = Plain(_("Drop an article here, or paste its text with Ctrl+Shift+V."), "faint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._dates = Dates(self._document, self)
        self._strip = QWidget()
        self._lay_out()
        self.bar = PlacingBar(self)
        self._connect()
        self.show_article(session.selection.article)

    @property
    def article(self) -> int | None:
        """The id of the article that is shown."""
        return self._article.id if self._article else None

    def show_article(self, article: int | None) -> None:
        """Show another article, or none."""
        known = article is not None and article in {one.id for one in self._document.articles()}
        self._read(self._document.article(article) if known and article is not None else None)
        if self._article is not None and self._article.published is None and self._may_take_focus():
            self.head.ask()

    def quote(self) -> Quote | None:
        """The selected words, in code points of the article's text."""
        return self.page.quote()

    def place(self, track: Track) -> None:
        """Put the selected words on a track, saved at once, and offer title and date."""
        quote = self.quote()
        if quote is None:
            return
        self._offer()
        try:
            event = place_event(self._document, track, quote, when=self._picked)
        except DatelineError as error:
            self.bar.refuse(str(error))
            return
        self._tell(Selection((event,), quote.article, (quote.first, quote.last), track.id))
        self.bar.name(self._document, event)

    def refresh(self, changes: Changes) -> None:
        """Read again what a step has touched."""
        if "articles" in changes:
            self._reread()
        elif "settings" in changes and self._article is not None:
            self._dates.find_again(self._article)
        if "tracks" in changes:
            self.bar.choice.show_tracks(self._placeable())
        if any(table in changes for table in ("events", "claims", "tracks", "articles")):
            self._mark()
        placed = self.bar.naming.placed
        if placed and not self._document.events([placed]):
            self.bar.naming.end()
            self.bar.close_bar()

    def open_find(self) -> None:
        """Find words in the article; the selected ones first."""
        quote = self.quote()
        self.finder.open_bar(quote.text if quote and "\n" not in quote.text else "")

    def step_date(self, by: int) -> None:
        """Select the next (1) or previous (-1) date of the article."""
        spans = [(chip.found.start, chip.found.end) for chip in self.page.chips]
        select_next(self.page, spans, by)

    def step_quote(self, by: int) -> None:
        """Select the next (1) or previous (-1) words that an event quotes."""
        select_next(self.page, quote_spans(self._document, self.page.article), by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the find bar where no menu has taken its keys."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.open_find()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar beside its words."""
        super().resizeEvent(event)
        self._follow()

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.page.set_head(self.head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.finder)
        column.addWidget(self.page, 1)
        column.addWidget(self.hint, 1)
        column.addWidget(self._strip)
        self._strip.hide()
        self.setFocusProxy(self.page)

    def _connect(self) -> None:
        self._session.changed.connect(self.refresh)
        self._session.selected.connect(self._take_selection)
        self.page.take_key = self._take_key
        self.page.words_chosen.connect(self._begin_placing)
        self.page.words_dropped.connect(self.bar.close_bar)
        self.page.pointed.connect(self._point)
        self.page.moved.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.head.resized.connect(self.page.make_room)
        self.head.left.connect(self.page.setFocus)
        self.bar.closed.connect(self._end_placing)
        self.bar.put_away.connect(self._strip.hide)
        self.bar.choice.track_chosen.connect(lambda track: self.place(self._document.track(track)))
        self.bar.choice.when_chosen.connect(self._pick)
        self._dates.found.connect(self._take_dates)
        self.finder.met.connect(self._show_found)
        self.finder.closed.connect(self._close_find)

    def _read(self, article: Article | None) -> None:
        self.bar.close_bar()
        self._article, self._shown = article, None
        self.hint.setVisible(article is None)
        self.page.setVisible(article is not None)
        self.head.show_article(article)
        self.page.show_article(article, self._dates.of(article) if article else [])
        self.finder.search_in(article.text if article else "")
        if article is not None:
            self.bar.choice.show_tracks(self._placeable())
            order = DayOrder(self._document, article.id)
            self.bar.choice.ask_about(order, article.published)
            self.bar.naming.read_as(article, self._document)
        self._mark()

    def _reread(self) -> None:
        """Show the article's new state without losing the place in it."""
        if self._article is None:
            return
        found = [one for one in self._document.articles() if one.id == self.article]
        if not found:
            self._read(None)
        elif replace(found[0], note="") != replace(self._article, note=""):
            scrolled = self.page.verticalScrollBar().value()
            self._read(found[0])
            self.page.verticalScrollBar().setValue(scrolled)

    def _take_dates(self, article: Article, chips: list[Chip]) -> None:
        """Put chips into a long article that is being read already."""
        if article != self._article or chips == self.page.chips or not self.window().isVisible():
            return
        quote, scrolled = self.quote(), self.page.verticalScrollBar().value()
        self.page.show_article(article, chips)
        if quote is not None:
            self.page.select_words(quote.first, quote.last)
        self.page.verticalScrollBar().setValue(scrolled)
        self._mark()

    def _placeable(self) -> list[Track]:
        return [track for track in self._document.tracks() if not track.hidden]

    def _take_key(self, key: str) -> bool:
        track = self._document.track_with_key(key)
        if track is not None:
            self.place(track)
        return track is not None

    def _begin_placing(self) -> None:
        self._picked = None
        self._offer()
        quote = self.quote()
        if quote is not None:
            within = quotes_at(self._document, quote.article, quote.first, quote.last)
            events = within or self._session.selection.events
            self._tell(Selection(events, quote.article, (quote.first, quote.last)))

    def _offer(self) -> None:
        quote = self.quote()
        if quote is None:
            return
        governing = propose(self._document, quote).governing
        when = self._picked or (governing.when if governing else None)
        self.bar.choice.show_date(when, governing.why if governing else "", self.page.chips)
        self.bar.offer(self._selected_rect(), self._room())

    def _pick(self, when: When | None) -> None:
        self._picked = when
        self._offer()
        self.page.setFocus()

    def _end_placing(self) -> None:
        self._picked = None
        if self.page.textCursor().hasSelection():
            self.page.drop_selection()
        self.page.setFocus()

    def _point(self, point: int) -> None:
        if self._article is None:
            return
        events = quotes_at(self._document, self._article.id, point, point)
        if events:
            self._tell(Selection(events, self._article.id))

    def _tell(self, selection: Selection) -> None:
        """Select for everyone without being told so oneself."""
        self._shown = None
        self._is_telling = True
        self._session.select(selection)
        self._is_telling = False
        self._mark()

    def _take_selection(self, selection: Selection) -> None:
        """Show the words that somebody else pointed at."""
        if self._is_telling:
            return
        self.bar.dismiss()
        article, words = selection.article, selection.words
        if words is None and len(selection.events) == 1:
            told = words_of_event(self._document, selection.events[0], article or self.article)
            article, words = told or (article, None)
        if article is not None and article != self.article:
            self.show_article(article)
        self._shown = words if article == self.article else None
        self._mark()
        if self._shown is not None:
            self.page.bring_into_view(self._shown[0])

    def _mark(self) -> None:
        selection = self._session.selection
        stretches = all_stretches(self._document, self.page, selection, self._shown, self.finder)
        self.page.set_marks(stretches)

    def _show_found(self) -> None:
        self._mark()
        if self.finder.current is not None:
            self.page.bring_into_view(self.finder.current[0])

    def _close_find(self, found: tuple[int, int] | None) -> None:
        self._mark()
        self.page.setFocus()
        if found is not None:
            self.page.select_words(*found)

    def _follow_focus(self, _former: QWidget | None, focus: QWidget | None) -> None:
        is_elsewhere = focus is not None and not self.isAncestorOf(focus)
        if is_elsewhere and self.bar.is_naming:
            self.bar.dismiss()

    def _follow(self) -> None:
        if self.bar.isVisible() and self.page.textCursor().hasSelection():
            self.bar.place(self._selected_rect(), self._room())
        self._strip.setVisible(self.bar.isVisible() and self.bar.is_docked)
        self._strip.setFixedHeight(self.bar.height() + 8)

    def _room(self) -> QRect:
        return QRect(self.page.pos(), self.page.size())

    def _selected_rect(self) -> QRect:
        rect = self.page.selected_rect()
        return QRect(self.page.viewport().mapTo(self, rect.topLeft()), rect.size())

    def _may_take_focus(self) -> bool:
        at_hand = QApplication.focusWidget()
        return self.isVisible() and not isinstance(at_hand, (QAbstractItemView, QLineEdit))
