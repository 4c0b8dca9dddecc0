"""The letters that articles are read in: their kind and size, and the measure that follows."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.gui.panels.labels import SERIF, serif

SIZES = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250)  # per cent of the usual size
USUAL = 100
MEASURE = 76  # characters a line: a wire report has long words, the usual 66 make it ragged
_SANS = ("Noto Sans", "Noto Sans Arabic", "sans-serif")
_LARGER = 1.22  # than the words of the panels around
_SAMPLE = "the quick brown fox jumps over the lazy dog and reads on "


@dataclass(frozen=True, slots=True)
class Face:
    """How an article's letters look; `percent` is one of SIZES."""

    percent: int = USUAL
    is_sans: bool = False

    def font(self, around: QFont) -> QFont:
        """The font of the words, where that of the panels around is `around`."""
        font = serif(around, _LARGER * self.percent / USUAL)
        font.setFamilies(list(_SANS if self.is_sans else SERIF))
        return font

    def measure(self, around: QFont) -> int:
        """The width in pixels of a line that reads well, which is as many letters at any size."""
        column = QFontMetricsF(self.font(around)).horizontalAdvance(_SAMPLE)
        return round(column / len(_SAMPLE) * MEASURE)

    def resized(self, by: int) -> "Face":
        """The next larger (1) or smaller (-1) size, the same at either end."""
        place = min(max(SIZES.index(self.percent) + by, 0), len(SIZES) - 1)
        return replace(self, percent=SIZES[place])


def face_of(percent: int, kind: str) -> Face:
    """The face that was remembered; the size nearest to `percent` among those there are."""
    return Face(min(SIZES, key=lambda size: abs(size - percent)), kind == "sans")
