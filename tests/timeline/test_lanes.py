"""Lanes: no two spans of one lane overlap, and no lane is wasted."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.timeline.events.lanes import Seats, first_lane, lowest_free
from desktop.timeline.frames.seating import TrackRows

SPANS = st.lists(
    st.tuples(st.integers(0, 200), st.integers(1, 50)).map(lambda pair: (pair[0], sum(pair))),
    max_size=60,
)


def deepest(spans):
    return max((sum(a <= at < b for a, b in spans) for at, _ in spans), default=0)


def overlaps(spans, lanes):
    return [
        (one, other)
        for n, one in enumerate(spans)
        for m, other in enumerate(spans[:n])
        if lanes[n] == lanes[m] and one[0] < other[1] and other[0] < one[1]
    ]


@given(SPANS)
def test_lane_after_lane_gives_no_overlap_and_wastes_none(spans):
    left = sorted(enumerate(spans), key=lambda pair: pair[1][0])
    lanes = {}

    while left:
        columns = np.array([span for _, span in left], np.int64)
        here = set(first_lane(columns[:, 0], columns[:, 1]).tolist())
        number = max(lanes.values(), default=-1) + 1
        lanes |= {left[place][0]: number for place in here}
        left = [pair for place, pair in enumerate(left) if place not in here]

    assert not overlaps(spans, lanes)
    assert len(set(lanes.values())) == deepest(spans)


def test_a_span_without_length_ends_no_lane():
    assert first_lane(np.array([5, 5, 7]), np.array([5, 5, 7])).tolist() == [0, 1, 2]


@given(SPANS)
def test_seats_are_free_when_they_are_taken(spans):
    seats = Seats()

    lanes = [seats.seat(*span) for span in spans]

    assert not overlaps(spans, lanes)


@given(SPANS, st.randoms(use_true_random=False))
def test_a_seat_that_was_left_can_be_taken_again(spans, chance):
    seats = Seats()
    lanes = [seats.seat(*span) for span in spans]
    gone = chance.sample(range(len(spans)), len(spans) // 2)

    for number in gone:
        seats.leave(lanes[number], *spans[number])
    again = [seats.seat(*spans[number], lanes[number]) for number in gone]

    assert again == [lanes[number] for number in gone]


@given(SPANS, SPANS)
def test_newcomers_push_nobody_out(first, second):
    rows = TrackRows()
    ids = np.arange(len(first) + len(second))
    starts, stops = np.array([*first, *second], np.float64).reshape(-1, 2).T
    before = rows.seat(ids[: len(first)], starts[: len(first)], stops[: len(first)], None)

    both = rows.seat(ids, starts, stops, None)

    assert both[: len(first)].tolist() == before.tolist()
    assert not overlaps([*first, *second], both)


@given(SPANS)
def test_rows_of_another_octave_are_kept_where_nothing_collides(spans):
    ids = np.arange(len(spans))
    starts, stops = np.array(spans, np.float64).reshape(-1, 2).T
    wide, narrow = TrackRows(), TrackRows()
    before = wide.seat(ids, starts, stops, None)

    after = narrow.seat(ids, starts, stops, wide)

    assert after.tolist() == before.tolist()


def test_the_lowest_free_lane():
    assert lowest_free(np.array([], np.int32)) == 0
    assert lowest_free(np.array([0, 1, 3], np.int32)) == 2
    assert lowest_free(np.array([1, 1, 2], np.int32)) == 0
    assert lowest_free(np.array([0, 1], np.int32)) == 2
