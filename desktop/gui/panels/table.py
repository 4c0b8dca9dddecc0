"""The table of all events: sorted, filtered by typing, edited in place."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Changes
from desktop.edits.events import remove_events
from desktop.gui.panels.labels import Plain
from desktop.gui.panels.table_cells import Cells
from desktop.gui.panels.table_model import TableModel
from desktop.gui.panels.table_rows import COLUMNS
from desktop.i18n import _, counted
from desktop.model import Selection
from desktop.session import Session

_WIDTHS = (300, 180, 120, 110, 150, 140, 140, 200, 220)


class TablePanel(QWidget):
    """All events as rows; the selection is that of the timeline and the reader."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document = session.document
        self._is_stale = True
        self._is_telling = False
        self.model = TableModel(self._document, self.palette(), self)
        self.view = _Grid()
        self.view.setModel(self.model)
        self.view.setItemDelegate(Cells(self.view))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Filter events"))
        self.filter.setAccessibleName(_("Filter events"))
        self.filter.setClearButtonEnabled(True)
        self._count = Plain(role="muted")
        self._lay_out()
        self._connect()

    def refresh(self, changes: Changes) -> None:
        """Read again what a step has touched, once the table can be seen."""
        if not self.isVisible():
            self._is_stale = True
            return
        touched = changes.of("events")
        present = {event.id for event in self._document.events(touched)}
        known = set(self.model.rows.ids.tolist()) if touched else set()
        if changes.is_everything or touched - present or present - known:
            self._read()
        else:
            self.model.read_again(touched if changes.rows.keys() == {"events"} else frozenset())

    def showEvent(self, event: QShowEvent) -> None:
        """Read the events when they are first seen."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def copy(self) -> None:
        """Put the selected rows on the clipboard, tabs between their cells."""
        numbers = self._chosen()
        lines = ("\t".join(self.model.words(number, one) for one in COLUMNS) for number in numbers)
        QApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, delete, and begin to filter by typing."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Delete and self._session.selection.events:
            remove_events(self._document, self._session.selection.events)
        elif event.matches(QKeySequence.StandardKey.Find):
            self.filter.setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        for number, width in enumerate(_WIDTHS):
            self.view.setColumnWidth(number, width)
        top = QHBoxLayout()
        top.setContentsMargins(12, 6, 12, 6)
        top.addWidget(self.filter)
        top.addStretch(1)
        top.addWidget(self._count)
        self.filter.setMinimumWidth(260)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._session.changed.connect(self.refresh)
        self._session.selected.connect(self._take_selection)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self.view.setFocus)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        self.view.selectionModel().selectionChanged.connect(self._tell)

    def _read(self) -> None:
        self._is_stale = False
        self._keep_selection(self.model.read)

    def _filter(self, wanted: str) -> None:
        self._keep_selection(lambda: self.model.arrange(wanted))

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


class _Grid(QTableView):
    """The view of the table: whole rows, no row numbers; some keys go to the panel first."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Events"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setIconSize(QSize(10, 10))
        self.setStyleSheet("QTableView::item { padding: 0 5px; }")
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 11)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionsMovable(True)
        self.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSectionsClickable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the panel copy: it knows the rows' words."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.key() == Qt.Key.Key_Delete:
            event.ignore()
        else:
            super().keyPressEvent(event)
