"""Where everything stands: rows without overlap, labels without collision, crowds as counts.

A track with few events in view gives each of them a row in which its label has room. One with
more shows rows from time alone and a strip of density below them. What is chosen for an octave of
resolution stands while one pans; a picture is then some arithmetic on a batch of events.
"""

from collections.abc import Iterable

import numpy as np

from desktop.model import Track
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.columns import Ids
from desktop.timeline.events.index import Index
from desktop.timeline.frames import fitting
from desktop.timeline.frames.assembly import Picture, assemble
from desktop.timeline.frames.density import Density
from desktop.timeline.frames.finding import Finder
from desktop.timeline.frames.frame import Band, Frame, Ints, Metrics
from desktop.timeline.frames.lighting import Lighting
from desktop.timeline.frames.planner import Planner, Widths
from desktop.timeline.frames.stack import order_tracks

Box = tuple[int, int, int, int]


def no_labels(ids: Ids) -> Ints:
    """Stand in for measured titles: no event has a label."""
    return np.zeros(len(ids), np.int32)


class Layout:
    """Frames of an index for any scale; y is in pixels of the whole stack of tracks, from 0 down.

    `widths` gives the pixels of the labels of some events (0 for none) and may remember them:
    it is asked once for each event that comes into view.
    """

    def __init__(
        self,
        index: Index,
        tracks: Iterable[Track] = (),
        widths: Widths = no_labels,
        metrics: Metrics | None = None,
    ) -> None:
        self.metrics = metrics if metrics is not None else Metrics()
        self._planner = Planner(index, widths, self.metrics)
        self._density = Density()
        self._lighting = Lighting()
        self._picture: Picture | None = None
        self._frame: Frame | None = None
        self._asked: tuple[object, ...] = ()
        self._finder: Finder | None = None
        self.show_tracks(tracks)

    def show_tracks(self, tracks: Iterable[Track], undated: Iterable[int] = ()) -> None:
        """Have these tracks from now on; those in `undated` get a shelf at their foot."""
        self._planner.show_tracks(order_tracks(tracks), frozenset(undated))
        self._forget_picture()

    def take_index(self, index: Index) -> None:
        """Show another index: everything was read anew."""
        self._planner.take_index(index)
        self._forget_picture()

    def show_lit(self, lit: Ids | None) -> None:
        """Tell how many of these events clusters and strips hold; None while none is dimmed."""
        if self._lighting.show(lit):
            self._forget_picture()

    def change(self, ids: Iterable[int]) -> None:
        """These events have changed in the index, or their titles have; no other leaves its row."""
        self._planner.change(ids)
        self._forget_picture()

    def frame(self, scale: TimeScale, top: int = 0, height: int = 1 << 20) -> Frame:
        """The picture from `top` for `height` pixels; `bands` are those of all tracks."""
        asked = (scale, top, height)
        if self._frame is None or asked != self._asked or not self.is_settled:
            plan = self._planner.plan(scale)
            if self._picture is None or self._picture.plan is not plan:
                self._picture = Picture(
                    plan, self._density, self._planner.measure, self.metrics, self._lighting
                )
            self._frame = assemble(self._picture, scale, top, height)
            self._asked, self._finder = asked, None
        return self._frame

    @property
    def is_settled(self) -> bool:
        """False while long tracks still wait for rows: the same frame may then show more of them.

        Each plan of an octave works for some milliseconds at most.
        """
        return self._planner.is_settled

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands of all tracks in the last picture."""
        return () if self._frame is None else self._frame.bands

    @property
    def content_height(self) -> int:
        """How high all tracks are together in the last picture."""
        return self.bands[-1].top + self.bands[-1].height if self.bands else 0

    def event_at(self, x: float, y: float) -> int | None:
        """The event whose bar, marker or label is at a point of the last picture."""
        finder = self._find()
        return None if finder is None else finder.event_at(x, y)

    def events_in(self, box: Box) -> Ids:
        """The events that a box (left, top, right, bottom) touches, those in clusters with them.

        A strip of density gives those of its track that touch the box's time.
        """
        finder = self._find()
        return np.empty(0, np.int64) if finder is None else finder.events_in(box)

    def rect_of(self, event: int) -> Box | None:
        """The box of an event without its label, in the last picture or not far from it.

        None where it is neither, or where the event has no row of its own.
        """
        finder = self._find()
        return None if finder is None else finder.rect_of(event)

    def fitted(self, width: int, margin: int = 24) -> TimeScale | None:
        """The closest scale at which everything, labels included, lies within the margins.

        None where no event is dated.
        """
        return fitting.fit(self._planner, width, margin)

    def _find(self) -> Finder | None:
        if self._finder is None and self._frame is not None:
            scale = self._asked[0]
            if isinstance(scale, TimeScale):
                self._finder = Finder(self._frame, self._planner.plan(scale), scale, self.metrics)
        return self._finder

    def _forget_picture(self) -> None:
        self._picture = None
        self._frame = None
        self._finder = None
