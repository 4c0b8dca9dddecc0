"""The calendar as it stands in a picture: reckoned for a wide stretch, shifted while one pans."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QFontMetrics

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.axis.ticks import Level, Ticks, make_ticks, names_a_stretch, nights, week_ends
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Ints

ASIDE = 0.5  # of the width that is reckoned to either side of a picture that is being panned
GAP = 12  # pixels between two labels of the upper line
PINNED = -2  # where the line of a greater label stands that stays at the edge
MOST_WIDTHS = 5000  # measured labels that are remembered


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Lines, labels and shaded stretches in whole pixels; labels stand right of their lines."""

    level: Level
    upper: tuple[tuple[int, str], ...]
    major: Ints
    major_labels: tuple[str, ...]
    minor: Ints
    minor_labels: tuple[str, ...]
    shaded_left: Ints
    shaded_right: Ints
    night_left: Ints
    night_right: Ints


class Rule:
    """Gives the marks of any scale; those of the last one are kept for its neighbours."""

    def __init__(self, style: Style) -> None:
        self._major = QFontMetrics(style.font(style.axis_size, is_bold=True))
        self._widths: dict[str, int] = {}
        self._wide: TimeScale | None = None
        self._marks: Marks | None = None
        self._near: tuple[TimeScale, Marks] | None = None
        self._last = 0.0

    def marks(self, scale: TimeScale) -> Marks:
        """The marks of `scale`, reckoned for more than it shows once it is being panned."""
        if self._near is not None and self._near[0] == scale:
            return self._near[1]
        wide, reckoned = self._wide, self._marks
        shift = 0.0 if wide is None else (scale.start - wide.start) / scale.per_pixel
        if wide is None or reckoned is None or not _holds(wide, scale, shift):
            wide = self._widened(scale)
            reckoned = _marks_of(make_ticks(wide, self.width), wide)
            self._wide, self._marks = wide, reckoned
            shift = (scale.start - wide.start) / scale.per_pixel
        self._last = scale.per_pixel
        self._near = (scale, self._shifted(reckoned, round(shift), scale.width))
        return self._near[1]

    def width(self, label: str) -> float:
        """The pixels of a label in the strong font, the wider of the two."""
        known = self._widths.get(label)
        if known is None:
            if len(self._widths) > MOST_WIDTHS:
                self._widths.clear()
            known = self._widths[label] = self._major.horizontalAdvance(label) + 6
        return known

    def _widened(self, scale: TimeScale) -> TimeScale:
        """While one zooms nothing can be kept, so nothing is reckoned beyond the picture."""
        aside = round(scale.width * ASIDE) if scale.per_pixel == self._last else 0
        start = scale.start - aside * scale.per_pixel
        return TimeScale(start, scale.per_pixel, scale.width + 2 * aside)

    def _shifted(self, marks: Marks, left: int, width: int) -> Marks:
        major = (marks.major >= left) & (marks.major < left + width)
        minor = (marks.minor >= left) & (marks.minor < left + width)
        majors, major_labels = marks.major[major] - left, _chosen(marks.major_labels, major)
        minors, minor_labels = marks.minor[minor] - left, _chosen(marks.minor_labels, minor)
        begun = np.flatnonzero(marks.major < left)
        upper = self._upper(marks, left, width)
        label = marks.major_labels[begun[-1]] if len(begun) else ""
        is_told = bool(upper) and upper[0][0] <= 0 and label in upper[0][1]
        if label and names_a_stretch(marks.level.major) and not is_told:
            room = self.width(label) + GAP
            if not len(majors) or majors[0] >= room:
                majors = np.insert(majors, 0, PINNED).astype(np.int32)
                major_labels = (label, *major_labels)
                pairs = zip(minors.tolist(), minor_labels, strict=True)
                minor_labels = tuple("" if x < room else text for x, text in pairs)
        return Marks(
            marks.level,
            upper,
            majors,
            major_labels,
            minors,
            minor_labels,
            marks.shaded_left - left,
            marks.shaded_right - left,
            marks.night_left - left,
            marks.night_right - left,
        )

    def _upper(self, marks: Marks, left: int, width: int) -> tuple[tuple[int, str], ...]:
        """The upper labels in view; the one whose stretch began before it stays at the edge."""
        begun = [label for x, label in marks.upper if x <= left]
        inside = [(x - left, label) for x, label in marks.upper if left < x < left + width]
        if begun and (not inside or self.width(begun[-1]) + GAP <= inside[0][0]):
            inside.insert(0, (0, begun[-1]))
        return tuple(inside)


def _holds(wide: TimeScale, scale: TimeScale, shift: float) -> bool:
    is_near = wide.per_pixel == scale.per_pixel and 0 <= shift <= wide.width - scale.width
    return is_near and abs(shift - round(shift)) < 0.02


def _marks_of(ticks: Ticks, wide: TimeScale) -> Marks:
    ends = np.array(week_ends(wide), np.float64).reshape(-1, 2)
    dark = np.array(nights(wide), np.float64).reshape(-1, 2)
    return Marks(
        ticks.level,
        tuple((int(np.floor(tick.x)), tick.label) for tick in ticks.upper),
        _floors([tick.x for tick in ticks.major]),
        tuple(tick.label for tick in ticks.major),
        _floors([tick.x for tick in ticks.minor]),
        tuple(tick.label for tick in ticks.minor),
        np.floor(ends[:, 0]).astype(np.int32),
        np.floor(ends[:, 1]).astype(np.int32),
        np.floor(dark[:, 0]).astype(np.int32),
        np.floor(dark[:, 1]).astype(np.int32),
    )


def _floors(places: list[float]) -> Ints:
    return np.floor(np.clip(np.array(places, np.float64), -1e6, 1e6)).astype(np.int32)


def _chosen(
    labels: tuple[str, ...], chosen: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> tuple[str, ...]:
    return tuple(labels[place] for place in np.flatnonzero(chosen).tolist())
