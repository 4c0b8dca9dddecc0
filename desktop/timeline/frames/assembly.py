"""Make a frame of a plan: arithmetic on whole arrays, no decision about rows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.columns import Ids
from desktop.timeline.frames import density
from desktop.timeline.frames.batch import Batch, Boxes, is_in_sight, lay_out
from desktop.timeline.frames.crowd import Clusters, gather
from desktop.timeline.frames.density import Density
from desktop.timeline.frames.frame import Frame, Ints, Metrics, Shape, Strip
from desktop.timeline.frames.lighting import Flags, Lighting
from desktop.timeline.frames.plan import Plan

LIT = -1  # no track's number: tells the strip of a track's lit events from that of all


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """What frames of one plan are made with."""

    plan: Plan
    density: Density
    measure: Callable[[Ids], Ints]
    metrics: Metrics
    lighting: Lighting


def assemble(picture: Picture, scale: TimeScale, top: int, height: int) -> Frame:
    """The frame of `scale` with all bands, and what lies in them from `top` for `height`."""
    stretch = (top, top + height)
    few = _few(picture, scale, stretch)
    many, clusters = _many(picture, scale, stretch)
    made = Boxes.joined([few, many]) if len(many.ids) else few
    eras = made.shape == Shape.ERA
    if eras.any():
        made = made.take(np.concatenate((np.flatnonzero(eras), np.flatnonzero(~eras))))
    return Frame(
        width=scale.width,
        height=height,
        bands=tuple(place.band for place in picture.plan.places),
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


def _stretch(picture: Picture, batch: Batch, stretch: tuple[int, int]) -> tuple[Ints, Flags | None]:
    """The tops of the bars of a batch, and which lie between two heights; None if all do."""
    tops = row_tops(picture.plan, batch, picture.metrics)
    seen = (tops < stretch[1]) & (tops + picture.metrics.bar > stretch[0])
    return tops, None if seen.all() else seen


def _few(picture: Picture, scale: TimeScale, stretch: tuple[int, int]) -> Boxes:
    batch = picture.plan.few
    tops, seen = _stretch(picture, batch, stretch)
    if seen is not None:
        batch, tops = batch.take(seen), tops[seen]
    made = lay_out(batch, tops, scale, picture.metrics)
    return made.take(is_in_sight(made, scale.width, picture.metrics.row))


def _many(picture: Picture, scale: TimeScale, stretch: tuple[int, int]) -> tuple[Boxes, Clusters]:
    metrics = picture.metrics
    batch = picture.plan.crowd
    tops, seen = _stretch(picture, batch, stretch)
    lit = picture.lighting.flags(batch)
    if seen is not None:
        batch, tops = batch.take(seen), tops[seen]
        lit = None if lit is None else lit[seen]
    crowd = gather(batch, tops, scale, metrics, lit)
    widths = np.zeros(len(crowd.batch), np.int32)
    candidates = crowd.candidates(scale.width, metrics)
    widths[candidates] = picture.measure(crowd.batch.events.ids[candidates])
    made = crowd.boxes(widths, metrics)
    clusters = crowd.clusters
    near = (clusters.left < scale.width) & (clusters.right > 0)
    return made.take(is_in_sight(made, scale.width, metrics.row)), clusters.take(near)


def _strips(picture: Picture, scale: TimeScale, stretch: tuple[int, int]) -> tuple[Strip, ...]:
    strips = []
    for number, place in enumerate(picture.plan.places):
        bottom = place.strip_top + place.strip_height
        if not place.strip_height or place.strip_top >= stretch[1] or bottom <= stretch[0]:
            continue
        strand = picture.plan.drawn[number].strand
        key = strand.shown.members
        counts = picture.density.strip(key, strand.lines, scale)
        lit = None
        if picture.lighting.is_dimming:
            lines = tuple(picture.lighting.line(line) for line in strand.lines)
            lit = picture.density.strip((LIT, *key), lines, scale)
        strips.append(
            Strip(
                band=number,
                bin_width=density.BIN,
                counts=counts,
                left=density.offset(scale),
                top=place.strip_top,
                height=place.strip_height,
                lit=lit,
            )
        )
    return tuple(strips)
