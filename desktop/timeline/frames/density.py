"""How many events of a dense track touch each bin of a few pixels: no peak is ever smoothed away.

Bins stand still in time, and are of one length for a whole octave of resolution: two to four
pixels. So they are counted once, a tile of them at a time, and panning or zooming counts no more.
"""

import math
from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.line import Line
from desktop.timeline.frames.frame import Ints

BIN_OCTAVES = 2  # a bin is 2 pixels wide where an octave begins to be shown, then up to 4
_TILE = 256  # bins
_MOST_TILES = 400  # of one track

Tiles = dict[tuple[int, int], Ints]


class Density:
    """The counts of every line that was asked for, as long as the line is there."""

    def __init__(self) -> None:
        self._tiles: WeakKeyDictionary[Line, Tiles] = WeakKeyDictionary()

    def strip(self, lines: Sequence[Line], scale: TimeScale) -> Ints:
        """The bins of the picture for the events of `lines`, from the first that is in it."""
        first, stop = _bins(scale)
        counted = [self._count(line, scale.octave, first, stop) for line in lines]
        return counted[0] if len(counted) == 1 else np.sum(counted, axis=0, dtype=np.int32)

    def _count(self, line: Line, octave: int, first: int, stop: int) -> Ints:
        tiles = self._tiles.get(line)
        if tiles is None or len(tiles) > _MOST_TILES:
            tiles = self._tiles[line] = {}
        numbers = range(first // _TILE, -(-stop // _TILE))
        for number in numbers:
            if (octave, number) not in tiles:
                tiles[octave, number] = _count_tile(line, octave, number)
        whole = np.concatenate([tiles[octave, number] for number in numbers])
        before = first - numbers[0] * _TILE
        return whole[before : before + stop - first]


def _count_tile(line: Line, octave: int, number: int) -> Ints:
    bins = np.arange(number * _TILE, (number + 1) * _TILE + 1, dtype=np.float64)
    edges = np.asarray(np.rint(bins * _seconds(octave)), np.int64)
    return count_touching(line, edges).astype(np.int32)


def count_touching(
    line: Line, edges: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """How many events touch each stretch between two neighbouring edges, long ones in all."""
    begun = line.events.earliest.searchsorted(edges[1:])
    over = line.ends.searchsorted(edges[:-1], "right")
    return np.asarray(begun - over, np.int64)


def edges(scale: TimeScale) -> Ints:
    """The pixels at which the bins of a picture begin, and where the last one ends."""
    first, stop = _bins(scale)
    seconds = _seconds(scale.octave)
    begin = (first * seconds - scale.start) / scale.per_pixel
    width = seconds / scale.per_pixel
    return np.asarray(np.floor(begin + np.arange(stop - first + 1) * width), np.int32)


def _seconds(octave: int) -> float:
    return math.ldexp(1.0, octave + BIN_OCTAVES)


def _bins(scale: TimeScale) -> tuple[int, int]:
    """The first bin that touches the picture, and the first after it that does not."""
    seconds = _seconds(scale.octave)
    return math.floor(scale.start / seconds), math.floor(scale.stop / seconds) + 1
