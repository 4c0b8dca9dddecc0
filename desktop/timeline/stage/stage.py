"""The stage: what is in view and what the user has in hand. No widget, no gesture."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal

from desktop.document import Changes, Document, Filter
from desktop.model import Selection, Track
from desktop.session import Session
from desktop.timeline.axis.dating import is_endless, seconds_now
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.rule import Marks
from desktop.timeline.drawing.scene import Scene
from desktop.timeline.drawing.shelf import Chip, chip_at
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Band, Frame
from desktop.timeline.stage import hitting, walking
from desktop.timeline.stage.contents import Contents
from desktop.timeline.stage.hitting import Hit, Zone
from desktop.timeline.stage.holding import Held, named
from desktop.timeline.stage.hooks import Hooks
from desktop.timeline.stage.setting import Setting
from desktop.timeline.stage.snap import Ends, snap
from desktop.timeline.stage.travel import MARGIN, Travel

__all__ = ["Held", "Hit", "Stage", "Zone"]

MOST_BOXES = 500  # events of which a gesture shows the ghosts


class Stage(Travel):
    """Points and boxes are in pixels of the canvas, whose top is the axis.

    `relaid` tells that other events may be in the picture, `walked` that the keys are on an event,
    `naming_asked` that the title of an event is to be typed, `pointed` the second under the hand,
    `said` what has happened in words, for those who hear it.
    """

    relaid = Signal()
    walked = Signal(int)
    naming_asked = Signal(int)
    pointed = Signal(float)
    said = Signal(str)

    def __init__(self, session: Session, style: Style, hooks: Hooks) -> None:
        super().__init__(TimeScale(0, 1, 800))
        self.session = session
        self.hooks = hooks
        self.style = style
        self.is_drawing = False
        self._is_selecting = False
        self.contents = Contents(session.document, lambda: session.first_part)
        self._setting = Setting(session.document, self.contents, style)
        self._setting.today = seconds_now()
        self.scale = super().fitting()
        session.changed.connect(self._refresh)
        session.selected.connect(self._take_selection)

    @property
    def document(self) -> Document:
        """The open document."""
        return self.session.document

    @property
    def tracks(self) -> dict[int, Track]:
        """Every track by its id, hidden ones too."""
        return self.contents.tracks

    @property
    def selected(self) -> tuple[int, ...]:
        """The selected events, the one selected last at the end."""
        return self.session.selection.events

    @property
    def current(self) -> int | None:
        """The event on which the keys act."""
        return self.selected[-1] if self.selected else None

    @property
    def frame(self) -> Frame:
        """The picture of this scale and height, laid out when it is first asked for."""
        return self._setting.frame(self.scale, self.offset, self.height)

    @property
    def scene(self) -> Scene:
        """What is told beside the frame."""
        return self._setting.scene(self.frame, self.scale, frozenset(self.selected))

    @property
    def marks(self) -> Marks:
        """The calendar of this scale."""
        return self._setting.marks(self.scale)

    @property
    def chips(self) -> list[Chip]:
        """The undated events on the shelves."""
        return self._setting.chips(self.frame)

    @property
    def content_height(self) -> int:
        """How high all tracks are together."""
        bands = self.frame.bands
        return bands[-1].top + bands[-1].height if bands else 0

    @property
    def is_settled(self) -> bool:
        """False while the same picture may still come to show more."""
        return self._setting.layout.is_settled

    def go_on(self) -> None:
        """Show what the layout has come to know since the last picture."""
        self._setting.go_on()
        self._tell_all()

    def fitting(self) -> TimeScale:
        """The closest scale at which everything, labels included, is in view."""
        return self._setting.layout.fitted(self.width, MARGIN) or super().fitting()

    def extent(self) -> tuple[int, int] | None:
        """The first and last second that any event names."""
        return self.contents.index.extent()

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on."""
        self.style = style
        self._setting.show_style(style)
        self._tell_all()

    def resize(self, width: int, height: int) -> None:
        """Have a canvas of another size."""
        self.height = max(1, height - self.style.axis_height)
        self.be_wide(width)
        self._tell_all()

    def restrict(self, wanted: Filter) -> None:
        """Show only what a filter lets through; a wrong term is refused, and nothing changes."""
        self.contents.restrict(wanted)
        self._setting.take(())
        self._tell_all()

    def _tell_all(self) -> None:
        self.show_offset(self.offset)
        self.relaid.emit()
        self.moved.emit()
        self.altered.emit()

    def _refresh(self, changes: Changes) -> None:
        was_empty = self.extent() is None and not self.contents.filter
        events = self.contents.refresh(changes)
        if events is None:
            return
        self._setting.take(events)
        extent = self.extent()
        self.scale = self.first_look(*extent) if was_empty and extent else self.scale
        self._tell_all()

    def _take_selection(self, selection: Selection) -> None:
        if len(selection.events) == 1 and not self._is_selecting:
            self.bring_into_view(selection.events[0])
        self.altered.emit()

    def select(self, events: Iterable[int], track: int | None = None) -> None:
        """Take these events in hand, and their track or the one named."""
        chosen = tuple(events)
        before = self.session.selection
        if chosen:
            place = self.contents.index.track_of(chosen[-1])
            track = place if place is not None else before.track
        self._is_selecting = True
        self.session.select(replace(before, events=chosen, track=track))
        self._is_selecting = False

    def name_event(self, event: int) -> None:
        """Ask for the title of an event to be typed."""
        self.naming_asked.emit(event)

    def point_at(self, point: QPoint) -> None:
        """Tell the second under the hand."""
        self.pointed.emit(self.scale.seconds(point.x()))

    def area(self) -> QRectF:
        """The part of the canvas that shows tracks."""
        return QRectF(0, self.style.axis_height, self.width, self.height)

    def _down(self) -> int:
        return self.style.axis_height - self.offset

    def axis_box(self) -> QRectF:
        """The part of the canvas that shows the axis."""
        return QRectF(0, 0, self.width, self.style.axis_height)

    def band_box(self, track: int) -> QRectF:
        """The band of a track, empty for one that is not shown."""
        band = next((band for band in self.frame.bands if band.track == track), None)
        return QRectF(0, band.top + self._down(), self.width, band.height) if band else QRectF()

    def _band_at(self, y: float) -> Band | None:
        if y < self.style.axis_height:
            return None
        down = y - self._down()
        found = (band for band in self.frame.bands if band.top <= down < band.top + band.height)
        return next(found, None)

    def track_at(self, y: float) -> int | None:
        """The track whose band is at a height of the canvas."""
        return band.track if (band := self._band_at(y)) else None

    def track_beside(self, track: int, rows: int) -> int:
        """The track so many bands below another (above, if negative), or the last one there."""
        shown = [band.track for band in self.frame.bands]
        if track not in shown:
            return track
        return shown[min(max(shown.index(track) + rows, 0), len(shown) - 1)]

    def hit(self, point: QPoint) -> Hit | None:
        """The event under the hand, and which part of it."""
        if not self.area().contains(QPointF(point)):
            return None
        layout, down = self._setting.layout, point.y() - self._down()
        event = layout.event_at(point.x(), down)
        box = None if event is None else layout.rect_of(event)
        if event is None or box is None:
            return None
        return Hit(event, hitting.zone_of(self.frame, event, box, point.x()))

    def chip_at(self, point: QPoint) -> Chip | None:
        """The chip under the hand."""
        place = QPointF(point.x(), point.y() - self._down())
        return chip_at(self.chips, place) if self.area().contains(QPointF(point)) else None

    def cluster_at(self, point: QPoint) -> int | None:
        """The place in the frame of the cluster under the hand."""
        return hitting.hit_cluster(self.frame, self.style, point.x(), point.y() - self._down())

    def open_cluster(self, place: int) -> None:
        """Go close enough to a cluster to see its events one by one."""
        left = int(self.frame.cluster_left[place])
        right = max(int(self.frame.cluster_right[place]), left + 4)
        away = (right - left) / 2
        self.zoom_to(self.seconds_at(left - away), self.seconds_at(right + away))

    def boxes(self, events: frozenset[int]) -> dict[int, QRectF]:
        """Where these events stand, those of them that have a place of their own."""
        layout = self._setting.layout
        found = {chip.event: QRectF(chip.box) for chip in self.chips if chip.event in events}
        for event in list(events)[:MOST_BOXES]:
            box = layout.rect_of(event)
            if box is not None:
                left, top, right, bottom = box
                found[event] = QRectF(left, top, max(right - left, 2), bottom - top)
        return {event: box.translated(0, self._down()) for event, box in found.items()}

    def events_in(self, box: QRectF) -> tuple[int, ...]:
        """The events that a box on the canvas touches, those in clusters with them."""
        there = box.translated(0, -self._down()).toAlignedRect()
        edges = (there.left(), there.top(), there.right() + 1, there.bottom() + 1)
        return tuple(self._setting.layout.events_in(edges).tolist())

    def snap(self, seconds: int, left_out: frozenset[int]) -> Held | None:
        """The calendar boundary or end of another event that is near enough to hold the hand."""
        ends = Ends(self.contents.index, tuple(band.track for band in self.frame.bands))
        found = snap(ends, self.scale, self.marks.level.minor, seconds, left_out)
        return None if found is None else named(found, self.contents)

    def listed(self) -> list[int]:
        """The events in the picture, by track and time."""
        return [int(event) for event in self.frame.ids.tolist()]

    def neighbour(self, way: tuple[int, int]) -> int | None:
        """The event to which an arrow key goes: (-1, 0) earlier, (0, 1) on the track below."""
        index = self.contents.index
        shown = [track.id for track in self.contents.shown]
        current = self.current if self.current is not None else -1
        if index.track_of(current) is None:
            return walking.first_to_walk(index, shown, self.seconds_at(self.width / 2))
        if way[0]:
            return walking.next_in_time(index, current, way[0])
        return walking.beside(index, current, shown, way[1])

    def bring_into_view(self, event: int) -> None:
        """Go to an event if it is not in the picture."""
        found = self.contents.index.find(event)
        if found is None:
            self._scroll_to(event, walking.shelf_of(event, self.contents.undated))
            return
        if found.latest <= self.scale.start or found.earliest >= self.scale.stop:
            self.motion.stop()
            known = found.latest if is_endless(found.earliest) else found.earliest
            self.show_scale(self.scale.centred(known))
        self._scroll_to(event, found.track)

    def _scroll_to(self, event: int, track: int) -> None:
        box, area = self.boxes(frozenset({event})).get(event) or self.band_box(track), self.area()
        if box.isEmpty():
            return
        if box.top() < area.top():
            self.show_offset(self.offset - round(area.top() - box.top()) - 4)
        elif box.bottom() > area.bottom():
            self.show_offset(self.offset + round(box.bottom() - area.bottom()) + 4)
