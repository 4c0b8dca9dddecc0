"""The suggestions for one article as rows: each as it was proposed, or as the user corrected it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.gui.panels.labels import isolated, plain_tooltip
from desktop.gui.panels.suggested.words import date_words, second_line, why
from desktop.model import Article, Track
from desktop.reading.suggest import Suggestion
from desktop.when import When

Index = QModelIndex | QPersistentModelIndex
PROPOSED = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Proposed:
    """A suggestion with the user's corrections: a title, "" for its own, and a date.

    `when` counts only where `is_dated_by_hand`; None is then a date that the user took away.
    """

    suggestion: Suggestion
    words: str
    track: Track
    title: str = ""
    when: When | None = None
    is_dated_by_hand: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """The quoted words, by which a suggestion is known again."""
        return self.suggestion.first, self.suggestion.last

    @property
    def date(self) -> When | None:
        """The date that the event will have."""
        if self.is_dated_by_hand:
            return self.when
        return self.suggestion.governing.when if self.suggestion.governing else None

    def settled(self) -> Suggestion:
        """The suggestion to be taken; without its date where the user took that away."""
        if self.is_dated_by_hand and self.when is None:
            return replace(self.suggestion, governing=None)
        return self.suggestion


class SuggestedRows(QAbstractListModel):
    """The rows; showing others keeps the cursor and the corrections of those that stay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Proposed] = []
        self._article: Article | None = None

    @property
    def rows(self) -> list[Proposed]:
        """What is listed, in the order of the article's words."""
        return list(self._rows)

    def show(self, article: Article | None, rows: list[Proposed]) -> None:
        """List these in the place of those before."""
        is_other = (article and article.id) != (self._article and self._article.id)
        self._article = article
        if is_other:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self.leave_out({row.place for row in self._rows} - {row.place for row in rows})
        known = {row.place: row for row in self._rows}
        for number, row in enumerate(rows):
            if row.place not in known:
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows.insert(number, row)
                self.endInsertRows()
        self._rows = [_corrected(row, known.get(row.place)) for row in rows]
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def leave_out(self, places: set[tuple[int, int]]) -> None:
        """Take the rows of these words off the list."""
        for number in reversed(range(len(self._rows))):
            if self._rows[number].place in places:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number]
                self.endRemoveRows()

    def date(self, index: Index, when: When | None) -> None:
        """Give a suggestion another date, None for no date."""
        row = self._rows[index.row()]
        self._rows[index.row()] = replace(row, when=when, is_dated_by_hand=True)
        self.dataChanged.emit(self.index(index.row()), self.index(index.row()))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many suggestions there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, and their titles corrected in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, why so for tooltips, all in one line for screen readers, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.title or row.suggestion.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(why(row.suggestion, row.track)).replace("\n", "<br>")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.track.name, self.date_of(row), row.title or row.words)
            return ", ".join(filter(None, (*parts, *second_line(row.suggestion))))
        return row if role == PROPOSED else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Correct a title; an empty one brings the proposed one back."""
        title, row = " ".join(str(value).split()), self._rows[index.row()]
        corrected = "" if title == row.suggestion.title else title
        self._rows[index.row()] = replace(row, title=corrected)
        self.dataChanged.emit(index, index)
        return True

    def date_of(self, row: Proposed) -> str:
        """The date in words, as it stands beside the track."""
        return isolated(date_words(row.date, self._article.published if self._article else None))


def _corrected(row: Proposed, known: Proposed | None) -> Proposed:
    if known is None:
        return row
    is_dated = known.is_dated_by_hand
    return replace(row, title=known.title, when=known.when, is_dated_by_hand=is_dated)
