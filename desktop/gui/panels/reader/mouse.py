"""The mouse over an article: the same press at another place."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent


def moved(event: QMouseEvent, place: QPointF) -> QMouseEvent:
    """The same event at another place."""
    pressed = event.button(), event.buttons(), event.modifiers()
    return QMouseEvent(event.type(), place, event.globalPosition(), *pressed)
