"""The grid of the table: whole rows; its columns are chosen, ordered and sized, and stay so."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTableView

from desktop.gui.panels.table.rows import COLUMNS, heading_of
from desktop.gui.settings import Settings
from desktop.i18n import _

_WIDTHS = (300, 180, 120, 110, 150, 140, 140, 200, 220)
_KEPT = "table/columns"
_Keys = QKeySequence.StandardKey
_OF_EVENTS = (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Grid(QTableView):
    """The view of the table; some keys go to the window first, which knows the events."""

    def __init__(self, settings: Settings | None) -> None:
        super().__init__()
        self._settings = settings
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
        self._dress_headings()

    def show_columns(self) -> None:
        """Have the columns as they were left, once there is a model."""
        for number, width in enumerate(_WIDTHS):
            self.setColumnWidth(number, width)
        headings = self.horizontalHeader()
        kept = self._settings.shape(_KEPT) if self._settings else None
        if kept and not kept.isEmpty():
            headings.restoreState(kept)
        for told in (headings.sectionResized, headings.sectionMoved, headings.sortIndicatorChanged):
            told.connect(self._keep_columns)

    def columns_menu(self) -> QMenu:
        """Which columns are shown; the title always is."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(COLUMNS):
            action = menu.addAction(heading_of(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.setEnabled(number > 0)
            action.toggled.connect(partial(self.show_column, number))
        return menu

    def show_column(self, number: int, is_shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Show a column or leave it out, from now on."""
        self.setColumnHidden(number, not is_shown)
        self._keep_columns()

    def shown_columns(self) -> list[str]:
        """The columns that are shown, from left to right."""
        headings = self.horizontalHeader()
        places = [headings.logicalIndex(place) for place in range(headings.count())]
        return [COLUMNS[number] for number in places if not self.isColumnHidden(number)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the panel do what concerns whole events."""
        if event.matches(_Keys.Copy) or event.key() in _OF_EVENTS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _dress_headings(self) -> None:
        headings = self.horizontalHeader()
        headings.setHighlightSections(False)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setSectionsMovable(True)
        headings.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(False)
        headings.setSortIndicatorShown(True)
        headings.setSectionsClickable(True)
        headings.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        headings.customContextMenuRequested.connect(self._offer_columns)

    def _offer_columns(self, place: QPoint) -> None:
        self.columns_menu().popup(self.horizontalHeader().mapToGlobal(place))

    def _keep_columns(self) -> None:
        if self._settings is not None:
            self._settings.remember(_KEPT, self.horizontalHeader().saveState())
