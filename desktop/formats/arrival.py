"""What was read from a file becomes part of the document, as one step that can be undone."""

from dataclasses import replace

from desktop.document import Document
from desktop.document.uid import make_uids
from desktop.formats.incoming import Draft, Incoming, Outcome
from desktop.formats.settling import identity, settle_articles, settle_tracks
from desktop.i18n import _
from desktop.model import Article, Claim, Link


def take_in(document: Document, incoming: Incoming, name: str = "") -> Outcome:
    """Add the drafts, and change the events whose uid the document has; nothing is deleted.

    Claims, articles and links that the document has already stay as they are.
    """
    with document.step(name or _("Import")):
        if incoming.title and not document.setting("title"):
            document.set_setting("title", incoming.title)
        tracks = settle_tracks(document, incoming)
        ids, outcome = _events(document, incoming, tracks)
        _tags(document, incoming.drafts, ids)
        _claims(document, incoming, ids)
        _links(document, incoming.drafts, ids)
    return outcome


def _events(
    document: Document, incoming: Incoming, tracks: dict[str, int]
) -> tuple[list[int], Outcome]:
    """The ids of the drafts' events, in their order."""
    standing = {event.uid: event for event in document.events()}
    names = {track.id: track.name for track in document.tracks()}
    given = incoming.given
    fresh, kept, unchanged = [], [], 0
    # Given here at once with the track, because each copy of a value takes its time.
    uids = iter(make_uids(len(incoming.drafts)))
    for draft in incoming.drafts:
        uid = draft.event.uid or next(uids)
        event = replace(draft.event, track=tracks[draft.track], uid=uid)
        old = standing.get(uid)
        if old is None:
            fresh.append(event)
            continue
        # Of two tracks with one name the event stays on its own.
        given_here = given - {"track"} if names[old.track] == draft.track else given
        new = replace(old, **{name: getattr(event, name) for name in given_here})
        if new == old:
            unchanged += 1
        else:
            kept.append(new)
    document.keep(kept)
    added = iter(document.add_all(fresh))
    ids = [
        standing[draft.event.uid].id if draft.event.uid in standing else next(added)
        for draft in incoming.drafts
    ]
    return ids, Outcome(len(fresh), len(kept), unchanged)


def _tags(document: Document, drafts: list[Draft], ids: list[int]) -> None:
    present = document.tag_names()
    for draft, event in zip(drafts, ids, strict=True):
        if draft.tags is not None and list(draft.tags) != present.get(event, []):
            document.set_event_tags(event, draft.tags)


def _claims(document: Document, incoming: Incoming, ids: list[int]) -> None:
    gathered = [
        (event, brought)
        for draft, event in zip(incoming.drafts, ids, strict=True)
        for brought in draft.claims
    ]
    named = [*incoming.articles, *(brought.article for _event, brought in gathered)]
    if not named:
        return
    articles = settle_articles(document, named)
    known = {
        claim.uid for claims in document.claims_of(ids).values() for claim in claims if claim.uid
    }
    fresh: list[Claim] = []
    for event, brought in gathered:
        if brought.claim.uid in known:
            continue
        known |= {brought.claim.uid} - {""}
        article = articles[identity(brought.article)]
        fresh.append(_anchored(replace(brought.claim, event=event, article=article.id), article))
    document.add_all(fresh)


def _anchored(claim: Claim, article: Article) -> Claim:
    """The claim with its place in the text, which a table made by hand does not tell."""
    if claim.last > claim.first or not claim.exact:
        return claim
    first = max(article.text.find(claim.exact), 0)
    return replace(claim, first=first, last=first + len(claim.exact))


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
