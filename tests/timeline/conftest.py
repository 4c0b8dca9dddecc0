"""A timeline in a window of its own, and a hand that acts on it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.model import Event
from desktop.session import Session
from desktop.timeline.drawing.style import light
from desktop.timeline.view import TimelineView
from desktop.when import When
from desktop.when.calendar import seconds

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Mouse and wheel on one widget, by events that Qt delivers as the window's own."""

    def __init__(self, widget):
        self._widget = widget

    def press(self, point, keys=NONE, button=LEFT):
        self._mouse(QEvent.Type.MouseButtonPress, point, button, button, keys)

    def move(self, point, keys=NONE, button=LEFT):
        self._mouse(QEvent.Type.MouseMove, point, Qt.MouseButton.NoButton, button, keys)

    def release(self, point, keys=NONE, button=LEFT):
        nothing = Qt.MouseButton.NoButton
        self._mouse(QEvent.Type.MouseButtonRelease, point, button, nothing, keys)

    def click(self, point, keys=NONE):
        self.press(point, keys)
        self.release(point, keys)

    def double_click(self, point):
        self.click(point)
        self._mouse(QEvent.Type.MouseButtonDblClick, point, LEFT, LEFT, NONE)
        self.release(point)

    def carry(self, start, stop, keys=NONE, button=LEFT):
        """Press and move in small steps, and do not let go."""
        self.press(start, keys, button)
        for step in range(1, 9):
            self.move(start + (stop - start) * step / 8, keys, button)

    def drag(self, start, stop, keys=NONE, button=LEFT):
        self.carry(start, stop, keys, button)
        self.release(stop, keys, button)

    def wheel(self, point, angle=(0, 0), pixels=(0, 0), keys=NONE):
        place = QPointF(point)
        away = self._widget.mapToGlobal(place)
        phase = Qt.ScrollPhase.NoScrollPhase
        nothing = Qt.MouseButton.NoButton
        event = QWheelEvent(
            place, away, QPoint(*pixels), QPoint(*angle), nothing, keys, phase, False
        )
        QApplication.sendEvent(self._widget, event)

    def _mouse(self, kind, point, button, buttons, keys):
        place = QPointF(point)
        event = QMouseEvent(kind, place, self._widget.mapToGlobal(place), button, buttons, keys)
        QApplication.sendEvent(self._widget, event)


class Shown:
    """A view of a document, and what a test asks of it."""

    def __init__(self, view, document):
        self.view = view
        self.document = document
        self.canvas = view.canvas
        self.stage = view.stage
        self.hand = Hand(view.canvas)
        self.errors = []
        view.hooks.on_error = self.errors.append

    def add(self, title, when, track=1, **other):
        event = Event(track=track, title=title, when=When(when) if when else None, **other)
        with self.document.step("Add"):
            return self.document.add(event)

    def when(self, event):
        found = self.document.event(event).when
        return found.edtf if found else ""

    def box(self, event):
        return self.stage.boxes(frozenset({event}))[event]

    def middle(self, event):
        return self.box(event).center().toPoint()

    def start(self, event):
        box = self.box(event)
        return QPoint(round(box.left()) + 1, round(box.center().y()))

    def end(self, event):
        box = self.box(event)
        return QPoint(round(box.right()) - 2, round(box.center().y()))

    def at(self, track, *date):
        """A point on a track's ground at a date."""
        return QPoint(round(self.stage.x_of(seconds(*date))), self.ground(track).y())

    def ground(self, track):
        band = self.stage.band_box(track)
        return QPoint(round(band.center().x()), round(band.bottom()) - 8)

    def days(self, pixels_a_day=40):
        """Show November 2024 with so many pixels for a day."""
        first = seconds(2024, 11, 15)
        self.view.stage.glide = 0
        span = self.stage.width / pixels_a_day * 86_400
        self.view.stage.show_scale(
            type(self.stage.scale)(first, span / self.stage.width, self.stage.width)
        )


@pytest.fixture
def shown(qtbot, document):
    view = TimelineView(Session(document), light())
    qtbot.addWidget(view)
    view.stage.glide = 0
    view.resize(1200, 560)
    with qtbot.waitExposed(view):
        view.show()
    made = Shown(view, document)
    made.days()
    return made


@pytest.fixture
def hand_on():
    """A hand for any widget."""
    return Hand
