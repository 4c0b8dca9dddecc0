"""No frame waits for all titles of a new resolution: the last picture stays until it is ready."""

import numpy as np
import pytest

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.index import Index
from desktop.timeline.frames.layout import Layout
from desktop.timeline.frames.patience import AT_ONCE, Patience
from tests.timeline.timelines import (
    DAY,
    NOON,
    Table,
    collisions,
    even_widths,
    random_table,
    tracks,
)

FAR = TimeScale.fitted(NOON, NOON + 730 * DAY, 1600, 0)


class Measured:
    """Counts the titles that were measured since it was asked last."""

    def __init__(self):
        self.count = 0

    def __call__(self, ids):
        self.count += len(ids)
        return even_widths(ids)

    def lately(self):
        count, self.count = self.count, 0
        return count


@pytest.fixture
def measured():
    return Measured()


@pytest.fixture
def layout(measured):
    """Twelve tracks of three hundred events: crowds from afar, titles from near."""
    table = Table([(NOON + n * DAY // 5, NOON + n * DAY // 5 + 3600) for n in range(3600)])
    table.tracks = np.arange(3600) % 12 + 1
    layout = Layout(Index(table), tracks(12), measured)
    settle(layout, FAR)
    measured.lately()
    return layout


def settle(layout, scale):
    frames = [layout.frame(scale)]
    while not layout.is_settled:
        frames.append(layout.frame(scale))
        assert len(frames) < 200
    return frames


def test_a_new_resolution_measures_a_part_of_its_titles_in_each_frame(layout, measured):
    near = FAR.zoomed(8, 800)
    amounts = []

    for _turn in range(200):
        layout.frame(near)
        amounts.append(measured.lately())
        if layout.is_settled:
            break

    assert max(amounts) <= AT_ONCE + 400  # of crowds the labels with room are asked for too
    assert len(amounts) > 2
    frame = layout.frame(near)
    assert len(frame.ids) > 400
    assert (frame.label_width > 0).mean() > 0.9


def test_nothing_meets_while_the_last_picture_stays_up(layout):
    scale = FAR
    for factor in (8, 1.9, 0.2, 0.5, 3):
        scale = scale.zoomed(factor, 700)
        for frame in settle(layout, scale)[:-1]:
            told = frame.label_width > 0
            boxes = np.stack((frame.top, frame.label_left, frame.label_width), 1)[told]
            boxes = boxes[np.lexsort((boxes[:, 1], boxes[:, 0]))]
            same = boxes[1:, 0] == boxes[:-1, 0]
            assert not (same & (boxes[1:, 1] < boxes[:-1, 1] + boxes[:-1, 2])).any()

        assert not collisions(layout.frame(scale), layout.metrics)


def test_waiting_for_the_rows_ends_in_the_same_picture_as_all_at_once(layout):
    near = FAR.zoomed(8, 800)
    settle(layout, near)
    table = Table([(NOON + n * DAY // 5, NOON + n * DAY // 5 + 3600) for n in range(3600)])
    table.tracks = np.arange(3600) % 12 + 1
    fresh = Layout(Index(table), tracks(12), even_widths)

    slow, quick = layout.frame(near), fresh.frame(near)

    assert sorted(slow.ids.tolist()) == sorted(quick.ids.tolist())
    assert not collisions(slow, layout.metrics)


def test_an_edit_is_seen_at_once_while_others_wait(measured):
    index = Index(random_table(3000, 12))
    layout = Layout(index, tracks(12), measured)
    settle(layout, FAR)
    near = FAR.zoomed(20, 800)
    layout.frame(near)

    middle = round(near.seconds(800))
    index.change([], Table([(middle, middle + DAY)], first_id=90_000, importance=[9]))
    layout.change([90_000])

    assert 90_000 in layout.frame(near).ids


def test_the_first_piece_of_a_frame_is_always_done():
    patience = Patience()
    patience.begin()

    assert patience.take(10 * AT_ONCE)
    assert not patience.take(1)
    assert patience.take(0)
    patience.begin()
    assert patience.take(1)
