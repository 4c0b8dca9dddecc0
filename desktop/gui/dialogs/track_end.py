"""What becomes of a track's events when the track goes: kept on another, or deleted with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Document
from desktop.edits.tracks import merge_tracks, remove_track
from desktop.errors import DatelineError
from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.colours import swatch, track_colour
from desktop.gui.panels.labels import Plain
from desktop.i18n import _, counted
from desktop.model import Track

_Standard = QDialogButtonBox.StandardButton


class TrackEndDialog(QDialog):
    """Deletes one track, or merges it into another where `is_merging`; one step either way."""

    def __init__(
        self, parent: QWidget, document: Document, track: Track, *, is_merging: bool
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._track = document, track
        others = [one for one in document.tracks() if one.id != track.id and not one.locked]
        count = document.event_counts().get(track.id, 0)
        words = counted("Keep its {n} event, on", "Keep its {n} events, on", count)
        self.keeping = QRadioButton(words)
        self.deleting = QRadioButton(_("Delete them with the track"))
        self.told = Plain(role="danger")
        self.buttons = QDialogButtonBox(_Standard.Ok | _Standard.Cancel)
        self.where = self._choice(others)
        self.deleting.setVisible(not is_merging)
        self.keeping.setEnabled(bool(others))
        (self.keeping if others else self.deleting).setChecked(True)
        self._lay_out(is_merging=is_merging)

    def do(self) -> None:
        """Take the track away; a refusal is told here."""
        try:
            if self.keeping.isChecked():
                self._keep_events()
            else:
                remove_track(self._document, self._track.id)
        except DatelineError as error:
            self.told.setText(str(error))
        else:
            self.accept()

    def _keep_events(self) -> None:
        into = int(self.where.currentData())
        if self.deleting.isHidden():
            merge_tracks(self._document, into, self._track.id)
        else:
            remove_track(self._document, self._track.id, keep_on=into)

    def _choice(self, tracks: Sequence[Track]) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(_("The track that takes the events"))
        for track in tracks:
            square = swatch(track_colour(track.colour, self.palette()))
            choice.addItem(square, " ".join(track.name.split()), track.id)
        choice.activated.connect(lambda _row: self.keeping.setChecked(True))
        return choice

    def _lay_out(self, *, is_merging: bool) -> None:
        name = " ".join(self._track.name.split())[:60]
        title = _("Merge “{track}” into another") if is_merging else _("Delete “{track}”")
        self.setWindowTitle(title.format(track=name))
        deed = _("Merge") if is_merging else _("Delete")
        plain(self.buttons)
        self.buttons.button(_Standard.Ok).setText(deed)
        self.buttons.accepted.connect(self.do)
        self.buttons.rejected.connect(self.reject)
        grid = QGridLayout()
        grid.setSpacing(10)
        grid.addWidget(self.keeping, 0, 0)
        grid.addWidget(self.where, 0, 1)
        grid.addWidget(self.deleting, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.setMinimumWidth(400)
