"""What a gesture shows of itself: ghosts of events, the band that would take them, words."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop.timeline.drawing.style import Style

PADDING = 8
AWAY = 18  # pixels from the pointer to the bubble


def faint(colour: QColor, strength: float) -> QColor:
    """The same colour, seen through."""
    made = QColor(colour)
    made.setAlphaF(strength)
    return made


def paint_ghost(painter: QPainter, box: QRectF, style: Style) -> None:
    """Draw where an event would stand."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(faint(style.selection, 0.25))
    painter.setPen(QPen(style.selection, 1.5))
    painter.drawRoundedRect(box, style.radius, style.radius)
    painter.restore()


def paint_target(painter: QPainter, box: QRectF, style: Style) -> None:
    """Tint the track that would take what is carried."""
    painter.fillRect(box, faint(style.drop, 0.10))
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), faint(style.drop, 0.6))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), faint(style.drop, 0.6))


def paint_snap_line(painter: QPainter, x: float, top: float, bottom: float, style: Style) -> None:
    """Draw the line to which the hand is held."""
    painter.save()
    painter.setPen(QPen(style.selection, 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(round(x) + 0.5, top), QPointF(round(x) + 0.5, bottom))
    painter.restore()


def paint_bubble(
    painter: QPainter, at: QPointF, lines: list[str], style: Style, ground: QRectF
) -> None:
    """Draw plain words beside `at`, kept inside `ground`; the first line is the strong one."""
    lines = [line for line in lines if line]
    if not lines:
        return
    fonts = [style.font(style.text_size, is_bold=True), *[style.font(style.pill_size)] * len(lines)]
    measured = [QFontMetrics(font) for font in fonts[: len(lines)]]
    widths = [one.horizontalAdvance(line) + 1 for one, line in zip(measured, lines, strict=True)]
    box = _bubble_box(at, max(widths), sum(one.height() for one in measured), ground)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.bubble)
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(style.bubble_text)
    y = box.top() + PADDING / 2
    for line, font, one in zip(lines, fonts, measured, strict=False):
        painter.setFont(font)
        room = QRectF(box.left() + PADDING, y, box.width() - 2 * PADDING, one.height())
        shown = one.elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
        y += one.height()
    painter.restore()


def _bubble_box(at: QPointF, words: int, tall: int, ground: QRectF) -> QRectF:
    """A box above `at`, or below it where there is no room, kept inside `ground`."""
    width = min(words + 2 * PADDING, int(ground.width()) - 4)
    height = tall + PADDING
    left = min(max(at.x() - width / 2, ground.left() + 2), ground.right() - width - 2)
    top = at.y() - height - AWAY
    return QRectF(left, top if top >= ground.top() + 2 else at.y() + AWAY, width, height)
