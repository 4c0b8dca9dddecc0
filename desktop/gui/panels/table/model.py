"""The table of events as Qt asks for it; a cell edited here is an edit like any other."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPalette

from desktop.document import Document
from desktop.edits.claims import change_claim
from desktop.edits.events import (
    change_event,
    date_events,
    retitle_event,
    retrack_events,
    tag_events,
)
from desktop.gui.panels.colours import swatch, track_colour
from desktop.gui.panels.inspector.fields import tags_in
from desktop.gui.panels.labels import plain_tooltip
from desktop.gui.panels.table.rows import COLUMNS, Row, Rows, article_titles, cell, heading_of
from desktop.gui.panels.table.when import Beside
from desktop.gui.panels.when_field import DayOrder
from desktop.i18n import _
from desktop.model import Track
from desktop.timeline.stage.contents import Contents
from desktop.when import When

EDITED = Qt.ItemDataRole.EditRole
Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """The rows in their order; `palette` colours the tracks' squares."""

    def __init__(
        self, contents: Contents, document: Document, palette: QPalette, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._palette = palette
        self.rows = Rows(document, contents)
        self._tracks: dict[int, Track] = {}
        self._names: dict[int, str] = {}
        self._swatches: dict[int, QIcon] = {}
        self._titles: dict[int, str] = {}

    def read(self) -> None:
        """Take everything from the document again."""
        self.beginResetModel()
        self._read_names()
        self.rows.read()
        self.endResetModel()

    def read_again(self, events: frozenset[int]) -> None:
        """Read what these events' cells say again; rows stay where they are."""
        self._read_names()
        self.rows.forget(events or None)
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def arrange(self) -> None:
        """Show what the filter shows now."""
        self.beginResetModel()
        self.rows.arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; When by real time, tracks by their place."""
        self.beginResetModel()
        self.rows.column = COLUMNS[column]
        self.rows.is_descending = order == Qt.SortOrder.DescendingOrder
        self.rows.arrange()
        self.endResetModel()

    def tracks(self) -> list[Track]:
        """Every track, for the choice in a cell."""
        return list(self._tracks.values())

    def rowCount(self, parent: Index | None = None) -> int:
        """How many events are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.rows.ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns are called."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return heading_of(COLUMNS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A cell can be edited where a value of the event stands behind it."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_editable(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says, what is edited in it, or its track's square."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and column == "track":
            return self._swatches.get(self.row(index).event.track)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.words(index.row(), column))
        if role == Qt.ItemDataRole.ForegroundRole and self.rows.is_dim(index.row()):
            return self._palette.color(QPalette.ColorRole.PlaceholderText)
        return self._edited(self.row(index), column) if role == EDITED else None

    def setData(self, index: Index, value: object, role: int = EDITED) -> bool:
        """Make the edit that a changed cell stands for; an unchanged one makes none."""
        row, column = self.row(index), COLUMNS[index.column()]
        if value == self._edited(row, column):
            return False
        event = row.event
        if column == "title" and str(value).strip():
            retitle_event(self._document, event.id, str(value).strip())
        elif column == "when" and (value is None or isinstance(value, When)):
            date_events(self._document, [event.id], value)
        elif column == "track" and isinstance(value, int):
            retrack_events(self._document, [event.id], value)
        elif column == "tags":
            tag_events(self._document, [event.id], tags_in(str(value)))
        else:
            return self._set_text(row, column, str(value).strip())
        return True

    def row(self, index: Index) -> Row:
        """The row of a cell."""
        return self.rows.row(index.row())

    def words(self, number: int, column: str) -> str:
        """What a cell says."""
        said = cell(self.rows.row(number), column, self._names, self._titles)
        order = self.rows.order_of(number) if column == "when" else ""
        return f"{said}  {order}" if order else said

    def beside(self, index: Index) -> Beside:
        """What a date typed into a cell may be counted from."""
        above = self.rows.row(index.row() - 1).event.when if index.row() else None
        order = DayOrder(self._document, None)
        return Beside(above, When(date.today().isoformat()), order.is_day_first)

    def show_palette(self, palette: QPalette) -> None:
        """Look otherwise from now on."""
        self._palette = palette
        self._read_names()

    def _read_names(self) -> None:
        self._tracks = {track.id: track for track in self._document.tracks()}
        self._names = {key: track.name for key, track in self._tracks.items()}
        self._swatches = {
            key: swatch(track_colour(track.colour, self._palette))
            for key, track in self._tracks.items()
        }
        self._titles = article_titles(self._document)

    def _is_editable(self, index: Index) -> bool:
        # Qt asks this of every cell of a selection, so no row may be read for it.
        return COLUMNS[index.column()] not in ("status", "articles")

    def _edited(self, row: Row, column: str) -> object:
        event = row.event
        values: dict[str, object] = {
            "title": event.title,
            "when": event.when,
            "track": event.track,
            "place": event.place,
            "note": event.note,
            "tags": ", ".join(row.tags),
            "said_by": row.claims[0].said_by if len(row.claims) == 1 else "",
        }
        return values.get(column)

    def _set_text(self, row: Row, column: str, text: str) -> bool:
        if column == "place":
            change_event(self._document, replace(row.event, place=text), _("Change place"))
        elif column == "note":
            change_event(self._document, replace(row.event, note=text), _("Change note"))
        elif column == "said_by" and len(row.claims) == 1:
            change_claim(self._document, replace(row.claims[0], said_by=text))
        else:
            return False
        return True
