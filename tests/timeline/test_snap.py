"""What holds the hand while it drags."""

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.axis.units import Kind, Unit
from desktop.timeline.events.columns import EVER_AFTER
from desktop.timeline.events.index import Index
from desktop.timeline.stage.snap import Ends, Snapped, snap
from desktop.when.calendar import DAY, seconds
from tests.timeline.timelines import Table

WEDNESDAY = seconds(2024, 11, 27)
DAYS = Unit(Kind.DAY)
SCALE = TimeScale(WEDNESDAY - 5 * DAY, DAY / 100, 1600)
PIXEL = DAY // 100


def ends_of(*spans):
    return Ends(Index(Table(list(spans))), (1,))


def test_a_day_holds_the_hand_by_its_name():
    assert snap(ends_of(), SCALE, DAYS, WEDNESDAY + 5 * PIXEL) == Snapped(WEDNESDAY, "Wed 27 Nov")


def test_nothing_holds_the_hand_far_from_everything():
    assert snap(ends_of(), SCALE, DAYS, WEDNESDAY + 30 * PIXEL) is None


def test_the_end_of_another_event_holds_the_hand():
    end = WEDNESDAY + 40 * PIXEL

    held = snap(ends_of((WEDNESDAY - DAY, end)), SCALE, DAYS, end + 3 * PIXEL)

    assert held.seconds == end
    assert held.event == 1
    assert not held.is_start


def test_an_event_is_preferred_to_a_boundary_about_as_near():
    held = snap(ends_of((WEDNESDAY, WEDNESDAY + DAY)), SCALE, DAYS, WEDNESDAY + PIXEL)

    assert held.seconds == WEDNESDAY
    assert held.event == 1
    assert held.is_start


def test_the_events_in_hand_do_not_hold_it():
    start = WEDNESDAY + 40 * PIXEL
    ends = ends_of((start, start + DAY), (start + 4 * PIXEL, start + DAY))

    held = snap(ends, SCALE, DAYS, start, left_out={1})

    assert held.event == 2


def test_open_ends_hold_nothing():
    assert ends_of((0, EVER_AFTER)).nearest(EVER_AFTER - 1, 10**10, set()) is None


def test_the_nearest_of_two_ends_holds_the_hand():
    first, second = WEDNESDAY + 40 * PIXEL, WEDNESDAY + 44 * PIXEL
    ends = ends_of((WEDNESDAY, first), (second, second + DAY))

    assert snap(ends, SCALE, DAYS, first + PIXEL).event == 1
    assert snap(ends, SCALE, DAYS, second - PIXEL).event == 2
