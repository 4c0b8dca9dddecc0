"""The search on top of the window: one field for events, articles, tracks, days and commands."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.gui.finding import Found
from desktop.gui.icons import icon
from desktop.i18n import _

_MOST_ROWS = 12
_PADDING = 10
_LEAST_WIDTH = 440  # of the results, in pixels; the field may be narrower
_Role = QPalette.ColorRole
_HINT = Qt.ItemDataRole.UserRole


class Search(QLineEdit):
    """A field with its results below: Up and Down choose, Enter does, Esc gives back the focus."""

    def __init__(self, find: Callable[[str], list[Found]]) -> None:
        super().__init__()
        self._hint = _("Search events, articles, commands…  Ctrl K")
        self.setPlaceholderText(self._hint)
        self.setAccessibleName(_("Search events, articles and commands"))
        self.setMinimumSize(150, 30)
        self.setClearButtonEnabled(True)
        self._find = find
        self._found: list[Found] = []
        self._last = ""
        self._before: QWidget | None = None
        self.results: QListWidget | None = None
        self.textEdited.connect(self._show_results)

    def begin(self, hint: str = "") -> None:
        """Take the focus and show what can be done; the last words are selected.

        A `hint` asks for something in particular: the field is emptied, and waits for it.
        """
        if hint:
            self.clear()
        elif not self.text():
            self.setText(self._last)
        self.setPlaceholderText(hint or self._hint)
        if self.window().focusWidget() is not self:
            self._before = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if not hint:
            self._show_results(self.text())

    def leave(self) -> None:
        """Close the results and give the focus back to where it was."""
        self._put_away()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None
        else:
            self.clearFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the results, do the chosen one, or type on."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._move(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the results when the user turns to something else."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin as the shortcut does."""
        self.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the results below the field while the window is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _show_results(self, wanted: str) -> None:
        shown = self._list()
        self._found = self._find(wanted)
        shown.clear()
        for found in self._found:
            line = QListWidgetItem(icon(found.icon), found.words)
            line.setData(_HINT, found.hint)
            shown.addItem(line)
        shown.setCurrentRow(0)
        shown.setVisible(bool(self._found))
        self._place()

    def _list(self) -> QListWidget:
        # Made at the first search: its parent, the window, is not known before.
        if self.results is None:
            self.results = QListWidget(self.window())
            self.results.setObjectName("results")
            self.results.setAccessibleName(_("Results"))
            self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.results.setItemDelegate(_Line(self.results))
            self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.results.itemClicked.connect(self._do)
            self.window().installEventFilter(self)
        return self.results

    def _place(self) -> None:
        if self.results is None:
            return
        room = self.window().width() - 2 * _PADDING
        width = min(max(self.width(), _LEAST_WIDTH), room)
        beside = self.mapTo(self.window(), QPoint((self.width() - width) // 2, self.height() + 4))
        left = max(_PADDING, min(beside.x(), _PADDING + room - width))
        corner = QPoint(left, beside.y())
        rows = min(_MOST_ROWS, self.results.count())
        height = sum(self.results.sizeHintForRow(row) for row in range(rows)) + 10
        self.results.setGeometry(QRect(corner, QSize(width, height)))
        self.results.raise_()

    def _move(self, by: int) -> None:
        if self.results is None or self.results.isHidden():
            self._show_results(self.text())
            return
        last = self.results.count() - 1
        self.results.setCurrentRow(max(0, min(last, self.results.currentRow() + by)))

    def _do(self) -> None:
        if self.results is None or not 0 <= self.results.currentRow() < len(self._found):
            return
        chosen = self._found[self.results.currentRow()]
        self.leave()
        chosen.run()

    def _put_away(self) -> None:
        self.setPlaceholderText(self._hint)
        self._last = self.text() or self._last
        self.clear()
        if self.results is not None:
            self.results.hide()


class _Line(QStyledItemDelegate):
    """A result: its icon and words at the start, what it is at the end of the line."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, option.fontMetrics.height() + 10)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(_Role.Highlight))
            painter.drawRoundedRect(option.rect.adjusted(3, 0, -3, 0), 4, 4)
        line = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        self._write(painter, option, line, index)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: QRect,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        direction, metrics = option.direction, option.fontMetrics
        place, flags = QStyle.visualRect, Qt.AlignmentFlag.AlignVCenter
        square = QRect(line.left(), line.center().y() - 8, 17, 17)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, place(direction, line, square))
        hint = str(index.data(_HINT))
        wide = metrics.horizontalAdvance(hint) + 6
        words = line.adjusted(27, 0, -wide - 8, 0)
        cut = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(option.palette.color(_Role.Text))
        leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | flags
        painter.drawText(place(direction, line, words), leading, cut)
        painter.setPen(option.palette.color(_Role.Dark))
        trailing = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight) | flags
        painter.drawText(place(direction, line, line), trailing, hint)
