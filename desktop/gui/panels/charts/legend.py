"""Which colour is what, under a chart: names as plain words, in as many lines as they need."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.timeline.drawing.style import Style

Entry = tuple[str, QColor]
_SIDE, _GAP, _APART, _EDGE = 10, 6, 16, 12
_LINE = 20


class Legend(QWidget):
    """Squares with names; `accessibleDescription` says them."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._look = style
        self._entries: list[Entry] = []
        self._boxes: list[QRect] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: list[Entry], style: Style) -> None:
        """Show these names and colours."""
        self._entries = entries
        self._look = style
        self.setAccessibleDescription(", ".join(name for name, _colour in entries))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entries; a name longer than a line is cut."""
        painter = QPainter(self)
        font = self._look.font(self._look.count_size)
        painter.setFont(font)
        painter.setPen(self._look.text_muted)
        for (name, colour), box in zip(self._entries, self._boxes, strict=True):
            square = QRect(box.left(), box.center().y() - _SIDE // 2 + 1, _SIDE, _SIDE)
            painter.fillRect(square, colour)
            words = box.adjusted(_SIDE + _GAP, 0, 2, 0)
            right = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(font).elidedText(name, right, words.width())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(words, flags, shown)
        painter.end()

    def _arrange(self) -> None:
        measure = QFontMetrics(self._look.font(self._look.count_size))
        room = max(60, self.width() - 2 * _EDGE)
        x = y = 0
        self._boxes = []
        for name, _colour in self._entries:
            width = min(room, _SIDE + _GAP + measure.horizontalAdvance(name) + 1)
            if x and x + width > room:
                x, y = 0, y + _LINE
            self._boxes.append(QRect(_EDGE + x, 3 + y, width, _LINE))
            x += width + _APART
        self.setFixedHeight(y + _LINE + 6)
        self.update()
