"""What a changed field does to the selected events and to the source in hand: one edit each."""

from collections.abc import Callable
from dataclasses import replace

from desktop.document import Document
from desktop.edits.claims import change_claim
from desktop.edits.events import (
    change_events,
    date_events,
    retitle_event,
    retrack_events,
    tag_events,
)
from desktop.errors import DatelineError
from desktop.gui.panels.inspector.fields import tags_in
from desktop.gui.panels.inspector.people import read_count
from desktop.i18n import _
from desktop.model import Claim, Event, Stance, Status
from desktop.when import When


class Edits:
    """The events and the claim in hand; what is refused is told to `refuse` as a sentence."""

    def __init__(self, document: Document, refuse: Callable[[str], None]) -> None:
        self._document = document
        self._refuse = refuse
        self.events: list[Event] = []
        self.claim: Claim | None = None

    @property
    def ids(self) -> list[int]:
        """The ids of the events in hand."""
        return [event.id for event in self.events]

    def retitle(self, title: str) -> None:
        """Call the event something else; it cannot be called nothing."""
        if not title:
            self._refuse(_("An event needs a title."))
            return
        self._attempt(lambda: retitle_event(self._document, self.events[0].id, title))

    def redate(self, when: When | None) -> None:
        """Say when the events were."""
        self._attempt(lambda: date_events(self._document, self.ids, when))

    def retrack(self, track: int) -> None:
        """Put the events on another track."""
        if any(event.track != track for event in self.events):
            self._attempt(lambda: retrack_events(self._document, self.ids, track))

    def set_status(self, status: Status, reason: str) -> None:
        """Take the user's word against the sources, or the sources' again."""
        changed = [replace(one, status=status, status_reason=reason) for one in self.events]
        self._change(_("Change status"), changed)

    def set_place(self, place: str) -> None:
        """Say where the events were."""
        self._change(_("Change place"), [replace(one, place=place) for one in self.events])

    def set_importance(self, importance: int) -> None:
        """Say which labels show first."""
        changed = [replace(one, importance=importance) for one in self.events]
        self._change(_("Change importance"), changed)

    def set_note(self, note: str) -> None:
        """Write the events' note."""
        self._change(_("Change note"), [replace(one, note=note) for one in self.events])

    def set_tags(self, text: str) -> None:
        """Give the events the tags that a line names."""
        self._attempt(lambda: tag_events(self._document, self.ids, tags_in(text)))

    def set_speaker(self, name: str) -> None:
        """Say who the source quotes."""
        if self.claim is not None:
            self._change_claim(replace(self.claim, said_by=name))

    def set_stance(self, stance: Stance) -> None:
        """Say whether the source asserts or denies the event."""
        if self.claim is not None:
            self._change_claim(replace(self.claim, stance=stance))

    def set_killed(self, text: str) -> None:
        """Say how many were killed, as the source has it."""
        count = self._count(text)
        if self.claim is not None and count is not None:
            self._change_claim(replace(self.claim, killed_min=count[0], killed_max=count[1]))

    def set_injured(self, text: str) -> None:
        """Say how many were injured, as the source has it."""
        count = self._count(text)
        if self.claim is not None and count is not None:
            self._change_claim(replace(self.claim, injured_min=count[0], injured_max=count[1]))

    def _count(self, text: str) -> tuple[int | None, int | None] | None:
        try:
            return read_count(text)
        except DatelineError as error:
            self._refuse(str(error))
            return None

    def _change(self, name: str, changed: list[Event]) -> None:
        if changed != self.events:
            self._attempt(lambda: change_events(self._document, changed, name))

    def _change_claim(self, claim: Claim) -> None:
        if claim != self.claim:
            self._attempt(lambda: change_claim(self._document, claim))

    def _attempt(self, deed: Callable[[], object]) -> None:
        present = {event.id for event in self._document.events(self.ids)}
        if present != set(self.ids):
            return
        try:
            deed()
        except DatelineError as error:
            self._refuse(str(error))
