"""Which second lies at which pixel: exact from one minute to twice ten billion years across."""

import math
from dataclasses import dataclass, replace
from typing import overload

import numpy as np
from numpy.typing import NDArray

from desktop.when.calendar import DAY

YEAR = 365.2425 * DAY
NARROWEST = 60.0  # seconds across the picture
WIDEST = 2e10 * YEAR
FARTHEST = 1.6e10 * YEAR  # seconds from 1970; farther out there is nothing to see
_USUAL = 28 * DAY  # what an empty timeline shows

Seconds = NDArray[np.int64]
Pixels = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TimeScale:
    """`start` is the second (since 1970) at x = 0, `per_pixel` seconds, `width` pixels.

    Values beyond the limits are pulled back, so that every scale can be drawn.
    """

    start: float
    per_pixel: float
    width: int

    def __post_init__(self) -> None:
        width = max(1, self.width)
        start = min(max(self.start, -FARTHEST), FARTHEST)
        # A double far from 1970 cannot tell seconds apart: there the closest view is a wider one.
        least = max(NARROWEST / width, math.ulp(start))
        per_pixel = min(max(self.per_pixel, least), WIDEST / width)
        for name, value in (("width", width), ("start", start), ("per_pixel", per_pixel)):
            object.__setattr__(self, name, value)

    @overload
    def x(self, seconds: float) -> float: ...
    @overload
    def x(self, seconds: Seconds) -> Pixels: ...
    def x(self, seconds: float | Seconds) -> float | Pixels:
        """Pixels from the left edge; whole seconds are subtracted as integers, without loss."""
        whole = math.floor(self.start)
        rest = self.start - whole
        if isinstance(seconds, np.ndarray):
            away: Pixels = np.subtract(seconds, whole, dtype=np.int64).astype(np.float64)
            away -= rest
            away /= self.per_pixel
            return away
        return (seconds - whole - rest) / self.per_pixel

    def seconds(self, x: float) -> float:
        """The second at a pixel."""
        return self.start + x * self.per_pixel

    @property
    def stop(self) -> float:
        """The second at the right edge."""
        return self.seconds(self.width)

    @property
    def span(self) -> float:
        """Seconds across the picture."""
        return self.per_pixel * self.width

    @property
    def octave(self) -> int:
        """The power of two at or below `per_pixel`: rows are chosen once for each."""
        return math.frexp(self.per_pixel)[1] - 1

    def panned(self, dx: float) -> "TimeScale":
        """The view after the content was pulled `dx` pixels to the right."""
        return replace(self, start=self.start - dx * self.per_pixel)

    def zoomed(self, factor: float, about_x: float) -> "TimeScale":
        """`factor` times as close (2 shows half the time), the second at `about_x` kept there."""
        nearer = replace(self, per_pixel=self.per_pixel / factor)
        return replace(nearer, start=self.seconds(about_x) - about_x * nearer.per_pixel)

    def resized(self, width: int) -> "TimeScale":
        """The same start and resolution in a picture of another width."""
        return replace(self, width=width)

    def centred(self, seconds: float) -> "TimeScale":
        """The same resolution with this second in the middle."""
        return replace(self, start=seconds - self.span / 2)

    @classmethod
    def fitted(cls, earliest: float, latest: float, width: int, margin: float = 0) -> "TimeScale":
        """The span from edge to edge, `margin` pixels kept free on either side.

        A span of no length is shown with two weeks on either side of it.
        """
        if latest <= earliest:
            earliest, latest = earliest - _USUAL / 2, earliest + _USUAL / 2
        room = max(1.0, width - 2 * margin)
        fitting = cls(earliest, (latest - earliest) / room, width)
        return fitting.centred(earliest / 2 + latest / 2)
