"""The foot of a picture: which track is which, what the marks mean, of when the data is."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from desktop.i18n import _
from desktop.model import Track
from desktop.timeline.drawing.markers import draw_marker
from desktop.timeline.drawing.pills import draw_pill, pill_width
from desktop.timeline.drawing.plain_bars import draw_example
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Frame, Mark, Shape, Standing

LINE = 24  # pixels from line to line
Sign = Track | Mark | Standing
SAMPLE = 26  # pixels of a drawn example
GAP = 20


class Legend:
    """Lays its entries in lines of a width; `height` is known before anything is drawn."""

    def __init__(self, style: Style, width: int, frame: Frame, tracks: Sequence[Track]) -> None:
        self._style = style
        self._measured = QFontMetrics(style.font(style.count_size))
        room = max(80, width - 2 * SAMPLE)
        self._entries: list[tuple[str, Sign]] = [
            (self._measured.elidedText(track.name, Qt.TextElideMode.ElideRight, room), track)
            for track in tracks
        ]
        self._entries += _meanings(frame)
        self._places = self._lay(width)
        self.height = int(self._places[-1].bottom()) + 8 if self._places else 0

    def _lay(self, width: int) -> list[QRectF]:
        places: list[QRectF] = []
        left, top = 0.0, 4.0
        for words, sign in self._entries:
            wide = self._sign_width(sign) + 6 + self._measured.horizontalAdvance(words)
            if places and left + wide > width:
                left, top = 0.0, top + LINE
            places.append(QRectF(left, top, wide, LINE))
            left += wide + GAP
        return places

    def _sign_width(self, sign: Sign) -> float:
        if isinstance(sign, Standing):
            return pill_width(self._style, sign)
        return SAMPLE

    def paint(self, painter: QPainter) -> None:
        """Draw at the painter's origin."""
        style = self._style
        for (words, sign), place in zip(self._entries, self._places, strict=True):
            wide = self._sign_width(sign)
            box = QRectF(place.left(), place.top(), wide, LINE)
            self._paint_sign(painter, box, sign)
            painter.setFont(style.font(style.count_size))
            painter.setPen(style.text_muted)
            room = place.adjusted(wide + 6, 0, 2, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_sign(self, painter: QPainter, box: QRectF, sign: Sign) -> None:
        style = self._style
        if isinstance(sign, Standing):
            draw_pill(painter, box, sign, style, (style.text_muted, style.pill))
        elif isinstance(sign, Mark):
            draw_example(painter, box.adjusted(0, 6, 0, -6), style, sign)
        elif isinstance(sign, Track):
            fill = style.fill(sign.colour)
            if sign.marker in ("bar", "era"):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(fill)
                painter.drawRoundedRect(box.adjusted(0, 6, 0, -6), 3, 3)
            else:
                square = QRectF(box.center().x() - 8, box.center().y() - 8, 16, 16)
                draw_marker(painter, square, sign.marker, fill)


def _meanings(frame: Frame) -> list[tuple[str, Sign]]:
    """The marks that are met in the frame, and what they mean."""
    met = int(np.bitwise_or.reduce(frame.marks[frame.shape == Shape.BAR]))
    meanings: list[tuple[str, Sign]] = []
    if met & Mark.APPROXIMATE:
        meanings.append((_("approximate date"), Mark.APPROXIMATE))
    if met & (Mark.UNCERTAIN | Mark.ONE_OF):
        meanings.append((_("uncertain date"), Mark.UNCERTAIN))
    words = {
        Standing.CLAIMED: _("said by one side"),
        Standing.DENIED: _("denied"),
        Standing.CONTESTED: _("sources disagree"),
        Standing.CONFIRMED: _("confirmed"),
        Standing.PLANNED: _("planned"),
    }
    present = set(frame.standing.tolist())
    return [*meanings, *((text, sign) for sign, text in words.items() if sign in present)]
