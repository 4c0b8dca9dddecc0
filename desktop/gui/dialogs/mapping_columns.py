"""The table's first rows, with a choice over each column of what it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QTableWidget, QTableWidgetItem

from desktop.formats.plan import NO_HEADER
from desktop.formats.tables import Table
from desktop.gui.dialogs.mapping_words import field_choices, field_words
from desktop.gui.panels.labels import plain_tooltip
from desktop.i18n import _

_SHOWN_ROWS = 6
MOST_COLUMNS = 60
"""Columns beyond these are kept beside the events, and not asked about."""
_NARROWEST, _WIDEST = 150, 260
_LONGEST = 200


class ColumnsTable(QTableWidget):
    """One column for each of the table's; `changed` when a choice was made by the user."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kinds = QStandardItemModel(self)
        for field in field_choices():
            choice = QStandardItem(field_words(field))
            choice.setData(field, Qt.ItemDataRole.UserRole)
            self._kinds.appendRow(choice)
        self._others: tuple[str, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.choices: list[QComboBox] = []
        self.setAccessibleName(_("What the columns are"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def columns(self) -> tuple[str, ...]:
        """The field that each column fills, as chosen."""
        return (*(str(choice.currentData()) for choice in self.choices), *self._others)

    def is_of(self, table: Table) -> bool:
        """True where these very cells are shown, under these choices."""
        return self._shown == _cells_of(table) and self.columns() == table.plan.columns

    def show_table(self, table: Table) -> None:
        """Show another table, or the same one read in another way."""
        self._shown = _cells_of(table)
        shown = table.header[:MOST_COLUMNS]
        self._others = table.plan.columns[MOST_COLUMNS:]
        self.clear()
        self.setColumnCount(len(shown))
        headings = [cell or _("Column {n}").format(n=n) for n, cell in enumerate(shown, 1)]
        self.setHorizontalHeaderLabels([" ".join(heading.split())[:60] for heading in headings])
        place = table.plan.header
        below = table.first[(NO_HEADER if place is None else place) + 1 :][:_SHOWN_ROWS]
        self.setRowCount(len(below) + 1)
        self.setVerticalHeaderLabels(["", *(str(line) for line, _row in below)])
        self.choices = [self._choice(heading) for heading in headings]
        for column, choice in enumerate(self.choices):
            choice.setCurrentIndex(max(choice.findData(table.plan.columns[column]), 0))
            choice.currentIndexChanged.connect(self._take)
            self.setCellWidget(0, column, choice)
            for row, (_line, cells) in enumerate(below, start=1):
                cell = cells[column] if column < len(cells) else ""
                self.setItem(row, column, _cell(cell))
        self._show_aside()
        self.resizeColumnsToContents()
        for column in range(len(shown)):
            width = self.columnWidth(column)
            self.setColumnWidth(column, min(max(width, _NARROWEST), _WIDEST))
        self.setRowHeight(0, self.choices[0].sizeHint().height() + 6 if self.choices else 30)

    def _choice(self, heading: str) -> QComboBox:
        choice = QComboBox()
        choice.setModel(self._kinds)
        choice.setAccessibleName(_("Column {name} is").format(name=heading))
        choice.setMaxVisibleItems(20)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The wheel scrolls the table; it is not to change what it happens to pass over.
        choice.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # Qt looks it up on the object
        return choice

    def _take(self) -> None:
        """Of two columns for one field the one chosen last has it."""
        sender = self.sender()
        for choice in self.choices:
            chosen = sender.currentData() if isinstance(sender, QComboBox) else ""
            if choice is not sender and chosen and choice.currentData() == chosen:
                choice.blockSignals(True)  # noqa: FBT003 - Qt's own switch
                choice.setCurrentIndex(0)
                choice.blockSignals(False)  # noqa: FBT003 - Qt's own switch
        self._show_aside()
        self.changed.emit()

    def _show_aside(self) -> None:
        """Columns that only stay beside the event are quieter than those that tell of it."""
        quiet = self.palette().placeholderText()
        plain = self.palette().text()
        for column, choice in enumerate(self.choices):
            for row in range(1, self.rowCount()):
                cell = self.item(row, column)
                if cell is not None:
                    cell.setForeground(plain if choice.currentData() else quiet)


def _cells_of(table: Table) -> tuple[object, ...]:
    return table.plan.header, table.header, table.first[: 2 * _SHOWN_ROWS]


def _cell(words: str) -> QTableWidgetItem:
    cell = QTableWidgetItem(" ".join(words[:_LONGEST].split()))
    cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
    if len(words) > 40:
        cell.setToolTip(plain_tooltip(words[:1_000]))
    return cell
