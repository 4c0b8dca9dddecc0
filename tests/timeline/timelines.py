"""Events, tracks and measurements for the tests of what the timeline decides."""

from dataclasses import dataclass, field

import numpy as np

from desktop.model import Track
from desktop.timeline.frames.frame import Shape
from desktop.timeline.frames.shapes import marker_reach

DAY = 86_400
NOON = 1_732_708_800  # 27 November 2024, 12:00


@dataclass
class Table:
    """Rows (earliest, latest) with everything else as usual, as columns."""

    spans: list
    tracks: list = None
    marks: list = None
    importance: list = None
    positions: list = None
    first_id: int = 1
    columns: dict = field(init=False)

    def __post_init__(self):
        count = len(self.spans)
        spans = np.array(self.spans, np.int64).reshape(-1, 2)
        self.ids = np.arange(self.first_id, self.first_id + count, dtype=np.int64)
        self.tracks = np.array(self.tracks or [1] * count, np.int64)
        self.earliest, self.latest = spans[:, 0].copy(), spans[:, 1].copy()
        self.certain_from, self.certain_until = self.earliest.copy(), self.latest.copy()
        self.marks = np.array(self.marks or [0] * count, np.uint8)
        self.standing = np.zeros(count, np.uint8)
        self.importance = np.array(self.importance or [5] * count, np.uint8)
        self.positions = np.array(self.positions or [0] * count, np.int64)


def tracks(count=1, **every):
    return [
        Track(id=number, name=f"Track {number}", position=number, **every)
        for number in range(1, count + 1)
    ]


def random_table(count, track_count=1, seed=1, days=730):
    """Points, some long events and a few that span everything."""
    chance = np.random.default_rng(seed)
    start = NOON + chance.integers(0, days * DAY, count) // 3600 * 3600
    length = chance.choice([3600, DAY, DAY, DAY, 3 * DAY, 20 * DAY, 200 * DAY], count)
    spanning = chance.random(count) < 0.001
    length = np.where(spanning, 4 * days * DAY, length)
    start = np.where(spanning, NOON - days * DAY, start)
    table = Table(np.stack((start, start + length), 1).tolist())
    table.tracks = chance.integers(1, track_count + 1, count)
    table.importance = np.where(chance.random(count) < 0.02, 9, 5).astype(np.uint8)
    return table


def even_widths(ids):
    """Titles of 60 to 240 pixels, the same ones for the same events."""
    return (60 + ids * 7919 % 180).astype(np.int32)


def collisions(frame, metrics):
    """Pairs of events whose bars, markers or labels meet, by measurement of every pair."""
    boxes = _boxes(frame, metrics)
    pairs = []
    for top in np.unique(boxes[:, 1]):
        row = boxes[boxes[:, 1] == top]
        row = row[np.argsort(row[:, 2], kind="stable")]
        meets = row[1:, 2] < np.maximum.accumulate(row[:, 3])[:-1]
        pairs += [tuple(row[n : n + 2, 0].tolist()) for n in np.flatnonzero(meets)]
    tops = np.unique(boxes[:, 1])
    assert (np.diff(tops) >= metrics.bar).all(), "rows lie over each other"
    return pairs


def _boxes(frame, metrics):
    """Rows (id, top, left, right) of each event with its label, clusters with negative ids."""
    reach = marker_reach(metrics)
    middle = (frame.core_left + frame.core_right) // 2
    is_marker = frame.shape == Shape.MARKER
    left = np.where(is_marker, np.minimum(frame.left, middle - reach), frame.left)
    right = np.where(is_marker, np.maximum(frame.right, middle + reach), frame.right)
    told = frame.label_width > 0
    left = np.where(told, np.minimum(left, frame.label_left), left)
    right = np.where(told, np.maximum(right, frame.label_left + frame.label_width), right)
    events = np.stack((frame.ids, frame.top, left, right), 1)
    clusters = np.stack(
        (-frame.cluster_count, frame.cluster_top, frame.cluster_left, frame.cluster_right), 1
    )
    return np.concatenate((events, clusters))
