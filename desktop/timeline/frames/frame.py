"""One picture of the timeline in numbers: made by `layout`, drawn by `paint`, which decides none.

Every array of `Frame` that tells of events has length n and the order in which they are drawn.
Lengths are device-independent pixels of the track area: x grows with time, y downward.
"""

from dataclasses import dataclass, field
from enum import IntEnum, IntFlag

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Ids = NDArray[np.int64]
Bytes = NDArray[np.uint8]


class Shape(IntEnum):
    """How an event is drawn."""

    BAR = 0
    MARKER = 1
    ERA = 2


class Mark(IntFlag):
    """What is known of an event's date and of the event, one bit each."""

    OPEN_START = 1
    OPEN_END = 2
    APPROXIMATE = 4
    UNCERTAIN = 8
    INTERVAL = 16
    ONE_OF = 32


class Standing(IntEnum):
    """What the claims make of an event, in the order of `model.STATUSES`."""

    NONE = 0
    REPORTED = 1
    CLAIMED = 2
    DENIED = 3
    CONTESTED = 4
    CONFIRMED = 5
    PLANNED = 6


@dataclass(frozen=True, slots=True)
class Band:
    """The stretch of the picture that one track has.

    `shelf` pixels at its foot are for undated events; `depth` is 1 in a group, 2 in a group of it.
    """

    track: int
    top: int
    height: int
    is_dense: bool = False
    shelf: int = 0
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Strip:
    """How many events touch each bin of a dense track, standing still in time while one moves.

    `edges` are the pixels at which the bins begin, the first a little before 0, and where the last
    one ends: one more than `counts`, the same for all strips of a frame. The strip fills `height`
    pixels from `top`. `lit` are those of `counts` that the filter does not dim, None where it dims
    none.
    """

    band: int
    edges: Ints
    counts: Ints
    top: int = 0
    height: int = 0
    lit: Ints | None = None


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes that the font and the style give to the layout, in pixels."""

    row: int = 26
    bar: int = 20
    marker: int = 12
    padding: int = 6
    gap: int = 6
    strip: int = 40
    smallest_band: int = 56
    shelf: int = 22
    collapsed: int = 30


@dataclass(frozen=True, slots=True)
class Frame:
    """What one picture shows. `label_width` 0 means no label; `core_*` bound the certain part.

    `cluster_lit` are those of `cluster_count` that the filter does not dim, None without such one.
    """

    width: int
    height: int
    bands: tuple[Band, ...]
    ids: Ids
    band: Ints
    left: Ints
    right: Ints
    core_left: Ints
    core_right: Ints
    top: Ints
    shape: Bytes
    marks: Bytes
    standing: Bytes
    label_left: Ints
    label_width: Ints
    label_inside: NDArray[np.bool_]
    cluster_band: Ints
    cluster_left: Ints
    cluster_right: Ints
    cluster_top: Ints
    cluster_count: Ints
    strips: tuple[Strip, ...] = field(default=())
    cluster_lit: Ints | None = None
