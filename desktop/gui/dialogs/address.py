"""Asks before an address of an article is opened: all of it in plain letters."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain
from desktop.gui.panels.reader.addresses import full_words
from desktop.i18n import _


class AddressDialog(QDialog):
    """Shows where an address leads; only its own button opens it, in another program."""

    def __init__(self, parent: QWidget, address: QUrl) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Open address"))
        self._address = address
        self.target = QPlainTextEdit(full_words(address))
        self.target.setReadOnly(True)
        self.target.setFixedHeight(110)
        self.target.setAccessibleName(_("Address"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(_("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setAutoDefault(False)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        plain(buttons)
        column = QVBoxLayout(self)
        column.addWidget(Plain(_("The article names this address. Open it outside Dateline?")))
        column.addWidget(self.target)
        column.addWidget(buttons)
        buttons.accepted.connect(self._open)
        buttons.rejected.connect(self.reject)
        self.resize(520, 200)
        cancel.setDefault(True)
        cancel.setFocus()

    def _open(self) -> None:
        QDesktopServices.openUrl(self._address)
        self.accept()
