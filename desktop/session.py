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

    def __init__(self, document: Document, first_part: int = 0) -> None:
        """Of a large document the events up to `first_part` may be shown before the others."""
        super().__init__()
        self.document = document
        self.first_part = first_part
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
        gone = self._removed(selection, changes)
        if gone:
            events = tuple(event for event in selection.events if event not in gone)
            selection = replace(selection, events=events)
        if "articles" in changes and not _stands(self.document.article, selection.article):
            selection = replace(selection, article=None, words=None)
        if "tracks" in changes and not _stands(self.document.track, selection.track):
            selection = replace(selection, track=None)
        return selection

    def _removed(self, selection: Selection, changes: Changes) -> set[int]:
        """The selected events that are gone; a step may touch a hundred thousand others."""
        touched = set(selection.events)
        if not changes.is_everything:
            touched &= changes.of("events")
        return touched - self.document.titles(touched).keys() if touched else touched


def _stands(read: Callable[[int], object], named: int | None) -> bool:
    """True unless something is named that the document does not hold any more."""
    try:
        return named is None or read(named) is not None
    except DatelineError:
        return False
