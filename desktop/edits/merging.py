"""Two documents become one; what both hold is kept once."""

from dataclasses import replace

from desktop.document import Counts, Document
from desktop.i18n import _


def merge_document(document: Document, other: Document) -> Counts:
    """Take over what `other` holds and this document does not, and tell how much that was.

    Articles are the same by uid or text, tracks by uid or name, events by uid alone: an event that
    both hold stays as it is here. Originals of articles come along.
    """
    before = document.counts()
    with document.step(_("Merge timeline")):
        articles = _merge_articles(document, other)
        tracks = _merge_tracks(document, other)
        events, fresh = _merge_events(document, other, tracks)
        _merge_claims(document, other, articles, events, fresh)
        _merge_links(document, other, events)
        for event, names in other.tag_names().items():
            if event in fresh:
                document.set_event_tags(events[event], names)
    after = document.counts()
    return Counts(
        after.articles - before.articles,
        after.tracks - before.tracks,
        after.events - before.events,
    )


def _merge_articles(document: Document, other: Document) -> dict[int, int]:
    known = {article.uid: article.id for article in document.articles()}
    known |= {article.text_hash: article.id for article in document.articles()}
    taken = {}
    for article in other.articles():
        same = known.get(article.uid) or known.get(article.text_hash)
        if not same and article.file:
            document.add_file(other.file(article.file))
        taken[article.id] = same or document.add(replace(article, id=0))
    return taken


def _merge_tracks(document: Document, other: Document) -> dict[int, int]:
    mine = document.tracks()
    known = {track.name.casefold(): track.id for track in mine}
    known |= {track.uid: track.id for track in mine}
    keys = {track.key for track in mine}
    taken: dict[int, int] = {}
    for place, track in enumerate(other.tracks(), len(mine)):
        same = known.get(track.uid) or known.get(track.name.casefold())
        key = "" if track.key in keys else track.key
        parent = taken.get(track.parent) if track.parent else None
        fresh = replace(track, id=0, key=key, position=place, parent=parent, locked=False)
        taken[track.id] = same or document.add(fresh)
    return taken


def _merge_events(
    document: Document, other: Document, tracks: dict[int, int]
) -> tuple[dict[int, int], set[int]]:
    """Which event here each of the other's is, and the ids in `other` of those that are new."""
    known = {event.uid: event.id for event in document.events()}
    incoming = other.events()
    new = [event for event in incoming if event.uid not in known]
    added = document.add_all([replace(event, id=0, track=tracks[event.track]) for event in new])
    taken = {event.id: known[event.uid] for event in incoming if event.uid in known}
    taken |= {event.id: key for event, key in zip(new, added, strict=True)}
    return taken, {event.id for event in new}


def _merge_claims(
    document: Document,
    other: Document,
    articles: dict[int, int],
    events: dict[int, int],
    fresh: set[int],
) -> None:
    here = {
        claim.uid for article in document.articles() for claim in document.claims_in(article.id)
    }
    claims = [
        replace(claim, id=0, event=events[claim.event], article=articles[claim.article])
        for article in other.articles()
        for claim in other.claims_in(article.id)
        if claim.uid not in here and (claim.event in fresh or claim.event in events)
    ]
    document.add_all(claims)


def _merge_links(document: Document, other: Document, events: dict[int, int]) -> None:
    here = {link.uid for link in document.links()}
    document.add_all(
        replace(link, id=0, source=events[link.source], target=events[link.target])
        for link in other.links()
        if link.uid not in here
    )
