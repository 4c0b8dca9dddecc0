"""What is shown of each track at an octave, for pictures some way to both sides of one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.line import Line
from desktop.timeline.frames.batch import Batch
from desktop.timeline.frames.frame import Band, Metrics
from desktop.timeline.frames.stack import Content, Place, Shown, stack


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """One band's lines (more than one for a folded group) and how it is shown."""

    shown: Shown
    lines: tuple[Line, ...]
    is_few: bool
    content: Content

    def is_of(self, shown: Shown, lines: Sequence[Line], *, has_shelf: bool) -> bool:
        """True where it shows just this, whatever the resolution."""
        is_same = all(one is other for one, other in zip(self.lines, lines, strict=False))
        return is_same and (self.shown, self.content.has_shelf) == (shown, has_shelf)


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A strand with its events between the seconds of a plan, laid out for an octave."""

    strand: Strand
    batch: Batch
    octave: int

    def on_band(self, number: int) -> "Drawn":
        """As the band with this number."""
        return Drawn(self.strand, self.batch.on_band(number), self.octave)

    def without_labels(self) -> "Drawn":
        """With the same rows, for a moment in which labels might not have the room they had."""
        widths = np.zeros(len(self.batch), np.int32)
        return Drawn(self.strand, self.batch.labelled(widths), self.octave)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What pictures of one octave between two seconds are made from.

    `few` are events with rows of their own and whole labels; `crowd` are those of tracks with too
    many, in the order (band, row, time).
    """

    octave: int
    start: int
    stop: int
    drawn: tuple[Drawn, ...]
    places: tuple[Place, ...]
    few: Batch
    crowd: Batch

    def holds(self, scale: TimeScale) -> bool:
        """True where the picture of `scale` can be made from this plan."""
        inside = self.start <= scale.start and scale.stop <= self.stop
        return scale.octave == self.octave and inside

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands of all tracks."""
        return tuple(place.band for place in self.places)


def make_plan(
    octave: int, window: tuple[int, int], drawn: Sequence[Drawn], metrics: Metrics
) -> Plan:
    """Stack the strands and join their events."""
    places = stack(
        [one.strand.shown for one in drawn], [one.strand.content for one in drawn], metrics
    )
    few = [one.batch for one in drawn if one.strand.is_few]
    crowd = [one.batch for one in drawn if not one.strand.is_few]
    return Plan(
        octave, *window, tuple(drawn), tuple(places), Batch.joined(few), Batch.joined(crowd)
    )
