"""Session: one user at one document, as the widgets see it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.document import Changes, Document
from desktop.errors import DatelineError
from desktop.model import Selection


class Session(QObject):
    """The open document and what the user has in hand; the only source of signals.

    `changed` carries the `Changes` of a step, `selected` the new `Selection`. What a step removed
    is not in hand any more by the time that `changed` tells of the step.
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
        former = self.selection
        self.selection = self._left(former, changes)
        has_lost = self.selection != former
        self.changed.emit(changes)
        if has_lost:
            self.selected.emit(self.selection)

    def _left(self, selection: Selection, changes: Changes) -> Selection:
        """What of the selection still stands after a step."""
        gone = set(selection.events) & self._removed(changes)
        if gone:
            events = tuple(event for event in selection.events if event not in gone)
            selection = replace(selection, events=events)
        if "articles" in changes and not _stands(self.document.article, selection.article):
            selection = replace(selection, article=None, words=None)
        if "tracks" in changes and not _stands(self.document.track, selection.track):
            selection = replace(selection, track=None)
        return selection

    def _removed(self, changes: Changes) -> set[int]:
        touched = set(changes.of("events"))
        if changes.is_everything:
            touched = set(self.selection.events)
        return touched - {event.id for event in self.document.events(touched)}


def _stands(read: Callable[[int], object], named: int | None) -> bool:
    """True unless something is named that the document does not hold any more."""
    try:
        return named is None or read(named) is not None
    except DatelineError:
        return False
