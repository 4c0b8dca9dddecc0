"""Places that stay with the ground while the view travels under a hand that drags."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF

from desktop.timeline.stage.stage import Stage


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the ground: its second, and pixels below the top of the first track."""

    seconds: float
    down: float

    @classmethod
    def at(cls, stage: Stage, point: QPoint) -> "Spot":
        """The place under a point of the canvas."""
        return cls(stage.scale.seconds(point.x()), point.y() + _scrolled(stage))

    def point(self, stage: Stage) -> QPointF:
        """Where it is on the canvas now."""
        return QPointF(stage.x_of(self.seconds), self.down - _scrolled(stage))


@dataclass(frozen=True, slots=True)
class Patches:
    """Boxes on the ground, as (first second, top, last second, bottom)."""

    boxes: tuple[tuple[float, float, float, float], ...]

    @classmethod
    def of(cls, stage: Stage, boxes: Mapping[int, QRectF]) -> "Patches":
        """The ground under these boxes of the canvas."""
        scale, down = stage.scale, _scrolled(stage)
        return cls(
            tuple(
                (
                    scale.seconds(box.left()),
                    box.top() + down,
                    scale.seconds(box.right()),
                    box.bottom() + down,
                )
                for box in boxes.values()
            )
        )

    def on(self, stage: Stage) -> list[QRectF]:
        """Where they are on the canvas now."""
        down = _scrolled(stage)
        made = []
        for first, top, last, bottom in self.boxes:
            left = stage.x_of(first)
            made.append(QRectF(left, top - down, stage.x_of(last) - left, bottom - top))
        return made


def _scrolled(stage: Stage) -> float:
    """What turns a height of the canvas into one below the top of the first track."""
    return stage.offset - stage.style.axis_height
