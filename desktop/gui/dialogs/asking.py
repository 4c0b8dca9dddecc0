"""One question that is answered by typing; what is understood is shown before it is done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import DatelineError
from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain

_Standard = QDialogButtonBox.StandardButton


class Asking(QDialog):
    """`read` tells in words what an answer means, or refuses it; `keep` does what was answered."""

    def __init__(
        self,
        parent: QWidget,
        words: tuple[str, str, str],
        read: Callable[[str], str],
        keep: Callable[[str], object],
    ) -> None:
        """The `words` are the title, the question, and the answer that stands there at first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title, question, proposed = words
        self._read, self._keep = read, keep
        self.setWindowTitle(title)
        asked = Plain(question)
        asked.setWordWrap(True)
        self.answer = QLineEdit(proposed)
        self.answer.setAccessibleName(question)
        self.told = Plain(role="muted")
        self.told.setWordWrap(True)
        self.buttons = QDialogButtonBox(_Standard.Ok | _Standard.Cancel)
        plain(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        for part in (asked, self.answer, self.told, self.buttons):
            column.addWidget(part)
        self.setMinimumWidth(380)
        self.answer.selectAll()
        self.answer.textChanged.connect(self._tell)
        self.buttons.accepted.connect(self.keep)
        self.buttons.rejected.connect(self.reject)
        self._tell()

    def keep(self) -> None:
        """Do what was answered; a refusal is told here and the answer can be mended."""
        try:
            self._keep(self.answer.text())
        except DatelineError as error:
            self.told.say(str(error), "danger")
        else:
            self.accept()

    def _tell(self) -> None:
        try:
            self.told.say(self._read(self.answer.text()), "muted")
            is_understood = True
        except DatelineError as error:
            self.told.say(str(error), "danger")
            is_understood = False
        self.buttons.button(_Standard.Ok).setEnabled(is_understood)
