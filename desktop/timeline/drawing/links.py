"""Links between events: curves that end in an arrow, go round labels and say what they mean."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from desktop.i18n import _
from desktop.timeline.drawing import routes
from desktop.timeline.drawing.markers import middles
from desktop.timeline.drawing.routes import Box, Curve, Floats
from desktop.timeline.drawing.scene import Arrow, Stub
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Frame, Shape

MOST = 100  # links in one picture; more of them tell nothing
MOST_OBSTACLES = 60  # what a link goes round; in a crowd it goes straight on
ASIDE = 90  # pixels beside two events in which a link looks for its way
NEAR, FAR = 260, 1100  # pixels of a link from which it begins to fade, and where it has
FAINTEST = 0.38
PLACES = (8, 6, 10, 5, 11, 4, 12)  # points of a curve beside which its word is tried
BESIDE = 7  # pixels between a curve and its word
STUB = 74, 30  # pixels aside and down of a link that leads out of the picture
GONE = 0.35  # of its strength where it ends


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


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A link in the picture: its way, points along it, and whether one of its events is chosen."""

    arrow: Arrow
    curve: Curve
    points: Floats
    is_chosen: bool
    stub: Stub | None = None

    @property
    def strength(self) -> float:
        """How plain it is: all of it where an event in hand has it, less the farther it goes."""
        steps = np.diff(self.points, axis=0)
        length = float(np.hypot(steps[:, 0], steps[:, 1]).sum())
        faded = 1 - (length - NEAR) / (FAR - NEAR)
        return 1.0 if self.is_chosen else max(FAINTEST, min(1.0, faded))


def paint_links(
    painter: QPainter,
    frame: Frame,
    style: Style,
    arrows: tuple[Arrow, ...],
    selected: frozenset[int] = frozenset(),
    stubs: tuple[Stub, ...] = (),
) -> None:
    """Draw the links of which both events are in the frame, the first `MOST`, and the stubs."""
    if not (arrows or stubs) or not len(frame.ids):
        return
    links = find_links(frame, style, arrows, selected) + find_stubs(frame, style, stubs, selected)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for link in links:
        _draw_link(painter, style, link)
    _draw_words(painter, frame, style, links)
    painter.restore()


def find_links(
    frame: Frame, style: Style, arrows: tuple[Arrow, ...], selected: frozenset[int] = frozenset()
) -> list[Link]:
    """The ways of the links in a frame."""
    places = {key: place for place, key in enumerate(frame.ids.tolist())}
    there = [arrow for arrow in arrows[:MOST] if {arrow.source, arrow.target} <= places.keys()]
    if not there:
        return []
    obstacles = _obstacles(frame, style)
    links = []
    for arrow in there:
        ends = places[arrow.source], places[arrow.target]
        source, target = (_anchor(frame, style, place) for place in ends)
        curve = _curve(obstacles, source, target, ends)
        is_chosen = arrow.source in selected or arrow.target in selected
        links.append(Link(arrow, curve, routes.points(curve), is_chosen))
    return links


def find_stubs(
    frame: Frame, style: Style, stubs: tuple[Stub, ...], selected: frozenset[int] = frozenset()
) -> list[Link]:
    """The short ways of links that lead to an event before or after the time in view.

    They are as long wherever the other event lies, so that panning shifts them and no more.
    """
    places = {key: place for place, key in enumerate(frame.ids.tolist())}
    obstacles = _obstacles(frame, style) if stubs else np.empty((0, 6))
    links = []
    for stub in stubs:
        here = places.get(stub.arrow.source if stub.is_source else stub.arrow.target)
        if here is None:
            continue
        near = _anchor(frame, style, here)
        if near[2] <= 0 or near[0] >= frame.width:
            continue
        edge = near[2] if stub.side > 0 else near[0]
        x, y = edge + stub.side * STUB[0], near[3] + STUB[1]
        far = x - 1, y - 1, x + 1, y + 1
        ends = (near, far) if stub.is_source else (far, near)
        curve = _curve(obstacles, *ends, (here, here))
        is_chosen = stub.arrow.source in selected or stub.arrow.target in selected
        links.append(Link(stub.arrow, curve, routes.points(curve), is_chosen, stub))
    return links


def _obstacles(frame: Frame, style: Style) -> Floats:
    """Rows of (left, top, right, bottom, cost, place of its event): all bars, then all labels."""
    bar, count = style.metrics().bar, len(frame.ids)
    top = frame.top
    solid = frame.shape != Shape.ERA
    reach, middle = style.metrics().marker // 2 + 1, middles(frame)
    is_marker = frame.shape == Shape.MARKER
    left = np.where(is_marker, middle - reach, frame.left)
    bar_right = np.where(is_marker, middle + reach, frame.right)
    bars = (left, top + 2, bar_right, top + bar - 2, np.full(count, routes.BAR))
    right = frame.label_left + frame.label_width
    labels = (frame.label_left - 2, top + 1, right + 2, top + bar - 1, np.full(count, routes.LABEL))
    places = np.arange(count)
    is_told = solid & (frame.label_width > 0)
    rows = [
        np.stack((*bars, places), axis=1)[solid],
        np.stack((*labels, places), axis=1)[is_told],
    ]
    return np.concatenate(rows).astype(np.float64)


def _curve(obstacles: Floats, source: Box, target: Box, ends: tuple[int, int]) -> Curve:
    """The way between two events of the frame, reckoned from the first so that panning is free."""
    left, top = source[0], source[1]
    near = (obstacles[:, 0] < max(source[2], target[2]) + ASIDE) & (
        obstacles[:, 2] > min(source[0], target[0]) - ASIDE
    )
    near &= (obstacles[:, 1] < max(source[3], target[3])) & (
        obstacles[:, 3] > min(source[1], target[1])
    )
    is_bar = obstacles[:, 4] == routes.BAR
    is_own = (obstacles[:, 5] == ends[0]) | (obstacles[:, 5] == ends[1])
    labels = obstacles[is_own & ~is_bar][:, :5]
    labels[:, 4] = routes.OWN_LABEL
    rows = np.concatenate((labels, obstacles[near & ~is_own][:MOST_OBSTACLES, :5]))
    rows[:, 0:4:2] -= left
    rows[:, 1:4:2] -= top
    shifted = routes.route(_moved(source, left, top), _moved(target, left, top), rows.tobytes())
    return tuple(part + (top if number % 2 else left) for number, part in enumerate(shifted))


def _moved(box: Box, left: int, top: int) -> Box:
    return box[0] - left, box[1] - top, box[2] - left, box[3] - top


def _anchor(frame: Frame, style: Style, place: int) -> Box:
    """The box that a link leaves or meets: what is seen of a bar, the shape of a marker."""
    metrics, top = style.metrics(), int(frame.top[place])
    if frame.shape[place] == Shape.MARKER:
        reach, middle = metrics.marker // 2 + 1, int(middles(frame)[place])
        return middle - reach, top + 3, middle + reach, top + metrics.bar - 3
    left, right = max(0, int(frame.left[place])), min(frame.width, int(frame.right[place]))
    return left, top, max(right, left + 1), top + metrics.bar


def _draw_link(painter: QPainter, style: Style, link: Link) -> None:
    start, leave, before, end = (
        QPointF(link.curve[number], link.curve[number + 1]) for number in range(0, 8, 2)
    )
    colour = _colour(style, link)
    path = QPainterPath(start)
    path.cubicTo(leave, before, end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    brush = QBrush(colour) if link.stub is None else _fading(link, colour)
    painter.setPen(QPen(brush, 1.9 if link.is_chosen else 1.3, _line(link.arrow.kind)))
    painter.drawPath(path)
    angle = math.atan2(end.y() - before.y(), end.x() - before.x())
    wings = [
        QPointF(end.x() - 8 * math.cos(angle + turn), end.y() - 8 * math.sin(angle + turn))
        for turn in (-0.45, 0.45)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawPolygon(QPolygonF([end, *wings]))


def _fading(link: Link, colour: QColor) -> QBrush:
    """The colour of a stub, which fades towards the event that is not seen."""
    here, there = (QPointF(*link.points[place].tolist()) for place in (0, -1))
    if link.stub is not None and not link.stub.is_source:
        here, there = there, here
    gradient = QLinearGradient(here, there)
    gone = QColor(colour)
    gone.setAlphaF(colour.alphaF() * GONE)
    gradient.setColorAt(0.35, colour)
    gradient.setColorAt(1.0, gone)
    return QBrush(gradient)


def _colour(style: Style, link: Link) -> QColor:
    colour = QColor(style.text if link.is_chosen else style.link)
    colour.setAlphaF(link.strength)
    return colour


def _line(kind: str) -> Qt.PenStyle:
    """A line by what the link means, so that it is told without its word and without colour."""
    lines = {
        "causes": Qt.PenStyle.SolidLine,
        "leads to": Qt.PenStyle.SolidLine,
        "part of": Qt.PenStyle.DotLine,
        "same as": Qt.PenStyle.DotLine,
    }
    return lines.get(kind, Qt.PenStyle.DashLine)


def _draw_words(painter: QPainter, frame: Frame, style: Style, links: list[Link]) -> None:
    """Say what the links mean, where neither event nor label nor another link lies."""
    font = style.font(style.pill_size, is_italic=True)
    measured = QFontMetrics(font)
    painter.setFont(font)
    dots = np.concatenate([routes.points(link.curve, 60) for link in links] or [np.empty((0, 2))])
    taken: list[QRectF] = []
    for link in links:
        word = link_word(link.arrow.kind)
        size = measured.horizontalAdvance(word), measured.height()
        box = _place_word(frame, style, link, size, dots, taken)
        if box is not None:
            taken.append(box)
            painter.setPen(style.text if link.is_chosen else style.text_muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)


def _place_word(
    frame: Frame,
    style: Style,
    link: Link,
    size: tuple[int, int],
    dots: Floats,
    taken: list[QRectF],
) -> QRectF | None:
    """Where a word stands beside its curve; None where every place is taken."""
    width, height = size[0] + 4, size[1] - 3
    for place in PLACES:
        x, y = link.points[place].tolist()
        for left in (x - BESIDE - width, x + BESIDE):
            box = QRectF(left, y - height / 2, width, height)
            is_inside = box.left() >= 2 and box.right() <= frame.width - 2
            if not is_inside or any(box.intersects(other) for other in taken):
                continue
            if is_free(frame, style, box) and not _is_crossed(box, dots):
                return box
    return None


def _is_crossed(box: QRectF, dots: Floats) -> bool:
    inside = (dots[:, 0] > box.left()) & (dots[:, 0] < box.right())
    inside &= (dots[:, 1] > box.top()) & (dots[:, 1] < box.bottom())
    return bool(inside.any())


def is_free(frame: Frame, style: Style, box: QRectF) -> bool:
    """Whether no event and no label of the frame lies in `box`."""
    rows = (frame.top < box.bottom()) & (frame.top + style.metrics().bar > box.top())
    bars = (frame.left < box.right()) & (frame.right > box.left())
    ends = frame.label_left + frame.label_width
    labels = (frame.label_left < box.right()) & (ends > box.left()) & (frame.label_width > 0)
    solid = frame.shape != Shape.ERA
    return not bool((rows & solid & (bars | labels)).any())
