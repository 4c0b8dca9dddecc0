"""The drawing of a chart by pyqtgraph; its time is that of the timeline, whatever its width.

Along time x runs from 0 to 1 over the view, so that aeons do not leave what a float can tell.
pyqtgraph is slow to load, so this module is imported with the first chart.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.gui.panels.charts.figures import Figures, People, Sources, Stack
from desktop.gui.panels.labels import Plain
from desktop.model import COLOURS
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.axis.ticks import make_ticks
from desktop.timeline.counting import round_steps
from desktop.timeline.drawing.bubbles import faint
from desktop.timeline.drawing.style import Style
from desktop.timeline.hand import wheel
from desktop.timeline.stage.stage import Stage

KILLED, INJURED = COLOURS[0], COLOURS[5]
MOST_SOURCES = 12  # that are drawn; the table has them all
LONGEST = 26  # letters of a source
PALE = 0.35  # of the colour, between the least and the most
LETTER = 8  # pixels of a letter of the axis, its share of the gap with it
EDGE = 0.02  # of the width, where a label would be cut
Places = NDArray[np.float64]


class ChartPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Draws figures; pulled and wheeled it moves the timeline. `pointed` tells a bin, or -1."""

    pointed = Signal(int)

    def __init__(self, stage: Stage, style: Style) -> None:
        super().__init__()
        self._stage = stage
        self._look = style
        self._figures: Figures | None = None
        self._edges: Places = np.zeros(0)
        self._pulled_from: QPointF | None = None
        self._empty = Plain("", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(self).addWidget(self._empty)
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.layout.setContentsMargins(4, 10, 12, 2)
        self.setMouseEnabled(x=False, y=False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMinimumHeight(90)

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on."""
        self._look = style
        self.setBackground(style.background)
        for name in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(name)
            axis.setPen(pg.mkPen(style.separator))
            axis.setTextPen(style.text_muted)
            axis.setStyle(tickFont=style.font(style.axis_minor_size), tickLength=0)
        if self._figures is not None:
            self.show_figures(self._figures, self._empty.text())

    def show_figures(self, figures: Figures, empty: str) -> None:
        """Draw these, or the sentence `empty` where there is nothing to draw."""
        self._figures = figures
        self._empty.setText(empty)
        self._empty.setVisible(figures.is_empty)
        self.setAccessibleName(figures.title)
        self.clear()
        self.getViewBox().invertY(isinstance(figures, Sources))
        if isinstance(figures, Sources):
            self._draw_sources(figures)
        else:
            self._draw_time(figures)

    def _draw_time(self, figures: Stack | People) -> None:
        scale = self._stage.scale
        self._edges = scale.x(figures.bins.edges) / scale.width
        most = self._draw_stack(figures) if isinstance(figures, Stack) else self._draw_band(figures)
        steps = round_steps(most)
        self._rule(steps, is_upright=False)
        plot = self.getPlotItem()
        plot.getAxis("left").setTicks([[(step, f"{step:,}") for step in steps]])
        plot.getAxis("bottom").setTicks([axis_ticks(scale, max(100, self.width() - 60))])
        self.setXRange(0, 1, padding=0)
        self.setYRange(0, steps[-1], padding=0.02)

    def _draw_stack(self, stack: Stack) -> int:
        left, right = self._sides(0.06, 0.94)
        base = np.zeros(len(left))
        for colour, counts in zip(stack.colours, stack.counts, strict=True):
            some = np.flatnonzero(counts)
            if len(some):
                fill = self._look.fill(colour)
                self._bars(left[some], right[some], base[some], base[some] + counts[some], fill)
            base = base + counts
        return int(base.max()) if len(base) else 0

    def _draw_band(self, people: People) -> int:
        middle = (0.49, 0.51)
        if not people.injured.most.any():
            middle = (0.94, 0.94)
        elif not people.killed.most.any():
            middle = (0.06, 0.06)
        bands = (
            (people.killed, KILLED, 0.06, middle[0]),
            (people.injured, INJURED, middle[1], 0.94),
        )
        for band, colour, first, last in bands:
            some = np.flatnonzero(band.most)
            left, right = (side[some] for side in self._sides(first, last))
            least, most = band.least[some].astype(float), band.most[some].astype(float)
            fill = self._look.fill(colour)
            self._bars(left, right, least, most, faint(fill, PALE), fill)
            self._bars(left, right, np.zeros(len(some)), least, fill)
        return int(max(people.killed.most.max(), people.injured.most.max()))

    def _draw_sources(self, figures: Sources) -> None:
        counts = figures.counts[:MOST_SOURCES]
        rows = np.arange(len(counts), dtype=float)
        base = np.zeros(len(counts))
        for colour, column in zip(figures.colours, counts.T, strict=True):
            self._bars(base, base + column, rows - 0.36, rows + 0.36, self._look.fill(colour))
            base = base + column
        steps = round_steps(int(base.max()) if len(base) else 0)
        self._rule(steps, is_upright=True)
        plot = self.getPlotItem()
        names = [_cut(name) for name in figures.sources[:MOST_SOURCES]]
        plot.getAxis("left").setTicks([list(enumerate(names))])
        plot.getAxis("bottom").setTicks([[(step, f"{step:,}") for step in steps]])
        self.setXRange(0, steps[-1], padding=0.02)
        self.setYRange(-0.6, max(len(names), 4) - 0.4, padding=0)

    def _bars(
        self,
        left: Places,
        right: Places,
        low: Places,
        high: Places,
        fill: QColor,
        rim: QColor | None = None,
    ) -> None:
        pen = pg.mkPen(rim) if rim else pg.mkPen(None)
        bars = pg.BarGraphItem(x0=left, x1=right, y0=low, y1=high, pen=pen, brush=fill)
        self.addItem(bars)

    def _rule(self, steps: list[int], *, is_upright: bool) -> None:
        """Lines behind the bars, at each step."""
        pen = pg.mkPen(self._look.grid_strong)
        for step in steps[1:]:
            line = pg.InfiniteLine(step, 90 if is_upright else 0, pen=pen)
            line.setZValue(-10)
            self.addItem(line)

    def _sides(self, first: float, last: float) -> tuple[Places, Places]:
        widths = np.diff(self._edges)
        return self._edges[:-1] + widths * first, self._edges[:-1] + widths * last

    def _share(self, place: QPointF) -> float:
        """How far right in the drawing a point of the widget lies, from 0 to 1."""
        box = self.getViewBox().sceneBoundingRect()
        return float((place.x() - box.left()) / max(1.0, box.width()))

    def _bin_at(self, place: QPointF) -> int:
        box = self.getViewBox().sceneBoundingRect()
        if self._figures is None or self._figures.is_empty or not box.contains(place):
            return -1
        if isinstance(self._figures, Sources):
            row = round(self.getViewBox().mapSceneToView(place).y())
            return row if 0 <= row < min(len(self._figures.sources), MOST_SOURCES) else -1
        found = int(self._edges.searchsorted(self._share(place), side="right")) - 1
        return found if found < len(self._edges) - 1 else -1

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan and zoom the timeline, about the second under the pointer."""
        if isinstance(self._figures, Sources):
            return
        wheel.turn(self._stage, event, self._share(event.position()) * self._stage.scale.width)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the time."""
        if event.button() == Qt.MouseButton.LeftButton and not isinstance(self._figures, Sources):
            self._pulled_from = event.position()
            self._stage.motion.stop()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the timeline along, or tell what is under the pointer."""
        place = event.position()
        if self._pulled_from is None:
            self.pointed.emit(self._bin_at(place))
            return
        away = self._share(self._pulled_from) - self._share(place)
        self._pulled_from = place
        self._stage.roll(away * self._stage.scale.width, 0)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the time go."""
        self._pulled_from = None


def axis_ticks(scale: TimeScale, width: int) -> list[tuple[float, str]]:
    """Where dates stand on an axis of `width` pixels, from 0 to 1, and what they say.

    They are those of the timeline's axis at that width, so that none meet and few have no room.
    """
    narrow = TimeScale(scale.start, (scale.stop - scale.start) / width, width)
    ticks = make_ticks(narrow, lambda label: LETTER * len(label))
    placed = ((tick.x / width, tick.label) for tick in (*ticks.minor, *ticks.major))
    return [(x, words) for x, words in placed if words and EDGE < x < 1 - EDGE]


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"
