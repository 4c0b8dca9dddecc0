"""Strips: every event is counted where it is, wherever the picture stands."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.index import Index
from desktop.timeline.frames.density import BIN, Density, count_touching, offset
from tests.timeline.timelines import DAY, NOON, Table, random_table


@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(1, 60)), max_size=40),
    st.lists(st.integers(0, 150), min_size=2, max_size=9, unique=True),
)
def test_each_stretch_counts_what_touches_it(events, edges):
    table = Table([(start, start + length) for start, length in events])
    edges = np.array(sorted(edges), np.int64)

    counts = count_touching(Index(table).line(1), edges)

    assert counts.tolist() == [
        sum(start < b and start + length > a for start, length in events)
        for a, b in pairwise(edges)
    ]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(-500, 500), min_size=1, max_size=6))
def test_counts_are_the_same_from_wherever_one_comes(steps):
    line = Index(random_table(2000, 1)).line(1)
    scale = TimeScale.fitted(NOON, NOON + 700 * DAY, 1000, 0)
    walked = Density()

    for step in steps:
        scale = scale.panned(step)
        counts = walked.strip((1,), [line], scale)

    assert counts.tolist() == Density().strip((1,), [line], scale).tolist()


def test_the_first_bin_begins_just_left_of_the_picture_and_the_last_beyond_it():
    line = Index(random_table(2000, 1)).line(1)
    scale = TimeScale.fitted(NOON, NOON + 700 * DAY, 1001, 0).panned(0.7)

    counts = Density().strip((1,), [line], scale)

    assert -BIN <= offset(scale) <= 0
    assert offset(scale) + BIN * len(counts) >= scale.width
