"""Rows are held: panning never moves an event, and another resolution only by the stated rule."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.timeline.events.index import Index
from desktop.timeline.frames.layout import Layout
from tests.timeline.timelines import DAY, NOON, Table, collisions, even_widths, tracks

SPAN = st.tuples(st.integers(0, 900), st.sampled_from([0, 1, 5, 40, 400])).map(
    lambda drawn: (NOON + drawn[0] * DAY, NOON + (drawn[0] + drawn[1]) * DAY + 3600)
)
SPANS = st.lists(SPAN, min_size=1, max_size=100)


def rows(layout, scale):
    """How far below the top of its band each event in the picture stands."""
    frame = layout.frame(scale)
    while not layout.is_settled:
        frame = layout.frame(scale)
    assert not collisions(frame, layout.metrics)
    tops = np.array([band.top for band in frame.bands])
    below = (frame.top - tops[frame.band]).tolist()
    return dict(zip(frame.ids.tolist(), below, strict=True))


@settings(max_examples=40, deadline=None)
@given(
    spans=SPANS,
    zoom=st.floats(0.7, 40),
    steps=st.lists(st.floats(-2500, 2500), min_size=1, max_size=12),
)
def test_panning_never_changes_a_row(spans, zoom, steps):
    layout = Layout(Index(Table(spans)), tracks(), even_widths)
    scale = layout.fitted(1600).zoomed(zoom, 800)
    seen = rows(layout, scale)

    for step in steps:
        scale = scale.panned(step)
        now = rows(layout, scale)

        assert {event: seen.setdefault(event, row) for event, row in now.items()} == now


@settings(max_examples=40, deadline=None)
@given(spans=SPANS, zooms=st.lists(st.floats(0.2, 5), min_size=1, max_size=8))
def test_a_resolution_once_shown_has_the_same_rows_again(spans, zooms):
    layout = Layout(Index(Table(spans)), tracks(), even_widths)
    scale = layout.fitted(1600)
    by_octave = {}

    for factor in [1, *zooms]:
        scale = scale.zoomed(factor, 800)
        now = rows(layout, scale)

        known = by_octave.setdefault(scale.octave, {})
        assert {event: known.setdefault(event, row) for event, row in now.items()} == now
