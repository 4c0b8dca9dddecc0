"""All saved views in a list: shown, overwritten with what is in view, renamed, deleted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Document
from desktop.edits.views import View, remove_view, rename_view, views_of
from desktop.errors import DatelineError
from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain
from desktop.i18n import _

_Standard = QDialogButtonBox.StandardButton


class ViewsDialog(QDialog):
    """Double click or Enter shows a view; F2 renames, Del deletes it; each is one step of undo."""

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        show: Callable[[View], None],
        overwrite: Callable[[View], None],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Views"))
        self._document, self._show, self._overwrite = document, show, overwrite
        self._is_listing = False
        self.list = QListWidget()
        self.list.setAccessibleName(_("Views"))
        self.told = Plain(role="danger")
        self.told.setWordWrap(True)
        self.buttons = [
            self._button(_("Show"), self.show_chosen),
            self._button(_("Overwrite"), self.overwrite_chosen),
            self._button(_("Rename"), self.rename_chosen),
            self._button(_("Delete"), self.delete_chosen),
        ]
        self.buttons[1].setToolTip(_("Keep what is in view now under this name"))
        self._lay_out()
        self.list.itemActivated.connect(lambda _item: self.show_chosen())
        self.list.itemChanged.connect(self._rename)
        self.list_views()

    def list_views(self) -> None:
        """List the views as they are kept now."""
        row = max(self.list.currentRow(), 0)
        self._is_listing = True
        self.list.clear()
        for view in views_of(self._document):
            line = QListWidgetItem(view.name)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(line)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._is_listing = False
        for button in self.buttons:
            button.setEnabled(self.list.count() > 0)

    def show_chosen(self) -> None:
        """Take the chosen view up, and leave the list."""
        view = self._chosen()
        if view is not None and self._attempt(lambda: self._show(view)):
            self.accept()

    def overwrite_chosen(self) -> None:
        """Keep what is in view under the name of the chosen one."""
        view = self._chosen()
        if view is not None:
            self._attempt(lambda: self._overwrite(view))

    def rename_chosen(self) -> None:
        """Open the name of the chosen view for typing."""
        if self.list.currentItem() is not None:
            self.list.editItem(self.list.currentItem())

    def delete_chosen(self) -> None:
        """Forget the chosen view."""
        view = self._chosen()
        if view is not None:
            self._attempt(lambda: remove_view(self._document, view.name))
            self.list_views()

    def _chosen(self) -> View | None:
        views, row = views_of(self._document), self.list.currentRow()
        return views[row] if 0 <= row < len(views) else None

    def _rename(self, line: QListWidgetItem) -> None:
        views, row = views_of(self._document), self.list.row(line)
        if self._is_listing or not 0 <= row < len(views) or line.text() == views[row].name:
            return
        self._attempt(lambda: rename_view(self._document, views[row].name, line.text()))
        self.list_views()

    def _attempt(self, deed: Callable[[], object]) -> bool:
        self.told.setText("")
        try:
            deed()
        except DatelineError as error:
            self.told.setText(str(error))
            return False
        return True

    def _button(self, words: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(deed)
        return button

    def _lay_out(self) -> None:
        closing = QDialogButtonBox(_Standard.Close)
        plain(closing)
        closing.rejected.connect(self.reject)
        deeds = QVBoxLayout()
        for button in self.buttons:
            deeds.addWidget(button)
        deeds.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(deeds)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(closing)
        self.resize(440, 320)
        self.list.setFocus()
