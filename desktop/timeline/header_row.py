"""How one track's header looks, and where its signs are."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from desktop.i18n import _, counted
from desktop.model import Track
from desktop.timeline.frame import Band
from desktop.timeline.hooks import Hooks
from desktop.timeline.style import Style

EDGE = 4  # pixels of the track's colour at the left
INSET = 18
INDENT = 12  # pixels for each group that a track is in
SIGN = 16
LINE = 16  # pixels from the top of a header to the middle of its first line
TALL = 44  # a lower header has no room for the count


class Part(Enum):
    """What of a header the pointer is on."""

    NAME = "name"
    EYE = "eye"
    LOCK = "lock"
    MENU = "menu"


@dataclass(frozen=True, slots=True)
class Row:
    """One header: where its band stands and what is told of it."""

    band: Band
    track: Track
    count: int


def sign_places(box: QRect) -> dict[Part, QRect]:
    """Where the signs of the header in `box` stand."""
    top = box.top() + LINE - SIGN // 2
    return {
        part: QRect(box.right() - back, top, SIGN, SIGN)
        for part, back in ((Part.EYE, 58), (Part.LOCK, 39), (Part.MENU, 20))
    }


def part_at(box: QRect, point: QPoint) -> Part:
    """The part of the header in `box` at `point`; signs are larger to the hand than to the eye."""
    for part, place in sign_places(box).items():
        if place.adjusted(-2, -8, 1, 8).contains(point):
            return part
    return Part.NAME


def tip_of(part: Part, track: Track) -> str:
    """What pressing a part of a header does, in words."""
    tips = {
        Part.EYE: _("Hide this track"),
        Part.LOCK: _("Unlock this track") if track.locked else _("Lock this track"),
        Part.MENU: _("More"),
    }
    return tips.get(part, "")


def paint_row(painter: QPainter, box: QRect, row: Row, style: Style, hooks: Hooks) -> None:
    """Draw a header into `box`."""
    colour = style.track_colour(row.track.colour)
    inset = INSET + row.band.depth * INDENT
    painter.fillRect(box.left(), box.top(), EDGE, box.height() - 1, colour)
    painter.fillRect(0, box.bottom(), box.width(), 1, style.header_separator)
    places = sign_places(box)
    key_left = places[Part.EYE].left() - 24
    _paint_name(painter, box, row, style, key_left - inset - 4)
    small = style.font(style.count_size)
    painter.setFont(small)
    painter.setPen(style.axis_text_minor)
    key = QRect(key_left, box.top() + LINE - 10, 18, 20)
    painter.drawText(key, Qt.AlignmentFlag.AlignCenter, row.track.key)
    if box.height() >= TALL:
        painter.setPen(style.text_muted)
        words = counted("{n} event", "{n} events", row.count)
        below = _drop_of_name(style) + QFontMetrics(small).height()
        painter.drawText(inset, box.top() + LINE + below, words)
    _paint_signs(painter, row, places, style, hooks)


def _drop_of_name(style: Style) -> int:
    """From the middle of the first line down to where its letters stand."""
    measured = QFontMetrics(style.font(style.name_size, is_bold=True))
    return (measured.ascent() - measured.descent()) // 2


def _paint_name(painter: QPainter, box: QRect, row: Row, style: Style, room: int) -> None:
    font = style.font(style.name_size, is_bold=True)
    measured = QFontMetrics(font)
    base = box.top() + LINE + _drop_of_name(style)
    painter.setFont(font)
    painter.setPen(style.text_muted if row.track.locked else style.text)
    name = measured.elidedText(row.track.name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(INSET + row.band.depth * INDENT, base, name)


def _paint_signs(
    painter: QPainter, row: Row, places: dict[Part, QRect], style: Style, hooks: Hooks
) -> None:
    names = {
        Part.EYE: "eye",
        Part.LOCK: "lock" if row.track.locked else "lock-open",
        Part.MENU: "dots-vertical",
    }
    for part, place in places.items():
        is_on = part is Part.LOCK and row.track.locked
        colour = style.text if is_on else style.icon
        hooks.sign(painter, QRectF(place), names[part], colour)
