"""The corner above the headers: the sign that adds a track, and how many are hidden."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.i18n import counted
from desktop.timeline.drawing.style import Style
from desktop.timeline.headers.row import INSET, SIGN
from desktop.timeline.stage.hooks import Hooks


class Corner:
    """As wide as the headers, as high as the axis."""

    def __init__(self, style: Style) -> None:
        self.style = style

    @property
    def box(self) -> QRect:
        """All of it."""
        return QRect(0, 0, self.style.header_width, self.style.axis_height)

    @property
    def hidden_box(self) -> QRect:
        """Where it is told how many tracks are hidden."""
        return QRect(INSET, 0, self._plus.left() - INSET - 4, self.style.axis_height)

    @property
    def _plus(self) -> QRect:
        top = (self.style.axis_height - SIGN) // 2
        return QRect(self.style.header_width - SIGN - 5, top, SIGN, SIGN)

    def is_plus(self, point: QPoint) -> bool:
        """True where a press adds a track."""
        return self._plus.adjusted(-6, -6, 6, 6).contains(point)

    def paint(self, painter: QPainter, hooks: Hooks, hidden: int) -> None:
        """Draw the corner, and that so many tracks are hidden."""
        style = self.style
        painter.fillRect(self.box, style.background)
        hooks.sign(painter, QRectF(self._plus), "plus", style.icon)
        if hidden:
            painter.setFont(style.font(style.count_size))
            painter.setPen(style.text_muted)
            words = counted("{n} hidden track", "{n} hidden tracks", hidden)
            painter.drawText(self.hidden_box, Qt.AlignmentFlag.AlignVCenter, words)
