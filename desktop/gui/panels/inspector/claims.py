"""The sources of an event: each quote with its article, where a click leads to the words."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.edits.claims import add_claim, remove_claims
from desktop.edits.texts import is_lost
from desktop.gui.panels.colours import tinted, track_colour
from desktop.gui.panels.labels import Plain, heading, is_right_to_left, isolated, serif
from desktop.gui.panels.quiet import quiet_button
from desktop.i18n import _
from desktop.model import Article, Claim, Quote, Selection, Stance
from desktop.session import Session
from desktop.when import in_words

_LONGEST = 320  # characters of a quote that are shown; its words stand whole in the article


class ClaimBlock(QWidget):
    """A quote with a bar in its track's colour; `opened` when the user wants to see the words."""

    opened = Signal()
    removed = Signal()

    def __init__(self, claim: Claim, article: Article, colour: QColor) -> None:
        super().__init__()
        self.claim = claim
        self.is_current = False
        self.has_siblings = False
        self._colour = colour
        words = " ".join(claim.exact.split())
        cut = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        quoted = Plain(f"“{cut}”")
        quoted.setWordWrap(True)
        quoted.setFont(serif(self.font(), 1.0))
        origin = Plain(_origin(claim, article), "danger" if is_lost(claim, article) else "muted")
        origin.setWordWrap(True)
        for label in (quoted, origin):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if is_right_to_left(claim.exact):
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 5, 8, 5)
        column.setSpacing(1)
        column.addWidget(quoted)
        column.addWidget(origin)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{words}, {_origin(claim, article)}")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def mark(self, *, is_current: bool, has_siblings: bool) -> None:
        """Stand out among other sources as the one whose fields are shown."""
        self.is_current, self.has_siblings = is_current, has_siblings
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the button to come up again."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the words."""
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_inside:
            self.opened.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the words, Delete takes the quote away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and a ground under the one whose fields are shown."""
        painter = QPainter(self)
        is_lit = self.hasFocus() or (self.is_current and self.has_siblings)
        if is_lit:
            ground = tinted(self._colour, self.palette(), 0.08)
            painter.fillRect(self.rect(), ground)
        to_the_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - 3 if to_the_left else 0
        painter.fillRect(QRectF(left, 0, 3, self.height()), self._colour)
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _show_menu(self, corner: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(_("Show the words")).triggered.connect(self.opened)
        menu.addAction(_("Remove this source")).triggered.connect(self.removed)
        menu.exec(self.mapToGlobal(corner))
        menu.deleteLater()


class Sources(QWidget):
    """The claims of one event; `chosen` carries the claim whose fields are to be shown."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document: Document = session.document
        self._event = 0
        self.blocks: list[ClaimBlock] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._none = Plain(_("No source yet: select words in an article."), "faint")
        self._none.setWordWrap(True)
        self.add = quiet_button(_("Add selected words"))
        self.deny = quiet_button(_("… as a denial"))
        self.add.clicked.connect(lambda: self.add_words("asserts"))
        self.deny.clicked.connect(lambda: self.add_words("denies"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.deny)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(_("Sources")))
        column.addLayout(self._column)
        column.addWidget(self._none)
        column.addLayout(buttons)
        session.selected.connect(self._offer)

    @property
    def current(self) -> Claim | None:
        """The claim whose fields are shown."""
        return next((block.claim for block in self.blocks if block.is_current), None)

    def show_event(self, event: int, colour: str) -> None:
        """Show the claims of an event in its track's colour; the current one stays current."""
        former = self.current.id if self.current and event == self._event else 0
        self._event = event
        claims = self._document.claims(event)
        articles = {article.id: article for article in self._document.articles()}
        for block in self.blocks:
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        shade = track_colour(colour, self.palette())
        self.blocks = [ClaimBlock(claim, articles[claim.article], shade) for claim in claims]
        for block in self.blocks:
            self._column.addWidget(block)
            block.opened.connect(lambda claim=block.claim: self._open(claim))
            block.removed.connect(lambda claim=block.claim: self._remove(claim))
        self._none.setVisible(not claims)
        ids = [claim.id for claim in claims]
        self._mark(former if former in ids else (ids[0] if ids else 0))
        self._offer(self._session.selection)

    def add_words(self, stance: Stance) -> None:
        """Let the words that are selected in the reader tell of this event too."""
        quote = self._selected_words()
        if quote is not None:
            add_claim(self._document, self._event, quote, stance=stance)

    def _open(self, claim: Claim) -> None:
        self._mark(claim.id)
        self.chosen.emit(claim)
        words = claim.first, claim.last
        self._session.select(Selection((claim.event,), claim.article, words))

    def _remove(self, claim: Claim) -> None:
        remove_claims(self._document, [claim.id])

    def _mark(self, claim: int) -> None:
        for block in self.blocks:
            block.mark(is_current=block.claim.id == claim, has_siblings=len(self.blocks) > 1)

    def _offer(self, selection: Selection) -> None:
        can_add = selection.events == (self._event,) and self._selected_words() is not None
        self.add.setVisible(can_add)
        self.deny.setVisible(can_add)

    def _selected_words(self) -> Quote | None:
        selection = self._session.selection
        if selection.article is None or selection.words is None:
            return None
        first, last = selection.words
        taken = {
            (block.claim.article, block.claim.first, block.claim.last) for block in self.blocks
        }
        if (selection.article, first, last) in taken:
            return None
        text = self._document.article(selection.article).text[first:last]
        return Quote(selection.article, first, last, text)


def _place(claim: Claim, article: Article) -> str:
    """The page of a PDF, the paragraph of any other text."""
    page = article.page_at(claim.first)
    if page is not None:
        return _("p. {page}").format(page=page)
    lines = article.text[: claim.first].split("\n")[:-1]
    return f"¶{1 + sum(1 for line in lines if line.strip())}"


def _origin(claim: Claim, article: Article) -> str:
    stances = {"denies": _("denies"), "doubts": _("doubts"), "attributes": _("attributes")}
    date = isolated(in_words(article.published)) if article.published else ""
    who = ": ".join(filter(None, (claim.said_by, stances.get(claim.stance, ""))))
    place = _("not in the text any more") if is_lost(claim, article) else _place(claim, article)
    parts = (who, article.title, place, date)
    return " · ".join(part for part in parts if part)
