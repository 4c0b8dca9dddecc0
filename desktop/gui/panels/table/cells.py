"""Editing in a cell: dates are read as they are typed, tracks are chosen, all else is a line."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktop.errors import WhenError
from desktop.gui.panels.colours import swatch, track_colour
from desktop.gui.panels.labels import isolated, plain_tooltip
from desktop.gui.panels.table.model import EDITED, Index, TableModel
from desktop.gui.panels.table.rows import COLUMNS
from desktop.gui.panels.table.when import Beside, read_cell
from desktop.i18n import _
from desktop.when import When, in_words


class Cells(QStyledItemDelegate):
    """The editors of the table; a date that cannot be read stays in its cell, with the reason."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor for a column."""
        model = index.model()
        if COLUMNS[index.column()] == "track" and isinstance(model, TableModel):
            choice = QComboBox(parent)
            for track in model.tracks():
                colour = track_colour(track.colour, parent.palette())
                choice.addItem(swatch(colour), track.name, track.id)
            choice.activated.connect(lambda _row: self._finish(choice))
            return choice
        line = QLineEdit(parent)
        line.setFrame(False)
        several = isinstance(model, TableModel) and len(model.row(index).claims) != 1
        line.setReadOnly(COLUMNS[index.column()] == "said_by" and several)
        if COLUMNS[index.column()] == "when":
            beside = model.beside(index) if isinstance(model, TableModel) else Beside()
            line.textEdited.connect(lambda _text: tell_reading(line, beside))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put a cell's value into its editor."""
        value = index.data(EDITED)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(value.edtf if isinstance(value, When) else str(value or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Take what an editor holds; a date that cannot be read changes nothing."""
        if not isinstance(model, TableModel):
            return
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and COLUMNS[index.column()] != "when":
            model.setData(index, editor.text())
        elif isinstance(editor, QLineEdit):
            try:
                model.setData(index, read_line(editor, model.beside(index)))
            except WhenError:
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the editor open on Enter where its date cannot be read."""
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        )
        if is_enter and isinstance(watched, QLineEdit) and watched.property("refused"):
            QToolTip.showText(
                watched.mapToGlobal(QPoint(0, watched.height() - 12)),
                plain_tooltip(watched.accessibleDescription()),
                watched,
            )
            return True
        return super().eventFilter(watched, event)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def read_line(line: QLineEdit, beside: Beside) -> When | None:
    """The date in a line, None for an empty one; refused as `read_cell` refuses."""
    return read_cell(line.text(), beside)[0]


def tell_reading(line: QLineEdit, beside: Beside) -> None:
    """Show beneath a line how its date is understood, or why it is not."""
    try:
        when, note = read_cell(line.text(), beside)
    except WhenError as error:
        words, is_refused = str(error), True
    else:
        told = isolated(in_words(when)) if when else _("Undated")
        words, is_refused = " · ".join(part for part in (told, note) if part), False
    line.setProperty("refused", is_refused)
    line.setAccessibleDescription(words)
    QToolTip.showText(line.mapToGlobal(QPoint(0, line.height() - 12)), plain_tooltip(words), line)
