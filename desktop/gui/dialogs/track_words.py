"""The words that suggest a track, a term a line, and what filing events has taught."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Document
from desktop.edits.suggestions import filed, reset_learning
from desktop.edits.tracks import change_track
from desktop.errors import DatelineError
from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain
from desktop.i18n import _, counted
from desktop.model import Track


class TrackWordsDialog(QDialog):
    """The terms of one track; closing the dialog keeps them, Esc does not."""

    def __init__(self, parent: QWidget, document: Document, track: Track) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._track = document, track
        self.setWindowTitle(_("Words that suggest “{track}”").format(track=track.name))
        self.lines = QPlainTextEdit(track.words)
        self.lines.setAccessibleName(_("Words that suggest the track"))
        self.lines.setTabChangesFocus(True)
        self.learnt = Plain(role="muted")
        self.reset = QPushButton(_("Reset learning"))
        self.told = Plain(role="danger")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        self._count()
        self.reset.clicked.connect(self._forget)
        plain(self.buttons)
        self.buttons.accepted.connect(self.keep)
        self.buttons.rejected.connect(self.reject)

    @property
    def words(self) -> str:
        """The terms without blanks around and empty lines, each once."""
        lines = (
            " ".join(line.replace("=", " = ").split()).replace(" = ", "=")
            for line in self.lines.toPlainText().splitlines()
        )
        return "\n".join(dict.fromkeys(line for line in lines if line))

    def keep(self) -> None:
        """Keep changed terms as one step."""
        if self._attempt(self._change):
            self.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was written."""
        self._attempt(self._change)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        hint = Plain(
            _(
                "A word or phrase a line. Its beginning is enough: “bomb” finds “bombed”. "
                "“siege=3” weighs more; the usual weight is 1.5."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.learnt.setWordWrap(True)
        self.reset.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.learnt, 1)
        row.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        column.addWidget(hint)
        column.addWidget(self.lines, 1)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.resize(440, 460)
        self.lines.setFocus()

    def _count(self) -> None:
        number = len(filed(self._document))
        told = counted(
            "{n} quote on a track has taught what belongs where.",
            "{n} quotes on tracks have taught what belongs where.",
            number,
        )
        self.learnt.setText(
            told if number else _("Events that you place teach what belongs where.")
        )
        self.reset.setEnabled(number > 0)

    def _forget(self) -> None:
        if self._attempt(lambda: reset_learning(self._document)):
            self._count()

    def _change(self) -> None:
        track = self._document.track(self._track.id)
        if self.words != track.words:
            change_track(self._document, replace(track, words=self.words), _("Words of the track"))

    def _attempt(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except DatelineError as error:
            self.told.setText(str(error))
            return False
        return True
