"""One calm window for an error of ours: what the user has is safe, and a report to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

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
        buttons = QDialogButtonBox()
        go_on = buttons.addButton(_("Go on"), QDialogButtonBox.ButtonRole.RejectRole)
        copy = buttons.addButton(_("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        leave = buttons.addButton(_("Quit Dateline"), QDialogButtonBox.ButtonRole.DestructiveRole)
        copy.clicked.connect(self._copy)
        leave.clicked.connect(self._leave)
        go_on.setDefault(True)
        plain(buttons)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (title, words, self.report, buttons):
            column.addWidget(part)
        self.resize(560, 380)

    def add(self, report: str) -> None:
        """Tell of one more error in the same window; one that is told already is not told again."""
        if report not in self.report.toPlainText():
            self.report.appendPlainText("\n" + report)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())

    def _leave(self) -> None:
        self.reject()
        QApplication.closeAllWindows()


def tell_trouble(report: str) -> None:
    """Show the report, in the window of an earlier one where that is still open."""
    standing = [one for one in QApplication.topLevelWidgets() if isinstance(one, TroubleDialog)]
    shown = next((one for one in standing if one.isVisible()), None)
    if shown is not None:
        shown.add(report)
        return
    dialog = TroubleDialog(report, QApplication.activeWindow())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
