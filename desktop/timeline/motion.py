"""How the view travels: short glides that can be broken off, and a ground that rolls on."""

import math

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from desktop.timeline.scale import TimeScale

GLIDE = 180  # milliseconds
ROLL = 420


def between(first: TimeScale, last: TimeScale, share: float) -> TimeScale:
    """The view on the way from `first` to `last`; zooming keeps one second where it is."""
    if share >= 1:
        return last
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
        if abs(speed) > 0.3:
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
