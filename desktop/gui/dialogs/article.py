"""Where an article comes from: its title, outlet, author and address, as the user knows them."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Document
from desktop.edits.articles import change_article
from desktop.errors import DatelineError
from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain
from desktop.i18n import _
from desktop.model import Article
from desktop.reading.extract.plain import web_address

_Standard = QDialogButtonBox.StandardButton


class ArticleDialog(QDialog):
    """What was read from the article is proposed; OK keeps what it was made, Esc does not."""

    def __init__(self, parent: QWidget, document: Document, article: Article) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Where the article comes from"))
        self._document, self._article = document, article
        self.title = _line(_("Title"), article.title)
        self.outlet = _line(_("Outlet"), article.publisher)
        self.author = _line(_("Author"), article.byline)
        self.address = _line(_("Address"), article.url)
        self.address.setPlaceholderText("https://…")
        self.told = Plain(role="danger")
        self.told.setWordWrap(True)
        self.told.hide()
        self.buttons = QDialogButtonBox(_Standard.Ok | _Standard.Cancel)
        plain(self.buttons)
        self.buttons.accepted.connect(self.keep)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()

    def keep(self) -> None:
        """Keep what was changed as one step; what cannot be kept is told here."""
        try:
            changed = self._changed()
            if changed != self._article:
                change_article(self._document, changed)
        except DatelineError as error:
            self.told.setText(str(error))
            self.told.show()
        else:
            self.accept()

    def _lay_out(self) -> None:
        form = QFormLayout()
        for field in (self.title, self.outlet, self.author, self.address):
            form.addRow(field.accessibleName(), field)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.resize(480, self.sizeHint().height())
        self.outlet.setFocus()

    def _changed(self) -> Article:
        address = self.address.text().strip()
        if address and address != self._article.url and not web_address(address):
            raise DatelineError(_("An address begins with http:// or https:// and has no blanks."))
        return replace(
            self._article,
            title=self.title.text().strip() or self._article.title,
            publisher=self.outlet.text().strip(),
            byline=self.author.text().strip(),
            url=address,
        )


def _line(name: str, words: str) -> QLineEdit:
    line = QLineEdit(words)
    line.setAccessibleName(name)
    line.setCursorPosition(0)
    return line
