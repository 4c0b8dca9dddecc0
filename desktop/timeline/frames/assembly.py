"""Make a frame of a plan: arithmetic on whole arrays, no decision about rows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.columns import Ids, Places
from desktop.timeline.frames import density
from desktop.timeline.frames.batch import UNKNOWN, Batch, Boxes, is_in_sight, lay_out
from desktop.timeline.frames.crowd import Clusters, gather
from desktop.timeline.frames.density import Density
from desktop.timeline.frames.frame import Frame, Ints, Metrics, Shape, Strip
from desktop.timeline.frames.lighting import Flags, Lighting
from desktop.timeline.frames.plan import Plan

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Events of a plan whose bars lie between two heights, the tops of those, and which are lit."""

    batch: Batch
    tops: Ints
    lit: Flags | None


class Picture:
    """What frames of one plan are made with; what lies between two heights is found once."""

    def __init__(
        self,
        plan: Plan,
        density: Density,
        measure: Callable[[Ids], Ints],
        metrics: Metrics,
        lighting: Lighting,
    ) -> None:
        self.plan = plan
        self.density = density
        self.metrics = metrics
        self.lighting = lighting
        self._measure = measure
        self._stretch: Stretch | None = None
        self._parts: tuple[Part, ...] = ()

    def parts(self, stretch: Stretch) -> tuple[Part, ...]:
        """The events with rows of their own, and the crowd, between two heights."""
        if stretch != self._stretch:
            self._stretch = stretch
            self._parts = tuple(
                self._part(batch, stretch) for batch in (self.plan.few, self.plan.crowd)
            )
        return self._parts

    def widths(self, part: Part, places: Places, chosen: Places) -> Ints:
        """Label widths of the events of `part` at `places`: of the `chosen` of those, else 0.

        What was asked for once is kept with the events.
        """
        of = part.batch.widths
        asked = places[chosen]
        missing = asked[of[asked] == UNKNOWN]
        if len(missing):
            of[missing] = self._measure(part.batch.events.ids[missing])
        widths = np.zeros(len(places), np.int32)
        widths[chosen] = of[asked]
        return widths

    def _part(self, batch: Batch, stretch: Stretch) -> Part:
        tops = row_tops(self.plan, batch, self.metrics)
        seen = (tops < stretch[1]) & (tops + self.metrics.bar > stretch[0])
        lit = self.lighting.flags(batch)
        return Part(batch.take(seen), tops[seen], None if lit is None else lit[seen])


def assemble(picture: Picture, scale: TimeScale, top: int, height: int) -> Frame:
    """The frame of `scale` with all bands, and what lies in them from `top` for `height`."""
    stretch = (top, top + height)
    alone, crowded = picture.parts(stretch)
    few = [_few(picture, scale, alone)] if len(alone.batch) else []
    many, clusters = _many(picture, scale, crowded)
    made = Boxes.joined([*few, many] if len(many.ids) or not few else few)
    eras = made.shape == Shape.ERA
    if eras.any():
        made = made.take(np.concatenate((np.flatnonzero(eras), np.flatnonzero(~eras))))
    return Frame(
        width=scale.width,
        height=height,
        bands=picture.plan.bands,
        **{name: getattr(made, name) for name in Boxes.__slots__},
        cluster_band=clusters.band,
        cluster_left=clusters.left,
        cluster_right=clusters.right,
        cluster_top=clusters.top,
        cluster_count=clusters.count,
        cluster_lit=clusters.lit,
        strips=_strips(picture, scale, stretch),
    )


def row_tops(plan: Plan, batch: Batch, metrics: Metrics) -> Ints:
    """The top of each event's bar."""
    first = np.array([place.first_row for place in plan.places], np.int32)
    inset = (metrics.row - metrics.bar) // 2
    if not len(batch):
        return batch.rows
    return (first[batch.bands] + batch.rows * metrics.row + inset).astype(np.int32)


def _few(picture: Picture, scale: TimeScale, part: Part) -> Boxes:
    made = lay_out(part.batch, part.tops, scale, picture.metrics)
    return made.take(is_in_sight(made, scale.width, picture.metrics.row))


def _many(picture: Picture, scale: TimeScale, part: Part) -> tuple[Boxes, Clusters]:
    metrics = picture.metrics
    crowd = gather(part.batch, part.tops, scale, metrics, part.lit)
    chosen = crowd.candidates(scale.width, metrics)
    made = crowd.boxes(picture.widths(part, crowd.places, chosen), metrics)
    clusters = crowd.clusters
    near = (clusters.left < scale.width) & (clusters.right > 0)
    return made.take(is_in_sight(made, scale.width, metrics.row)), clusters.take(near)


def _strips(picture: Picture, scale: TimeScale, stretch: Stretch) -> tuple[Strip, ...]:
    strips = []
    edges = density.edges(scale)
    for number, place in enumerate(picture.plan.places):
        bottom = place.strip_top + place.strip_height
        if not place.strip_height or place.strip_top >= stretch[1] or bottom <= stretch[0]:
            continue
        lines = picture.plan.drawn[number].strand.lines
        lit = None
        if picture.lighting.is_dimming:
            lit = picture.density.strip([picture.lighting.line(line) for line in lines], scale)
        strips.append(
            Strip(
                band=number,
                edges=edges,
                counts=picture.density.strip(lines, scale),
                top=place.strip_top,
                height=place.strip_height,
                lit=lit,
            )
        )
    return tuple(strips)
