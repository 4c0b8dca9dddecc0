"""Session: one user at one document, as the widgets see it."""

from PySide6.QtCore import QObject, Signal

from desktop.document import Changes, Document
from desktop.model import Selection


class Session(QObject):
    """The open document and what the user has in hand; the only source of signals.

    `changed` carries the `Changes` of a step, `selected` the new `Selection`.
    """

    changed = Signal(object)
    selected = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.selection = Selection()
        document.on_change = self._tell

    def select(self, selection: Selection) -> None:
        """Take something else in hand; nothing is told when it is the same."""
        if selection != self.selection:
            self.selection = selection
            self.selected.emit(selection)

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
        gone = set(self.selection.events) & self._removed(changes)
        if gone:
            events = tuple(event for event in self.selection.events if event not in gone)
            self.select(
                Selection(
                    events, self.selection.article, self.selection.words, self.selection.track
                )
            )

    def _removed(self, changes: Changes) -> set[int]:
        touched = set(changes.of("events"))
        if changes.is_everything:
            touched = set(self.selection.events)
        return touched - {event.id for event in self.document.events(touched)}
