"""The tracks' headers at the left of the timeline: name, key, count, signs, order, groups."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.document import Document
from desktop.edits import tracks as edits
from desktop.edits.groups import place_tracks
from desktop.i18n import _
from desktop.timeline.drawing.style import Style
from desktop.timeline.headers import keys as header_keys
from desktop.timeline.headers.corner import Corner
from desktop.timeline.headers.drop import Drop, drop_at, paint_drop
from desktop.timeline.headers.edge import Edge, edge_at
from desktop.timeline.headers.picks import Picks
from desktop.timeline.headers.row import Part, Row, name_left, paint_row, part_at, tip_of
from desktop.timeline.naming import NameField
from desktop.timeline.stage.hooks import Hooks

_Modifier = Qt.KeyboardModifier


class Headers(QWidget):
    """Draws one header a band, in step with the canvas; every change is an edit of the document.

    `chosen` tells the track that was clicked, `hidden_asked` where to list the hidden ones, and
    `wheeled` passes the wheel on to the canvas.
    """

    chosen = Signal(int)
    hidden_asked = Signal(QPoint)
    extended = Signal()  # a track has come below the others
    wheeled = Signal(QWheelEvent)

    def __init__(self, document: Document, style: Style, hooks: Hooks, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = document
        self.hooks = hooks
        self.rows: list[Row] = []
        self._corner = Corner(style)
        self._offset = 0
        self.current: int | None = None
        self.picks = Picks()
        self._hidden = 0
        self._pressed: tuple[Row, QPoint] | None = None
        self._drop: Drop | None = None
        self._edge: Edge | None = None
        self.name_field = NameField(self, _("Name of the track"))
        self.name_field.accepted.connect(self._keep_name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Tracks"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.show_style(style)

    @property
    def is_held(self) -> bool:
        """True while the hand carries a header or an edge."""
        return self._pressed is not None or self._edge is not None

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on."""
        self._style = self._corner.style = style
        self.setFixedWidth(style.header_width)
        self.update()

    def show_rows(self, rows: list[Row], hidden: int) -> None:
        """Show these headers, and that so many tracks more are hidden."""
        if (rows, hidden) != (self.rows, self._hidden):
            self.rows, self._hidden = rows, hidden
            self.update()

    def show_offset(self, offset: int) -> None:
        """Scroll with the canvas; `offset` pixels are above the top."""
        if offset != self._offset:
            self._offset = offset
            self.name_field.hide()
            self.update()

    def show_current(self, track: int | None) -> None:
        """Mark the track that the user has in hand."""
        picks = self.picks.only(track)
        if (track, picks) != (self.current, self.picks):
            self.current, self.picks = track, picks
            self.update()

    def rename(self, track: int) -> None:
        """Open the name of a track for typing, in place."""
        row = next((row for row in self.rows if row.track.id == track), None)
        if row is not None:
            left, top = name_left(row) - 8, self._box(row).top() + 3
            place = QRect(left, top, self.width() - left - 4, 28)
            self.name_field.open(track, row.track.name, place, self._style)

    def add_track(self) -> None:
        """Put a new track below the others and open its name."""
        before = {row.track.id for row in self.rows}
        if self.hooks.attempt(lambda: edits.add_track(self.document, _("New track"))):
            added = [row.track.id for row in self.rows if row.track.id not in before]
            if added:
                self.extended.emit()
                self.rename(added[0])

    def pick(self, picks: Picks, track: int) -> None:
        """Have these tracks in hand, one of them first of all."""
        self.picks = picks
        self.chosen.emit(track)
        self.update()

    def _keep_name(self, track: int, name: str) -> None:
        self.hooks.attempt(lambda: edits.rename_track(self.document, track, name))

    def _box(self, row: Row) -> QRect:
        top = self._style.axis_height + row.band.top - self._offset
        return QRect(0, top, self.width(), row.band.height)

    def _boxes(self) -> list[tuple[Row, QRect]]:
        return [(row, self._box(row)) for row in self.rows]

    def _row_at(self, point: QPoint) -> Row | None:
        if point.y() < self._style.axis_height:
            return None
        return next((row for row in self.rows if self._box(row).contains(1, point.y())), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the headers that are in sight, and the corner above them."""
        painter = QPainter(self)
        style = self._style
        painter.fillRect(self.rect(), style.header)
        for row, box in self._boxes():
            if box.intersects(event.rect()):
                if row.track.id == self.current or row.track.id in self.picks.tracks:
                    painter.fillRect(box, style.header_current)
                paint_row(painter, box, row, style, self.hooks)
        if self._drop is not None:
            paint_drop(painter, self._drop, style)
        if self._edge is not None:
            bottom = self._box(self._edge.row).bottom() + self._edge.by
            painter.fillRect(0, bottom - 1, self.width(), 2, style.drop)
        self._corner.paint(painter, self.hooks, self._hidden)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a track, press a sign, or begin to carry a track elsewhere."""
        point = event.position().toPoint()
        row = self._row_at(point)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        edge = self._edge_at(point)
        if edge is not None:
            self._edge = Edge(edge, point.y(), self._style.metrics().smallest_band)
            return
        if row is None:
            self._press_corner(point)
            return
        part = part_at(self._box(row), row, point)
        if part is Part.NAME:
            self._choose(row.track.id, event.modifiers())
            self._pressed = (row, point)
        else:
            self.chosen.emit(row.track.id)
            self._press_sign(row, part, event)

    def _choose(self, track: int, held: Qt.KeyboardModifier) -> None:
        if held & _Modifier.ControlModifier:
            picks = self.picks.switched(track)
        elif held & _Modifier.ShiftModifier:
            picks = self.picks.reached(track, [row.track.id for row in self.rows])
        else:
            picks = self.picks.only(track)
        self.pick(picks, track)

    def _press_corner(self, point: QPoint) -> None:
        if self._corner.is_plus(point):
            self.add_track()
        elif self._hidden and self._corner.hidden_box.contains(point):
            self.hidden_asked.emit(self.mapToGlobal(self._corner.hidden_box.bottomLeft()))

    def _press_sign(self, row: Row, part: Part, event: QMouseEvent) -> None:
        is_alone = bool(event.modifiers() & _Modifier.AltModifier)
        deed = header_keys.deed_of(part, self.document, row.track, is_alone=is_alone)
        if deed is not None:
            self.hooks.attempt(deed)
        else:
            self._open_menu(row, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the track along, with a line where it would land."""
        point = event.position().toPoint()
        if self._edge is not None:
            self._edge = self._edge.at(point.y())
            self.update()
            return
        if self._pressed is None:
            self._show_hand(point)
            return
        row, pressed = self._pressed
        is_far = (point - pressed).manhattanLength() >= QApplication.startDragDistance()
        if self.cursor().shape() == Qt.CursorShape.ClosedHandCursor or is_far:
            self._drop = drop_at(self._boxes(), row, pressed, point)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put carried tracks down; a click without a carry leaves just its track in hand."""
        pressed, drop, edge = self._pressed, self._drop, self._edge
        has_carried = self.cursor().shape() == Qt.CursorShape.ClosedHandCursor
        self.forget_drag()
        if edge is not None and edge.by:
            self.resize_row(edge.row, edge.height)
        if pressed is None:
            return
        track = pressed[0].track.id
        if drop is not None:
            carried = self.picks.tracks if track in self.picks.tracks else (track,)
            self.hooks.attempt(lambda: place_tracks(self.document, carried, drop.head, drop.before))
        elif not has_carried and not event.modifiers():
            self.pick(self.picks.alone(track), track)

    def forget_drag(self) -> None:
        """Let go of what the hand carries; nothing has happened."""
        self._pressed = self._drop = self._edge = None
        self.unsetCursor()
        self.update()

    def _edge_at(self, point: QPoint) -> Row | None:
        if point.y() <= self._style.axis_height:
            return None
        return edge_at(self._boxes(), point.y())

    def _show_hand(self, point: QPoint) -> None:
        shapes = Qt.CursorShape
        self.setCursor(shapes.SplitVCursor if self._edge_at(point) else shapes.ArrowCursor)

    def resize_row(self, row: Row, height: int) -> None:
        """Draw a track so many pixels high; 0 is as high as it needs."""
        self.hooks.attempt(lambda: edits.resize_track(self.document, row.track.id, height))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the name of a track for typing; on its lower edge, make it as high as it needs."""
        point = event.position().toPoint()
        row, edge = self._row_at(point), self._edge_at(point)
        if edge is not None:
            if edge.track.height:
                self.resize_row(edge, 0)
        elif row is not None and part_at(self._box(row), row, point) is Part.NAME:
            self.forget_drag()
            self.rename(row.track.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the track under the pointer."""
        row = self._row_at(event.pos())
        if row is not None:
            self.chosen.emit(row.track.id)
            self._open_menu(row, event.globalPos())

    def _open_menu(self, row: Row, place: QPoint) -> None:
        menu = self.hooks.track_menu(row.track.id)
        if menu is not None:
            menu.popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks of the headers."""
        if not header_keys.press(self, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the canvas."""
        self.wheeled.emit(event)

    def event(self, event: QEvent) -> bool:
        """Show what the sign under the pointer does, or what is noted of the track."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            told = escape(self.tip(event.pos())).replace("\n", "<br>")
            QToolTip.showText(event.globalPos(), f"<qt>{told}</qt>" if told else "", self)
            return True
        return super().event(event)

    def tip(self, point: QPoint) -> str:
        """What is told of a point, in plain words."""
        row = self._row_at(point)
        if row is None:
            return _("Add a track") if self._corner.is_plus(point) else ""
        if self._edge_at(point) is not None:
            return _("Drag to make this track higher or lower")
        return tip_of(part_at(self._box(row), row, point), row)
