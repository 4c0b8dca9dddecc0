"""Pills: the word at an event's label that tells what became of a claim."""

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.i18n import _
from desktop.timeline.drawing.atlas import Atlas, Slot
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Ints, Standing


def pill_word(standing: int) -> str:
    """What the pill at an event's label says, "" for the usual case that needs none."""
    words = {
        Standing.CLAIMED: _("claims"),
        Standing.DENIED: _("denies"),
        Standing.CONTESTED: _("contested"),
        Standing.CONFIRMED: _("confirmed"),
        Standing.PLANNED: _("planned"),
    }
    return words.get(Standing(standing), "")


def pill_width(style: Style, standing: int) -> int:
    """Pixels that the pill and the gap before it take, 0 for none."""
    return int(pill_widths(style)[standing])


def pill_widths(style: Style) -> Ints:
    """`pill_width` of every standing, by its number."""
    return np.array(_pill_widths(style.families, style.pill_size), np.int32)


@lru_cache(maxsize=16)
def _pill_widths(families: tuple[str, ...], size: int) -> list[int]:
    measured = metrics_of(families, size)
    words = [pill_word(standing) for standing in Standing]
    return [measured.horizontalAdvance(word) + 20 if word else 0 for word in words]


@lru_cache(maxsize=16)
def metrics_of(families: tuple[str, ...], size: int) -> QFontMetrics:
    """What measures words in these fonts at so many pixels."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(size)
    return QFontMetrics(font)


def pill_slot(atlas: Atlas, style: Style, sign: int, inks: tuple[QColor, QColor]) -> Slot:
    """The pill of a standing in the atlas; `inks` are its word's and its line's."""
    return atlas.slot(
        ("pill", sign, inks[0].rgba(), inks[1].rgba()),
        pill_width(style, sign),
        style.metrics().bar,
        lambda painter, box: draw_pill(painter, box, sign, style, inks),
    )


def draw_pill(
    painter: QPainter, box: QRectF, standing: int, style: Style, inks: tuple[QColor, QColor]
) -> None:
    """Draw the pill of a standing at the left of `box`; `inks` are its word's and its line's."""
    font = style.font(style.pill_size)
    tall = min(box.height() - 3, QFontMetrics(font).height() + 2)
    width = pill_width(style, standing) - 8
    outline = QRectF(box.left() + 0.5, box.center().y() - tall / 2, width - 1, tall)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(inks[1], 1, _LINES.get(Standing(standing), Qt.PenStyle.SolidLine)))
    painter.drawRoundedRect(outline, tall / 2, tall / 2)
    painter.setPen(inks[0])
    painter.setFont(font)
    painter.drawText(outline, Qt.AlignmentFlag.AlignCenter, pill_word(standing))


_LINES = {
    Standing.PLANNED: Qt.PenStyle.DashLine,
    Standing.CONTESTED: Qt.PenStyle.DotLine,
}
