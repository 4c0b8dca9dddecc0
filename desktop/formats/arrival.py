"""What was read from a file becomes part of the document, as one step that can be undone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from desktop.document import Document
from desktop.formats.incoming import ClaimDraft, Draft, Incoming, Outcome
from desktop.formats.many import many_values
from desktop.formats.settling import identity, settle_articles, settle_tracks
from desktop.i18n import _
from desktop.model import Article, Claim, Event, Link

T = TypeVar("T")
Report = Callable[[int, int], object]
"""Told how many of how many rows are written; what it raises ends the import with nothing done."""
_BATCH = 1_000


def _say_nothing(done: int, total: int) -> None:
    """For those whom nobody watches."""


def take_in(
    document: Document, incoming: Incoming, name: str = "", report: Report = _say_nothing
) -> Outcome:
    """Add the drafts, and change the events whose uid the document has; nothing is deleted.

    Claims, articles and links that the document has already stay as they are.
    """
    with many_values(), document.step(name or _("Import")):
        report(0, len(incoming.drafts))
        if incoming.title and not document.setting("title"):
            document.set_setting("title", incoming.title)
        tracks = settle_tracks(document, incoming)
        ids, outcome = _events(document, incoming, tracks, report)
        _tags(document, incoming.drafts, ids)
        _claims(document, incoming, ids, report)
        _links(document, incoming.drafts, ids)
        report(1, 1)  # so that a Cancel is heard before it is all written to the disk
    return outcome


def foresee(document: Document, incoming: Incoming) -> Outcome:
    """What `take_in` would do, without doing it."""
    standing = _standing(document, incoming, _say_nothing)
    names = {track.id: track.name.strip().casefold() for track in document.tracks()}
    brought = {track.uid: track.name for track in incoming.tracks}
    fields = sorted(incoming.given - {"track"})
    changed = known = 0
    for draft in incoming.drafts:
        old = standing.get(draft.event.uid)
        if old is None:
            continue
        known += 1
        track = brought.get(draft.track, draft.track) or _("Events")
        is_moved = "track" in incoming.given and names[old.track] != track.strip().casefold()
        new = draft.event
        changed += is_moved or any(getattr(new, name) != getattr(old, name) for name in fields)
    return Outcome(len(incoming.drafts) - known, changed, known - changed)


def _standing(document: Document, incoming: Incoming, report: Report) -> dict[str, Event]:
    """The document's events that the file names, by their uids."""
    named = {draft.event.uid for draft in incoming.drafts} - {""}
    if not named:
        return {}
    ids = [key for uid, key in document.event_uids().items() if uid in named]
    standing: dict[str, Event] = {}
    for batch in _batches(ids):
        report(0, len(incoming.drafts))
        standing |= {event.uid: event for event in document.events(batch)}
    return standing


def _events(
    document: Document, incoming: Incoming, tracks: dict[str, int], report: Report
) -> tuple[list[int], Outcome]:
    """The ids of the drafts' events, in their order."""
    standing = _standing(document, incoming, report)
    fresh, kept, unchanged = _told_apart(document, incoming, tracks, standing)
    total = len(kept) + len(fresh) + sum(len(draft.claims) for draft in incoming.drafts)
    for number, changed in enumerate(_batches(kept)):
        report(number * _BATCH, total)
        document.keep(changed)
    added: list[int] = []
    for batch in _batches(fresh):
        report(len(kept) + len(added), total)
        # As a column, because each copy of a value with its track takes its time.
        settled = [tracks[draft.track] for draft in batch]
        added += document.add_all([draft.event for draft in batch], {"track": settled})
    outcome = Outcome(len(fresh), len(kept), unchanged)
    if not standing:
        return added, outcome
    made = iter(added)
    known = (standing.get(draft.event.uid) for draft in incoming.drafts)
    return [next(made) if old is None else old.id for old in known], outcome


def _told_apart(
    document: Document, incoming: Incoming, tracks: dict[str, int], standing: dict[str, Event]
) -> tuple[list[Draft], list[Event], int]:
    """The drafts of new events, the events that change, and how many stay as they are."""
    if not standing:
        return incoming.drafts, [], 0
    names = {track.id: track.name for track in document.tracks()}
    given = incoming.given
    fresh: list[Draft] = []
    kept: list[Event] = []
    for draft in incoming.drafts:
        old = standing.get(draft.event.uid)
        if old is None:
            fresh.append(draft)
            continue
        # Of two tracks with one name the event stays on its own.
        given_here = given - {"track"} if names[old.track] == draft.track else given
        event = replace(draft.event, track=tracks[draft.track])
        new = replace(old, **{name: getattr(event, name) for name in given_here})
        if new != old:
            kept.append(new)
    return fresh, kept, len(incoming.drafts) - len(fresh) - len(kept)


def _batches(rows: list[T]) -> Iterator[list[T]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))


def _tags(document: Document, drafts: list[Draft], ids: list[int]) -> None:
    if all(draft.tags is None for draft in drafts):
        return
    present = document.tag_names()
    for draft, event in zip(drafts, ids, strict=True):
        if draft.tags is not None and list(draft.tags) != present.get(event, []):
            document.set_event_tags(event, draft.tags)


def _claims(document: Document, incoming: Incoming, ids: list[int], report: Report) -> None:
    gathered = [
        (event, brought)
        for draft, event in zip(incoming.drafts, ids, strict=True)
        for brought in draft.claims
    ]
    named = [*incoming.articles, *(brought.article for _event, brought in gathered)]
    if not named:
        return
    articles = settle_articles(document, named, lambda: report(len(ids), len(ids) + len(gathered)))
    known = {
        claim.uid for claims in document.claims_of(ids).values() for claim in claims if claim.uid
    }
    fresh: list[ClaimDraft] = []
    events: list[int] = []
    for event, brought in gathered:
        if brought.claim.uid in known:
            continue
        known |= {brought.claim.uid} - {""}
        fresh.append(brought)
        events.append(event)
    done = 0
    for batch in _batches(list(zip(events, fresh, strict=True))):
        report(len(ids) + done, len(ids) + len(fresh))
        document.add_all(
            _settled(brought.claim, event, articles[identity(brought.article)])
            for event, brought in batch
        )
        done += len(batch)


def _settled(claim: Claim, event: int, article: Article) -> Claim:
    """The claim with its event and its article, and with its place in the text.

    A table made by hand does not tell the place.
    """
    first, last = claim.first, claim.last
    if last <= first and claim.exact:
        first = max(article.text.find(claim.exact), 0)
        last = first + len(claim.exact)
    return replace(claim, event=event, article=article.id, first=first, last=last)


def _links(document: Document, drafts: list[Draft], ids: list[int]) -> None:
    brought = [
        (event, link) for draft, event in zip(drafts, ids, strict=True) for link in draft.links
    ]
    if not brought:
        return
    by_uid = {event.uid: event.id for event in document.events()}
    known = {link.uid for link in document.links()}
    document.add_all(
        Link(
            uid=link.uid,
            source=source,
            target=by_uid[link.target],
            kind=link.kind,
            note=link.note,
        )
        for source, link in brought
        if link.target in by_uid and (not link.uid or link.uid not in known)
    )
