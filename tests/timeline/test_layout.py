"""Where events stand: nothing lies over anything, and nothing jumps."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.columns import EVER_AFTER, EVER_BEFORE
from desktop.timeline.events.index import Index
from desktop.timeline.frames.frame import Mark, Metrics, Shape
from desktop.timeline.frames.layout import Layout
from tests.timeline.timelines import (
    DAY,
    NOON,
    Table,
    collisions,
    even_widths,
    random_table,
    tracks,
)

METRICS = Metrics()
YEAR = 31_556_952
SPAN = st.tuples(
    st.sampled_from([1, DAY, 30 * DAY, YEAR, 100 * YEAR, 10_000 * YEAR]),
    st.integers(-1000, 1000),
    st.sampled_from([1, 3600, DAY, 31 * DAY, YEAR, 40 * YEAR]),
    st.integers(1, 20),
).map(lambda drawn: (NOON + drawn[0] * drawn[1], NOON + drawn[0] * drawn[1] + drawn[2] * drawn[3]))


def layout_of(table, shown=None, **more):
    return Layout(Index(table), shown or tracks(), even_widths, **more)


def a_month(width=1600):
    return TimeScale.fitted(NOON, NOON + 30 * DAY, width, 20)


def tops(frame):
    return dict(zip(frame.ids.tolist(), frame.top.tolist(), strict=True))


@settings(max_examples=80, deadline=None)
@given(
    spans=st.lists(SPAN, min_size=1, max_size=60),
    places=st.lists(st.integers(1, 5), min_size=60, max_size=60),
    marker=st.sampled_from(["bar", "diamond"]),
)
def test_every_label_of_a_class_timeline_can_be_read_when_all_is_in_view(spans, places, marker):
    table = Table(spans, tracks=places[: len(spans)])
    layout = layout_of(table, tracks(5, marker=marker))

    frame = layout.frame(layout.fitted(1600), 0, 1000)
    frame = layout.frame(layout.fitted(1600), 0, layout.content_height)

    assert sorted(frame.ids) == sorted(table.ids)
    assert not collisions(frame, METRICS)
    assert (frame.label_width == even_widths(frame.ids)).all()
    assert (frame.label_left >= 0).all()
    assert (frame.label_left + frame.label_width <= 1600).all()


@settings(max_examples=40, deadline=None)
@given(
    spans=st.lists(SPAN, min_size=1, max_size=60),
    steps=st.lists(
        st.tuples(st.floats(0.2, 5), st.floats(0, 1600), st.floats(-900, 900)),
        min_size=1,
        max_size=12,
    ),
)
def test_nothing_meets_at_any_scale_of_a_walk(spans, steps):
    layout = layout_of(Table(spans))
    scale = layout.fitted(1600)

    for factor, about, dx in steps:
        scale = scale.zoomed(factor, about).panned(dx)
        frame = layout.frame(scale)

        assert not collisions(frame, METRICS)


@pytest.mark.parametrize("marker", ["bar", "diamond"])
@pytest.mark.parametrize("zoom", [1, 3, 10, 40, 200, 3000, 100_000])
def test_nothing_meets_in_a_crowd_at_any_scale(zoom, marker):
    layout = layout_of(random_table(20_000, 3), tracks(3, marker=marker))
    scale = TimeScale.fitted(NOON, NOON + 730 * DAY, 1600, 20).zoomed(zoom, 700)

    for _turn in range(4):
        scale = scale.panned(-213)
        frame = layout.frame(scale)

        assert not collisions(frame, METRICS)


def test_rows_stay_while_one_pans():
    layout = layout_of(random_table(3000, 3), tracks(3))
    scale = TimeScale.fitted(NOON, NOON + 60 * DAY, 1600, 0)
    seen = {}

    for _turn in range(60):
        scale = scale.panned(-31)
        frame = layout.frame(scale)

        for event, top in tops(frame).items():
            row = top - frame.bands[int(frame.band[list(frame.ids).index(event)])].top
            assert seen.setdefault(event, row) == row


def test_zooming_out_and_in_again_shows_the_same():
    layout = layout_of(random_table(200, 1))
    scale = a_month()
    before = tops(layout.frame(scale))

    for factor in (0.5, 0.25, 3.0, 8 / 3):
        scale = scale.zoomed(factor, 800)
        layout.frame(scale)

    after = tops(layout.frame(a_month()))
    assert after == before


def test_going_one_octave_closer_moves_no_event():
    table = Table([(NOON + day * DAY, NOON + (day + 1) * DAY) for day in range(30)])
    layout = layout_of(table)
    before = tops(layout.frame(a_month()))

    after = tops(layout.frame(a_month().zoomed(2, 800)))

    assert all(before[event] == top for event, top in after.items())


def test_a_new_event_moves_no_other():
    index = Index(random_table(100, 1))
    layout = Layout(index, tracks(), even_widths)
    before = layout.frame(a_month())

    index.change([], Table([(NOON + 3 * DAY, NOON + 9 * DAY)], first_id=500))
    layout.change([500])
    after = tops(layout.frame(a_month()))

    inset = layout.frame(a_month()).bands[0].top - before.bands[0].top
    assert 500 in after
    assert {event: after[event] - inset for event in tops(before)} == tops(before)


def test_a_new_event_moves_no_other_of_a_crowd():
    table = random_table(5000, 1)
    index = Index(table)
    layout = Layout(index, tracks(), even_widths)
    scale = TimeScale.fitted(NOON, NOON + 730 * DAY, 1600, 0)
    before = tops(layout.frame(scale))

    index.change([], Table([(NOON + 30 * DAY, NOON + 90 * DAY)], first_id=90_000))
    layout.change([90_000])

    after = tops(layout.frame(scale))
    both = before.keys() & after.keys()
    assert len(both) > 20
    assert all(before[event] == after[event] for event in both)


def test_a_moved_event_keeps_its_row_where_it_can():
    spans = [(NOON, NOON + 20 * DAY), (NOON + DAY, NOON + 3 * DAY)]
    index = Index(Table(spans))
    layout = Layout(index, tracks(), even_widths)
    before = tops(layout.frame(a_month()))

    index.change([2], Table([(NOON + 22 * DAY, NOON + 24 * DAY)], first_id=2))
    layout.change([2])

    assert tops(layout.frame(a_month())) == before


def test_a_label_stands_inside_its_bar_where_it_fits_else_beside_it():
    layout = layout_of(Table([(NOON, NOON + 20 * DAY), (NOON + 22 * DAY, NOON + 23 * DAY)]))

    frame = layout.frame(a_month())

    assert frame.label_inside.tolist() == [True, False]
    assert frame.label_left[0] == frame.left[0] + METRICS.padding
    assert frame.label_left[1] == frame.right[1] + METRICS.gap


def test_a_label_stays_in_sight_while_its_bar_leaves_the_picture():
    layout = layout_of(Table([(NOON - 300 * DAY, NOON + 10 * DAY)]))

    frame = layout.frame(a_month())

    assert frame.left[0] < 0
    assert frame.label_left[0] == METRICS.padding


def test_an_open_event_is_a_bar_that_leaves_the_picture():
    table = Table([(NOON, EVER_AFTER), (EVER_BEFORE, NOON + DAY)])
    table.marks[:] = [Mark.OPEN_END, Mark.OPEN_START]
    layout = layout_of(table)

    frame = layout.frame(a_month().panned(400))

    by_id = np.argsort(frame.ids)
    assert (frame.shape == Shape.BAR).all()
    assert frame.right[by_id[0]] > 1600
    assert frame.left[by_id[1]] < 0
    assert (frame.label_left >= 0).all()


def test_a_statement_is_a_marker_and_an_offensive_a_bar():
    table = Table([(NOON, NOON + DAY), (NOON, NOON + DAY), (NOON, NOON + DAY)], tracks=[1, 2, 2])
    table.marks[2] = Mark.INTERVAL
    offensives, statements = tracks(2)
    layout = layout_of(table, [offensives, replace(statements, marker="diamond")])

    frame = layout.frame(TimeScale.fitted(NOON, NOON + 4 * DAY, 1600, 20))

    shapes = dict(zip(frame.ids.tolist(), frame.shape.tolist(), strict=True))
    assert shapes == {1: Shape.BAR, 2: Shape.MARKER, 3: Shape.BAR}


def test_an_uncertain_marker_stands_in_the_middle_of_its_span():
    table = Table([(NOON, NOON + DAY)])
    table.certain_until[:] = NOON
    layout = layout_of(table, tracks(marker="circle"))

    frame = layout.frame(TimeScale.fitted(NOON - DAY, NOON + 2 * DAY, 900))

    assert frame.core_left[0] == frame.core_right[0] == 450


def test_eras_come_first_so_that_they_are_drawn_behind():
    table = Table([(NOON, NOON + DAY), (NOON, NOON + 9 * DAY)], tracks=[1, 2])
    wars, ages = tracks(2)
    layout = layout_of(table, [wars, replace(ages, marker="era")])

    frame = layout.frame(a_month())

    assert frame.shape.tolist() == [Shape.ERA, Shape.BAR]


def test_hidden_tracks_have_no_band_and_a_folded_group_has_one_strip():
    war, front, air, hidden = tracks(4)
    shown = [
        replace(war, collapsed=True),
        replace(front, parent=1),
        replace(air, parent=2),
        replace(hidden, hidden=True),
    ]
    layout = layout_of(Table([(NOON, NOON + DAY)] * 4, tracks=[1, 2, 3, 4]), shown)

    frame = layout.frame(a_month())

    assert [band.track for band in frame.bands] == [1]
    assert len(frame.ids) == 0
    assert frame.strips[0].counts.max() == 3


def test_a_group_that_is_open_stands_below_its_head():
    head, other, child = tracks(3)
    layout = layout_of(Table([(NOON, NOON + DAY)]), [head, other, replace(child, parent=1)])

    bands = layout.frame(a_month()).bands

    assert [(band.track, band.depth) for band in bands] == [(1, 0), (3, 1), (2, 0)]


def test_every_header_has_room_and_bands_touch():
    layout = layout_of(random_table(60, 4), tracks(4))
    layout.show_tracks(tracks(4), undated=[2])

    bands = layout.frame(a_month()).bands

    assert all(band.height - band.shelf >= METRICS.smallest_band for band in bands)
    assert [band.shelf for band in bands] == [0, METRICS.shelf, 0, 0]
    ends = [band.top + band.height for band in bands]
    assert [band.top for band in bands[1:]] == ends[:-1]
    assert layout.content_height == ends[-1]


def test_a_height_that_was_pulled_is_kept():
    layout = layout_of(random_table(60, 1), tracks(height=90))

    frame = layout.frame(TimeScale.fitted(NOON, NOON + 730 * DAY, 1600, 0))

    assert frame.bands[0].height == 90
    assert (frame.top + METRICS.bar <= 90).all()


def test_a_crowd_is_counted_and_no_peak_is_lost():
    days = np.repeat(np.arange(300), 30).tolist()
    spans = [(NOON + day * DAY, NOON + day * DAY + 60) for day in days]
    spans += [(NOON + 200 * DAY, NOON + 200 * DAY + 60)] * 500
    layout = layout_of(Table(spans))

    frame = layout.frame(TimeScale.fitted(NOON, NOON + 300 * DAY, 500, 0))

    counts = frame.strips[0].counts
    assert frame.bands[0].is_dense
    assert counts.sum() == len(spans)
    assert counts.max() >= 530
    assert frame.strips[0].height <= 64


def test_the_strip_stands_still_in_time_while_one_pans():
    layout = layout_of(random_table(20_000, 1))
    scale = TimeScale.fitted(NOON, NOON + 700 * DAY, 1600, 0)
    first = layout.frame(scale).strips[0]

    second = layout.frame(scale.panned(-10)).strips[0]

    by_edge = dict(zip(first.edges.tolist(), first.counts.tolist(), strict=False))
    again = dict(zip((second.edges + 10).tolist(), second.counts.tolist(), strict=False))
    both = (by_edge.keys() & again.keys()) - {int(first.edges[-1])}
    assert len(both) > 400
    assert all(by_edge[edge] == again[edge] for edge in both)


def test_what_matters_most_has_a_label_in_a_crowd():
    spans = [(NOON + hour * 3600, NOON + hour * 3600 + 60) for hour in range(5000)]
    importance = [5] * 5000
    for event in (700, 2500, 4000):
        importance[event - 1] = 9
    layout = layout_of(Table(spans, importance=importance))

    frame = layout.frame(TimeScale.fitted(NOON, NOON + 5000 * 3600, 1600, 0))

    told = set(frame.ids[frame.label_width > 0].tolist())
    assert {700, 2500, 4000} <= told


def test_the_event_under_the_pointer_is_found_by_bar_and_label():
    layout = layout_of(random_table(80, 2), tracks(2))
    frame = layout.frame(a_month())

    for number in range(len(frame.ids)):
        y = int(frame.top[number]) + 5
        on_label = int(frame.label_left[number] + frame.label_width[number]) - 1
        assert layout.event_at(on_label, y) == frame.ids[number]

    assert layout.event_at(5, int(frame.bands[-1].top + frame.bands[-1].height) + 9) is None


def test_a_box_over_a_strip_takes_its_events_too():
    layout = layout_of(random_table(20_000, 1))
    scale = TimeScale.fitted(NOON, NOON + 700 * DAY, 1600, 0)
    strip = layout.frame(scale).strips[0]

    found = layout.events_in((400, strip.top, 410, strip.top + 5))

    starts, stops = scale.seconds(400), scale.seconds(410)
    table = random_table(20_000, 1)
    touching = (table.earliest < round(stops)) & (table.latest > round(starts))
    assert set(found) == set(table.ids[touching])


def test_the_box_of_an_event_is_known_a_little_outside_of_the_picture():
    layout = layout_of(Table([(NOON, NOON + DAY), (NOON + 33 * DAY, NOON + 34 * DAY)]))
    layout.frame(a_month())

    box = layout.rect_of(2)

    assert box is not None
    assert box[0] > 1600
    assert layout.rect_of(99) is None


def test_only_what_lies_between_two_heights_is_in_the_frame():
    layout = layout_of(random_table(300, 6), tracks(6))
    whole = layout.frame(a_month())
    third = whole.bands[2]

    part = layout.frame(a_month(), third.top, third.height)

    assert part.bands == whole.bands
    assert set(part.band.tolist()) == {2}
    assert len(part.ids) == (whole.band == 2).sum()


def test_an_empty_timeline_has_its_bands_and_nothing_to_fit():
    layout = layout_of(Table([]), tracks(3))

    frame = layout.frame(a_month())

    assert len(frame.bands) == 3
    assert len(frame.ids) == 0
    assert layout.fitted(1600) is None
