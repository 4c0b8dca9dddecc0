"""Small cards that open at an article's row, for its date and its note; closing them is enough."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.edits.articles import date_article
from desktop.gui.panels.labels import Plain
from desktop.gui.panels.when_field import DayOrder, WhenField
from desktop.i18n import _
from desktop.model import Article


class Card(QFrame):
    """A question with one field, gone when the user presses elsewhere."""

    def __init__(self, question: str, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.closing: Callable[[], object] = lambda: None
        column = QVBoxLayout(self)
        column.addWidget(Plain(question, "section"))
        column.addWidget(field)
        self.setMinimumWidth(280)
        self._field = field

    def open_at(self, corner: QPoint) -> None:
        """Open with the field in focus; `corner` is on the whole screen."""
        self.move(corner)
        self.show()
        self._field.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was written."""
        self.closing()
        super().closeEvent(event)


def date_card(document: Document, article: Article, parent: QWidget) -> Card:
    """Asks when an article was published."""
    field = WhenField(_("Publication date"), _("no date"))
    field.ask_about(DayOrder(document, article.id), None)
    field.show_when(article.published)
    card = Card(_("When was this published?"), field, parent)
    field.committed.connect(lambda when: date_article(document, article.id, when))
    field.accepted.connect(card.close)
    field.escaped.connect(card.close)
    card.closing = field.commit
    return card


def note_card(note: str, parent: QWidget, keep: Callable[[str], object]) -> Card:
    """Asks for a note; `keep` is called with a changed one."""
    lines = QPlainTextEdit(note)
    lines.setAccessibleName(_("Note"))
    lines.setTabChangesFocus(True)
    lines.setFixedHeight(120)
    card = Card(_("Note"), lines, parent)

    def close() -> None:
        if lines.toPlainText() != note:
            keep(lines.toPlainText())

    card.closing = close
    return card
