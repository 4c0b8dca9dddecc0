"""A field that opens on the timeline for typing a name or a title in place."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.timeline.drawing.style import Style


class NameField(QLineEdit):
    """Return or a click elsewhere accepts, Esc leaves all as it was; an empty name is no name."""

    accepted = Signal(int, str)

    def __init__(self, parent: QWidget, words: str) -> None:
        super().__init__(parent)
        self._key = 0
        self._before = ""
        self.setAccessibleName(words)
        self.hide()

    @property
    def is_open(self) -> bool:
        """True while something is being typed."""
        return self.isVisible()

    def open(self, key: int, text: str, place: QRect, style: Style) -> None:
        """Begin to type over `text`, which belongs to the row `key`."""
        self._key, self._before = key, text
        self.setFont(style.font(style.text_size))
        self.setText(text)
        self.setGeometry(place)
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return accepts, Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self._close(is_accepted=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(is_accepted=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Accept what was typed when the user turns to something else."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close(is_accepted=True)

    def _close(self, *, is_accepted: bool) -> None:
        if not self.isVisible():
            return
        had_focus = self.hasFocus()
        self.hide()
        if had_focus and isinstance(parent := self.parent(), QWidget):
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
        text = self.text().strip()
        if is_accepted and text and text != self._before:
            self.accepted.emit(self._key, text)
