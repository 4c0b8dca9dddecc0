"""A line to write in that shows its beginning to whoever only reads it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Line(QLineEdit):
    """Long words begin at its edge again when the focus leaves.

    Tab selects them all and puts the cursor behind the last, where it would stay.
    """

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the cursor where it is for the clipboard's menu and for another window."""
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.setCursorPosition(0)
