"""Which part of an event is certain, and how that is drawn, on the screen and on paper alike."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.timeline.frames.frame import Frame, Ints, Mark

FAINT = 0.10  # what is left of the colour at the outer end of a fade
PALE = 0.34  # the strength of a bar of which no second is certain
HATCH = 6  # pixels from one hatching line to the next
SMALL = 10  # a narrower bar has no room for round corners


APPROXIMATE = int(Mark.APPROXIMATE)
NOWHERE_SURE = int(Mark.UNCERTAIN | Mark.ONE_OF)


@dataclass(frozen=True, slots=True, eq=False)
class Extents:
    """The solid part of each event of a frame, and which have none: those are pale."""

    solid_left: Ints
    solid_right: Ints
    is_pale: NDArray[np.bool_]


def measure(frame: Frame) -> Extents:
    """Where bars are solid: in their certain core, or the written unit of a single vague date.

    An approximate date was widened by its own unit on each side, so that its middle third is what
    was written; an uncertain date, or one of several, has no solid part.
    """
    lacks_core = frame.core_right <= frame.core_left
    approximate = (frame.marks & APPROXIMATE) != 0
    third = np.where(approximate, (frame.right - frame.left) // 3, 0)
    return Extents(
        np.where(lacks_core, frame.left + third, frame.core_left).astype(np.int32),
        np.where(lacks_core, frame.right - third, frame.core_right).astype(np.int32),
        lacks_core & ((frame.marks & NOWHERE_SURE) != 0),
    )
