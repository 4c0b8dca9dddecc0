"""The tracks' headers at the left of the timeline: name, key, count, signs, order."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
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
from desktop.i18n import _, counted
from desktop.timeline.header_edge import Edge, edge_at
from desktop.timeline.header_row import INSET, SIGN, Part, Row, paint_row, part_at, tip_of
from desktop.timeline.hooks import Hooks
from desktop.timeline.naming import NameField
from desktop.timeline.style import Style


class Headers(QWidget):
    """Draws one header a band, in step with the canvas; every change is an edit of the document.

    `chosen` tells the track that was clicked, `hidden_asked` where to list the hidden ones, and
    `wheeled` passes the wheel on to the canvas.
    """

    chosen = Signal(int)
    hidden_asked = Signal(QPoint)
    wheeled = Signal(QWheelEvent)

    def __init__(self, document: Document, style: Style, hooks: Hooks, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._hooks = hooks
        self._rows: list[Row] = []
        self._offset = 0
        self._current: int | None = None
        self._hidden = 0
        self._pressed: tuple[Row, QPoint] | None = None
        self._drop: int | None = None
        self._edge: Edge | None = None
        self.name_field = NameField(self, _("Name of the track"))
        self.name_field.accepted.connect(self._keep_name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Tracks"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.show_style(style)

    def show_style(self, style: Style) -> None:
        """Look otherwise from now on."""
        self._style = style
        self.setFixedWidth(style.header_width)
        self.update()

    def show_rows(self, rows: list[Row], hidden: int) -> None:
        """Show these headers, and that so many tracks more are hidden."""
        if (rows, hidden) != (self._rows, self._hidden):
            self._rows, self._hidden = rows, hidden
            self.update()

    def show_offset(self, offset: int) -> None:
        """Scroll with the canvas; `offset` pixels are above the top."""
        if offset != self._offset:
            self._offset = offset
            self.name_field.hide()
            self.update()

    def show_current(self, track: int | None) -> None:
        """Mark the track that the user has in hand."""
        if track != self._current:
            self._current = track
            self.update()

    def rename(self, track: int) -> None:
        """Open the name of a track for typing, in place."""
        row = next((row for row in self._rows if row.track.id == track), None)
        if row is not None:
            top = self._box(row).top() + 3
            place = QRect(INSET - 8, top, self.width() - INSET + 4, 28)
            self.name_field.open(track, row.track.name, place, self._style)

    def add_track(self) -> None:
        """Put a new track below the others and open its name."""
        before = {row.track.id for row in self._rows}
        if self._hooks.attempt(lambda: edits.add_track(self._document, _("New track"))):
            added = [row.track.id for row in self._rows if row.track.id not in before]
            if added:
                self.rename(added[0])

    def _keep_name(self, track: int, name: str) -> None:
        self._hooks.attempt(lambda: edits.rename_track(self._document, track, name))

    def _box(self, row: Row) -> QRect:
        top = self._style.axis_height + row.band.top - self._offset
        return QRect(0, top, self.width(), row.band.height)

    def _row_at(self, point: QPoint) -> Row | None:
        if point.y() < self._style.axis_height:
            return None
        return next((row for row in self._rows if self._box(row).contains(1, point.y())), None)

    def _plus_box(self) -> QRect:
        top = (self._style.axis_height - SIGN) // 2
        return QRect(self.width() - SIGN - 5, top, SIGN, SIGN)

    def _hidden_box(self) -> QRect:
        return QRect(INSET, 0, self._plus_box().left() - INSET - 4, self._style.axis_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the headers that are in sight, and the corner above them."""
        painter = QPainter(self)
        style = self._style
        painter.fillRect(self.rect(), style.header)
        for row in self._rows:
            box = self._box(row)
            if box.intersects(event.rect()):
                if row.track.id == self._current:
                    painter.fillRect(box, style.header_current)
                paint_row(painter, box, row, style, self._hooks)
        if self._drop is not None:
            painter.fillRect(0, self._drop_top() - 1, self.width(), 2, style.drop)
        if self._edge is not None:
            bottom = self._box(self._edge.row).bottom() + self._edge.by
            painter.fillRect(0, bottom - 1, self.width(), 2, style.drop)
        painter.fillRect(0, 0, self.width(), style.axis_height, style.background)
        self._hooks.sign(painter, QRectF(self._plus_box()), "plus", style.icon)
        if self._hidden:
            painter.setFont(style.font(style.count_size))
            painter.setPen(style.text_muted)
            words = counted("{n} hidden track", "{n} hidden tracks", self._hidden)
            painter.drawText(self._hidden_box(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _drop_top(self) -> int:
        if self._drop is None or not self._rows:
            return 0
        if self._drop < len(self._rows):
            return self._box(self._rows[self._drop]).top()
        return self._box(self._rows[-1]).bottom()

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
        part = part_at(self._box(row), point)
        self.chosen.emit(row.track.id)
        if part is Part.NAME:
            self._pressed = (row, point)
        else:
            self._press_sign(row, part, event.globalPosition().toPoint())

    def _press_corner(self, point: QPoint) -> None:
        if self._plus_box().adjusted(-6, -6, 6, 6).contains(point):
            self.add_track()
        elif self._hidden and self._hidden_box().contains(point):
            self.hidden_asked.emit(self.mapToGlobal(self._hidden_box().bottomLeft()))

    def _press_sign(self, row: Row, part: Part, place: QPoint) -> None:
        track, document = row.track, self._document
        if part is Part.EYE:
            self._hooks.attempt(lambda: edits.hide_track(document, track.id, is_hidden=True))
        elif part is Part.LOCK:
            is_locked = not track.locked
            self._hooks.attempt(lambda: edits.lock_track(document, track.id, is_locked=is_locked))
        else:
            self._open_menu(row, place)

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
        far = (point - self._pressed[1]).manhattanLength()
        if self._drop is not None or far >= QApplication.startDragDistance():
            middles = [self._box(row).center().y() for row in self._rows]
            self._drop = sum(1 for middle in middles if point.y() > middle)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put a carried track down."""
        pressed, drop, edge = self._pressed, self._drop, self._edge
        self._forget_drag()
        if edge is not None and edge.by:
            self._resize(edge.row, edge.height)
        if pressed is not None and drop is not None:
            self._move(pressed[0], drop)

    def _forget_drag(self) -> None:
        self._pressed = self._drop = self._edge = None
        self.unsetCursor()
        self.update()

    def _edge_at(self, point: QPoint) -> Row | None:
        if point.y() <= self._style.axis_height:
            return None
        return edge_at([(row, self._box(row)) for row in self._rows], point.y())

    def _show_hand(self, point: QPoint) -> None:
        shapes = Qt.CursorShape
        self.setCursor(shapes.SplitVCursor if self._edge_at(point) else shapes.ArrowCursor)

    def _resize(self, row: Row, height: int) -> None:
        self._hooks.attempt(lambda: edits.resize_track(self._document, row.track.id, height))

    def _move(self, row: Row, drop: int) -> None:
        """Put a track before the one at `drop`; hidden tracks keep their neighbours."""
        here = self._rows.index(row) if row in self._rows else drop
        if drop in (here, here + 1):
            return
        order = [track.id for track in self._document.tracks() if track.id != row.track.id]
        if drop < len(self._rows):
            place = order.index(self._rows[drop].track.id)
        else:
            place = order.index(self._rows[-1].track.id) + 1
        self._hooks.attempt(lambda: edits.move_track(self._document, row.track.id, place))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the name of a track for typing; on its lower edge, make it as high as it needs."""
        point = event.position().toPoint()
        row, edge = self._row_at(point), self._edge_at(point)
        if edge is not None:
            if edge.track.height:
                self._resize(edge, 0)
        elif row is not None and part_at(self._box(row), point) is Part.NAME:
            self._forget_drag()
            self.rename(row.track.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the track under the pointer."""
        row = self._row_at(event.pos())
        if row is not None:
            self.chosen.emit(row.track.id)
            self._open_menu(row, event.globalPos())

    def _open_menu(self, row: Row, place: QPoint) -> None:
        menu = self._hooks.track_menu(row.track.id)
        if menu is not None:
            menu.popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through tracks; with Alt carry the current one; F2 renames it; Esc lets go."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        is_held = self._pressed is not None or self._edge is not None
        if event.key() == Qt.Key.Key_Escape and is_held:
            self._forget_drag()
        elif event.key() == Qt.Key.Key_F2 and self._current is not None:
            self.rename(self._current)
        elif step and self._rows:
            self._walk(step, is_moving=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int, *, is_moving: bool) -> None:
        ids = [row.track.id for row in self._rows]
        here = ids.index(self._current) if self._current in ids else -step
        there = min(max(here + step, 0), len(ids) - 1)
        if is_moving and there != here:
            self._move(self._rows[here], there if step < 0 else there + 1)
        else:
            self.chosen.emit(ids[there])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the canvas."""
        self.wheeled.emit(event)

    def event(self, event: QEvent) -> bool:
        """Show what the sign under the pointer does."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def _tip(self, point: QPoint) -> str:
        row = self._row_at(point)
        if row is None:
            return _("Add a track") if self._plus_box().contains(point) else ""
        if self._edge_at(point) is not None:
            return _("Drag to make this track higher or lower")
        return tip_of(part_at(self._box(row), point), row.track)
