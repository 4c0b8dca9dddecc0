"""A small live picture of what is to be exported or printed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.errors import DatelineError
from desktop.i18n import _

_SOON = 150  # milliseconds after the last change, so that typing a number draws once
_CHECK = 8  # pixels of the squares behind what is transparent


class Preview(QWidget):
    """Draws by `draw`, which is given the room in pixels; what it refuses stands there in words."""

    def __init__(self, draw: Callable[[QSize], QImage]) -> None:
        super().__init__()
        self._draw = draw
        self._image = QImage()
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self.draw_now)
        self.setMinimumSize(360, 280)
        self.setAccessibleName(_("Preview"))

    @property
    def image(self) -> QImage:
        """What was drawn last."""
        return self._image

    def draw_soon(self) -> None:
        """Draw when nothing has changed for a moment."""
        self._timer.start()

    def draw_now(self) -> None:
        """Draw at once."""
        self._timer.stop()
        try:
            self._image = self._draw(self.size() * self.devicePixelRatioF())
            self._trouble = ""
        except DatelineError as error:
            self._image, self._trouble = QImage(), str(error)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new room."""
        self.draw_soon()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the picture in the middle, on squares where it is transparent."""
        painter = QPainter(self)
        if self._image.isNull():
            painter.setPen(self.palette().placeholderText().color())
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(20, 20, -20, -20), words, self._trouble)
            return
        ratio = self.devicePixelRatioF()
        size = self._image.size() / ratio
        corner = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        box = QRect(corner, size)
        if self._image.hasAlphaChannel():
            _paint_squares(painter, box)
        painter.drawImage(box, self._image)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(box.adjusted(0, 0, -1, -1))


def _paint_squares(painter: QPainter, box: QRect) -> None:
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, Qt.GlobalColor.white)
    for row in range(box.height() // _CHECK + 1):
        for column in range(row % 2, box.width() // _CHECK + 1, 2):
            at = box.topLeft() + QPoint(column * _CHECK, row * _CHECK)
            painter.fillRect(QRect(at, QSize(_CHECK, _CHECK)), Qt.GlobalColor.lightGray)
    painter.restore()
