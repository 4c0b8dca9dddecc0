"""Fields of the inspector: each tells of one finished change, and of none when nothing changed."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QListView,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from desktop.gui.panels.line import Line
from desktop.i18n import _

SEVERAL = None  # what a field is shown where the selected events differ


class LineField(Line):
    """A line; `committed` carries the changed text at Enter or when the focus leaves."""

    committed = Signal(str)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = ""
        self._hint = hint
        self.setAccessibleName(name)
        self.setMinimumWidth(60)
        self.editingFinished.connect(self.commit)

    @property
    def is_being_typed(self) -> bool:
        """True while the line differs from what it was given."""
        return self.text() != self._given

    def show_value(self, value: str | None) -> None:
        """Show another value, `SEVERAL` where there are several; the same one moves no cursor."""
        self.setPlaceholderText(_("several") if value is SEVERAL else self._hint)
        text = " ".join((value or "").splitlines())
        if text == self._given and text == self.text():
            return
        self._given = text
        self.setText(text)
        self.setCursorPosition(0)

    def commit(self) -> None:
        """Tell of a change, once."""
        if self.is_being_typed:
            self._given = self.text()
            self.committed.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings back what was there."""
        if event.key() == Qt.Key.Key_Escape and self.is_being_typed:
            self.setText(self._given)
        else:
            super().keyPressEvent(event)


class TagsField(LineField):
    """Tags with commas between; the one being typed is completed from those there are."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, _("comma, between, tags"), parent)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)

    def show_known(self, names: list[str]) -> None:
        """Complete from these tags."""
        self._known.setStringList(names)

    def _offer(self) -> None:
        begun = self.text()[: self.cursorPosition()].rpartition(",")[2].strip()
        self._completer.setCompletionPrefix(begun)
        if begun and self._completer.completionCount():
            self._completer.complete()
        else:
            self._popup.hide()

    def _complete(self, name: str) -> None:
        before = self.text()[: self.cursorPosition()].rpartition(",")[0]
        after = self.text()[self.cursorPosition() :]
        head = f"{before.rstrip()}, {name}" if before.strip() else name
        self.setText(head + after)
        self.setCursorPosition(len(head))


def tags_in(text: str) -> list[str]:
    """The tags that a line names, without blanks around and without empty ones."""
    return [tag for tag in (part.strip() for part in text.split(",")) if tag]


class NoteField(QPlainTextEdit):
    """Lines; `committed` carries the changed text when the focus leaves or at Ctrl+Enter."""

    committed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 16)

    @property
    def is_being_typed(self) -> bool:
        """True while the lines differ from what they were given."""
        return self.toPlainText() != self._given

    def show_value(self, value: str | None) -> None:
        """Show another value, `SEVERAL` where there are several; the same one moves no cursor."""
        self.setPlaceholderText(_("several") if value is SEVERAL else "")
        if (value or "") != self._given or self.is_being_typed:
            self._given = value or ""
            self.setPlainText(self._given)

    def commit(self) -> None:
        """Tell of a change, once."""
        if self.is_being_typed:
            self._given = self.toPlainText()
            self.committed.emit(self._given)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Esc brings back what was there."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.is_being_typed:
            self.setPlainText(self._given)
        else:
            super().keyPressEvent(event)


class ChoiceField(QComboBox):
    """One of a few; `committed` carries what the user chose. The wheel turns it only in focus."""

    committed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(_("several"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda row: self.committed.emit(self.itemData(row)))

    def show_value(self, value: object) -> None:
        """Show the choice whose value is `value`, or `SEVERAL`."""
        row = next((n for n in range(self.count()) if self.itemData(n) == value), -1)
        self.setCurrentIndex(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll over a field that is not in focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberField(QSpinBox):
    """A small number; `committed` carries a changed one at Enter or when the focus leaves."""

    committed = Signal(int)

    def __init__(self, name: str, lowest: int, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: int | None = lowest
        self.setAccessibleName(name)
        self.setRange(lowest - 1, highest)
        self.setSpecialValueText(_("several"))
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.commit)

    def show_value(self, value: int | None) -> None:
        """Show another value, `SEVERAL` where there are several."""
        # A damaged file may name any number, and Qt takes only small ones.
        lowest = self.minimum() + 1
        shown = self.minimum() if value is None else min(max(value, lowest), self.maximum())
        self._given = None if value is None else shown
        self.blockSignals(True)  # noqa: FBT003 - Qt's own wording
        self.setValue(shown)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own wording

    def commit(self) -> None:
        """Tell of a change, once."""
        if self.value() != self._given and self.value() != self.minimum():
            self._given = self.value()
            self.committed.emit(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll over a field that is not in focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
