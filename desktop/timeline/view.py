"""The timeline as one widget: headers, canvas, scroll bar, and the overview once it is wanted."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QScrollBar, QWidget

from desktop.edits.tracks import hide_track, reveal_track
from desktop.i18n import counted
from desktop.model import Selection, Track
from desktop.session import Session
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.canvas import Canvas
from desktop.timeline.drawing.style import Style
from desktop.timeline.hand import keys, wheel
from desktop.timeline.headers.headers import Headers
from desktop.timeline.headers.row import rows_of
from desktop.timeline.stage.hooks import Hooks
from desktop.timeline.stage.motion import glide_for
from desktop.timeline.stage.stage import Stage


class TimelineView(QWidget):
    """Shows the document of `session`; every public method is one entry of the action table.

    `moved` tells that another stretch of time is in view, `pointed` the second under the pointer,
    `painted` that the first picture stands: what is not needed for it may be loaded then.
    """

    moved = Signal()
    pointed = Signal(float)
    painted = Signal()

    def __init__(
        self,
        session: Session,
        style: Style,
        parent: QWidget | None = None,
        hooks: Hooks | None = None,
    ) -> None:
        super().__init__(parent)
        self.hooks = hooks or Hooks()
        self._is_still = False
        self.stage = Stage(session, style, self.hooks)
        self.stage.setParent(self)
        self.headers = Headers(session.document, style, self.hooks, self)
        self.canvas = Canvas(self.stage, self)
        self._scroll = QScrollBar(Qt.Orientation.Vertical, self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        for column, widget in enumerate((self.headers, self.canvas, self._scroll)):
            self._grid.addWidget(widget, 0, column)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(0, 1)
        self.setFocusProxy(self.canvas)
        self._connect()
        self._show_tracks()
        self._read_glide()

    def _connect(self) -> None:
        stage = self.stage
        stage.moved.connect(self._follow)
        stage.moved.connect(self.moved)
        stage.relaid.connect(self._show_tracks)
        stage.pointed.connect(self.pointed)
        stage.session.selected.connect(self._show_selection)
        self.canvas.painted.connect(self.painted)
        self.headers.chosen.connect(self._choose_track)
        self.headers.wheeled.connect(self.turn_wheel)
        self.headers.extended.connect(lambda: stage.show_offset(stage.content_height))
        self.headers.hidden_asked.connect(self._list_hidden)
        self._scroll.valueChanged.connect(stage.show_offset)

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on, as after a change of theme."""
        self.stage.show_style(style)
        self.headers.show_style(style)
        self.canvas.forget_pictures()

    def add_below(self, widget: QWidget) -> None:
        """Put a strip, such as the overview, under headers and canvas."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 3)

    @property
    def scale(self) -> TimeScale:
        """The stretch of time in view."""
        return self.stage.scale

    @property
    def tracks(self) -> dict[int, Track]:
        """Every track by its id, hidden ones too, without asking the document."""
        return self.stage.tracks

    @property
    def smallest_height(self) -> int:
        """The pixels below which no track that is shown in full is drawn."""
        return self.stage.style.metrics().smallest_band

    def height_of(self, track: int) -> int | None:
        """How high a track stands, its shelf left out; None for a strip or what is not shown."""
        band = next((band for band in self.stage.frame.bands if band.track == track), None)
        if band is None or self.tracks[track].collapsed:
            return None
        return band.height - band.shelf

    def zoom_in(self) -> None:
        """Go one step closer."""
        self.stage.zoom_step(1)

    def zoom_out(self) -> None:
        """Go one step farther away."""
        self.stage.zoom_step(-1)

    def fit_all(self) -> None:
        """Show everything that is dated."""
        self.stage.fit_all()

    def fit_selection(self) -> None:
        """Show the selected events, or everything where none is selected."""
        index = self.stage.contents.index
        found = [index.find(event) for event in self.stage.selected]
        ends = [end for dated in found if dated for end in (dated.earliest, dated.latest)]
        extent = self.stage.extent()
        if not ends or extent is None:
            self.fit_all()
            return
        first, last = max(min(ends), extent[0]), min(max(ends), extent[1])
        self.stage.zoom_to(first, last)
        self.stage.bring_into_view(self.stage.selected[-1])

    def zoom_to(self, earliest: float, latest: float) -> None:
        """Show just this stretch of time, in seconds since 1970."""
        self.stage.zoom_to(earliest, latest)

    def go_to(self, seconds: float) -> None:
        """Bring a second to the middle."""
        self.stage.go_to(seconds)

    def go_to_end(self) -> None:
        """Bring the last event into view."""
        self.stage.go_to_end(1)

    def step_back(self) -> None:
        """Go to the view before the last journey."""
        self.stage.step_back()

    def step_forward(self) -> None:
        """Go again where `step_back` came from."""
        self.stage.step_forward()

    def show_event(self, event: int) -> None:
        """Select an event and go to it; a track or group that hides it is opened.

        `step_back` goes to where the view was before.
        """
        document = self.stage.document
        if not document.is_read_only:
            self.hooks.attempt(lambda: reveal_track(document, document.event(event).track))
        before = self.stage.scale
        self.stage.select((event,))
        self.stage.bring_into_view(event)
        if self.stage.scale != before:
            self.stage.remember(before)

    def select_all(self) -> None:
        """Select every event of the tracks that are shown, undated ones too."""
        contents = self.stage.contents
        dated = contents.index.within([track.id for track in contents.shown], *_ALL_TIME)
        undated = [event for chips in contents.undated.values() for event, _ in chips]
        self.stage.select((*dated.tolist(), *undated))

    def remove_selected(self) -> None:
        """Delete the selected events."""
        keys.remove_selected(self.stage)

    def name_current(self) -> None:
        """Open the title of the event selected last for typing."""
        keys.name_current(self.stage)

    def nudge(self, direction: int) -> None:
        """Move the selected events by one unit of the view: -1 earlier, 1 later."""
        keys.nudge(self.stage, direction)

    def carry(self, direction: int) -> None:
        """Move the selected events to the track above (-1) or below (1)."""
        keys.carry(self.stage, direction)

    def draw_event(self) -> None:
        """Let the next drag on a track draw a new event."""
        self.stage.is_drawing = True
        self.canvas.setCursor(Qt.CursorShape.CrossCursor)

    def add_track(self) -> None:
        """Put a new track below the others and open its name."""
        self.headers.add_track()

    def rename_track(self, track: int | None = None) -> None:
        """Open the name of a track, or of the one in hand, for typing."""
        chosen = track if track is not None else self.stage.session.selection.track
        if chosen is not None:
            self.headers.rename(chosen)

    def zoom_words(self) -> str:
        """How much time is in view, as the status bar says it: "4 days"."""
        seconds = self.scale.span
        for size, one, many in _SIZES:
            if seconds >= 1.5 * size:
                return counted(one, many, round(seconds / size))
        return counted("{n} minute", "{n} minutes", max(1, round(seconds / 60)))

    def changeEvent(self, event: QEvent) -> None:
        """Move without gliding where the user wants no animation."""
        if event.type() == QEvent.Type.StyleChange:
            self._read_glide()
        super().changeEvent(event)

    def be_still(self, *, is_still: bool) -> None:
        """Go everywhere at once, or glide again where the system animates at all."""
        self._is_still = is_still
        self._read_glide()

    def _read_glide(self) -> None:
        self.stage.glide = 0 if self._is_still else glide_for(self)

    def _follow(self) -> None:
        stage = self.stage
        self._scroll.setVisible(stage.can_scroll)
        self._scroll.setPageStep(stage.height)
        self._scroll.setRange(0, max(0, stage.content_height - stage.height))
        self._scroll.setValue(stage.offset)
        self.headers.show_offset(stage.offset)
        # Another resolution may give the tracks other rows, and so other heights.
        if stage.frame.bands != tuple(row.band for row in self.headers.rows):
            self._show_rows()

    def _show_tracks(self) -> None:
        self._show_rows()
        self._follow()

    def _show_rows(self) -> None:
        contents = self.stage.contents
        rows = rows_of(self.stage.frame.bands, contents.tracks, contents.counts)
        self.headers.show_rows(rows, contents.hidden)

    def _show_selection(self, selection: Selection) -> None:
        self.headers.show_current(selection.track)

    def _choose_track(self, track: int) -> None:
        session = self.stage.session
        session.select(replace(session.selection, track=track))

    def turn_wheel(self, event: QWheelEvent) -> None:
        """Do what the wheel over a neighbour of the canvas asks for."""
        wheel.turn(self.stage, event, 0)

    def _list_hidden(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        hidden = [track for track in self.stage.tracks.values() if track.hidden]
        for track in hidden:
            action = menu.addAction(track.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=track.id: self.show_track(key))
        menu.popup(place)

    def show_track(self, track: int) -> None:
        """Show a hidden track again."""
        document = self.stage.document
        self.hooks.attempt(lambda: hide_track(document, track, is_hidden=False))

    def selected(self) -> Iterable[int]:
        """The selected events, the one selected last at the end."""
        return self.stage.selected


_ALL_TIME = (-(10**18), 10**18)
_DAY = 86_400
_SIZES = (
    (365.2425e9 * _DAY, "{n} billion years", "{n} billion years"),
    (365.2425e6 * _DAY, "{n} million years", "{n} million years"),
    (365.2425 * _DAY, "{n} year", "{n} years"),
    (30.44 * _DAY, "{n} month", "{n} months"),
    (7.0 * _DAY, "{n} week", "{n} weeks"),
    (1.0 * _DAY, "{n} day", "{n} days"),
    (3600.0, "{n} hour", "{n} hours"),
)
