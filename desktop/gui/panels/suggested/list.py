"""The list of suggestions under the user's hands: which key does what."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from desktop.gui.panels.labels import typed_keys
from desktop.gui.panels.suggested.look import SuggestedDelegate
from desktop.gui.panels.suggested.rows import Index, SuggestedRows
from desktop.i18n import _

_Key, _Held = Qt.Key, Qt.KeyboardModifier
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


class SuggestedList(QListView):
    """Lists suggestions; each gesture is told of by its signal, `track_chosen` with the key.

    `has_track` is asked whether a typed key belongs to a track; any other begins to correct.
    """

    taken = Signal()
    all_taken = Signal()
    dropped = Signal()
    date_asked = Signal()
    track_chosen = Signal(str)

    def __init__(self, rows: SuggestedRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_track: Callable[[str], bool] = lambda key: False
        self.setModel(rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Suggested events"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def event(self, event: QEvent) -> bool:
        """Keep the list's keys from the menus, which delete and duplicate events by them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the first suggestion in hand where none is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() or not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.model().index(max(0, self.currentIndex().row()), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take, drop, date, file on a track, or correct the title by typing."""
        deed, typed = self._deed(event), typed_keys(event)
        if deed is not None and self.currentIndex().isValid():
            deed.emit()
        elif typed and self.has_track(typed) and self.currentIndex().isValid():
            self.track_chosen.emit(typed)
        elif typed.strip() and self.currentIndex().isValid():
            self.begin_correcting(typed)
        else:
            super().keyPressEvent(event)

    def begin_correcting(self, typed: str = "") -> None:
        """Open the title for typing; what was typed already takes its place."""
        self.edit(self.currentIndex())
        editor = self.findChild(QLineEdit)
        if typed and editor is not None:
            editor.setText(typed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _is_own(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        return self._deed(event) is not None or bool(typed_keys(event))

    def _deed(self, event: QKeyEvent) -> SignalInstance | None:
        held = event.modifiers() & ~_Held.KeypadModifier
        deeds = {
            (_Key.Key_Delete, _Held.NoModifier): self.dropped,
            (_Key.Key_Backspace, _Held.NoModifier): self.dropped,
            (_Key.Key_F2, _Held.NoModifier): self.date_asked,
            (_Key.Key_D, _Held.ControlModifier): self.date_asked,
        }
        for enter in _ENTER:
            deeds[enter, _Held.NoModifier] = self.taken
            deeds[enter, _Held.ShiftModifier] = self.all_taken
        return deeds.get((Qt.Key(event.key()), held))


class _Delegate(SuggestedDelegate):
    """Takes a suggestion when its corrected title is entered."""

    def __init__(self, list_view: SuggestedList) -> None:
        super().__init__(list_view)
        self._list = list_view

    def createEditor(self, parent: QWidget, option: object, index: Index) -> QWidget:
        """A line for the title."""
        line = QLineEdit(parent)
        line.setAccessibleName(_("Title of the event"))
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps the title and takes the suggestion at once."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and isinstance(watched, QLineEdit) and _is_enter(event):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched)
            self._list.setFocus()
            self._list.taken.emit()
            return True
        return super().eventFilter(watched, event)


def _is_enter(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in _ENTER
