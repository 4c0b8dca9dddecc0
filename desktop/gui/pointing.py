"""What a click in an article opens: a date's readings, a web address, the menu of its words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip

from desktop.edits.readings import drop_pick, pick_reading, read_article
from desktop.gui.panels.articles.popups import Card
from desktop.gui.panels.date_chips import CHIP_KIND
from desktop.gui.panels.labels import isolated, menu_words, plain_tooltip
from desktop.gui.panels.reader.addresses import address_at
from desktop.gui.panels.when_field import DayOrder, WhenField
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Track
from desktop.reading.dates import DateExpression
from desktop.reading.governing import dates_of, sentence_around
from desktop.when import When, in_words

_WORDS = ("add_source", "add_denial")
_PLACE = ("show_words", "paragraph_events", "open_address", "", "find", "date_article",
          "correct_text")  # fmt: skip
_Words = tuple[int, int]


class Pointing(QObject):
    """Watches the mouse and the menu key over the article of one window."""

    def __init__(self, window: Window, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._page = window.reader.page
        self._page.viewport().installEventFilter(self)
        self._page.installEventFilter(self)  # the menu key asks the page itself

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer what a pointer asks of the words; selecting them stays the page's own affair."""
        if isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._telling(self._point(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self._page)
            return True
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseMove and not event.buttons():
                self._shape_pointer(event)
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._release(event)
        return super().eventFilter(watched, event)

    def words_menu(self, at: int) -> QMenu:
        """All that can be done at the code point `at`, and to the selected words if there are."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = self._date_at(at)
        if found is not None:
            words = _("Reading of “{words}”").format(words=found.text)
            self._fill(menu.addMenu(menu_words(words)), found)
            menu.addSeparator()
        if self._page.quote() is not None:
            menu.addAction(_("Copy"), self._page.copy)
            self._offer_tracks(menu.addMenu(_("Place on track")), self._page.selected_span())
            for name in _WORDS:
                menu.addAction(self._actions[name])
        elif self._page.article is not None:
            sentence = sentence_around(self._page.article.text, at, at)
            self._offer_tracks(menu.addMenu(_("Place this sentence on track")), sentence)
        menu.addSeparator()
        for name in _PLACE:
            action = self._actions.get(name)
            if action is None:
                menu.addSeparator()
            elif action.isEnabled() and (name != "open_address" or self._has_address(at)):
                menu.addAction(action)
        return menu

    def readings_menu(self, found: DateExpression) -> QMenu:
        """The readings of a date's words, the one that holds checked, and ways to give another."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, found)
        return menu

    def _fill(self, menu: QMenu, found: DateExpression) -> None:
        if found.why:
            menu.addAction(menu_words(found.why)).setEnabled(False)
            menu.addSeparator()
        held = {edtf: None for edtf in (found.edtf, *found.others) if edtf}
        for edtf in held:
            words = menu_words(isolated(in_words(When(edtf), long=True)))
            reading = menu.addAction(f"{words}\t{edtf}")
            reading.setCheckable(True)
            reading.setChecked(edtf == found.edtf)
            reading.triggered.connect(self._deed(self._pick, found, edtf))
        menu.addAction(_("Another date…")).triggered.connect(self._deed(self._ask, found))
        menu.addSeparator()
        if found.edtf:
            menu.addAction(_("Not a date")).triggered.connect(self._deed(self._pick, found, ""))
        if found.rule == "pick":
            forget = menu.addAction(_("As it was found"))
            forget.triggered.connect(self._deed(self._forget, found))

    def _offer_tracks(self, menu: QMenu, words: _Words) -> None:
        for track in self._window.document.tracks():
            if track.hidden or track.locked:
                continue
            name = menu_words(track.name) + (f"\t{track.key}" if track.key else "")
            menu.addAction(name, partial(self._place, track, words))

    def _place(self, track: Track, words: _Words) -> None:
        self._page.select_words(*words)
        self._window.reader.place(track)

    def _deed(self, deed: Callable[..., object], *given: object) -> Callable[[], None]:
        """What does it when a menu asks, a refusal told in the window."""
        return lambda *_checked: self._window.attempt(partial(deed, *given))

    def _pick(self, found: DateExpression, edtf: str) -> None:
        if self._page.article is not None and edtf != found.edtf:
            article = self._page.article.id
            pick_reading(self._window.document, article, found.start, found.end, edtf)

    def _forget(self, found: DateExpression) -> None:
        if self._page.article is not None:
            drop_pick(self._window.document, self._page.article.id, found.start, found.end)

    def _ask(self, found: DateExpression) -> None:
        """Let another date be typed, in a card beneath the words."""
        article = self._page.article
        if article is None:
            return
        question = _("What does “{words}” mean?").format(words=found.text)
        field = WhenField(question)
        field.ask_about(DayOrder(self._window.document, article.id), article.published)
        field.show_when(When(found.edtf) if found.edtf else None)
        card = Card(menu_words(question).replace("&&", "&"), field, self._page)

        def keep(when: When | None) -> None:
            self._window.attempt(partial(self._pick, found, when.edtf if when else ""))

        field.committed.connect(keep)
        field.accepted.connect(card.close)
        field.escaped.connect(card.close)
        card.closing = field.commit
        place = self._page.place_of(self._page.offsets.end(found.end)).bottomLeft()
        card.open_at(self._page.viewport().mapToGlobal(place))

    def _open_menu(self, event: QContextMenuEvent) -> None:
        if self._page.article is None:
            return
        cursor = self._page.textCursor()
        place, corner = cursor.position(), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = cursor.selectionStart()
            below = self._page.place_of(place).bottomLeft()
            corner = self._page.viewport().mapToGlobal(below)
        else:
            place = self._page.cursorForPosition(event.pos()).position()
            if not cursor.selectionStart() <= place <= cursor.selectionEnd():
                self._put_cursor(place)
        self.words_menu(self._page.offsets.in_text(place)).popup(corner)

    def _release(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._page.textCursor().hasSelection():
            return
        point = self._point(event.position().toPoint())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._has_address(point):
            self._put_cursor(self._page.offsets.start(point))
            # Not before the page has ended its own press: a dialog would take its release.
            QTimer.singleShot(0, self, self._actions["open_address"].trigger)
            return
        found = self._date_at(point)
        if found is not None and self._is_on_chip(event.position()):
            menu, corner = self.readings_menu(found), event.globalPosition().toPoint()
            QTimer.singleShot(0, menu, lambda: menu.popup(corner))

    def _shape_pointer(self, event: QMouseEvent) -> None:
        is_hand = self._is_on_chip(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            is_hand = is_hand or self._has_address(self._point(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if is_hand else Qt.CursorShape.IBeamCursor
        self._page.viewport().setCursor(shape)

    def _is_on_chip(self, place: QPointF) -> bool:
        """True right over a chip: the cursor nearest to it stands before or behind its one sign."""
        cursor = QTextCursor(self._page.cursorForPosition(place.toPoint()))
        for position in (cursor.position(), cursor.position() + 1):
            cursor.setPosition(min(position, self._page.document().characterCount() - 1))
            if cursor.charFormat().objectType() != CHIP_KIND:
                continue
            before, behind = self._page.place_of(position - 1), self._page.place_of(position)
            left, right = sorted((before.center().x(), behind.center().x()))
            is_beside = left <= place.x() <= right and before.top() == behind.top()
            if is_beside and before.top() <= place.y() <= before.bottom():
                return True
        return False

    def _date_at(self, point: int) -> DateExpression | None:
        if self._page.article is None:
            return None
        article = read_article(self._window.document, self._page.article.id)
        met = (one for one in dates_of(article) if one.start <= point <= one.end)
        return next((one for one in met if one.edtf or one.rule == "pick"), None)

    def _telling(self, point: int) -> str:
        chip = self._page.chip_at(point)
        if chip is not None:
            return chip.found.why
        return _("Ctrl+click opens this address, after asking") if self._has_address(point) else ""

    def _has_address(self, point: int) -> bool:
        text = self._page.article.text if self._page.article else ""
        return address_at(text, point, point) is not None

    def _point(self, place: QPoint) -> int:
        return self._page.offsets.in_text(self._page.cursorForPosition(place).position())

    def _put_cursor(self, position: int) -> None:
        cursor = self._page.textCursor()
        cursor.setPosition(position)
        self._page.setTextCursor(cursor)
