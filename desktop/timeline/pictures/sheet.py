"""A timeline laid out for paper or a picture: title, axis, tracks with their names, legend."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.document import Document, Filter
from desktop.i18n import _
from desktop.model import Track
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.axis import paint_axis
from desktop.timeline.drawing.legend import Legend
from desktop.timeline.drawing.paint import paint
from desktop.timeline.drawing.shelf import paint_chips
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Band, Frame
from desktop.timeline.pictures.cut import cut
from desktop.timeline.pictures.imprint import told_of
from desktop.timeline.stage.contents import Contents
from desktop.timeline.stage.setting import Setting

EDGE = 24  # pixels left free around everything
NAMES = 132  # pixels of the tracks' names at the left
MARGIN = 32
TALLEST = 20_000  # pixels of a picture that is as high as its tracks ask
INDENT = 12  # pixels by which the names of a group stand in
_WITHIN = Qt.ClipOperation.IntersectClip  # a page of a poster has cut the painter already
LINE = 19  # pixels of a line of the imprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a picture is to be; sizes are pixels of the layout, `ratio` pixels of the file for one.

    `height` None is as high as the tracks ask; `dated` is the day of the data in words, "" for no
    such line; a sheet that `is_whole` takes in all that is dated, another the scale it is given.
    One that `is_told` names its filter and how many events it does not show.
    """

    width: int = 1600
    height: int | None = None
    ratio: float = 1.0
    is_transparent: bool = False
    is_whole: bool = True
    has_title: bool = True
    has_legend: bool = True
    is_told: bool = False
    dated: str = ""
    filter: Filter = field(default_factory=Filter)


class Page:
    """One sheet of one document, measured at once and painted on any device."""

    def __init__(
        self, document: Document, sheet: Sheet, style: Style, scale: TimeScale | None = None
    ) -> None:
        self._sheet = sheet
        self._style = style
        self._title = document.title
        self._contents = Contents(document)
        if sheet.filter:
            self._contents.restrict(sheet.filter)
        self._setting = Setting(document, self._contents, style)
        inner = max(200, sheet.width - 2 * EDGE - NAMES)
        self._scale = self._scale_for(None if sheet.is_whole else scale, inner)
        self._setting.settle(self._scale)
        self._frame = self._setting.frame(self._scale, 0, TALLEST)
        self._legend = self._make_legend()
        told = told_of(document, self._contents, self._scale) if sheet.is_told else []
        day = [_("As of {day}").format(day=sheet.dated)] if sheet.dated else []
        self._imprint = [*told, *day]

    def _scale_for(self, scale: TimeScale | None, width: int) -> TimeScale:
        if scale is not None:
            return TimeScale(scale.start, scale.span / width, width)
        whole = self._setting.layout.fitted(width, MARGIN)
        extent = self._contents.index.extent() or (0, 0)
        return whole or TimeScale.fitted(*extent, width, MARGIN)

    def _make_legend(self) -> Legend | None:
        if not self._sheet.has_legend:
            return None
        tracks = [self._contents.tracks[band.track] for band in self._frame.bands]
        return Legend(self._style, self._sheet.width - 2 * EDGE, self._frame, tracks)

    @property
    def width(self) -> int:
        """Pixels from edge to edge."""
        return self._sheet.width

    @property
    def height(self) -> int:
        """Pixels from the top edge to the bottom one."""
        if self._sheet.height is not None:
            return self._sheet.height
        return self._top() + self._style.axis_height + self._tracks_height() + self._foot()

    def _top(self) -> int:
        return EDGE + (40 if self._sheet.has_title else 0)

    def _foot(self) -> int:
        legend = self._legend.height + 12 if self._legend else 0
        return legend + (LINE * len(self._imprint) + 3 if self._imprint else 0) + EDGE

    def _tracks_height(self) -> int:
        bands = self._frame.bands
        return min(bands[-1].top + bands[-1].height if bands else 60, TALLEST)

    @property
    def foot(self) -> int:
        """Pixels at the bottom that hold no track: legend, imprint and the edge."""
        return self._foot()

    @property
    def title(self) -> str:
        """The timeline's title."""
        return self._title

    def paint(self, painter: QPainter, part: QRectF | None = None) -> None:
        """Draw the whole sheet at the painter's origin, or what touches a part of it."""
        style, top = self._style, self._top()
        if not self._sheet.is_transparent:
            painter.fillRect(QRectF(0, 0, self.width, self.height), style.background)
        if self._sheet.has_title:
            self._paint_title(painter, part)
        room = self.height - top - style.axis_height - self._foot()
        painter.save()
        painter.translate(EDGE + NAMES, top)
        inner = part.translated(-EDGE - NAMES, -top - style.axis_height) if part else None
        self._paint_tracks(painter, min(room, self._tracks_height()), inner)
        painter.restore()
        if part is None or part.bottom() > self.height - self._foot():
            self._paint_foot(painter)

    def _paint_title(self, painter: QPainter, part: QRectF | None) -> None:
        font = self._style.font(20, is_bold=True)
        wide = min(QFontMetrics(font).horizontalAdvance(self._title) + 2, self.width - 2 * EDGE)
        box = QRectF(EDGE, EDGE - 6, wide, 32)
        if part is None or part.intersects(box):
            _write(painter, box, self._title, font, self._style.text)

    def _paint_tracks(self, painter: QPainter, tall: int, part: QRectF | None) -> None:
        style, width = self._style, self._scale.width
        frame = self._setting.frame(self._scale, 0, tall)
        scene = self._setting.scene(frame, self._scale, frozenset())
        shown = cut(frame, part) if part else frame
        painter.save()
        painter.setClipRect(QRectF(0, 0, width, style.axis_height + tall), _WITHIN)
        paint_axis(painter, self._setting.marks(self._scale), style, width)
        painter.translate(0, style.axis_height)
        painter.setClipRect(QRectF(0, 0, width, tall), _WITHIN)
        paint(painter, shown, style, scene)
        chips = self._setting.chips(frame)
        near = [chip for chip in chips if part is None or part.intersects(chip.box)]
        paint_chips(painter, near, style, frozenset())
        painter.restore()
        painter.translate(0, style.axis_height)
        painter.setClipRect(QRectF(-NAMES, 0, NAMES, tall), _WITHIN)
        for band in frame.bands if part is None or part.left() < 0 else ():
            self._paint_name(painter, band, self._contents.tracks[band.track])

    def _paint_name(self, painter: QPainter, band: Band, track: Track) -> None:
        style = self._style
        colour = style.track_colour(track.colour)
        painter.fillRect(QRectF(-NAMES, band.top, 4, band.height - 1), colour)
        painter.fillRect(QRectF(-NAMES, band.top + band.height - 1, NAMES, 1), style.separator)
        inset = 14 + INDENT * band.depth
        box = QRectF(-NAMES + inset, band.top + 6, NAMES - inset - 8, 20)
        _write(painter, box, track.name, style.font(style.name_size, is_bold=True), style.text)

    def _paint_foot(self, painter: QPainter) -> None:
        style = self._style
        top = self.height - self._foot() + 12
        if self._legend is not None:
            painter.save()
            painter.translate(EDGE, top)
            self._legend.paint(painter)
            painter.restore()
        font, left = style.font(style.pill_size), self.width - 2 * EDGE
        first = self.height - EDGE - LINE * len(self._imprint)
        for number, line in enumerate(self._imprint):
            box = QRectF(EDGE, first + number * LINE, left, LINE)
            _write(painter, box, line, font, style.text_muted)

    @property
    def frame(self) -> Frame:
        """What the sheet shows, for those who count it."""
        return self._frame


def _write(painter: QPainter, box: QRectF, words: str, font: QFont, colour: QColor) -> None:
    """One line, cut with an ellipsis where it is too long for its box."""
    line = " ".join(words[:1000].split())
    shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
