"""One calm window for an error of ours: what the user has is safe, and a report to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain
from desktop.i18n import _


class TroubleDialog(QDialog):
    """Tells of an error that nobody foresaw. Nothing is sent anywhere."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        title = Plain(_("Something went wrong in Dateline. Your work is saved."), "title")
        words = Plain(
            _("You can go on. If you tell us about it, this report helps; nothing was sent.")
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(_("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        plain(buttons)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (title, words, self.report, buttons):
            column.addWidget(part)
        self.resize(560, 380)
