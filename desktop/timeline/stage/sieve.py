"""The filter in force: which events it lets through, and their columns."""

from dataclasses import fields
from datetime import date

import numpy as np

from desktop.document import Document, EventColumns, Filter
from desktop.errors import DatelineError
from desktop.model import Status
from desktop.timeline.events.columns import Ids
from desktop.when import When

NOTHING: Ids = np.empty(0, np.int64)


class Sieve:
    """`passing` are the ids of what is shown, in order; None while everything is.

    `matching` are those for which the filter holds: the same, unless it dims the others.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._all: EventColumns | None = None
        self.filter = Filter()
        self.until = 0  # the event up to which a large document is read at first, 0 for all
        self.passing: Ids | None = None
        self.matching: Ids | None = None

    def take(self, wanted: Filter) -> None:
        """Let through what `wanted` does from now on; a wrong term is refused, nothing changes."""
        found = self._ask(wanted)
        passing = self._ask(wanted.shown) if wanted.dims else found
        if wanted.known != self.filter.known or not wanted:
            self._all = None
        self.filter, self.passing, self.matching = wanted, passing, found

    def look_again(self) -> frozenset[int]:
        """Ask anew after a change, and give the events that have come in or fallen out."""
        self._all = None
        if self.matching is None:
            return frozenset()
        before = self.passing
        try:
            self.matching = self._ask(self.filter)
        except DatelineError:  # the track or tag that it names is gone
            self.matching = NOTHING
        self.passing = self._ask(self.filter.shown) if self.filter.dims else self.matching
        if before is None or self.passing is None:
            return frozenset()
        return frozenset(np.setxor1d(before, self.passing).tolist())

    @property
    def lit(self) -> Ids | None:
        """The events that are not dimmed; None where none is."""
        return self.matching if self.filter.dims else None

    def columns(self) -> EventColumns:
        """The dated events that are let through; all of them are kept while one types."""
        if self.passing is None:
            return self._document.event_columns(until=self.until)
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
