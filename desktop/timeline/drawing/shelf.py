"""The shelf at the foot of a track: its undated events as chips that wait for a date."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from desktop.i18n import _, counted
from desktop.timeline.drawing.bubbles import faint
from desktop.timeline.drawing.labels import one_line
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Band

INSET = 8
GAP = 6
PADDING = 9
WIDEST = 190  # pixels of one chip
MORE = 0  # stands for the event of the chip that tells how many have no room


@dataclass(frozen=True, slots=True)
class Chip:
    """One undated event on the shelf; `box` is in pixels of the frame, `words` fit into it."""

    event: int
    track: int
    words: str
    box: QRectF


def lay_chips(
    band: Band, events: Iterable[tuple[int, str]], style: Style, width: int
) -> list[Chip]:
    """Chips from the left for as many (id, title) as there is room for, and one for the rest."""
    measured = QFontMetrics(style.font(style.pill_size))
    height = style.metrics().shelf - 4
    top = band.top + band.height - height - 4
    left, chips, waiting = float(INSET), list[Chip](), list(events)
    room = width - INSET - measured.horizontalAdvance(_more(len(waiting))) - 2 * PADDING - GAP
    while waiting:
        words = _words(measured, waiting[0][1])
        wide = measured.horizontalAdvance(words) + 2 * PADDING
        if chips and left + wide > room:
            break
        event = waiting.pop(0)[0]
        chips.append(Chip(event, band.track, words, QRectF(left, top, wide, height)))
        left += wide + GAP
    if waiting:
        words = _more(len(waiting))
        wide = measured.horizontalAdvance(words) + 2 * PADDING
        chips.append(Chip(MORE, band.track, words, QRectF(left, top, wide, height)))
    return chips


def _words(measured: QFontMetrics, title: str) -> str:
    whole = one_line(title) or _("untitled")
    return measured.elidedText(whole, Qt.TextElideMode.ElideRight, WIDEST - 2 * PADDING)


def _more(count: int) -> str:
    return counted("{n} more", "{n} more", count)


def paint_chips(
    painter: QPainter, chips: Iterable[Chip], style: Style, selected: frozenset[int]
) -> None:
    """Draw chips with a dashed outline: nothing is known of their date."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(style.font(style.pill_size))
    for chip in chips:
        box = chip.box.adjusted(0.5, 0.5, -0.5, -0.5)
        if chip.event == MORE:
            painter.setPen(style.text_muted)
        else:
            is_chosen = chip.event in selected
            line = style.selection if is_chosen else style.pill
            pen = QPen(line, 1.5 if is_chosen else 1.0)
            pen.setStyle(Qt.PenStyle.SolidLine if is_chosen else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(faint(style.background, 0.85))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(style.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip.words)
    painter.restore()


def chip_at(chips: Iterable[Chip], point: QPointF) -> Chip | None:
    """The chip at a point of the frame."""
    return next((chip for chip in chips if chip.box.contains(point)), None)
