"""Which of the document's tracks and articles a file means, and the making of those it lacks."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

from desktop.document import Document
from desktop.formats.incoming import Incoming
from desktop.i18n import _
from desktop.model import COLOURS, Article, Track

_KEYS = "123456789"
_BATCH = 1_000
_DEEPEST = 20  # groups within groups that a file may ask for


def settle_tracks(document: Document, incoming: Incoming) -> dict[str, int]:
    """The track for each uid and each name that the drafts use.

    A track is known by its uid, else by its name. New ones come below the others: those that the
    file brings along with their looks, then bare names in the order of their first event.
    """
    tracks = document.tracks()
    loosely = {track.name.strip().casefold(): track.id for track in reversed(tracks)}
    found = {track.name: track.id for track in reversed(tracks)}
    found |= _brought(document, incoming, tracks, found)
    groups = {draft.track: draft.groups for draft in reversed(incoming.drafts)}
    for name in dict.fromkeys(draft.track for draft in incoming.drafts):
        head: int | None = None
        for above in groups[name][:_DEEPEST]:
            head = _settle(document, found, loosely, above, head)
        found[name] = _settle(document, found, loosely, name or _("Events"), head)
    return found


def _settle(
    document: Document, found: dict[str, int], loosely: dict[str, int], name: str, head: int | None
) -> int:
    """The track of a name, made below `head` where there is none; one that stands stays there."""
    known = found.get(name) or loosely.get(name.strip().casefold())
    if not known:
        known = document.add(replace(_new_track(document.tracks(), name), parent=head))
    found[name] = known
    return known


def _brought(
    document: Document, incoming: Incoming, tracks: list[Track], by_name: dict[str, int]
) -> dict[str, int]:
    """The ids of the tracks that the file brings along, by their uids."""
    by_uid = {track.uid: track.id for track in tracks}
    keys = {track.key for track in tracks}
    lowest = max((track.position for track in tracks), default=-1) + 1
    for track in sorted(incoming.tracks, key=lambda track: track.position):
        if track.uid in by_uid:
            continue
        if track.name in by_name:
            by_uid[track.uid] = by_name[track.name]
            continue
        key = "" if track.key in keys else track.key
        place = lowest + track.position if tracks else track.position
        by_uid[track.uid] = document.add(replace(track, key=key, position=place))
        head = by_uid.get(incoming.parents.get(track.uid, ""))
        if head:
            document.keep(replace(document.track(by_uid[track.uid]), parent=head))
    return by_uid


def _new_track(tracks: list[Track], name: str) -> Track:
    keys = [key for key in _KEYS if key not in {track.key for track in tracks}]
    colours = [colour for colour in COLOURS if colour not in {track.colour for track in tracks}]
    return Track(
        name=name,
        key=keys[0] if keys else "",
        colour=colours[0] if colours else COLOURS[len(tracks) % len(COLOURS)],
        position=max((track.position for track in tracks), default=-1) + 1,
    )


def settle_articles(
    document: Document, named: Iterable[Article], report: Callable[[], object] = bool
) -> dict[str, Article]:
    """The document's article for the `identity` of each that a file names, missing ones made.

    `report` is called again and again meanwhile; what it raises goes on.
    """
    found: dict[str, Article] = {}
    for article in document.articles():
        for key in (article.uid, article.text_hash, _reference(article)):
            found.setdefault(key, article)
    found.pop("", None)
    fresh: dict[str, Article] = {}
    for article in named:
        known = found.get(article.uid) or found.get(article.text_hash)
        if not known and not article.uid:
            known = found.get(_reference(article))
        if known:
            found[identity(article)] = known
        else:
            fresh.setdefault(identity(article), article)
    for start in range(0, len(fresh), _BATCH):
        report()
        batch = list(islice(fresh.items(), start, start + _BATCH))
        made = document.add_all(article for _key, article in batch)
        for number, (name, article) in zip(made, batch, strict=True):
            found[name] = replace(article, id=number)
    return found


def identity(article: Article) -> str:
    """What tells a file's articles apart: the uid, else the text, else all that is said of it."""
    return article.uid or article.text_hash or _reference(article)


def _reference(article: Article) -> str:
    published = article.published.edtf if article.published else ""
    parts = (article.title, article.publisher, article.byline, article.url, published)
    return "\n".join(parts)
