"""The small bar at selected words: choose a track, then name and date what was placed."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.gui.panels.labels import Plain
from desktop.gui.panels.placing.flow import beside
from desktop.gui.panels.placing.naming import Naming
from desktop.gui.panels.placing.tracks import TrackChoice


class PlacingBar(QWidget):
    """Floats over its parent beside the words that are to be placed, and never on them.

    `closed` when it has nothing more to ask, `put_away` whenever it is not seen any more.
    """

    closed = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = TrackChoice()
        self.naming = Naming()
        self.refusal = Plain(role="danger")
        self.refusal.setWordWrap(True)
        self._words = QRect()
        self._room = QRect()
        self.is_docked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.choice, self.naming, self.refusal):
            column.addWidget(part)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(22)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.choice.resized.connect(self._settle)
        self.naming.finished.connect(self.close_bar)
        # Not before the reading beneath the date has found its new height.
        self.naming.resized.connect(lambda: QTimer.singleShot(0, self, self._settle))
        self.hide()

    @property
    def is_naming(self) -> bool:
        """True while a placed event may be given another title or date."""
        return self.isVisible() and not self.naming.isHidden()

    def offer(self, words: QRect, room: QRect) -> None:
        """Ask for a track beside `words`, both in the parent's pixels."""
        self.naming.hide()
        self.refusal.hide()
        self.choice.show()
        self.place(words, room)

    def name(self, document: Document, event: int) -> None:
        """Offer the title and date of an event that has just been placed."""
        self.choice.hide()
        self.refusal.hide()
        self.naming.show()
        self._settle()
        self.naming.begin(document, event)

    def refuse(self, sentence: str) -> None:
        """Say beneath the tracks why nothing was placed."""
        self.refusal.setText(sentence)
        self.refusal.show()
        self._settle()

    def place(self, words: QRect, room: QRect) -> None:
        """Stand beside `words` within `room`; where they leave no place, right below it."""
        self._words, self._room = words, room
        self._settle()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Put the bar away without a word, since the user has turned elsewhere."""
        self.hide()
        self.naming.end()
        self.put_away.emit()

    def close_bar(self) -> None:
        """Put the bar away."""
        if not self.isHidden():
            self.dismiss()
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a card with a hairline around."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def _settle(self) -> None:
        if self._room.isNull():
            return
        widest = self._room.width() - 16
        self.choice.fit(widest - 16)
        size = self._size(widest)
        corner = beside(self._words, size, self._room)
        self.is_docked = corner is None
        self.resize(size)
        self.move(self._dock(size) if corner is None else corner)

    def _size(self, widest: int) -> QSize:
        wanted = self.sizeHint()
        width = min(wanted.width(), widest)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else wanted.height()
        return QSize(width, height)

    def _dock(self, size: QSize) -> QPoint:
        """Words that fill the whole room still leave the strip that the panel keeps below it."""
        x = self._room.center().x() - size.width() // 2
        return QPoint(x, self._room.bottom() + 1)
