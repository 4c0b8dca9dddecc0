"""The canvas: one opaque widget that draws the picture and hands the hand to a gesture."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.edits.events import add_event, retitle_event
from desktop.i18n import _
from desktop.timeline.axis.dating import held, moment, precision_for
from desktop.timeline.drawing.atlas import Atlas
from desktop.timeline.drawing.axis import paint_axis
from desktop.timeline.drawing.ground import Backdrop
from desktop.timeline.drawing.paint import paint
from desktop.timeline.drawing.shelf import MORE, paint_chips
from desktop.timeline.hand import wheel
from desktop.timeline.hand.context import menu_at
from desktop.timeline.hand.drift import Drift
from desktop.timeline.hand.gestures import Gesture, Idle, Keys, Panning
from desktop.timeline.hand.keys import press_key
from desktop.timeline.hand.measuring import Measuring, paint_ruler
from desktop.timeline.hand.placing import Dropping, quote_in
from desktop.timeline.hand.pressing import Pressing
from desktop.timeline.hand.sweeping import begin_on_axis
from desktop.timeline.hand.touch import Touch
from desktop.timeline.naming import NameField
from desktop.timeline.stage.stage import Stage
from desktop.timeline.telling import telling
from desktop.timeline.telling.listing import StageListing

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAST_FIELD = 180  # pixels of the field in which a title is typed


class Canvas(StageListing):
    """Shows the stage and lets the hand act on it; `painted` is told once the first picture stands.

    Every gesture can be broken off by Esc or by the right button, and nothing has happened.
    """

    painted = Signal()

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(stage, parent)
        self._atlas: Atlas | None = None
        self._backdrop = Backdrop()
        self._gesture: Gesture = Idle(stage)
        self._touch = Touch(stage, self, self._tap)
        self._drift = Drift(stage, self._go_on, self)
        self._is_space_down = False
        self._is_painted = False
        self.title_field = NameField(self, _("Title of the event"))
        self.title_field.accepted.connect(self._keep_title)
        self.setAccessibleName(_("Timeline"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMinimumSize(160, 96)
        stage.altered.connect(self.update)
        stage.naming_asked.connect(self.open_title)

    @property
    def gesture(self) -> Gesture:
        """What the hand is doing."""
        return self._gesture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axis, the events, the shelves and what the gesture shows."""
        stage = self._stage
        scene, area = stage.scene, stage.area()
        painter = QPainter(self)
        self._backdrop.paint(painter, area.toRect(), stage.style, scene.ground)
        atlas = self._atlas_for_screen()
        paint_axis(painter, stage.marks, stage.style, self.width(), atlas)
        painter.save()
        painter.setClipRect(area)
        painter.translate(0, stage.style.axis_height - stage.offset)
        paint(painter, stage.frame, stage.style, scene, atlas)
        paint_chips(painter, stage.chips, stage.style, frozenset(stage.selected))
        painter.restore()
        paint_ruler(painter, stage)
        self._gesture.paint(painter)
        painter.end()
        if not stage.is_settled:
            QTimer.singleShot(0, stage, stage.go_on)
        elif not atlas.is_whole:
            QTimer.singleShot(0, self, self.update)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def _atlas_for_screen(self) -> Atlas:
        ratio = self.devicePixelRatio()
        if self._atlas is None or self._atlas.ratio != ratio:
            self._atlas = Atlas(ratio)
        return self._atlas

    def forget_pictures(self) -> None:
        """Draw everything afresh, as another style asks."""
        self._atlas = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or less at the same resolution."""
        self._stage.resize(self.width(), self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what the button and what lies under it ask for."""
        point, button = event.position().toPoint(), event.button()
        self._stage.motion.stop()
        if not isinstance(self._gesture, Idle):
            self._leave(is_kept=False)
        elif button == Qt.MouseButton.MiddleButton or self._is_space_down:
            self._take_up(Panning(self._stage, point))
        elif button == Qt.MouseButton.LeftButton and self._stage.axis_box().contains(point):
            self._take_up(begin_on_axis(self._stage, point, event.modifiers()))
        elif button == Qt.MouseButton.LeftButton and self._stage.is_measuring:
            self._take_up(Measuring(self._stage, point))
        elif button == Qt.MouseButton.LeftButton:
            self._take_up(Pressing(self._stage, point, event.modifiers()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the gesture follow."""
        point = event.position().toPoint()
        self._stage.point_at(point)
        self._go_on(point, event.modifiers())
        self._drift.follow(self._gesture, point, event.modifiers())

    def _go_on(self, point: QPoint, keys: Keys) -> None:
        self._take_up(self._gesture.move(point, keys))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the gesture showed."""
        gesture = self._gesture
        if not isinstance(gesture, Idle):
            self._end(gesture, event.position().toPoint(), event.modifiers())

    def _tap(self, point: QPoint) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        Pressing(self._stage, point, Keys.NoModifier).release(point, Keys.NoModifier)

    def _end(self, gesture: Gesture, point: QPoint, keys: Keys) -> None:
        self._stage.is_drawing = self._stage.is_measuring = False
        self._take_up(Idle(self._stage))
        gesture.release(point, keys)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a title or a date for typing, or put a new event on the ground."""
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self._stage.axis_box().contains(point):
            return
        self._leave(is_kept=False)
        hit, chip = self._stage.hit(point), self._stage.chip_at(point)
        track = self._stage.track_at(point.y())
        if chip is not None and chip.event != MORE:
            self._stage.hooks.date_event(chip.event)
        elif hit is not None:
            self.open_title(hit.event)
        elif track is not None and self._stage.cluster_at(point) is None:
            self._add_event(track, point.x())

    def _add_event(self, track: int, x: int) -> None:
        stage = self._stage
        unit = precision_for(stage.seconds_per_pixel)
        when = moment(held(stage.seconds_at(x), stage.seconds_per_pixel), unit)

        def add() -> None:
            event = add_event(stage.document, track, _("New event"), when)
            stage.select((event,))
            self.open_title(event)

        stage.hooks.attempt(add)

    def _take_up(self, gesture: Gesture) -> None:
        if gesture is not self._gesture:
            self._gesture = gesture
            self._drift.stop()
            self.update()
        cursor = Panning.cursor if self._is_space_down else gesture.cursor
        if (self._stage.is_drawing or self._stage.is_measuring) and isinstance(gesture, Idle):
            cursor = Qt.CursorShape.CrossCursor
        if self.cursor().shape() != cursor:
            self.setCursor(cursor)

    def _leave(self, *, is_kept: bool) -> None:
        if not is_kept:
            self._gesture.cancel()
        self._take_up(Idle(self._stage))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc breaks a gesture off; Space pans; all else is a key of the timeline or of Qt."""
        is_idle = isinstance(self._gesture, Idle)
        if event.key() == Qt.Key.Key_Escape and not is_idle:
            self._leave(is_kept=False)
        elif self._gesture.type_key(event):
            self._stage.show_again()
        elif event.key() in ENTER and not is_idle:
            self._end(self._gesture, QPoint(), event.modifiers())
        elif event.key() == Qt.Key.Key_Space and is_idle:
            self._is_space_down = True
            self._take_up(self._gesture)
        elif not (is_idle and press_key(self._stage, event)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = False
            self._take_up(self._gesture)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that was held down is not any more."""
        self._is_space_down = False
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, pan or zoom."""
        wheel.turn(self._stage, event, event.position().x())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinch zooms; a tooltip tells of the event under the pointer."""
        return (
            self._touch.take(event)
            or wheel.pinch(self._stage, event)
            or telling.show_tip(self, self._stage, event)
            or (super().event(event))
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what lies under the pointer, or of what is selected."""
        self._leave(is_kept=False)
        menu = menu_at(self._stage, event)
        if menu is not None:
            menu.popup(event.globalPos())

    def open_title(self, event: int) -> None:
        """Open the title of an event for typing, on the canvas."""
        self._stage.bring_into_view(event)
        box = self._stage.boxes(frozenset({event})).get(event)
        if box is None:
            self._stage.hooks.open_event(event)
            return
        visible = box.intersected(QRectF(self._stage.area()))
        left = min(max(visible.left(), 4), self.width() - LEAST_FIELD - 4)
        width = min(max(visible.width(), LEAST_FIELD), self.width() - left - 4)
        place = QRect(round(left), round(box.top()) - 3, round(width), round(box.height()) + 6)
        title = self._stage.document.event(event).title
        self.title_field.open(event, title, place, self._stage.style)

    def _keep_title(self, event: int, title: str) -> None:
        stage = self._stage
        stage.hooks.attempt(lambda: retitle_event(stage.document, event, title))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words that come from an article."""
        quote = quote_in(event.mimeData())
        if quote is not None:
            self._take_up(Dropping(self._stage, quote, event.position().toPoint()))
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the words would land."""
        if isinstance(self._gesture, Dropping):
            point = event.position().toPoint()
            self._gesture.move(point, event.modifiers())
            self._drift.follow(self._gesture, point, event.modifiers())
            event.setAccepted(self._gesture.track is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The words were carried elsewhere."""
        self._leave(is_kept=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Place what the words tell of."""
        gesture = self._gesture
        self._take_up(Idle(self._stage))
        gesture.release(event.position().toPoint(), event.modifiers())
        event.acceptProposedAction()
