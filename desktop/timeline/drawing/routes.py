"""The way of a link from one event to another: round labels and bars where there is one."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Box = tuple[int, int, int, int]  # left, top, right, bottom
Floats = NDArray[np.float64]
Curve = tuple[float, ...]  # the four points of a cubic: x, y, x, y, …

WIDE = 24  # pixels from which an event is left and met anywhere along its edge
APART = 2  # pixels between an event and the ends of a link
SAMPLES = 16  # points of a curve that are tried against what lies there
BULGES = (0.0, -36.0, 36.0)  # pixels by which a curve swings aside
ASIDES = (26.0, 48.0, 84.0)  # the same for one that leaves at the left
LABEL, OWN_LABEL, BAR = 6.0, 30.0, 3.0  # what it costs to lie over one
PER_PIXEL = 0.008  # what each pixel of length costs
_SHARES = np.linspace(0.0, 1.0, SAMPLES)


def points(curve: Curve, count: int = SAMPLES) -> Floats:
    """So many points along a curve, as rows of x and y."""
    four = np.array(curve, np.float64).reshape(1, 4, 2)
    made: Floats = _along(four, np.linspace(0.0, 1.0, count))[0]
    return made


@lru_cache(maxsize=2048)
def route(source: Box, target: Box, obstacles: bytes) -> Curve:
    """The cheapest curve between two boxes; all may be shifted alike, so that panning asks nothing.

    `obstacles` are rows of five float64: a box and what it costs to lie over it.
    """
    down = 1 if target[1] + target[3] >= source[1] + source[3] else -1
    tall = abs(target[1] + target[3] - source[1] - source[3]) / 2
    starts, ends = _doors(source, down, tall), _doors(target, -down, tall)
    some = np.array([(*start, *end[::-1]) for start in starts for end in ends], np.float64)
    way = _along(some, _SHARES)
    steps = np.diff(way, axis=1)
    cost = PER_PIXEL * np.hypot(steps[..., 0], steps[..., 1]).sum(axis=1)
    rows = np.frombuffer(obstacles, np.float64).reshape(-1, 5)
    if len(rows):
        x, y = way[:, :, None, 0], way[:, :, None, 1]
        inside = (x > rows[:, 0]) & (x < rows[:, 2]) & (y > rows[:, 1]) & (y < rows[:, 3])
        cost = cost + inside.any(axis=1) @ rows[:, 4]
    return tuple(some[int(cost.argmin())].reshape(-1).tolist())


Door = tuple[tuple[float, float], tuple[float, float]]


def _doors(box: Box, side: int, tall: float) -> list[Door]:
    """Where a link may touch a box, and where it then goes: its lower (1) or upper edge, its left.

    A narrow event is left and met at its left too, for its label stands at the right.
    """
    left, top, right, bottom = box
    y = float(bottom + APART if side > 0 else top - APART)
    ahead = y + side * max(16.0, 0.42 * tall)
    if right - left >= WIDE:
        inset = min(12.0, (right - left) / 4)
        places = np.linspace(left + inset, right - inset, 5).tolist()
        return [((x, y), (x + bulge, ahead)) for x in places for bulge in BULGES]
    middle, beside = (left + right) / 2, (top + bottom) / 2
    doors: list[Door] = [((middle, y), (middle + bulge, ahead)) for bulge in BULGES[:2]]
    start = left - APART, beside + side * 3.0
    return [*doors, *((start, (left - far, beside + side * 10.0)) for far in ASIDES)]


def _along(curves: Floats, shares: Floats) -> Floats:
    """Points of many cubics: one row a curve, one column a share."""
    t = shares[None, :, None]
    first, second, third, last = (curves[:, None, number, :] for number in range(4))
    back = 1 - t
    made: Floats = back**3 * first + 3 * back**2 * t * second
    made += 3 * back * t**2 * third + t**3 * last
    return made
