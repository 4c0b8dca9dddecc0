"""The strip under the timeline: how the whole span is filled, and which part of it is in view.

pyqtgraph is slow to load, so this module is imported once the first picture stands.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.axis.tick_words import major_words, snap_words, year_words
from desktop.timeline.axis.ticks import make_ticks
from desktop.timeline.axis.units import Kind
from desktop.timeline.drawing.bubbles import faint
from desktop.timeline.drawing.style import Style
from desktop.timeline.events.columns import Events
from desktop.timeline.events.index import Index
from desktop.timeline.view import TimelineView
from desktop.when.calendar import civil

LINE, FOOT = 1.65, 14  # of a letter's size, pixels: two lines of words and their room
BINS = 300
LETTER, LEAST_LETTERS = 0.8, 10  # of a label's size, letters of a label, so that none meet
LEAST_SHARE = 0.003  # of the whole strip: a narrower window could not be taken hold of
Shares = NDArray[np.float64]


class Overview(QWidget):
    """Density by track over all that is dated; the window on it is dragged and resized.

    Its x runs from 0 to 1 over the whole span, so that aeons do not leave what a float can tell.
    """

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view = view
        self._first, self._last = 0, 1
        self._is_following = False
        self._name = Name(self)
        self._axis = SpanAxis()
        self._plot = pg.PlotWidget(self, axisItems={"bottom": self._axis})
        self._bars: list[pg.BarGraphItem] = []
        self._region = pg.LinearRegionItem((0, 1), swapMode="block")
        self.setAccessibleName(_("Overview of the whole time"))
        self._set_up()
        self.show_style(view.stage.style)
        view.stage.relaid.connect(self.show_events)
        view.moved.connect(self._follow)
        self._region.sigRegionChanged.connect(self._lead)

    def _set_up(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._name)
        row.addWidget(self._plot, 1)
        plot = self._plot.getPlotItem()
        plot.hideAxis("left")
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.layout.setContentsMargins(0, 0, 0, 0)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.addItem(self._region)

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on, as high as the style's words need."""
        self.setFixedHeight(round(LINE * (style.count_size + style.pill_size)) + 2 * FOOT - 8)
        self._plot.setBackground(style.overview)
        self._axis.show_style(style)
        self._region.setBrush(faint(style.selection, 0.14))
        self._region.setHoverBrush(faint(style.selection, 0.20))
        for line in self._region.lines:
            line.setPen(pg.mkPen(faint(style.selection, 0.55), width=1))
            line.setHoverPen(pg.mkPen(style.selection, width=2))
        self._name.show_style(style)
        self.show_events()

    def show_events(self) -> None:
        """Count again, after a change of the document."""
        contents, style = self._view.stage.contents, self._view.stage.style
        index = contents.index
        self._first, self._last = whole_span(index)
        is_empty = index.extent() is None
        self._axis.show_span(self._first, self._last, is_empty=is_empty)
        self._name.show_span(self._first, self._last, is_empty=is_empty)
        self._region.setVisible(not is_empty)
        for bars in self._bars:
            self._plot.removeItem(bars)
        self._bars = []
        base = np.zeros(BINS)
        for track in contents.shown:
            heights = np.sqrt(density(contents.counted(track.id), self._first, self._last))
            brush = style.fill(track.colour)
            self._bars.append(_bar_graph(base, heights, brush))
            self._plot.addItem(self._bars[-1])
            base = base + heights
        self._plot.setXRange(0, 1, padding=0)
        self._plot.setYRange(0, max(1.0, float(base.max())) * 1.1, padding=0)
        self._follow()

    def _follow(self) -> None:
        """Put the window where the timeline is."""
        scale = self._view.scale
        whole = self._last - self._first
        left, right = (scale.start - self._first) / whole, (scale.stop - self._first) / whole
        if right - left < LEAST_SHARE:
            middle = (left + right) / 2
            left, right = middle - LEAST_SHARE / 2, middle + LEAST_SHARE / 2
        self._is_following = True
        self._region.setRegion((max(left, -0.01), min(right, 1.01)))
        self._is_following = False

    def _lead(self) -> None:
        """Put the timeline where the window was dragged."""
        if self._is_following:
            return
        left, right = self._region.getRegion()
        whole = self._last - self._first
        width = self._view.scale.width
        share = max(right - left, LEAST_SHARE)
        start = self._first + left * whole
        self._view.stage.motion.stop()
        self._view.stage.show_scale(TimeScale(start, share * whole / width, width))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the timeline."""
        self._view.turn_wheel(event)


class Name(QWidget):
    """The strip's name and its span in words, under the tracks' headers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._span = ""

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on."""
        self._style = style
        self.setFixedWidth(style.header_width)
        self.update()

    def show_span(self, first: int, last: int, *, is_empty: bool) -> None:
        """Tell the span by its years."""
        ends = (year_words(civil(first)[0]), year_words(civil(last - 1)[0]))
        self._span = "" if is_empty else ends[0] if ends[0] == ends[1] else " – ".join(ends)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw two lines of words."""
        if self._style is None:
            return
        painter, style = QPainter(self), self._style
        painter.fillRect(self.rect(), style.overview)
        painter.setFont(style.font(style.count_size, is_bold=True))
        painter.setPen(style.text_muted)
        upper, lower = round(LINE * style.count_size), round(LINE * style.pill_size)
        painter.drawText(QRect(18, 8, self.width() - 22, upper), 0, _("Overview"))
        painter.setFont(style.font(style.pill_size))
        painter.setPen(style.axis_text_minor)
        painter.drawText(QRect(18, 8 + upper, self.width() - 22, lower), 0, self._span)
        painter.end()


class SpanAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Dates along the strip from our own calendar: pyqtgraph's ends at the years 1 and 9999."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._ticks: list[tuple[float, str]] = []
        self._span = (0, 1)
        self._is_empty = True
        self._size = 10

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on."""
        self._size = style.axis_minor_size - 1
        self.setPen(pg.mkPen(None))
        self.setTextPen(style.axis_text_minor)
        self.setStyle(tickFont=style.font(self._size), tickLength=0)
        self.setHeight(round(1.6 * self._size))

    def show_span(self, first: int, last: int, *, is_empty: bool) -> None:
        """Label this span; where nothing is dated there is none."""
        self._span = (first, last)
        self._is_empty = is_empty
        self.picture = None
        self.update()

    def tickValues(self, least: float, most: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N802 - pyqtgraph's name
        """Where the labels stand, as few as have room."""
        first, last = self._span
        self._ticks = (
            []
            if self._is_empty
            else span_ticks(first, last, max(100, round(size)), LETTER * self._size)
        )
        return [(1.0, [place for place, _text in self._ticks if least <= place <= most])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """What the labels say."""
        words = dict(self._ticks)
        return [words.get(value, "") for value in values]


def span_ticks(first: int, last: int, width: int, letter: float = 8.0) -> list[tuple[float, str]]:
    """Where dates stand on a strip of `width` pixels, from 0 to 1, and what they say."""
    scale = TimeScale(first, (last - first) / width, width)
    level = make_ticks(scale, lambda label: letter * max(len(label), LEAST_LETTERS)).level
    for unit in (level.major, level.minor):
        starts = [start for start in unit.starts(first, last) if start >= first]
        if len(starts) > 1:
            break
    tell = major_words if unit.kind is Kind.YEAR else snap_words
    return [((start - first) / (last - first), tell(unit, start)) for start in starts]


def whole_span(index: Index) -> tuple[int, int]:
    """The span of the strip: all that is dated, with a little room at either end."""
    first, last = index.extent() or (0, 86_400)
    room = max((last - first) // 50, 3600)
    return first - room, last + room


def density(events: Events, first: int, last: int) -> Shares:
    """How many events begin in each of `BINS` equal parts of the span."""
    edges = np.linspace(first, last, BINS + 1).astype(np.int64)
    counts: Shares = np.diff(events.earliest.searchsorted(edges)).astype(float)
    return counts


def _bar_graph(base: Shares, heights: Shares, brush: object) -> pg.BarGraphItem:
    some = np.flatnonzero(heights)
    return pg.BarGraphItem(
        x0=some / BINS,
        x1=(some + 0.8) / BINS,
        y0=base[some],
        height=heights[some],
        pen=None,
        brush=brush,
    )


def make_overview(view: TimelineView) -> Overview:
    """The overview of a view, put under it; it goes when the view goes."""
    overview = Overview(view)
    view.add_below(overview)
    return overview
