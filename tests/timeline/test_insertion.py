"""A new event comes in between the others, and none of them makes way."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.timeline.events.index import Index
from desktop.timeline.frames.layout import Layout
from tests.timeline.timelines import DAY, NOON, Table, even_widths, random_table, tracks

YEAR = 31_556_952
BCE = NOON - 4000 * YEAR
SPAN = (
    st.tuples(
        st.sampled_from([NOON, NOON, BCE]),
        st.integers(-500, 500),
        st.sampled_from([1, 3600, DAY, 30 * DAY, YEAR]),
        st.sampled_from([1, DAY, 31 * DAY, YEAR, 400 * YEAR]),
        st.integers(1, 20),
    )
    .map(lambda drawn: (drawn[0] + drawn[1] * drawn[2], drawn[3] * drawn[4]))
    .map(lambda span: (span[0], span[0] + span[1]))
)
NEW = 1_000_000


def rows(layout, scale):
    """How far below the highest event of its track each event stands."""
    frame = layout.frame(scale)
    band_tops = np.array([band.top for band in frame.bands])
    below = frame.top - band_tops[frame.band]
    tracks_of = [frame.bands[band].track for band in frame.band.tolist()]
    pairs = zip(tracks_of, below.tolist(), strict=True)
    return dict(zip(frame.ids.tolist(), pairs, strict=True))


def moved(before, after):
    """The events that stand otherwise; a track may set all its rows lower by the same pixels."""
    both = before.keys() & after.keys()
    insets = {}
    for event in both:
        insets.setdefault(before[event][0], set()).add(after[event][1] - before[event][1])
    return {track: inset for track, inset in insets.items() if len(inset) > 1}


@settings(max_examples=80, deadline=None)
@given(
    spans=st.lists(SPAN, min_size=1, max_size=60),
    places=st.lists(st.integers(1, 3), min_size=60, max_size=60),
    new=st.tuples(SPAN, st.integers(1, 3)),
    zoom=st.sampled_from([1, 2, 7, 60]),
    marker=st.sampled_from(["bar", "diamond"]),
)
def test_inserting_an_event_moves_no_other(spans, places, new, zoom, marker):
    index = Index(Table(spans, tracks=places[: len(spans)]))
    layout = Layout(index, tracks(3, marker=marker), even_widths)
    scale = layout.fitted(1600).zoomed(zoom, 800)
    before = rows(layout, scale)

    index.change([], Table([new[0]], tracks=[new[1]], first_id=NEW))
    layout.change([NEW])

    after = rows(layout, scale)
    assert before.keys() <= after.keys()
    assert not moved(before, after)


@pytest.mark.parametrize("zoom", [1, 8, 300])
@pytest.mark.parametrize("length", [1, 3 * DAY, 40 * YEAR])
@pytest.mark.parametrize("seed", [1, 2])
def test_inserting_an_event_into_a_crowd_moves_no_other(seed, length, zoom):
    index = Index(random_table(3000 * seed, 3, seed))
    layout = Layout(index, tracks(3), even_widths)
    scale = layout.fitted(1600).zoomed(zoom, 800)
    before = settled(layout, scale)

    index.change([], Table([(NOON + 200 * DAY, NOON + 200 * DAY + length)], first_id=NEW))
    layout.change([NEW])

    assert not moved(before, settled(layout, scale))
    assert not moved(before, settled(layout, scale.panned(-300)))


def settled(layout, scale):
    """The rows once the layout has found all it looks for."""
    found = rows(layout, scale)
    for _turn in range(60):
        if layout.is_settled:
            break
        found = rows(layout, scale)
    return found
