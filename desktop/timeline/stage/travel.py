"""Where in time the view is, and every way of going elsewhere."""

import math

from PySide6.QtCore import QObject, QPointF, Signal

from desktop.timeline.axis.lengths import Ruler
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.stage.motion import GLIDE, Motion

STEP = 1.6  # how much closer one press of a zoom key goes
MARGIN = 40  # pixels left free at either side of what is fitted

Place = tuple[TimeScale, int]


class Travel(QObject):
    """The scale and the scrolled height; `altered` asks for a new picture, `moved` tells of both.

    Pixels are those of the track area. Glides last `glide` milliseconds, none at 0.
    """

    altered = Signal()
    moved = Signal()

    def __init__(self, scale: TimeScale) -> None:
        super().__init__()
        self.scale = scale
        self.width, self.height = scale.width, 300
        self.offset = 0
        self.glide = GLIDE
        self.motion = Motion(self)
        self.motion.went.connect(self.show_scale)
        self.is_measuring = False
        self.ruler: Ruler | None = None
        self.ruler_height = 0.0
        self._rest = QPointF()
        self._kept: tuple[TimeScale, TimeScale] | None = None
        self._back: list[TimeScale] = []
        self._forward: list[TimeScale] = []

    @property
    def content_height(self) -> int:
        """How high all tracks are together."""
        return 0

    def extent(self) -> tuple[int, int] | None:
        """The first and last second of what there is."""
        return None

    @property
    def seconds_per_pixel(self) -> float:
        """How much time one pixel is."""
        return self.scale.per_pixel

    def seconds_at(self, x: float) -> int:
        """The second at a pixel."""
        return math.floor(self.scale.seconds(x))

    def x_of(self, seconds: float) -> float:
        """The pixel of a second, kept within what Qt can draw."""
        return min(max(self.scale.x(seconds), -1e6), 1e6)

    @property
    def can_scroll(self) -> bool:
        """True where the tracks are higher than the view."""
        return self.content_height > self.height

    def show_scale(self, scale: TimeScale) -> None:
        """Be at another stretch of time at once."""
        if scale != self.scale:
            self.scale = scale
            self.moved.emit()
            self.altered.emit()

    def show_offset(self, offset: int) -> None:
        """Scroll to a height; no further than the tracks reach."""
        kept = max(0, min(offset, self.content_height - self.height))
        if kept != self.offset:
            self.offset = kept
            self.moved.emit()
            self.altered.emit()

    def keep_span(self) -> None:
        """Show the same stretch of time at other widths too, until the view goes elsewhere."""
        self._kept = self.scale, self.scale

    def be_wide(self, width: int) -> None:
        """Have another width: the second at the left stays, or all that `keep_span` has kept."""
        self.width = max(1, width)
        scale = self.scale.resized(self.width)
        if self._kept is not None:
            first, last = self._kept
            if last == self.scale:
                scale = TimeScale(first.start, first.span / self.width, self.width)
                self._kept = first, scale
            else:
                self._kept = None
        self.show_scale(scale)

    def show_again(self) -> None:
        """Ask for another picture of the same place."""
        self.altered.emit()

    def lay_ruler(self, ruler: Ruler | None, height: float = 0.0) -> None:
        """Show a measured length at a height of the canvas, or none any more."""
        if ruler is not self.ruler:
            self.ruler, self.ruler_height = ruler, height
            self.altered.emit()

    def place(self) -> Place:
        """Where the view is, for `go_back`."""
        return self.scale, self.offset

    def go_back(self, place: Place) -> None:
        """Be again where the view was."""
        self.show_scale(place[0])
        self.show_offset(place[1])

    def pan(self, right: int, down: int) -> None:
        """Go by whole pixels, so that nothing in the picture shifts against the rest."""
        if right:
            self.show_scale(self.scale.panned(-right))
        if down:
            self.show_offset(self.offset + down)

    def roll(self, right: float, down: float) -> None:
        """Go by parts of pixels too: what is left of one waits for the next turn."""
        rest = self._rest + QPointF(right, down)
        whole_right, whole_down = int(rest.x()), int(rest.y())
        self._rest = rest - QPointF(whole_right, whole_down)
        self.pan(whole_right, whole_down)

    def roll_on(self, speed: float) -> None:
        """Let the ground roll out at `speed` pixels a millisecond at first, if views may glide."""
        if self.glide > 0:
            self.motion.roll(self.scale, speed)

    def zoom(self, factor: float, about: float) -> None:
        """Go `factor` times closer (above 1) or farther, keeping the second at pixel `about`."""
        self.show_scale(self.scale.zoomed(factor, about))

    def zoom_step(self, direction: int) -> None:
        """Glide one step closer (1) or farther (-1) about the middle."""
        start = self.motion.aim if self.motion.is_under_way else self.scale
        self.travel(start.zoomed(STEP**direction, self.width / 2))

    def page(self, direction: int) -> None:
        """Glide to the stretch of time before (-1) or after (1) this one."""
        start = self.motion.aim if self.motion.is_under_way else self.scale
        self.travel(start.panned(-direction * round(self.width * 0.9)))

    def zoom_to(self, earliest: float, latest: float) -> None:
        """Show just this stretch of time, with a margin."""
        self.travel(TimeScale.fitted(earliest, latest, self.width, MARGIN))

    def fit_all(self) -> None:
        """Show everything that is dated."""
        self.travel(self.fitting())

    def fitting(self) -> TimeScale:
        """The scale that shows all there is."""
        first, last = self.extent() or (0, 0)
        return TimeScale.fitted(first, last, self.width, MARGIN)

    def first_look(self, earliest: int, latest: int) -> TimeScale:
        """Where to look when the first event stands: as close as now, unless it is longer."""
        if latest - earliest > self.scale.span / 2:
            return self.fitting()
        is_seen = self.scale.start <= earliest < self.scale.stop
        return self.scale if is_seen else self.scale.centred((earliest + latest) / 2)

    def go_to(self, seconds: float) -> None:
        """Bring a second to the middle, as close as the view is now."""
        self.travel(self.scale.centred(seconds))

    def go_to_end(self, direction: int) -> None:
        """Bring the first event (-1) or the last one (1) into view, as close as the view is."""
        ends = self.extent()
        if ends is None:
            return
        if direction < 0:
            self.travel(TimeScale(ends[0], self.scale.per_pixel, self.width).panned(MARGIN))
        else:
            last = TimeScale(ends[1], self.scale.per_pixel, self.width)
            self.travel(last.panned(self.width - MARGIN))

    def travel(self, scale: TimeScale) -> None:
        """Glide to another view, and remember this one for `step_back`."""
        self.remember(self.scale)
        self.motion.glide(self.scale, scale, self.glide)

    def remember(self, scale: TimeScale) -> None:
        """Have `step_back` go to this view."""
        self._back.append(scale)
        del self._back[:-50]
        self._forward.clear()

    def step_back(self) -> None:
        """Go to the view before the last journey."""
        if self._back:
            self._forward.append(self.scale)
            self.motion.glide(self.scale, self._back.pop(), self.glide)

    def step_forward(self) -> None:
        """Go again where `step_back` came from."""
        if self._forward:
            self._back.append(self.scale)
            self.motion.glide(self.scale, self._forward.pop(), self.glide)
