"""Buttons in a row that goes on in the next one where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget


def flow(parts: list[QWidget], width: int, gap: int = 6) -> tuple[list[QPoint], QSize]:
    """Where each part stands when rows are at most `width` pixels wide, and the room of all."""
    corners: list[QPoint] = []
    x = y = row = widest = 0
    for part in parts:
        size = part.sizeHint()
        if x and x + size.width() > width:
            x, y, row = 0, y + row + gap, 0
        corners.append(QPoint(x, y))
        x += size.width() + gap
        row = max(row, size.height())
        widest = max(widest, x - gap)
    return corners, QSize(widest, y + row)


def beside(words: QRect, size: QSize, room: QRect, gap: int = 8) -> QPoint | None:
    """A place for a bar of `size` in `room` that leaves `words` free: below, above, or None."""
    x = min(
        max(words.center().x() - size.width() // 2, room.left() + gap),
        room.right() - size.width() - gap,
    )
    x = max(x, room.left() + gap)
    below = words.bottom() + gap
    if below + size.height() <= room.bottom() - gap:
        return QPoint(x, max(below, room.top() + gap))
    above = words.top() - gap - size.height()
    return (
        QPoint(x, min(above, room.bottom() - gap - size.height())) if above >= room.top() else None
    )
