"""The list of files that were left out, each with its reason, to be read and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain, plain_tooltip
from desktop.i18n import _, counted

_SHOWN = 2_000


class RefusalsDialog(QDialog):
    """Rows of file and reason; *Copy* takes all of them."""

    def __init__(self, parent: QWidget, notes: list[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Left out"))
        self._notes = notes
        self.list = QTreeWidget()
        self.list.setHeaderLabels([_("File"), _("Why")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(_("Files that were left out"))
        self.list.setStyleSheet("QTreeView::item { padding: 2px 6px; }")
        self.list.addTopLevelItems([_row(name, reason) for name, reason in notes[:_SHOWN]])
        self.list.header().resizeSection(0, 240)
        words = counted(
            "Of what you brought, {n} thing needs a look. The rest is in the timeline.",
            "Of what you brought, {n} things need a look. The rest is in the timeline.",
            len(notes),
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        plain(buttons)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        column.addWidget(Plain(words))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(760, 420)

    def copy(self) -> None:
        """Put every file with its reason on the clipboard."""
        lines = (f"{name}\t{' '.join(reason.split())}" for name, reason in self._notes)
        QGuiApplication.clipboard().setText("\n".join(lines))


def _row(name: str, reason: str) -> QTreeWidgetItem:
    row = QTreeWidgetItem([" ".join(name.split()), " ".join(reason.split())])
    row.setToolTip(0, plain_tooltip(name))
    row.setToolTip(1, plain_tooltip(reason))
    return row
