"""How the view travels: short glides that can be broken off, and a ground that rolls on."""

import math
from time import perf_counter_ns

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QStyle, QWidget

from desktop.timeline.axis.scale import TimeScale

GLIDE = 180  # milliseconds
ROLL = 720
LEAST_SPEED = 0.25  # pixels a millisecond; a slower ground stays where it is let go of
MOST_SPEED = 6.0
LATELY = 90  # milliseconds before the hand lets go that tell its speed


def glide_for(widget: QWidget) -> int:
    """How long a glide lasts there in milliseconds: 0 where the user wants no animation."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return GLIDE if widget.style().styleHint(hint, None, widget) > 0 else 0


def now() -> float:
    """Milliseconds by a clock that only goes forward."""
    return perf_counter_ns() / 1e6


class Pace:
    """How fast a hand goes, from where it was lately; a hand that rests has no speed."""

    def __init__(self) -> None:
        self._steps: list[tuple[float, float]] = []

    def note(self, x: float, moment: float) -> None:
        """The hand is at pixel `x` at a moment in milliseconds."""
        self._steps = [step for step in self._steps if moment - step[0] <= LATELY]
        self._steps.append((moment, x))

    def speed(self, moment: float) -> float:
        """Pixels a millisecond when the hand lets go, to the right above 0."""
        late = [step for step in self._steps if moment - step[0] <= LATELY]
        if len(late) < 2:
            return 0.0
        (first, start), (_last, end) = late[0], late[-1]
        speed = (end - start) / max(moment - first, 1.0)
        return max(-MOST_SPEED, min(speed, MOST_SPEED))


def between(first: TimeScale, last: TimeScale, share: float) -> TimeScale:
    """The view on the way from `first` to `last`; zooming keeps one second where it is.

    Where nothing is zoomed the view goes by whole pixels, so that nothing in it trembles.
    """
    if share >= 1:
        return last
    if first.per_pixel == last.per_pixel and first.width == last.width:
        away = (first.start - last.start) / first.per_pixel
        return first.panned(round(away * share)) if abs(away) < 1e7 else last
    nearer = first.per_pixel * math.exp(share * math.log(last.per_pixel / first.per_pixel))
    change = first.per_pixel - last.per_pixel
    is_zoom = abs(change) > 1e-9 * first.per_pixel
    way = (first.per_pixel - nearer) / change if is_zoom else share
    middle, aim = first.seconds(first.width / 2), last.seconds(last.width / 2)
    wide = TimeScale(first.start, nearer, last.width)
    return wide.centred(middle + (aim - middle) * way)


class Motion(QObject):
    """Carries a scale to another; `went` tells each view on the way, the last one exactly."""

    went = Signal(TimeScale)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._first = self._last = TimeScale(0, 1, 1)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)

    def glide(self, first: TimeScale, last: TimeScale, milliseconds: int = GLIDE) -> None:
        """Begin at `first` and end at `last`; at once where the user wants no animation (0)."""
        self.stop()
        self._first, self._last = first, last
        if milliseconds <= 0:
            self.went.emit(last)
            return
        self._animation.setDuration(milliseconds)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.start()

    def roll(self, first: TimeScale, speed: float) -> None:
        """Let the ground roll out that was let go of at `speed` pixels a millisecond."""
        if abs(speed) >= LEAST_SPEED:
            self.glide(first, first.panned(round(speed * ROLL / 3)), ROLL)

    def stop(self) -> None:
        """Stay where the view is now."""
        self._animation.stop()

    @property
    def is_under_way(self) -> bool:
        """True while a glide has not ended."""
        return self._animation.state() == QVariantAnimation.State.Running

    @property
    def aim(self) -> TimeScale:
        """Where the glide under way ends."""
        return self._last

    def _step(self, share: float) -> None:
        self.went.emit(between(self._first, self._last, float(share)))
