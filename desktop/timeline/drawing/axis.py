"""The axis: months above, days and hours below, from the marks of a scale."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.timeline.drawing.atlas import Atlas
from desktop.timeline.drawing.rule import Marks
from desktop.timeline.drawing.style import Style

BESIDE = 6  # pixels from a line to its label
Label = tuple[int, str]


def paint_axis(
    painter: QPainter, marks: Marks, style: Style, width: int, atlas: Atlas | None = None
) -> None:
    """Draw the axis at the painter's origin, `style.axis_height` high."""
    painter.fillRect(QRectF(0, 0, width, style.axis_height), style.axis)
    half = style.axis_height // 2
    strong = style.font(style.axis_size, is_bold=True)
    plain = style.font(style.axis_size)
    small = style.font(style.axis_minor_size)
    major = [*zip(marks.major.tolist(), marks.major_labels, strict=True)]
    minor = [*zip(marks.minor.tolist(), marks.minor_labels, strict=True)]
    rows = (
        _Row([(x + 8, text) for x, text in marks.upper], strong, style.axis_text, 3),
        _Row([(x + BESIDE, text) for x, text in major], plain, style.axis_text, half - 1),
        _Row([(x + BESIDE, text) for x, text in minor], small, style.axis_text_minor, half - 1),
    )
    for row in rows:
        row.paint(painter, half, atlas)


@dataclass(frozen=True, slots=True)
class _Row:
    labels: list[Label]
    font: QFont
    colour: QColor
    top: int

    def paint(self, painter: QPainter, height: int, atlas: Atlas | None) -> None:
        measured = QFontMetrics(self.font)
        base = round((height + measured.ascent() - measured.descent()) / 2)
        shown = [label for label in self.labels if label[1]]
        if atlas is None:
            painter.setFont(self.font)
            painter.setPen(self.colour)
            for x, text in shown:
                painter.drawText(QPointF(x, self.top + base), text)
            return
        weight, size, ink = self.font.weight(), self.font.pixelSize(), self.colour.rgba()
        slots = []
        for _x, text in shown:
            key = ("axis", text, weight, size, ink)
            slot = atlas.find(key)
            if slot is None:
                wide = measured.horizontalAdvance(text) + 2
                slot = atlas.slot(key, wide, height, partial(self._draw, text=text, base=base))
            slots.append(slot)
        left = np.array([x for x, _text in shown], np.int32)
        atlas.draw(painter, slots, left, np.full(len(left), self.top, np.int32))

    def _draw(self, painter: QPainter, box: QRectF, text: str, base: int) -> None:
        painter.setFont(self.font)
        painter.setPen(self.colour)
        painter.drawText(QPointF(box.left(), box.top() + base), text)
