"""The filter in force: which events it lets through, and their columns."""

from dataclasses import fields
from datetime import date

import numpy as np

from desktop.document import Document, EventColumns, Filter
from desktop.errors import DatelineError
from desktop.model import Status
from desktop.timeline.events import Ids
from desktop.when import When

NOTHING: Ids = np.empty(0, np.int64)


class Sieve:
    """`passing` are the ids of what is shown, in order; None while everything is."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._all: EventColumns | None = None
        self.filter = Filter()
        self.passing: Ids | None = None

    def take(self, wanted: Filter) -> None:
        """Let through what `wanted` does from now on; a wrong term is refused, nothing changes."""
        passing = self._ask(wanted)
        if wanted.known != self.filter.known or not wanted:
            self._all = None
        self.filter, self.passing = wanted, passing

    def look_again(self) -> frozenset[int]:
        """Ask anew after a change, and give the events that have come in or fallen out."""
        self._all = None
        if self.passing is None:
            return frozenset()
        before = self.passing
        try:
            self.passing = self._ask(self.filter) if self.filter else None
        except DatelineError:  # the track or tag that it names is gone
            self.passing = NOTHING
        after = NOTHING if self.passing is None else self.passing
        return frozenset(np.setxor1d(before, after).tolist())

    def columns(self) -> EventColumns:
        """The dated events that are let through; all of them are kept while one types."""
        if self.passing is None:
            return self._document.event_columns()
        if self._all is None:
            self._all = self._document.event_columns(known=self.filter.known)
        chosen = np.isin(self._all.ids, self.passing, assume_unique=True)
        return EventColumns(
            *(getattr(self._all, field.name)[chosen] for field in fields(EventColumns))
        )

    def columns_of(self, events: frozenset[int]) -> EventColumns:
        """Those of these dated events that are let through."""
        return self._document.event_columns(ids=self.among(events), known=self.filter.known)

    def among(self, events: frozenset[int]) -> frozenset[int]:
        """Those of `events` that are let through."""
        if self.passing is None or not events:
            return events
        asked = np.fromiter(events, np.int64, len(events))
        return frozenset(asked[np.isin(asked, self.passing)].tolist())

    def statuses(self, events: list[int]) -> dict[int, Status]:
        """What was known of each of these events."""
        return self._document.statuses(events, self.filter.known)

    def _ask(self, wanted: Filter) -> Ids | None:
        today = When(date.today().isoformat())
        return self._document.matching(wanted, today) if wanted else None
