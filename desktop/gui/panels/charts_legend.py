"""Which colour is what, under a chart: names as plain words, cut where there is no room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.timeline.style import Style

Entry = tuple[str, QColor]
_SIDE, _GAP, _APART = 10, 6, 16


class Legend(QWidget):
    """A row of squares with names; `accessibleDescription` says them."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._look = style
        self._entries: list[Entry] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: list[Entry], style: Style) -> None:
        """Show these names and colours."""
        self._entries = entries
        self._look = style
        self.setAccessibleDescription(", ".join(name for name, _colour in entries))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(100, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entries from left to right, all cut to an equal share if they do not fit."""
        painter = QPainter(self)
        font = self._look.font(self._look.count_size)
        painter.setFont(font)
        measure = QFontMetrics(font)
        widths = [measure.horizontalAdvance(name) for name, _colour in self._entries]
        room = self.width() - 16 - len(widths) * (_SIDE + _GAP + _APART)
        most = max(widths, default=0) if sum(widths) <= room else room // max(1, len(widths))
        x, middle = 12, self.height() // 2
        for (name, colour), width in zip(self._entries, widths, strict=True):
            painter.fillRect(QRect(x, middle - _SIDE // 2, _SIDE, _SIDE), colour)
            x += _SIDE + _GAP
            shown = measure.elidedText(name, Qt.TextElideMode.ElideRight, min(width, most))
            painter.setPen(self._look.text_muted)
            box = QRect(x, 0, min(width, most) + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
            x += min(width, most) + _APART
        painter.end()
