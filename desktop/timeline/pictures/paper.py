"""Sheets of paper: how a timeline is fitted onto one, or cut into a poster of several.

Lengths are millimetres, except those of the timeline's own sheet, which are its pixels: 96 to an
inch at the usual size of its words.
"""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF

INCH = 25.4
DOTS = 96  # pixels of a sheet to an inch
# ISO 216 and ANSI/ASME Y14.1, upright.
KINDS = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "Letter": (215.9, 279.4)}
MOST_ACROSS = 12
MOST_PAGES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is in the printer; `across` pages make the width of a poster, 0 is all on one page.

    `margin` is left free on each side; neighbours of a poster share a strip as wide as `overlap`;
    `enlarged` is the size of the words of a poster, 1 for that of a book.
    """

    kind: str = "A4"
    is_landscape: bool = True
    across: int = 0
    margin: float = 9.0
    overlap: float = 10.0
    enlarged: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as the paper lies."""
        width, height = KINDS[self.kind]
        return (height, width) if self.is_landscape else (width, height)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height within the margins."""
        width, height = self.size
        return width - 2 * self.margin, height - 2 * self.margin

    @property
    def is_poster(self) -> bool:
        """True where the timeline is cut into pages."""
        return self.across > 0

    @property
    def sheet_width(self) -> int:
        """The pixels across that a timeline is to have on this paper, at least."""
        wide = self.room[0]
        if self.is_poster:
            wide = self.across * wide - (self.across - 1) * self.overlap
        return int(wide / INCH * DOTS / (self.enlarged if self.is_poster else 1.0))


@dataclass(frozen=True, slots=True)
class Tile:
    """One page: the `part` of the sheet, in its pixels, that it shows; rows and columns from 1."""

    row: int
    column: int
    rows: int
    columns: int
    part: QRectF
    scale: float

    @property
    def is_alone(self) -> bool:
        """True where there is no other page."""
        return self.rows * self.columns == 1


def tiles(paper: Paper, width: int, height: int) -> list[Tile]:
    """The pages for a sheet of so many pixels, row by row; `scale` is millimetres for a pixel."""
    wide, tall = paper.room
    if not paper.is_poster:
        scale = min(wide / width, tall / height)
        return [Tile(1, 1, 1, 1, QRectF(0, 0, width, height), scale)]
    scale = INCH / DOTS * paper.enlarged
    across, down = wide / scale, tall / scale
    step_across, step_down = across - paper.overlap / scale, down - paper.overlap / scale
    columns = _pages(width, across, step_across)
    rows = min(_pages(height, down, step_down), MOST_PAGES // columns)
    return [
        Tile(row + 1, column + 1, rows, columns,
             QRectF(column * step_across, row * step_down, across, down), scale)
        for row in range(rows)
        for column in range(columns)
    ]  # fmt: skip


def _pages(length: int, page: float, step: float) -> int:
    return 1 + max(0, ceil((length - page - 1) / step))
