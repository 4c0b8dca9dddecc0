"""A timeline laid out for paper or a picture: title, axis, tracks with their names, legend."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from desktop.document import Document
from desktop.i18n import _
from desktop.model import Track
from desktop.timeline.axis import paint_axis
from desktop.timeline.contents import Contents
from desktop.timeline.frame import Band, Frame
from desktop.timeline.legend import Legend
from desktop.timeline.paint import paint
from desktop.timeline.scale import TimeScale
from desktop.timeline.setting import Setting
from desktop.timeline.shelf import paint_chips
from desktop.timeline.style import Style

EDGE = 24  # pixels left free around everything
NAMES = 132  # pixels of the tracks' names at the left
MARGIN = 32
TALLEST = 20_000  # pixels of a picture that is as high as its tracks ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a picture is to be; sizes are pixels of the layout, `ratio` pixels of the file for one.

    `height` None is as high as the tracks ask; `dated` is the day of the data in words, "" for no
    such line; a sheet that `is_whole` takes in all that is dated, another the scale it is given.
    """

    width: int = 1600
    height: int | None = None
    ratio: float = 1.0
    is_transparent: bool = False
    is_whole: bool = True
    has_title: bool = True
    has_legend: bool = True
    dated: str = ""


class Page:
    """One sheet of one document, measured at once and painted on any device."""

    def __init__(
        self, document: Document, sheet: Sheet, style: Style, scale: TimeScale | None = None
    ) -> None:
        self._sheet = sheet
        self._style = style
        self._title = document.title
        self._contents = Contents(document)
        self._setting = Setting(document, self._contents, style)
        inner = max(200, sheet.width - 2 * EDGE - NAMES)
        self._scale = self._scale_for(None if sheet.is_whole else scale, inner)
        self._setting.settle(self._scale)
        self._frame = self._setting.frame(self._scale, 0, TALLEST)
        self._legend = self._make_legend()

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
        return legend + (22 if self._sheet.dated else 0) + EDGE

    def _tracks_height(self) -> int:
        bands = self._frame.bands
        return min(bands[-1].top + bands[-1].height if bands else 60, TALLEST)

    def paint(self, painter: QPainter) -> None:
        """Draw the whole sheet at the painter's origin."""
        style, top = self._style, self._top()
        if not self._sheet.is_transparent:
            painter.fillRect(QRectF(0, 0, self.width, self.height), style.background)
        if self._sheet.has_title:
            painter.setFont(style.font(20, is_bold=True))
            painter.setPen(style.text)
            box = QRectF(EDGE, EDGE - 6, self.width - 2 * EDGE, 32)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._title)
        room = self.height - top - style.axis_height - self._foot()
        painter.save()
        painter.translate(EDGE + NAMES, top)
        self._paint_tracks(painter, min(room, self._tracks_height()))
        painter.restore()
        self._paint_foot(painter)

    def _paint_tracks(self, painter: QPainter, tall: int) -> None:
        style, width = self._style, self._scale.width
        frame = self._setting.frame(self._scale, 0, tall)
        painter.save()
        painter.setClipRect(QRectF(0, 0, width, style.axis_height + tall))
        paint_axis(painter, self._setting.marks(self._scale), style, width)
        painter.translate(0, style.axis_height)
        painter.setClipRect(QRectF(0, 0, width, tall))
        paint(painter, frame, style, self._setting.scene(frame, self._scale, frozenset()))
        paint_chips(painter, self._setting.chips(frame), style, frozenset())
        painter.restore()
        painter.translate(0, style.axis_height)
        painter.setClipRect(QRectF(-NAMES, 0, NAMES, tall))
        for band in frame.bands:
            self._paint_name(painter, band, self._contents.tracks[band.track])

    def _paint_name(self, painter: QPainter, band: Band, track: Track) -> None:
        style = self._style
        colour = style.track_colour(track.colour)
        painter.fillRect(QRectF(-NAMES, band.top, 4, band.height - 1), colour)
        painter.fillRect(QRectF(-NAMES, band.top + band.height - 1, NAMES, 1), style.separator)
        font = style.font(style.name_size, is_bold=True)
        measured = QFontMetrics(font)
        name = measured.elidedText(track.name, Qt.TextElideMode.ElideRight, NAMES - 22)
        painter.setFont(font)
        painter.setPen(style.text)
        box = QRectF(-NAMES + 14, band.top + 6, NAMES - 18, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_foot(self, painter: QPainter) -> None:
        style = self._style
        top = self.height - self._foot() + 12
        if self._legend is not None:
            painter.save()
            painter.translate(EDGE, top)
            self._legend.paint(painter)
            painter.restore()
        if self._sheet.dated:
            painter.setFont(style.font(style.pill_size))
            painter.setPen(style.text_muted)
            box = QRectF(EDGE, self.height - EDGE - 18, self.width - 2 * EDGE, 18)
            words = _("As of {day}").format(day=self._sheet.dated)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    @property
    def frame(self) -> Frame:
        """What the sheet shows, for those who count it."""
        return self._frame
