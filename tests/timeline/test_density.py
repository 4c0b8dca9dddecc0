"""Strips: every event is counted where it is, wherever the picture stands."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.index import Index
from desktop.timeline.frames.density import Density, count_touching, edges
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
@given(st.lists(st.tuples(st.floats(0.3, 3), st.floats(-500, 500)), min_size=1, max_size=6))
def test_counts_are_the_same_from_wherever_one_comes(steps):
    line = Index(random_table(2000, 1)).line(1)
    scale = TimeScale.fitted(NOON, NOON + 700 * DAY, 1000, 0)
    walked = Density()

    for factor, step in steps:
        scale = scale.zoomed(factor, 400).panned(step)
        counts = walked.strip([line], scale)

    assert counts.tolist() == Density().strip([line], scale).tolist()


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([60, 3600, DAY, 365 * DAY, 10**9, 10**13, 10**17]),
    st.floats(1, 8),
    st.floats(-2000, 2000),
)
def test_every_bin_of_a_picture_counts_what_touches_it(span, factor, step):
    table = random_table(300, 1)
    line = Index(table).line(1)
    scale = TimeScale.fitted(NOON, NOON + span, 1000, 0).zoomed(factor, 500).panned(step)

    counts, pixels = Density().strip([line], scale), edges(scale)

    seconds = scale.start + pixels.astype(float) * scale.per_pixel
    slack = scale.per_pixel
    for number in range(0, len(counts), 97):
        first, last = seconds[number], seconds[number + 1]
        wide = (table.earliest < last + slack) & (table.latest > first - slack)
        narrow = (table.earliest < last - slack) & (table.latest > first + slack)
        assert narrow.sum() <= counts[number] <= wide.sum()


def test_a_changed_line_is_counted_anew():
    index = Index(random_table(2000, 1))
    scale = TimeScale.fitted(NOON, NOON + 700 * DAY, 1000, 0)
    density = Density()
    before = density.strip([index.line(1)], scale)

    index.change([], Table([(NOON, NOON + 900 * DAY)], first_id=9000))

    assert (density.strip([index.line(1)], scale)[1:-1] == before[1:-1] + 1).all()


@pytest.mark.parametrize("zoom", [1, 1.3, 1.7, 2.2, 900])
def test_bins_of_two_to_four_pixels_fill_the_picture(zoom):
    line = Index(random_table(2000, 1)).line(1)
    scale = TimeScale.fitted(NOON, NOON + 700 * DAY, 1001, 0).zoomed(zoom, 300).panned(0.7)

    counts, pixels = Density().strip([line], scale), edges(scale)

    assert len(pixels) == len(counts) + 1
    assert pixels[0] <= 0 <= pixels[1]
    assert pixels[-2] <= scale.width <= pixels[-1]
    assert set(np.diff(pixels).tolist()) <= {2, 3, 4}
