"""Colours that panels mix from the palette and the tracks, so that every theme holds everywhere."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap

from desktop.timeline.drawing.style import Style, dark, light, mixed

_Role = QPalette.ColorRole


def is_dark(palette: QPalette) -> bool:
    """True where words are lighter than their ground."""
    return palette.color(_Role.Base).lightness() < palette.color(_Role.Text).lightness()


def track_colour(colour: str, palette: QPalette) -> QColor:
    """A track's colour as the timeline draws it on the palette's ground."""
    return _style(is_dark=is_dark(palette)).track_colour(colour)


def tinted(colour: QColor, palette: QPalette, strength: float) -> QColor:
    """The palette's ground with a little (0-1) of `colour` in it."""
    return mixed(colour, palette.color(_Role.Base), strength)


def swatch(colour: QColor, side: int = 10) -> QIcon:
    """A small square of one colour, sharp on a screen of any scale up to three."""
    picture = QPixmap(3 * side, 3 * side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0, 0, 3 * side, 3 * side), 4, 4)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else Qt tints it in a chosen row
    return icon


@lru_cache(maxsize=2)
def _style(*, is_dark: bool) -> Style:
    return dark() if is_dark else light()
