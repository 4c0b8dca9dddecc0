"""The field of the filter: it proposes terms as one types, and explains them all."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Document
from desktop.gui.panels.filter.terms import examples, meanings, proposals, term_at
from desktop.gui.panels.labels import Plain
from desktop.i18n import _

_WRITTEN = Qt.ItemDataRole.UserRole
_WIDEST = 420  # pixels of the list of proposals


class FilterLine(QLineEdit):
    """A line whose terms are completed; Down opens the list of what may be written."""

    def __init__(self, document: Document, words: str) -> None:
        super().__init__()
        self._document = document
        self._proposed = QStandardItemModel(self)
        self.completer_list = QCompleter(self._proposed, self)
        self.completer_list.setWidget(self)
        self.completer_list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer_list.setMaxVisibleItems(12)
        self.list = QListView()
        self.list.setObjectName("results")
        self.completer_list.setPopup(self.list)
        self.completer_list.setCompletionRole(_WRITTEN)
        self.completer_list.activated.connect(self._take)
        self.setPlaceholderText(words)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(lambda _text: self.propose())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down asks what may be written here."""
        if event.key() == Qt.Key.Key_Down and not self.list.isVisible():
            self.propose(is_asked=True)
        else:
            super().keyPressEvent(event)

    def propose(self, *, is_asked: bool = False) -> None:
        """List what the term under the cursor may become; unasked only once it has begun."""
        first, last = term_at(self.text(), self.cursorPosition())
        term = self.text()[first:last]
        found = proposals(self._document, term) if term or is_asked else []
        self._proposed.clear()
        for one in found:
            if one.written != term:
                line = QStandardItem(f"{one.written}   {one.told}")
                line.setData(one.written, _WRITTEN)
                self._proposed.appendRow(line)
        if self._proposed.rowCount():
            self.list.setMinimumWidth(min(self.width(), _WIDEST))
            self.completer_list.complete()
        else:
            self.list.hide()

    def _take(self, written: str) -> None:
        first, last = term_at(self.text(), self.cursorPosition())
        is_open = written.endswith(":")
        rest = self.text()[last:].lstrip()
        text = self.text()[:first] + written + ("" if is_open else " ")
        self.setText(text + rest)
        self.setCursorPosition(len(text))
        if is_open:
            self.propose()


class FilterHelp(QFrame):
    """All terms of the filter and some examples, until a click elsewhere or Esc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("results")
        self.setAccessibleName(_("What a filter may say"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        for title, told in ((_("Terms"), meanings()), (_("Examples"), examples())):
            column.addWidget(Plain(title, "section"))
            column.addLayout(_table(told))
        hint = _("Terms are joined: all must hold. Down in the field lists what may come next.")
        column.addWidget(Plain(hint, "muted"))

    def show_below(self, field: QWidget) -> None:
        """Stand under a field."""
        self.adjustSize()
        self.move(field.mapToGlobal(QPoint(0, field.height() + 4)))
        self.show()


def _table(told: dict[str, str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for row, (written, meaning) in enumerate(told.items()):
        grid.addWidget(Plain(written, "title"), row, 0)
        grid.addWidget(Plain(meaning, "muted"), row, 1)
    return grid
