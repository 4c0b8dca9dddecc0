"""The picture of a scale: its frame, what is told beside it, the chips on the shelves."""

from collections.abc import Iterable
from math import floor

import numpy as np

from desktop.document import Document
from desktop.model import STATUSES
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.certainty import HATCH
from desktop.timeline.drawing.labels import title_width
from desktop.timeline.drawing.pills import pill_widths
from desktop.timeline.drawing.rule import Marks, Rule
from desktop.timeline.drawing.scene import Arrow, Ground, Scene, Stub
from desktop.timeline.drawing.shelf import Chip, lay_chips
from desktop.timeline.drawing.style import Style
from desktop.timeline.events.columns import Ids
from desktop.timeline.frames.frame import Frame, Ints
from desktop.timeline.frames.layout import Layout
from desktop.timeline.stage.contents import Contents

MOST_STUBS = 40  # links in one picture that lead out of it

MOST_TURNS = 5000
TALL = 1 << 20  # pixels: more than all tracks need


class Setting:
    """Lays out and remembers what it was asked last."""

    def __init__(self, document: Document, contents: Contents, style: Style) -> None:
        self._document = document
        self._contents = contents
        self._style = style
        self._index = contents.index
        self.today: int | None = None
        self._chips: tuple[object, list[Chip]] | None = None
        self._frame: tuple[object, Frame] | None = None
        self._rule = Rule(style)
        self.layout = Layout(contents.index, (), self._widths, style.metrics())
        self.show_tracks()

    def show_style(self, style: Style) -> None:
        """Measure and look otherwise from now on."""
        self._style = style
        self._rule = Rule(style)
        self.layout = Layout(self._index, (), self._widths, style.metrics())
        self.show_tracks()

    def show_tracks(self) -> None:
        """Have the tracks that the contents have now, and a shelf where something is undated."""
        undated = [track for track, events in self._contents.undated.items() if events]
        self.layout.show_tracks(self._contents.tracks.values(), undated)
        self.layout.show_lit(self._contents.lit)
        self._chips = None
        self.go_on()

    def take(self, events: Iterable[int]) -> None:
        """These events have changed; all of them where the contents have another index."""
        if self._index is not self._contents.index:
            self._index = self._contents.index
            self.layout.take_index(self._index)
        else:
            self.layout.change(events)
        self.show_tracks()

    def frame(self, scale: TimeScale, top: int, height: int) -> Frame:
        """What is in the picture of `scale` between two heights of the stack.

        Asked again it is the same one, until `go_on` lets the layout choose more rows.
        """
        asked = (scale, top, height)
        if self._frame is None or self._frame[0] != asked:
            self._frame = (asked, self.layout.frame(scale, top, height))
        return self._frame[1]

    def go_on(self) -> None:
        """Look again: the layout may show more, or something has changed."""
        self._frame = None

    def settle(self, scale: TimeScale) -> None:
        """Let every track have its rows, however long that takes, as a picture file asks."""
        for turn in range(MOST_TURNS):
            self.layout.frame(scale, 0, TALL + turn % 2)
            if self.layout.is_settled:
                return

    def scene(self, frame: Frame, scale: TimeScale, selected: frozenset[int]) -> Scene:
        """What is told beside the frame: titles of its labels, links within it, the ground."""
        return Scene(
            self._contents.tracks,
            self._contents.titles(frame.ids[frame.label_width > 0].tolist()),
            colours=self._contents.colours,
            selected=selected,
            arrows=self._arrows(frame),
            stubs=self._stubs(frame, scale),
            ground=self.ground(scale),
            lit=self._contents.lit,
        )

    def ground(self, scale: TimeScale) -> Ground:
        """What stands behind the events."""
        marks = self.marks(scale)
        return Ground(
            lines=marks.minor,
            strong_lines=marks.major,
            shaded_left=marks.shaded_left,
            shaded_right=marks.shaded_right,
            night_left=marks.night_left,
            night_right=marks.night_right,
            today=None if self.today is None else floor(max(-9, min(scale.x(self.today), 1e6))),
            origin=-round(scale.start % (scale.per_pixel * HATCH) / scale.per_pixel),
        )

    def marks(self, scale: TimeScale) -> Marks:
        """The calendar of a scale."""
        return self._rule.marks(scale)

    def chips(self, frame: Frame) -> list[Chip]:
        """The chips on the shelves of the frame's bands."""
        key = (frame.width, frame.bands)
        if self._chips is None or self._chips[0] != key:
            undated = self._contents.undated
            chips = [
                chip
                for band in frame.bands
                if band.shelf
                for chip in lay_chips(band, undated.get(band.track, []), self._style, frame.width)
            ]
            self._chips = (key, chips)
        return self._chips[1]

    def _arrows(self, frame: Frame) -> tuple[Arrow, ...]:
        arrows = self._contents.arrows
        if not arrows:
            return ()
        here = set(frame.ids.tolist())
        return tuple(one for one in arrows if one.source in here and one.target in here)

    def _stubs(self, frame: Frame, scale: TimeScale) -> tuple[Stub, ...]:
        """The links of which one event lies before or after all that is in view."""
        arrows = self._contents.arrows
        if not arrows:
            return ()
        here, ends = set(frame.ids.tolist()), self._contents.link_ends()
        stubs = []
        for one in arrows:
            is_source = one.source in here
            away = ends.get(one.target if is_source else one.source)
            if is_source == (one.target in here) or away is None:
                continue
            side = -1 if away[1] <= scale.start else int(away[0] >= scale.stop)
            if side:
                stubs.append(Stub(one, side, is_source=is_source))
        return tuple(stubs[:MOST_STUBS])

    def _widths(self, ids: Ids) -> Ints:
        """The pixels of each title, and of its pill where it has one."""
        keys = ids.tolist()
        titles = self._contents.titles(keys)
        statuses = self._contents.statuses(keys)
        pills = pill_widths(self._style).tolist()
        places = {status: place for place, status in enumerate(STATUSES)}
        return np.array(
            [
                title_width(self._style, titles.get(key, "")) + pills[places[statuses.get(key, "")]]
                for key in keys
            ],
            np.int32,
        )
