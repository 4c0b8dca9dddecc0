"""Which part of an event the hand is on, and which cluster."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Frame, Mark

GRIP = 5  # pixels at either end of a bar by which it is pulled
LEAST_GRIPPED = 18  # a narrower bar can only be carried
NEAR = 3  # pixels by which the hand may miss

Box = tuple[int, int, int, int]


class Zone(Enum):
    """Which part of an event the hand is on."""

    BODY = "body"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Hit:
    """An event under the hand."""

    event: int
    zone: Zone


def zone_of(frame: Frame, event: int, box: Box, x: float) -> Zone:
    """The part of an event at x; an end that is open or out of sight cannot be pulled."""
    left, _, right, _ = box
    found = np.flatnonzero(frame.ids == event)
    if right - left < LEAST_GRIPPED or not len(found):
        return Zone.BODY
    marks = int(frame.marks[found[0]])
    if marks & Mark.ONE_OF:
        return Zone.BODY
    if left >= 0 and not marks & Mark.OPEN_START and -NEAR <= x - left < GRIP:
        return Zone.START
    if right <= frame.width and not marks & Mark.OPEN_END and -GRIP <= x - right < NEAR:
        return Zone.END
    return Zone.BODY


def hit_cluster(frame: Frame, style: Style, x: float, y: float) -> int | None:
    """The place of the cluster at a point of the frame."""
    bar = style.metrics().bar
    is_here = (frame.cluster_left <= x) & (
        x < np.maximum(frame.cluster_right, frame.cluster_left + 4)
    )
    is_here &= (frame.cluster_top <= y) & (y < frame.cluster_top + bar)
    found = np.flatnonzero(is_here)
    return int(found[0]) if len(found) else None
