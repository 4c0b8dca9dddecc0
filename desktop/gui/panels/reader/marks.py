"""What is drawn under and over an article's words: dates, quotes, what was found or pointed at."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine, QTextOption

Look = Literal["date", "quote", "chosen", "found", "met", "shown"]
_RUNS_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
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
class Paragraph:
    """The lines of one paragraph that are in view; its layout begins at `corner`.

    `runs_right` where all of it runs to the right, so that two places bound a rectangle.
    """

    position: int
    corner: QPointF
    lines: tuple[QTextLine, ...]
    runs_right: bool

    @classmethod
    def of(cls, block: QTextBlock, corner: QPointF, height: float) -> "Paragraph":
        """The lines of a block between 0 and `height`; one paragraph may be a whole article."""
        layout = block.layout()
        numbers = range(layout.lineCount())
        top = bisect_left(numbers, -corner.y(), key=lambda n: layout.lineAt(n).rect().bottom())
        low = bisect_left(numbers, height - corner.y(), key=lambda n: layout.lineAt(n).y())
        lines = tuple(layout.lineAt(number) for number in range(top, low))
        is_mirrored = block.textDirection() == Qt.LayoutDirection.RightToLeft
        runs_right = not is_mirrored and _RUNS_LEFT.search(block.text()) is None
        return cls(block.position(), corner, lines, runs_right)

    @property
    def span(self) -> tuple[int, int]:
        """The positions of the page from the first line in view to behind the last."""
        if not self.lines:
            return 0, 0
        last = self.lines[-1]
        start = self.position + self.lines[0].textStart()
        return start, self.position + last.textStart() + last.textLength()

    def line_height_at(self, height: float) -> float | None:
        """A height on the line above, where `height` lies between two lines; else None."""
        for upper, lower in pairwise(self.lines):
            low = upper.rect().bottom() + self.corner.y()
            if low <= height < lower.y() + self.corner.y():
                return low - 1
        return None

    def rects(self, first: int, last: int) -> Iterator[QRectF]:
        """Where the positions [first, last) of the page stand, in the viewport's pixels."""
        for line in self.lines:
            start = max(first - self.position, line.textStart())
            stop = min(last - self.position, line.textStart() + line.textLength())
            if start < stop:
                for rect in _rects_in(line, start, stop, has_one_direction=self.runs_right):
                    yield rect.translated(self.corner)


@dataclass(frozen=True, slots=True)
class Marks:
    """The stretches of a page, drawn for the lines in view only."""

    stretches: tuple[Stretch, ...] = ()

    def within(self, first: int, last: int) -> list[Stretch]:
        """The stretches that touch the positions [first, last)."""
        return [mark for mark in self.stretches if mark.first < last and mark.last > first]

    def paint_under(self, painter: QPainter, paragraph: Paragraph) -> None:
        """Draw what lies behind the words of one paragraph."""
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in self.within(*paragraph.span):
            strength = _TINTS.get(mark.look)
            if strength is None:
                continue
            ground = QColor(mark.colour)
            ground.setAlphaF(strength)
            painter.setBrush(ground)
            for rect in paragraph.rects(mark.first, mark.last):
                painter.drawRoundedRect(rect, 2, 2)

    def paint_over(self, painter: QPainter, paragraph: Paragraph) -> None:
        """Draw the lines beneath the words of one paragraph."""
        for mark in self.within(*paragraph.span):
            pen = _pen(mark)
            if pen is None:
                continue
            painter.setPen(pen)
            drop = 1.5 if mark.look == "date" else 0.5
            for rect in paragraph.rects(mark.first, mark.last):
                low = rect.bottom() - drop
                painter.drawLine(QPointF(rect.left(), low), QPointF(rect.right(), low))


def _rects_in(
    line: QTextLine, start: int, stop: int, *, has_one_direction: bool
) -> Iterator[QRectF]:
    if has_one_direction:
        left, right = _place(line, start), _place(line, stop)
        if stop == line.textStart() + line.textLength():
            right = min(right, line.naturalTextRect().right())
        yield QRectF(left, line.y(), right - left, line.height())
        return
    boxes = [run.boundingRect() for run in line.glyphRuns(start, stop - start)]
    for left, right in _united([(box.left(), box.right()) for box in boxes]):
        yield QRectF(left, line.y(), right - left, line.height())


def _united(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The spans with those that touch made one: Qt gives many small overlapping runs."""
    whole: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if whole and left <= whole[-1][1] + 1:
            whole[-1] = whole[-1][0], max(whole[-1][1], right)
        else:
            whole.append((left, right))
    return whole


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
