"""Keys in a field: Undo takes back its own typing first, and the menu's letters stay the menu's."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_Keys = QKeySequence.StandardKey


class FieldKeys(QObject):
    """Lets a field keep Undo and Redo for itself only while it has something to take back.

    Qt's fields take both keys always, so that a user who has just corrected a title would press
    Ctrl+Z in vain. On Linux they take Emacs' letters too, although End and the like do the same.
    """

    LETTERS = (_Keys.MoveToEndOfLine, _Keys.DeleteEndOfLine, _Keys.DeleteCompleteLine)

    def __init__(self) -> None:
        super().__init__()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Withhold the key from a field that has no use for it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        if is_letter and any(event.matches(key) for key in self.LETTERS):
            return True  # without an action of this key, the field has it all the same
        if event.matches(_Keys.Undo):
            return not _has_steps(watched, is_undo=True)
        return event.matches(_Keys.Redo) and not _has_steps(watched, is_undo=False)

    def _watch(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QTextEdit | QPlainTextEdit):
            new.installEventFilter(self)


def _has_steps(field: QObject, *, is_undo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if is_undo else field.isRedoAvailable()
    if isinstance(field, QTextEdit | QPlainTextEdit) and not field.isReadOnly():
        page = field.document()
        return page.isUndoAvailable() if is_undo else page.isRedoAvailable()
    return False
