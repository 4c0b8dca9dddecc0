"""What is drawn under and over an article's words: dates, quotes, what was found or pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine, QTextOption

Look = Literal["date", "quote", "chosen", "found", "met", "shown"]
_TINTS: dict[Look, float] = {"quote": 0.16, "chosen": 0.3, "found": 0.2, "met": 0.45, "shown": 0.22}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The positions [first, last) of the page and how they stand out; `event` is a quote's own."""

    first: int
    last: int
    look: Look
    colour: QColor
    event: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """The stretches of a page, drawn for the blocks in view only."""

    stretches: tuple[Stretch, ...] = ()

    def within(self, first: int, last: int) -> list[Stretch]:
        """The stretches that touch the positions [first, last)."""
        return [mark for mark in self.stretches if mark.first < last and mark.last > first]

    def paint_under(self, painter: QPainter, block: QTextBlock, corner: QPointF) -> None:
        """Draw what lies behind the words of one block whose layout begins at `corner`."""
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in self.within(block.position(), block.position() + block.length()):
            strength = _TINTS.get(mark.look)
            if strength is None:
                continue
            ground = QColor(mark.colour)
            ground.setAlphaF(strength)
            painter.setBrush(ground)
            for rect in rects(block, mark.first, mark.last):
                painter.drawRoundedRect(rect.translated(corner), 2, 2)

    def paint_over(self, painter: QPainter, block: QTextBlock, corner: QPointF) -> None:
        """Draw the lines beneath the words of one block."""
        for mark in self.within(block.position(), block.position() + block.length()):
            pen = _pen(mark)
            if pen is None:
                continue
            painter.setPen(pen)
            drop = 1.5 if mark.look == "date" else 0.5
            for rect in rects(block, mark.first, mark.last):
                line = rect.translated(corner)
                painter.drawLine(
                    QPointF(line.left(), line.bottom() - drop),
                    QPointF(line.right(), line.bottom() - drop),
                )


def rects(block: QTextBlock, first: int, last: int) -> Iterator[QRectF]:
    """Where the positions [first, last) of the page stand, in the block's own coordinates."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(first - block.position(), line.textStart())
        stop = min(last - block.position(), line.textStart() + line.textLength())
        if start < stop:
            yield from _rects_in(line, start, stop, has_one_direction=_runs_right(block))


def _runs_right(block: QTextBlock) -> bool:
    if block.textDirection() == Qt.LayoutDirection.RightToLeft:
        return False
    return not any("\u0590" <= letter <= "\u08ff" for letter in block.text())


def _rects_in(
    line: QTextLine, start: int, stop: int, *, has_one_direction: bool
) -> Iterator[QRectF]:
    if has_one_direction:
        left, right = _place(line, start), _place(line, stop)
        if stop == line.textStart() + line.textLength():
            right = min(right, line.naturalTextRect().right())
        yield QRectF(left, line.y(), right - left, line.height())
        return
    for run in line.glyphRuns(start, stop - start):
        box = run.boundingRect()
        yield QRectF(box.left(), line.y(), box.width(), line.height())


def _place(line: QTextLine, position: int) -> float:
    place = line.cursorToX(position)  # typed as a bare object
    return float(place[0]) if isinstance(place, tuple) else 0.0


def _pen(mark: Stretch) -> QPen | None:
    if mark.look == "date":
        pen = QPen(mark.colour, 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.1])
        return pen
    if mark.look in ("quote", "chosen"):
        return QPen(mark.colour, 2)
    return None


def reading_option(*, is_right_to_left: bool) -> QTextOption:
    """How paragraphs are laid out: wrapped anywhere at need, and in which direction."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_right_to_left:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    return option
