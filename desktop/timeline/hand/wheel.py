"""The wheel, the touch pad and the pinch: scroll, pan, zoom about the pointer."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from desktop.timeline.stage.stage import Stage

NOTCH = 120  # eighths of a degree: one click of a usual wheel
PIXELS = 72  # that one notch goes
CLOSER = 1.25  # that one notch zooms
PAD_CLOSER = 1.008  # that one pixel of a touch pad zooms
Keys = Qt.KeyboardModifier


def distance(event: QWheelEvent) -> QPointF:
    """Pixels that the wheel asks for: a touch pad's own ones, or those of a wheel's notches."""
    if not event.pixelDelta().isNull():
        return QPointF(event.pixelDelta())
    turned = event.angleDelta()
    return QPointF(turned.x(), turned.y()) * (PIXELS / NOTCH)


def turn(stage: Stage, event: QWheelEvent, x: float) -> None:
    """Ctrl zooms about `x`; sideways or with Shift pans; else scrolls, or pans where all fits."""
    stage.motion.stop()
    away = distance(event)
    if event.modifiers() & Keys.ControlModifier:
        stage.zoom(_closer(event), x)
        return
    sideways, upright = away.x(), away.y()
    is_level = bool(event.modifiers() & Keys.ShiftModifier) or not stage.can_scroll
    if is_level:
        sideways, upright = sideways + upright, 0.0
    stage.roll(-sideways, -upright)


def _closer(event: QWheelEvent) -> float:
    if not event.pixelDelta().isNull():
        return float(PAD_CLOSER ** event.pixelDelta().y())
    return float(CLOSER ** (event.angleDelta().y() / NOTCH))


def pinch(stage: Stage, event: QEvent) -> bool:
    """Zoom by two fingers; False for every other event."""
    if not isinstance(event, QNativeGestureEvent):
        return False
    if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
        return False
    stage.motion.stop()
    stage.zoom(max(0.1, 1 + event.value()), event.position().x())
    return True
