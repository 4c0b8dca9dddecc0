"""Where a carried header lands: between two others, and in which group."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from desktop.timeline.drawing.style import Style
from desktop.timeline.headers.row import INDENT, Row

_STEP = 18  # pixels sideways for one group in or out


@dataclass(frozen=True, slots=True)
class Drop:
    """Under which head the carried tracks come, before which track (None: last there).

    `line` is where the place is shown: a box without height between two headers, or the header of
    the group that takes them in.
    """

    head: int | None
    before: int | None
    line: QRect

    @property
    def is_into(self) -> bool:
        """True where a header takes the carried ones in."""
        return self.line.height() > 0


def drop_at(
    boxes: Sequence[tuple[Row, QRect]], carried: Row, pressed: QPoint, point: QPoint
) -> Drop | None:
    """Where `carried`, pressed at one point, lands at another; None for where it stands.

    The hand goes right or left to choose among the groups that end at one place.
    """
    taker = next((one for one in boxes if _takes_in(*one, carried, point)), None)
    if taker is not None:
        row, box = taker
        return Drop(row.track.id, None, box)
    number = sum(1 for _row, box in boxes if point.y() > box.center().y())
    above = boxes[number - 1][0] if number else None
    below = boxes[number][0] if number < len(boxes) else None
    least = below.band.depth if below else 0
    most = above.band.depth + above.is_open if above else 0
    depth = carried.band.depth + round((point.x() - pressed.x()) / _STEP)
    depth = min(max(depth, least), max(most, least))
    head = _head_at([row for row, _box in boxes[:number]], depth)
    before = below.track.id if below is not None and below.band.depth == depth else None
    if head == carried.track.id or (above is not None and carried.track.id in above.heads):
        return None
    if _stands_there(boxes, number, carried, head):
        return None
    return Drop(head, before, _line(boxes, number, depth))


def _takes_in(row: Row, box: QRect, carried: Row, point: QPoint) -> bool:
    """True over the middle of a folded group's header, or of an open one's."""
    quarter = box.height() // 4
    is_own = carried.track.id in (row.track.id, *row.heads) or carried.track.parent == row.track.id
    inside = box.top() + quarter < point.y() < box.bottom() - quarter
    return bool(row.members) and inside and not is_own


def _head_at(rows: list[Row], depth: int) -> int | None:
    """The track that heads what stands at `depth` below these rows."""
    return next((row.track.id for row in reversed(rows) if row.band.depth == depth - 1), None)


def _stands_there(
    boxes: Sequence[tuple[Row, QRect]], number: int, carried: Row, head: int | None
) -> bool:
    own = [
        place
        for place, (row, _box) in enumerate(boxes)
        if carried.track.id in (row.track.id, *row.heads)
    ]
    if not own or head != carried.shown_head:
        return False
    return own[0] <= number <= own[-1] + 1


def _line(boxes: Sequence[tuple[Row, QRect]], number: int, depth: int) -> QRect:
    if not boxes:
        return QRect()
    box = boxes[number][1] if number < len(boxes) else boxes[-1][1]
    top = box.top() if number < len(boxes) else box.bottom()
    left = box.left() + depth * INDENT
    return QRect(left, top, box.right() - left, 0)


def paint_drop(painter: QPainter, drop: Drop, style: Style) -> None:
    """Draw a line where the carried tracks would land, or a frame round the group's header."""
    line = drop.line
    if drop.is_into:
        painter.setPen(style.drop)
        painter.drawRect(line.adjusted(0, 0, -1, -2))
        painter.drawRect(line.adjusted(1, 1, -2, -3))
    else:
        painter.fillRect(line.left(), line.top() - 1, line.width(), 2, style.drop)
