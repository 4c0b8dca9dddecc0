"""The view that rolls out, and the ground that goes on under a hand at the edge."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.hand.drift import Drift, pull
from desktop.timeline.hand.gestures import Panning
from desktop.timeline.stage.motion import Pace, between

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
DAY = 40  # pixels of a day in the pictures of these tests


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self):
        self.moment = 0.0

    def __call__(self):
        return self.moment


@pytest.fixture
def pan(shown):
    """Pull the ground by so many pixels in each of so many milliseconds, rest, and let go."""

    def pull_ground(steps, rest=0.0):
        clock, x = Clock(), 600
        gesture = Panning(shown.stage, QPoint(x, 200), clock)
        for pixels, milliseconds in steps:
            clock.moment += milliseconds
            x += pixels
            gesture.move(QPoint(x, 200), Qt.KeyboardModifier.NoModifier)
        clock.moment += rest
        gesture.release(QPoint(x, 200), Qt.KeyboardModifier.NoModifier)

    return pull_ground


def test_a_ground_let_go_of_in_full_motion_rolls_on_the_same_way(shown, pan):
    shown.stage.glide = 180

    pan([(20, 10)] * 5)

    assert shown.stage.motion.is_under_way
    assert shown.stage.motion.aim.start < shown.stage.scale.start


def test_a_ground_stays_where_the_hand_rested_before_letting_go(shown, pan):
    shown.stage.glide = 180

    pan([(20, 10)] * 5, rest=200)

    assert not shown.stage.motion.is_under_way


def test_nothing_rolls_for_those_who_want_no_animation(shown, pan):
    shown.stage.glide = 0

    pan([(20, 10)] * 5)

    assert not shown.stage.motion.is_under_way


def test_a_press_stops_the_ground_where_it_is(shown, pan):
    shown.stage.glide = 180
    pan([(20, 10)] * 5)

    shown.hand.press(QPoint(300, 20), button=Qt.MouseButton.MiddleButton)

    assert not shown.stage.motion.is_under_way


def test_a_hand_that_turns_back_has_the_speed_of_its_last_movement():
    pace = Pace()
    for moment, x in ((0, 0), (40, 200), (120, 200), (140, 180), (160, 160)):
        pace.note(x, moment)

    assert pace.speed(160) == pytest.approx(-1.0)


def test_a_view_that_rolls_goes_by_whole_pixels():
    first = TimeScale(0.0, 2160.0, 1000)
    last = first.panned(333)

    views = [between(first, last, share / 37) for share in range(38)]

    away = [(first.start - view.start) / first.per_pixel for view in views]
    assert all(abs(pixels - round(pixels)) < 1e-6 for pixels in away)
    assert views[-1] == last


@pytest.mark.parametrize(("place", "way"), [(0, -1), (30, -1), (500, 0), (980, 1), (1500, 1)])
def test_the_ground_is_pulled_at_the_edges_alone(place, way):
    pulled = pull(place, 0, 1000)

    assert (pulled > 0) - (pulled < 0) == way


def test_the_ground_goes_on_while_an_event_is_held_at_the_edge(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    start = shown.stage.scale.start
    right = shown.canvas.width() - 2
    shown.hand.carry(shown.middle(event), QPoint(right, shown.middle(event).y()))

    for _turn in range(20):
        shown.canvas.findChild(Drift).go_on()
    shown.hand.release(QPoint(right, shown.middle(event).y()))

    assert shown.stage.scale.start > start
    assert shown.document.event(event).when.bounds.earliest > shown.stage.scale.seconds(right) - (
        3 * 86_400
    )


def test_a_press_near_the_edge_moves_nothing_until_the_hand_has_left_it(shown):
    event = shown.add("Siege", "2024-11-15/2024-11-17")
    start = shown.stage.scale.start
    place = QPoint(20, shown.middle(event).y())

    shown.hand.carry(place, place + QPoint(12, 0))
    shown.canvas.findChild(Drift).go_on()

    assert shown.stage.scale.start == start


def test_the_wheel_turned_during_a_drag_lets_the_event_stay_under_the_hand(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    there = shown.middle(event) + QPoint(2 * DAY, 0)
    shown.hand.carry(shown.middle(event), there)

    shown.hand.wheel(there, angle=(120, 0))
    wheeled = shown.stage.scale.start
    shown.hand.move(there)
    shown.hand.release(there)

    moved = shown.document.event(event).when.bounds.earliest
    assert wheeled < moved
    assert abs(shown.stage.x_of(moved) + DAY - there.x()) <= DAY * 1.5


def test_a_rubber_band_keeps_what_it_caught_when_the_ground_goes_on(shown):
    near = shown.add("Siege", "2024-11-20/2024-11-22")
    far = shown.add("Raid", "2025-01-20/2025-01-22")
    right = shown.canvas.width() - 2
    shown.hand.carry(shown.at(1, 2024, 11, 18), QPoint(right, shown.middle(near).y() - 8))

    for _turn in range(200):
        shown.canvas.findChild(Drift).go_on()

    assert set(shown.stage.selected) == {near, far}


def test_a_rubber_band_with_alt_takes_the_time_of_every_track(shown):
    first = shown.add("Siege", "2024-11-20/2024-11-22")
    other = shown.add("Raid", "2024-11-21", track=3)
    later = shown.add("Truce", "2024-12-05", track=2)

    start = shown.at(1, 2024, 11, 19)
    shown.hand.press(start, ALT)
    shown.hand.move(start + QPoint(4 * DAY, 3), ALT)
    shown.hand.release(start + QPoint(4 * DAY, 3), ALT)

    assert set(shown.stage.selected) == {first, other}
    assert later not in shown.stage.selected


def test_a_rubber_band_with_ctrl_takes_all_rows_of_the_tracks_it_touches(shown):
    rows = [shown.add(f"Siege {n}", "2024-11-20/2024-11-22") for n in range(4)]
    other = shown.add("Raid", "2024-11-21", track=2)

    start = shown.at(1, 2024, 11, 19)
    shown.hand.press(start)
    shown.hand.move(start + QPoint(4 * DAY, 3), CTRL)
    shown.hand.release(start + QPoint(4 * DAY, 3), CTRL)

    assert set(shown.stage.selected) == set(rows)
    assert other not in shown.stage.selected


def test_an_arrow_key_during_a_drag_does_nothing_to_the_selection(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    shown.hand.carry(shown.middle(event), shown.middle(event) + QPoint(DAY, 0))

    QTest.keyClick(shown.canvas, Qt.Key.Key_Right)

    assert shown.stage.selected == (event,)


@pytest.fixture
def fingers(shown):
    """Put fingers on the canvas, move them along these places, and lift them."""
    none = QInputDevice.Capability.Position
    kinds = QInputDevice.DeviceType.TouchScreen, QPointingDevice.PointerType.Finger
    screen = QPointingDevice("screen", 7, *kinds, none, 5, 0)

    def go(*ways):
        last = max(map(len, ways)) - 1
        for step in range(last + 1):
            kind = QEvent.Type.TouchUpdate if step < last else QEvent.Type.TouchEnd
            kind = kind if step else QEvent.Type.TouchBegin
            state = QEventPoint.State.Updated
            points = [
                QEventPoint(number, state, place, shown.canvas.mapToGlobal(place))
                for number, place in enumerate(QPointF(way[step]) for way in ways)
            ]
            event = QTouchEvent(kind, screen, Qt.KeyboardModifier.NoModifier, points)
            QApplication.sendEvent(shown.canvas, event)

    return go


def test_a_finger_pans_and_the_ground_rolls_on(shown, fingers):
    shown.stage.glide = 180
    start = shown.stage.scale.start

    fingers([QPoint(600 + 30 * step, 250) for step in range(8)])

    assert shown.stage.scale.start < start
    assert shown.stage.motion.is_under_way


def test_two_fingers_zoom_about_what_lies_between_them(shown, fingers):
    before = shown.stage.scale
    ways = (
        [QPoint(500 - 20 * n, 250) for n in range(6)],
        [QPoint(600 + 20 * n, 250) for n in range(6)],
    )

    fingers(*ways)

    assert shown.stage.scale.per_pixel < before.per_pixel / 2
    assert shown.stage.scale.seconds(550) == pytest.approx(before.seconds(550), abs=3600)


def test_a_tap_selects_an_event(shown, fingers):
    event = shown.add("Siege", "2024-11-20/2024-11-22")

    fingers([shown.middle(event)] * 2)

    assert shown.stage.selected == (event,)
