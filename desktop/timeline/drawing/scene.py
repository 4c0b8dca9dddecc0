"""What a picture tells beside its frame: names, colours, what is selected, what stands behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from desktop.model import Track
from desktop.timeline.drawing.certainty import Extents, measure
from desktop.timeline.drawing.style import Style
from desktop.timeline.events.columns import Ids
from desktop.timeline.frames.frame import Frame, Ints

NOTHING: Ints = np.empty(0, np.int32)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link between two events of the frame, by their ids."""

    source: int
    target: int
    kind: str


@dataclass(frozen=True, slots=True)
class Stub:
    """A link of which one event lies before (`side` -1) or after (1) the time in view.

    `is_source` tells that the arrow begins at the event that is seen.
    """

    arrow: Arrow
    side: int
    is_source: bool


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What stands behind the events, in pixels: grid lines, shaded stretches, the line of today.

    `origin` is where second 0 of the ground's patterns lies, so that they move with the time.
    """

    lines: Ints = field(default_factory=lambda: NOTHING)
    strong_lines: Ints = field(default_factory=lambda: NOTHING)
    shaded_left: Ints = field(default_factory=lambda: NOTHING)
    shaded_right: Ints = field(default_factory=lambda: NOTHING)
    night_left: Ints = field(default_factory=lambda: NOTHING)
    night_right: Ints = field(default_factory=lambda: NOTHING)
    today: int | None = None
    origin: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """`colours` names events that have a colour of their own; every track of the frame is here.

    `lit` are the events that a filter does not dim, None where it dims none.
    """

    tracks: Mapping[int, Track]
    titles: Mapping[int, str]
    colours: Mapping[int, str] = field(default_factory=dict)
    selected: frozenset[int] = frozenset()
    arrows: tuple[Arrow, ...] = ()
    stubs: tuple[Stub, ...] = ()
    ground: Ground = field(default_factory=Ground)
    lit: Ids | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """The colours that a frame's events have: `of` gives each event's place in `colours`.

    `extents` are the certain parts of the same events.
    """

    colours: tuple[str, ...]
    of: Ints
    extents: Extents

    def each(
        self, style: Style, chosen: NDArray[np.bool_]
    ) -> list[tuple[QColor, NDArray[np.intp]]]:
        """The fill of every colour that is met among the chosen events, and those events."""
        places = np.flatnonzero(chosen)
        if not len(places):
            return []
        met = self.of[places]
        return [
            (style.fill(self.colours[colour]), places[met == colour])
            for colour in sorted(set(met.tolist()))
        ]


def group(frame: Frame, scene: Scene) -> Groups:
    """Sort the events of `frame` by colour: their track's, or their own."""
    colours = [scene.tracks[band.track].colour for band in frame.bands]
    if not scene.colours or not len(frame.ids):
        return Groups(tuple(colours), frame.band, measure(frame))
    of = frame.band.copy()
    own = np.array(list(scene.colours), np.int64)
    for place in np.flatnonzero(np.isin(frame.ids, own)).tolist():
        of[place] = len(colours)
        colours.append(scene.colours[int(frame.ids[place])])
    return Groups(tuple(colours), of, measure(frame))
