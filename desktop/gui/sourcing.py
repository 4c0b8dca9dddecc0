"""Adding a source in three gestures: select words, press A (D for a denial), and Enter."""

from dataclasses import replace

from PySide6.QtCore import QObject, QRect

from desktop.edits.claims import add_claim
from desktop.errors import DatelineError
from desktop.gui.panels.source_choice import SourceChoice
from desktop.gui.window import Window
from desktop.model import Event, Quote, Selection, Stance

KEYS: dict[str, Stance] = {"a": "asserts", "d": "denies"}


class Sourcing(QObject):
    """Joins the card to the reader of one window; a track's own key comes before its letters."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._reader = window.reader
        self._quote: Quote | None = None
        self._last: tuple[int, ...] = ()
        self._is_asking = False
        self.card = SourceChoice(window.document, self._reader)
        self._place = self._reader.page.take_key
        self._reader.page.take_key = self._take_key
        self._reader.bar.choice.source_asked.connect(lambda: self.ask("asserts"))
        self.card.chosen.connect(self._add)
        self.card.left.connect(self._give_up)
        window.session.selected.connect(self._follow)

    def ask(self, stance: Stance) -> None:
        """Ask which event the selected words tell of; nothing happens without words."""
        quote = self._reader.quote()
        if quote is None:
            return
        document, room = self._window.document, self._room()
        rect = self._reader.page.selected_rect()
        words = QRect(self._reader.page.viewport().mapTo(self._reader, rect.topLeft()), rect.size())
        self._quote = quote
        first = [event for event in document.events(self._last) if not self._has(event, quote)]
        self.card.ask(quote, first, stance)
        self._is_asking = True
        self._reader.bar.close_bar()
        # Closing drops the selection; told anew, the words stand out while the card is open.
        held = Selection(self._last, quote.article)
        self._window.session.select(held)
        self._window.session.select(replace(held, words=(quote.first, quote.last)))
        self._is_asking = False
        self.card.open_at(words, room)

    def _take_key(self, key: str) -> bool:
        if self._place(key):
            return True
        stance = KEYS.get(key.lower())
        if stance is not None:
            self.ask(stance)
        return stance is not None

    def _add(self, event: int, stance: Stance) -> None:
        quote = self._quote
        if quote is None:
            return
        try:
            add_claim(self._window.document, event, quote, stance=stance)
        except DatelineError as error:
            self.card.refuse(str(error))
            return
        self.card.hide()
        words = quote.first, quote.last
        self._window.session.select(Selection((event,), quote.article, words))
        self._reader.page.setFocus()

    def _give_up(self) -> None:
        self._reader.page.setFocus()

    def _follow(self, selection: Selection) -> None:
        """Remember the event in hand over a change of article, and leave with the article."""
        if len(selection.events) == 1:
            self._last = selection.events
        quote = self._quote
        if quote and not self._is_asking and selection.article not in (None, quote.article):
            self.card.hide()

    def _has(self, event: Event, quote: Quote) -> bool:
        """True where these very words, or some around them, are the event's source already."""
        return any(
            claim.article == quote.article
            and claim.first <= quote.first
            and quote.last <= claim.last
            for claim in self._window.document.claims(event.id)
        )

    def _room(self) -> QRect:
        return QRect(self._reader.page.pos(), self._reader.page.size())
