"""The canvas in words: the list of the events in the picture, for screen readers."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desktop.timeline.stage.stage import Stage
from desktop.timeline.telling import telling
from desktop.timeline.telling.accessible import Listing


class StageListing(Listing):
    """Answers the questions of a screen reader from the stage, and says what happens on it."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        stage.relaid.connect(self.tell_order)
        stage.walked.connect(self.tell_current)
        stage.said.connect(self.say)

    def listed(self) -> list[int]:
        """The events in the picture, by track and time."""
        return self._stage.listed()

    def told_name(self, event: int) -> str:
        """Title, date, track and standing."""
        return telling.name_of(self._stage, event)

    def told_box(self, event: int) -> QRect:
        """Where an event is drawn."""
        box = self._stage.boxes(frozenset({event})).get(event)
        return QRect() if box is None else box.toRect()

    def is_told_selected(self, event: int) -> bool:
        """Whether the event is selected."""
        return event in self._stage.selected

    def told_current(self) -> int | None:
        """The event that was selected last."""
        return self._stage.current
