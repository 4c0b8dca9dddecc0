"""Links between events: dashed curves that end in an arrow and say what they mean."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from desktop.i18n import _
from desktop.timeline.frame import Frame, Shape
from desktop.timeline.markers import middles
from desktop.timeline.scene import Arrow
from desktop.timeline.style import Style

MOST = 200  # links in one picture; more of them tell nothing
BULGE = 34  # pixels by which a curve swings to the left, round what lies between
WIDE = 24  # pixels from which a target is met at its edge, not at its left end


def link_word(kind: str) -> str:
    """What a link says, in the user's language; a kind of the user's own stands as it is."""
    words = {
        "causes": _("causes"),
        "answers": _("answers"),
        "contradicts": _("contradicts"),
        "part of": _("part of"),
        "leads to": _("leads to"),
        "same as": _("same as"),
    }
    return words.get(kind, kind)


def paint_links(painter: QPainter, frame: Frame, style: Style, arrows: tuple[Arrow, ...]) -> None:
    """Draw the links of which both events are in the frame, the first `MOST` of them."""
    if not arrows or not len(frame.ids):
        return
    places = {key: place for place, key in enumerate(frame.ids.tolist())}
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for arrow in arrows[:MOST]:
        if arrow.source in places and arrow.target in places:
            first = _anchor(frame, style, places[arrow.source])
            last = _anchor(frame, style, places[arrow.target])
            middle = _draw_link(painter, style, first, last)
            _draw_word(painter, frame, style, middle, link_word(arrow.kind))
    painter.restore()


def _anchor(frame: Frame, style: Style, place: int) -> QRectF:
    metrics = style.metrics()
    top = float(frame.top[place])
    if frame.shape[place] == Shape.MARKER:
        reach = metrics.marker / 2 + 2
        middle = float(middles(frame)[place])
        return QRectF(middle - reach, top + 2, 2 * reach, metrics.bar - 4)
    left = max(0.0, float(frame.left[place]))
    right = min(float(frame.width), float(frame.right[place]))
    return QRectF(left, top, max(right - left, 1), metrics.bar)


def _within(x: float, box: QRectF) -> float:
    if box.width() < WIDE:
        return box.center().x()
    return min(max(x, box.left() + 10), box.right() - 10)


def _draw_link(painter: QPainter, style: Style, first: QRectF, last: QRectF) -> QPointF:
    """Leave `first` towards `last`, and come to that from the left or at its edge.

    Gives the point of the curve beside which its word may stand.
    """
    down = 1 if last.center().y() >= first.center().y() else -1
    start_x = _within(last.center().x(), first)
    start = QPointF(start_x, first.bottom() + 1 if down > 0 else first.top() - 1)
    if last.width() >= WIDE:
        end = QPointF(_within(start_x, last), last.top() - 2 if down > 0 else last.bottom() + 2)
        before = QPointF(end.x(), end.y() - down * 26)
    else:
        end = QPointF(last.left() - 2, last.center().y() - down * 4)
        before = QPointF(end.x() - BULGE, end.y() - down * 14)
    leave = QPointF(min(start.x(), end.x()) - BULGE, start.y() + (end.y() - start.y()) * 0.45)
    if last.width() >= WIDE:
        leave.setX(start.x() - BULGE * 0.4)
    path = QPainterPath(start)
    path.cubicTo(leave, before, end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.link, 1.3, Qt.PenStyle.DashLine))
    painter.drawPath(path)
    _draw_head(painter, style, before, end)
    return path.pointAtPercent(0.4)


def _draw_head(painter: QPainter, style: Style, before: QPointF, end: QPointF) -> None:
    angle = math.atan2(end.y() - before.y(), end.x() - before.x())
    wings = [
        QPointF(end.x() - 8 * math.cos(angle + turn), end.y() - 8 * math.sin(angle + turn))
        for turn in (-0.45, 0.45)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.link)
    painter.drawPolygon(QPolygonF([end, *wings]))


def _draw_word(painter: QPainter, frame: Frame, style: Style, beside: QPointF, word: str) -> None:
    """Say what the link means, unless the words would lie over an event or its label."""
    font = style.font(style.pill_size, is_italic=True)
    width = QFontMetrics(font).horizontalAdvance(word)
    if not is_free(frame, style, QRectF(beside.x() - width - 9, beside.y() - 6, width + 4, 12)):
        return
    painter.setFont(font)
    painter.setPen(style.text_muted)
    painter.drawText(QPointF(beside.x() - width - 7, beside.y() + 4), word)


def is_free(frame: Frame, style: Style, box: QRectF) -> bool:
    """Whether no event and no label of the frame lies in `box`."""
    rows = (frame.top < box.bottom()) & (frame.top + style.metrics().bar > box.top())
    bars = (frame.left < box.right()) & (frame.right > box.left())
    ends = frame.label_left + frame.label_width
    labels = (frame.label_left < box.right()) & (ends > box.left()) & (frame.label_width > 0)
    solid = frame.shape != Shape.ERA
    return not bool((rows & solid & (bars | labels)).any())
