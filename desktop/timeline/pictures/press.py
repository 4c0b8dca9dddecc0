"""Timelines on paper: pages with crop marks and numbers, for printers, PDF files and previews."""

from dataclasses import replace

from PySide6.QtCore import QLineF, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from desktop.document import Document
from desktop.errors import FileError
from desktop.i18n import _
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.style import Style
from desktop.timeline.pictures.paper import INCH, Paper, Tile, tiles
from desktop.timeline.pictures.sheet import Page, Sheet

MARK = 5.0  # millimetres of a crop mark
AWAY = 1.5  # millimetres between a crop mark and the corner that it shows
WORDS = 8  # points of the page's number
_ROUNDS = 4  # in which a sheet of the paper's proportions is found
_TIGHTER = 0.95  # times its size that a poster is drawn in a round, to save a row of pages
_WIDEST = 8.0  # times the paper's own pixels; much smaller words nobody reads


class Press:
    """One timeline on one kind of paper; `tiles` are its pages."""

    def __init__(
        self,
        document: Document,
        sheet: Sheet,
        style: Style,
        paper: Paper,
        scale: TimeScale | None = None,
    ) -> None:
        self.paper = paper
        self._style = style
        self.page = self._fitted(document, sheet, scale)
        self.tiles = tiles(paper, self.page.width, self.page.height)
        if paper.is_poster:
            self._save_a_row(document, sheet, scale)

    def _save_a_row(self, document: Document, sheet: Sheet, scale: TimeScale | None) -> None:
        """Draw a poster a little smaller whose last row of pages would hold the legend alone."""
        rows = self.tiles[0].rows
        if rows < 2 or not _is_foot_alone(self.page, self.tiles):
            return
        tightened = self.paper
        for _round in range(_ROUNDS):
            tightened = replace(tightened, enlarged=tightened.enlarged * _TIGHTER)
            page = Page(document, replace(sheet, width=tightened.sheet_width, height=None),
                        self._style, scale)  # fmt: skip
            fewer = tiles(tightened, page.width, page.height)
            if fewer[0].rows < rows:
                self.paper, self.page, self.tiles = tightened, page, fewer
                return

    def _fitted(self, document: Document, sheet: Sheet, scale: TimeScale | None) -> Page:
        """A page of the paper's proportions: more tracks than fit make it wider, and smaller."""
        paper, least = self.paper, self.paper.sheet_width
        wide, tall = paper.room
        width = least
        page = Page(document, replace(sheet, width=width, height=None), self._style, scale)
        for _round in range(0 if paper.is_poster else _ROUNDS):
            needed = max(least, min(round(page.height * wide / tall), round(least * _WIDEST)))
            if abs(needed - width) <= width // 50:
                break
            width = (needed + width) // 2 if needed < width else needed
            page = Page(document, replace(sheet, width=width, height=None), self._style, scale)
        return page

    @property
    def points(self) -> float:
        """How high the words of events are on the paper, in points."""
        return self.tiles[0].scale * self._style.text_size / INCH * 72

    def paint(self, painter: QPainter, tile: Tile) -> None:
        """Draw one page at the painter's origin, its units millimetres."""
        width, height = self.paper.size
        if self._style.background.lightness() < 250:
            painter.fillRect(QRectF(0, 0, width, height), self._style.background)
        box = self._box(tile)
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        painter.scale(tile.scale, tile.scale)
        painter.translate(-tile.part.topLeft())
        self.page.paint(painter, None if tile.is_alone else tile.part)
        painter.restore()
        if not tile.is_alone:
            self._paint_marks(painter, tile)
            self._paint_number(painter, tile)

    def _box(self, tile: Tile) -> QRectF:
        """Where the part of the sheet stands on the paper; a page by itself in the middle."""
        margin = self.paper.margin
        wide, tall = self.paper.room
        size = QSizeF(tile.part.width() * tile.scale, tile.part.height() * tile.scale)
        left = margin + (wide - size.width()) / 2 if tile.is_alone else margin
        top = margin + max(0.0, (tall - size.height()) / 3) if tile.is_alone else margin
        return QRectF(left, top, size.width(), size.height())

    def _paint_marks(self, painter: QPainter, tile: Tile) -> None:
        """Marks where the page is cut, and where its right and lower neighbours are laid on it."""
        overlap = self.paper.overlap
        box = self._box(tile).adjusted(
            0, 0,
            -overlap if tile.column < tile.columns else 0,
            -overlap if tile.row < tile.rows else 0,
        )  # fmt: skip
        outer = self._box(tile)
        painter.setPen(QPen(self._ink(), 0.15))
        for x in (box.left(), box.right()):
            painter.drawLine(QLineF(x, outer.top() - AWAY - MARK, x, outer.top() - AWAY))
            painter.drawLine(QLineF(x, outer.bottom() + AWAY, x, outer.bottom() + AWAY + MARK))
        for y in (box.top(), box.bottom()):
            painter.drawLine(QLineF(outer.left() - AWAY - MARK, y, outer.left() - AWAY, y))
            painter.drawLine(QLineF(outer.right() + AWAY, y, outer.right() + AWAY + MARK, y))

    def _paint_number(self, painter: QPainter, tile: Tile) -> None:
        sentence = _("{title} — row {row} of {rows}, column {column} of {columns}")
        words = sentence.format(
            title=self.page.title[:80],
            row=tile.row,
            rows=tile.rows,
            column=tile.column,
            columns=tile.columns,
        )
        scale = INCH / 72
        foot = self.paper.size[1] - self.paper.margin + AWAY
        box = QRectF(0, foot / scale, self.paper.size[0] / scale, self.paper.margin / scale)
        painter.save()
        painter.scale(scale, scale)
        painter.setFont(self._style.font(WORDS))
        painter.setPen(self._ink())
        painter.drawText(box.adjusted(0, 0, 0, -12), Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _ink(self) -> QColor:
        return self._style.text_muted

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Print every page on a printer or into a PDF file; refused where that cannot begin."""
        device.setPageLayout(layout_of(self.paper))
        painter = QPainter()
        if not painter.begin(device):
            raise FileError(_("The printer does not answer."))
        dots = device.logicalDpiX() / INCH
        for number, tile in enumerate(self.tiles):
            if number and not device.newPage():
                painter.end()
                raise FileError(_("The printer has stopped."))
            painter.save()
            painter.scale(dots, dots)
            self.paint(painter, tile)
            painter.restore()
        if not painter.end():
            raise FileError(_("The printer has stopped."))


def _is_foot_alone(page: Page, cut: list[Tile]) -> bool:
    """Whether the row above the last one has shown all tracks."""
    above = next(tile.part for tile in cut if tile.row == cut[-1].rows - 1)
    return page.height - page.foot <= above.bottom()


def layout_of(paper: Paper) -> QPageLayout:
    """The paper as Qt has it, drawn upon from edge to edge."""
    names = {
        "A4": QPageSize.PageSizeId.A4,
        "A3": QPageSize.PageSizeId.A3,
        "Letter": QPageSize.PageSizeId.Letter,
    }
    turned = QPageLayout.Orientation.Landscape
    upright = QPageLayout.Orientation.Portrait
    layout = QPageLayout(
        QPageSize(names[paper.kind]),
        turned if paper.is_landscape else upright,
        QMarginsF(0, 0, 0, 0),
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
