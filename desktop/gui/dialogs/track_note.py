"""What the user notes about a track: plain text, shown again over its name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.edits.tracks import note_track
from desktop.errors import DatelineError
from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain
from desktop.i18n import _
from desktop.model import Track

_Standard = QDialogButtonBox.StandardButton


class TrackNoteDialog(QDialog):
    """The notes on one track; OK keeps them, Esc does not."""

    def __init__(self, parent: QWidget, document: Document, track: Track) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._track = document, track
        name = " ".join(track.name.split())[:60]
        self.setWindowTitle(_("Notes on “{track}”").format(track=name))
        self.note = QPlainTextEdit(track.note)
        self.note.setAccessibleName(_("Notes on the track"))
        self.note.setTabChangesFocus(True)
        self.told = Plain(role="danger")
        self.told.setWordWrap(True)
        self.told.hide()
        self.buttons = QDialogButtonBox(_Standard.Ok | _Standard.Cancel)
        plain(self.buttons)
        self.buttons.accepted.connect(self.keep)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        for part in (self.note, self.told, self.buttons):
            column.addWidget(part)
        self.resize(420, 260)

    def keep(self) -> None:
        """Keep changed notes as one step; a refusal is told here."""
        note = self.note.toPlainText().strip()
        try:
            if note != self._track.note:
                note_track(self._document, self._track.id, note)
        except DatelineError as error:
            self.told.setText(str(error))
            self.told.show()
        else:
            self.accept()
