"""What is shown of each track at an octave, for pictures some way to both sides of one."""

from dataclasses import dataclass

from desktop.timeline.batch import Batch
from desktop.timeline.line import Line
from desktop.timeline.scale import TimeScale
from desktop.timeline.stack import Content, Place, Shown


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """One band's lines (more than one for a folded group) and how it is shown."""

    shown: Shown
    lines: tuple[Line, ...]
    is_few: bool
    content: Content


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What pictures of one octave between two seconds are made from.

    `few` are events with rows of their own and whole labels; `crowd` are those of tracks with too
    many, in the order (band, row, time).
    """

    octave: int
    start: int
    stop: int
    strands: tuple[Strand, ...]
    places: tuple[Place, ...]
    few: Batch
    crowd: Batch

    def holds(self, scale: TimeScale) -> bool:
        """True where the picture of `scale` can be made from this plan."""
        inside = self.start <= scale.start and scale.stop <= self.stop
        return scale.octave == self.octave and inside
