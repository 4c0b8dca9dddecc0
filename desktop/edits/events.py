"""Placing, dating, moving and removing events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.document import Document
from desktop.edits.claims import claim_of
from desktop.i18n import _
from desktop.model import Event, Quote, Track
from desktop.reading.governed import Governing
from desktop.when import When
from desktop.when.shift import moved


@dataclass(frozen=True, slots=True)
class Proposal:
    """What placing a quote would make: a title, and the date that governs the words, if any."""

    title: str
    governing: Governing | None


def propose(document: Document, quote: Quote) -> Proposal:
    """What `place_event` would make of `quote`, without making it."""
    # The grammar of dates, which a window's first picture does without.
    from desktop.edits.readings import read_article
    from desktop.reading.governing import governing_date, propose_title

    article = read_article(document, quote.article)
    return Proposal(propose_title(quote.text), governing_date(article, quote.first, quote.last))


def place_event(
    document: Document, track: Track, quote: Quote, *, title: str = "", when: When | None = None
) -> int:
    """Put what `quote` tells of on `track`; undated where no date governs the words."""
    proposal = propose(document, quote)
    governing = None if when else proposal.governing
    event = Event(
        track=track.id,
        title=title or proposal.title,
        when=when or (governing.when if governing else None),
    )
    article = document.article(quote.article)
    with document.step(_("Place event")):
        placed = document.add(event)
        claim = claim_of(article, placed, quote.first, quote.last)
        if governing:
            claim = replace(claim, date_first=governing.first, date_last=governing.last)
        document.add(claim)
    return placed


def add_event(document: Document, track: int, title: str, when: When | None = None) -> int:
    """Put an event on a track that no article tells of yet."""
    with document.step(_("Add event")):
        return document.add(Event(track=track, title=title, when=when))


def move_events(document: Document, ids: Iterable[int], by: int, track: int | None = None) -> None:
    """Shift events by `by` seconds, keeping their lengths, and onto `track` if one is named."""
    events = document.events(ids)
    with document.step(_("Move event") if len(events) == 1 else _("Move events")):
        for event in events:
            when = moved(event.when, by) if event.when and by else event.when
            document.keep(replace(event, when=when, track=track or event.track))


def resize_event(document: Document, event: int, when: When) -> None:
    """Give an event another first or last moment."""
    with document.step(_("Resize event")):
        document.keep(document.event(event).on(when))


def date_events(document: Document, ids: Iterable[int], when: When | None) -> None:
    """Say when events were; None makes them undated."""
    with document.step(_("Change date")):
        document.keep([event.on(when) for event in document.events(ids)])


def retitle_event(document: Document, event: int, title: str) -> None:
    """Call an event something else."""
    with document.step(_("Rename event")):
        document.keep(replace(document.event(event), title=title))


def retrack_events(document: Document, ids: Iterable[int], track: int) -> None:
    """Put events on another track."""
    with document.step(_("Move to track")):
        document.keep([replace(event, track=track) for event in document.events(ids)])


def change_event(document: Document, event: Event, name: str = "") -> None:
    """Put a changed event in the place of the one with its id."""
    with document.step(name or _("Change event")):
        document.keep(event)


def change_events(document: Document, events: Iterable[Event], name: str = "") -> None:
    """Put changed events in the place of those with their ids, as one step."""
    with document.step(name or _("Change events")):
        document.keep(events)


def tag_events(document: Document, ids: Iterable[int], names: Iterable[str]) -> None:
    """Give events just these tags."""
    listed = list(names)
    with document.step(_("Change tags")):
        for event in ids:
            document.set_event_tags(event, listed)


def duplicate_events(document: Document, ids: Iterable[int]) -> list[int]:
    """Put a second event, with the same claims and tags, beside each of these."""
    events = document.events(ids)
    claims, tags = document.claims_of(ids), document.tag_names(ids)
    with document.step(_("Duplicate")):
        copies = [document.add(replace(event, id=0, uid="")) for event in events]
        for event, copy in zip(events, copies, strict=True):
            for claim in claims.get(event.id, []):
                document.add(replace(claim, id=0, uid="", event=copy))
            document.set_event_tags(copy, tags.get(event.id, []))
    return copies


def merge_events(document: Document, into: int, others: Iterable[int]) -> None:
    """Make one event of several: the first keeps its title and date and takes over every claim."""
    merged = [event for event in others if event != into]
    names = document.tag_names([into, *merged])
    with document.step(_("Merge events")):
        for claims in document.claims_of(merged).values():
            document.keep([replace(claim, event=into) for claim in claims])
        document.set_event_tags(into, [name for tags in names.values() for name in tags])
        document.remove(Event, merged)


def remove_events(document: Document, ids: Iterable[int]) -> None:
    """Take events away, and with them their claims, tags and links."""
    chosen = list(ids)
    with document.step(_("Delete event") if len(chosen) == 1 else _("Delete events")):
        document.remove(Event, chosen)
