"""The table of all events: sorted, filtered as the timeline is, edited in place."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.document import Changes
from desktop.edits.events import remove_events
from desktop.gui.panels.labels import Plain
from desktop.gui.panels.quiet import quiet_tool
from desktop.gui.panels.table.cells import Cells
from desktop.gui.panels.table.grid import Grid
from desktop.gui.panels.table.model import TableModel
from desktop.gui.panels.table.rows import COLUMNS, heading_of
from desktop.gui.settings import Settings
from desktop.i18n import _, counted
from desktop.model import Selection
from desktop.session import Session
from desktop.timeline.stage.stage import Stage

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TablePanel(QWidget):
    """The events that the filter shows, as rows; the selection is that of the timeline.

    `filter_asked` tells that the user wants the filter, `event_asked` that an event is to be seen
    in the timeline: by Enter, or by a double click where nothing can be typed.
    """

    filter_asked = Signal()
    event_asked = Signal(int)

    def __init__(self, session: Session, stage: Stage, settings: Settings | None = None) -> None:
        super().__init__()
        self._session = session
        self._document = session.document
        self._contents = stage.contents
        self._shown: tuple[object, object] = (None, None)
        self._is_stale = True
        self._is_telling = False
        self.model = TableModel(self._contents, self._document, self.palette(), self)
        self.view = Grid(settings)
        self.view.setModel(self.model)
        self.view.setItemDelegate(Cells(self.view))
        self.view.show_columns()
        self._count = Plain(role="muted")
        self._lay_out()
        self._connect(stage)

    def refresh(self, changes: Changes) -> None:
        """Read again what a step has touched, once the table can be seen."""
        if not self.isVisible():
            self._is_stale = True
            return
        touched = changes.of("events")
        events = self._document.events(touched)
        present = {event.id for event in events}
        is_reordered = self.model.rows.is_reordered(events)
        known = set(self.model.rows.ids[np.isin(self.model.rows.ids, [*touched])].tolist())
        if changes.is_everything or is_reordered or touched - present or present - known:
            self._read()
        else:
            self.model.read_again(touched if changes.rows.keys() == {"events"} else frozenset())

    def showEvent(self, event: QShowEvent) -> None:
        """Read the events when they are first seen."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def changeEvent(self, event: QEvent) -> None:
        """Mix the colours again for another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.model.show_palette(self.palette())

    def words(self) -> list[list[str]]:
        """The selected rows as they are shown, their headings first."""
        columns = self.view.shown_columns()
        rows = [[self.model.words(row, one) for one in columns] for row in self._chosen()]
        return [[heading_of(one) for one in columns], *rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete the chosen rows' events."""
        if event.key() == Qt.Key.Key_Delete and self._session.selection.events:
            remove_events(self._document, self._session.selection.events)
        elif event.key() in _ENTER and self.view.currentIndex().isValid():
            self._go_to(self.view.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go_to(self, cell: QModelIndex) -> None:
        self.event_asked.emit(int(self.model.rows.ids[cell.row()]))

    def _double_click(self, cell: QModelIndex) -> None:
        if not self.model.flags(cell) & Qt.ItemFlag.ItemIsEditable:
            self._go_to(cell)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        top = QHBoxLayout()
        top.setContentsMargins(12, 4, 8, 4)
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(quiet_tool("filter", _("Filter events"), self.filter_asked.emit))
        self._columns = quiet_tool("list", _("Choose columns"), self._offer_columns)
        top.addWidget(self._columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self, stage: Stage) -> None:
        self._session.changed.connect(self.refresh)
        self._session.selected.connect(self._take_selection)
        stage.relaid.connect(self._filter)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        self.view.selectionModel().selectionChanged.connect(self._tell)
        self.view.doubleClicked.connect(self._double_click)

    def _read(self) -> None:
        self._is_stale = False
        self._shown = (self._contents.passing, self._contents.lit)
        headings = self.view.horizontalHeader()
        column, order = headings.sortIndicatorSection(), headings.sortIndicatorOrder()
        self.model.rows.column = COLUMNS[column if 0 <= column < len(COLUMNS) else 1]
        self.model.rows.is_descending = order == Qt.SortOrder.DescendingOrder
        self._keep_selection(self.model.read)

    def _filter(self) -> None:
        """Show other rows where the filter lets through others than before."""
        if self._is_stale or not self.isVisible():
            self._is_stale = True
            return
        shown = (self._contents.passing, self._contents.lit)
        if any(one is not other for one, other in zip(shown, self._shown, strict=True)):
            self._shown = shown
            self._keep_selection(self.model.arrange)

    def _offer_columns(self) -> None:
        corner = self._columns.mapToGlobal(self._columns.rect().bottomLeft())
        self.view.columns_menu().popup(corner)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._keep_selection(lambda: self.model.sort(column, order))

    def _keep_selection(self, deed: Callable[[], None]) -> None:
        """Do what makes all rows anew, and select the same events again."""
        self._is_telling = True
        deed()
        self._is_telling = False
        self._count.setText(counted("{n} event", "{n} events", self.model.rowCount()))
        self._take_selection(self._session.selection)

    def _tell(self, _more: QItemSelection, _less: QItemSelection) -> None:
        if self._is_telling:
            return
        events = tuple(self.model.rows.ids[self._chosen()].tolist())
        self._is_telling = True
        self._session.select(Selection(events=events))
        self._is_telling = False

    def _chosen(self) -> list[int]:
        runs = self.view.selectionModel().selection()
        spans = (runs.at(number) for number in range(runs.size()))
        return sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})

    def _take_selection(self, selection: Selection) -> None:
        if self._is_telling or self._is_stale:
            return
        runs = self.model.rows.runs_of(selection.events)
        chosen = QItemSelection()
        last = self.model.columnCount() - 1
        for top, bottom in runs:
            chosen.append(
                QItemSelectionRange(self.model.index(top, 0), self.model.index(bottom, last))
            )
        self._is_telling = True
        flag = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(chosen, flag.ClearAndSelect | flag.Rows)
        if runs:
            current = self.model.index(runs[0][0], max(self.view.currentIndex().column(), 0))
            self.view.selectionModel().setCurrentIndex(current, flag.NoUpdate)
            self.view.scrollTo(current)
        self._is_telling = False
