"""The charts of what the timeline has in view; loaded when they are first asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Changes, ClaimColumns
from desktop.formats.files import whole_file
from desktop.gui.canvas_style import style_of
from desktop.gui.choosing import choose_new_file
from desktop.gui.panels.charts import figures as charts_figures
from desktop.gui.panels.charts.figures import Figures, People, Sources, Stack, date_words
from desktop.gui.panels.charts.head import EVENTS, SOURCES, ChartHead
from desktop.gui.panels.charts.legend import Entry, Legend
from desktop.gui.panels.charts.plot import INJURED, KILLED, PALE, ChartPlot
from desktop.gui.panels.labels import OneLine, Plain
from desktop.gui.settings import Settings
from desktop.gui.theme import Look, Theme
from desktop.i18n import _
from desktop.timeline import counting
from desktop.timeline.counting import Bins
from desktop.timeline.drawing.bubbles import faint
from desktop.timeline.view import TimelineView
from desktop.when import When

_PAUSE = 15  # milliseconds in which several moves are drawn as one
_SHARPNESS = 2  # pixels of a picture for one of the screen
Deed = Callable[[], object]


class ChartsPanel(QWidget):
    """Events by time, people killed and injured, claims by source: of the time in view.

    `attempt` does a deed and tells the user what was refused.
    """

    def __init__(
        self,
        view: TimelineView,
        settings: Settings,
        look: Look,
        attempt: Callable[[Deed], None],
    ) -> None:
        super().__init__()
        self._stage = view.stage
        self._document = view.stage.document
        self._settings = settings
        self._attempt = attempt
        self._claims: ClaimColumns | None = None
        self._known: When | None = None
        self._style = style_of(look.theme)
        self.figures: Figures | None = None
        self.head = ChartHead(settings)
        self.sheet = QWidget()
        self.title, self.span = Plain("", "title"), OneLine("", "muted")
        self.told = OneLine("", "muted")
        self.plot = ChartPlot(view.stage, self._style)
        self.legend = Legend(self._style)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect(view, look)
        self._show_style(look.theme)

    def refresh(self, changes: Changes) -> None:
        """Count again what a step has touched."""
        if "claims" in changes or "articles" in changes:
            self._claims = None
        self._draw_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Count when it is first seen, and again when it comes back."""
        super().showEvent(event)
        self._draw_soon()

    def draw(self) -> None:
        """Count and draw what is in view now."""
        if not self.isVisible():
            return
        scale = self._stage.scale
        self.figures = self._reckon(round(scale.start), round(scale.stop))
        self.title.setText(self.figures.title)
        ends = date_words(round(scale.start)), date_words(round(scale.stop) - 1)
        self.span.show_words(" – ".join(ends))
        self.told.show_words("")
        self.plot.show_figures(self.figures, self._why_empty())
        self.legend.show_entries(self._entries(), self._style)
        self.head.unit.setEnabled(not isinstance(self.figures, Sources))

    def picture(self) -> QImage:
        """The chart with its title and its legend, as it stands, twice as sharp."""
        image = QImage(self.sheet.size() * _SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPNESS)
        image.fill(self._style.background)
        self.sheet.render(image, QPoint())
        return image

    def copy_picture(self) -> None:
        """Put the chart on the clipboard."""
        QApplication.clipboard().setImage(self.picture())

    def copy_table(self) -> None:
        """Put what the chart counts on the clipboard, tabs between the columns."""
        if self.figures is not None:
            QApplication.clipboard().setText(charts_figures.as_text(self.figures.table()))

    def write_picture(self, path: Path) -> None:
        """Write the chart to a PNG file, whole or not at all."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(self.picture())
        buffer.close()
        with whole_file(path) as draft:
            draft.write_bytes(bytes(content.data()))

    def write_table(self, path: Path) -> None:
        """Write what the chart counts to a CSV file, whole or not at all."""
        if self.figures is not None:
            charts_figures.write_table(self.figures.table(), path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chart as a picture."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_picture()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy and save."""
        self.head.menu.popup(event.globalPos())

    def _reckon(self, first: int, last: int) -> Figures:
        contents = self._stage.contents
        tracks = contents.shown
        lines = [contents.counted(track.id) for track in tracks]
        names = tuple(" ".join(track.name.split()) for track in tracks)
        colours = tuple(track.colour for track in tracks)
        if self.head.kind.currentIndex() == EVENTS:
            bins = self._bins(first, last)
            return Stack(bins, names, colours, counting.count_events(lines, bins))
        if self._claims is None or self._known != contents.filter.known:
            self._known = contents.filter.known
            self._claims = self._document.claim_columns(self._known)
        claims = self._claims
        if self.head.kind.currentIndex() == SOURCES:
            sources, counts = counting.count_sources(lines, first, last, claims)
            return Sources(sources, names, colours, counts)
        bins = self._bins(first, last)
        killed = counting.count_people(lines, bins, claims, claims.killed)
        injured = counting.count_people(lines, bins, claims, claims.injured)
        return People(bins, killed, injured)

    def _bins(self, first: int, last: int) -> Bins:
        wanted = self.head.wanted_unit()
        return counting.bins_of(
            counting.unit_for(last - first, self.plot.width(), wanted), first, last
        )

    def _entries(self) -> list[Entry]:
        fill = self._style.fill
        if isinstance(self.figures, People):
            most = faint(fill(KILLED), PALE)
            return [
                (_("Killed"), fill(KILLED)),
                (_("Injured"), fill(INJURED)),
                (_("Pale: at most"), most),
            ]
        figures = self.figures
        if figures is None:
            return []
        sums = figures.counts.sum(axis=1 if isinstance(figures, Stack) else 0).tolist()
        shown = zip(figures.names, figures.colours, sums, strict=True)
        return [(name, fill(colour)) for name, colour, count in shown if count]

    def _why_empty(self) -> str:
        sentences = (
            _("No event begins in the time in view."),
            _("No source in view says how many were killed or injured."),
            _("No source tells of the events in view."),
        )
        return sentences[self.head.kind.currentIndex()]

    def _draw_soon(self) -> None:
        if self.isVisible() and not self._pause.isActive():
            self._pause.start()

    def _tell(self, place: int) -> None:
        has_words = place >= 0 and self.figures is not None
        self.told.show_words(self.figures.told(place) if has_words and self.figures else "")

    def _show_style(self, theme: Theme) -> None:
        self._style = style_of(theme)
        palette = self.sheet.palette()
        palette.setColor(QPalette.ColorRole.Window, self._style.background)
        self.sheet.setPalette(palette)
        self.plot.show_style(self._style)
        self.legend.show_entries(self._entries(), self._style)

    def _save(self, title: str, suffix: str, write: Callable[[Path], None]) -> None:
        stem = _("{timeline} chart").format(timeline=self._document.path.stem)
        kinds = f"{suffix.upper()[1:]} (*{suffix})"
        path = choose_new_file(self, self._settings, title, stem + suffix, kinds)
        if path is not None:
            self._attempt(lambda: write(path))

    def _connect(self, view: TimelineView, look: Look) -> None:
        self._pause.timeout.connect(self.draw)
        view.moved.connect(self._draw_soon)
        view.stage.relaid.connect(self._draw_soon)
        view.stage.session.changed.connect(self.refresh)
        look.changed.connect(self._show_style)  # a method: let go of when the panel is
        self.plot.pointed.connect(self._tell)
        self.head.chosen.connect(self._draw_soon)
        picture, table = _("Save picture…"), _("Save table…")
        self.head.offer(
            {
                _("Copy picture"): self.copy_picture,
                picture: lambda: self._save(picture, ".png", self.write_picture),
                _("Copy as table"): self.copy_table,
                table: lambda: self._save(table, ".csv", self.write_table),
            }
        )

    def _lay_out(self) -> None:
        self.sheet.setAutoFillBackground(True)
        self.sheet.setAccessibleName(_("Chart"))
        self.legend.setAccessibleName(_("Legend"))
        words = QHBoxLayout()
        words.setContentsMargins(12, 8, 12, 0)
        words.setSpacing(12)
        words.addWidget(self.title)
        words.addWidget(self.span, 1)
        page = QVBoxLayout(self.sheet)
        page.setContentsMargins(0, 0, 0, 4)
        page.setSpacing(0)
        page.addLayout(words)
        page.addWidget(self.plot, 1)
        page.addWidget(self.legend)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 3, 12, 4)
        foot.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.sheet, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.head)
