"""A ruler laid between two events or two dates."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.i18n import _
from desktop.timeline.axis.dating import spell, step_for
from desktop.timeline.axis.lengths import End, Ruler
from desktop.timeline.drawing.bubbles import faint, paint_bubble
from desktop.timeline.drawing.labels import one_line
from desktop.timeline.hand.gestures import Gesture, Keys
from desktop.timeline.stage.stage import Stage
from desktop.when import EVER_AFTER, EVER_BEFORE, When, in_words
from desktop.when.calendar import DAY
from desktop.when.written import Precision

LONGEST = 32  # letters of a title beside a ruler
HEAD = 6  # pixels of the ends of the line


class Measuring(Gesture):
    """Lays a ruler from the press to the pointer; ends of events and of the calendar hold it.

    It stays until the next press or Esc.
    """

    cursor = Qt.CursorShape.CrossCursor
    drifts = True

    def __init__(self, stage: Stage, at: QPoint) -> None:
        super().__init__(stage)
        self._start = end_at(stage, at, Keys.NoModifier)
        stage.lay_ruler(None)

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Stretch the ruler to the pointer; with Alt nothing holds it."""
        stage = self.stage
        stage.lay_ruler(Ruler.between(self._start, end_at(stage, point, keys)), point.y())
        return self

    def release(self, point: QPoint, keys: Keys) -> None:
        """Leave the ruler there, and say what it says."""
        if self.stage.ruler is not None:
            self.stage.said.emit(", ".join(line for line in self.stage.ruler.lines() if line))

    def cancel(self) -> None:
        """Take the ruler away."""
        self.stage.lay_ruler(None)


def end_at(stage: Stage, point: QPoint, keys: Keys) -> End:
    """What the ruler is laid to at a point: an event's end, a boundary, else a round time."""
    aim = stage.seconds_at(point.x())
    hit = None if keys & Keys.AltModifier else stage.hit(point)
    if hit is not None:
        return _end_of(stage, hit.event, aim)
    near = None if keys & Keys.AltModifier else stage.snap(aim, frozenset())
    if near is None:
        return _round_end(stage, aim)
    if near.event is None:
        return End(near.seconds, near.seconds, near.name)
    return _end_of(stage, near.event, near.seconds)


def _round_end(stage: Stage, aim: int) -> End:
    step = step_for(stage.seconds_per_pixel)
    rounded = round(aim / step) * step
    unit = Precision.MINUTE if rounded % DAY else Precision.DAY
    return End(rounded, rounded, in_words(When(spell(rounded, unit))))


def _end_of(stage: Stage, event: int, near: int) -> End:
    """The end of an event that is nearer to a second."""
    told = stage.document.event(event)
    if told.when is None:
        return End(near, near)
    title = _short(told.title)
    start = End.start_of(told.when, _("start of {title}").format(title=title))
    stop = End.stop_of(told.when, _("end of {title}").format(title=title))
    if start.first <= EVER_BEFORE:
        return stop
    if stop.last >= EVER_AFTER:
        return start
    return start if abs(start.middle - near) <= abs(stop.middle - near) else stop


def _short(title: str) -> str:
    whole = one_line(title)
    return whole if len(whole) <= LONGEST else whole[: LONGEST - 1].rstrip() + "…"


def measure_selected(stage: Stage) -> bool:
    """Lay the ruler from the first selected event to the last one; False for fewer than two."""
    dated = [event for event in stage.document.events(stage.selected) if event.when]
    if len(dated) < 2:
        return False
    ends = [
        End.start_of(event.when, _("start of {title}").format(title=_short(event.title)))
        for event in dated
        if event.when
    ]
    ends.sort(key=lambda end: end.middle)
    lay(stage, Ruler(ends[0], ends[-1]))
    return True


def lay(stage: Stage, ruler: Ruler) -> None:
    """Lay a ruler across the middle of the picture, go there if need be, and say what it says."""
    first, last = ruler.start.middle, ruler.stop.middle
    is_known = ruler.start.is_known and ruler.stop.is_known
    if is_known and (first < stage.scale.start or last > stage.scale.stop):
        stage.zoom_to(first, last)
    stage.lay_ruler(ruler, stage.area().center().y())
    stage.said.emit(", ".join(line for line in ruler.lines() if line))


def paint_ruler(painter: QPainter, stage: Stage) -> None:
    """Draw the ruler that lies on the timeline: two upright lines, a line between, its words."""
    ruler, style, area = stage.ruler, stage.style, stage.area()
    if ruler is None:
        return
    left, right = stage.x_of(ruler.start.middle), stage.x_of(ruler.stop.middle)
    y = min(max(stage.ruler_height, area.top() + 40), area.bottom() - 12)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for end in (ruler.start, ruler.stop):
        _paint_end(painter, stage, end)
    painter.setPen(QPen(style.selection, 1.6))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.selection)
    if right - left > 3 * HEAD:
        for x, way in ((left, HEAD), (right, -HEAD)):
            wings = [QPointF(x + way * 1.4, y + side * HEAD * 0.7) for side in (-1, 1)]
            painter.drawPolygon(QPolygonF([QPointF(x, y), *wings]))
    painter.restore()
    middle = (max(left, area.left()) + min(right, area.right())) / 2
    paint_bubble(painter, QPointF(middle, y + 10), ruler.lines(), style, area)


def _paint_end(painter: QPainter, stage: Stage, end: End) -> None:
    area, colour = stage.area(), stage.style.selection
    if not end.is_sure and end.is_known:
        first, last = stage.x_of(end.first), stage.x_of(end.last)
        vague = QRectF(first, area.top(), last - first, area.height())
        painter.fillRect(vague, faint(colour, 0.07))
    x = round(stage.x_of(end.middle)) + 0.5
    painter.setPen(QPen(colour, 1.2))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
