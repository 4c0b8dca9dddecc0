"""Events as rows of text, in the columns that `columns` documents."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.document import Document
from desktop.formats.columns import CLAIM_NAMES, NAMES, days_of, degrees, joined, unused
from desktop.formats.wanted import Wanted
from desktop.model import Article, Claim, Event, Link, Status, Track
from desktop.when import When


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that rows are made of, read from the document at once; `told` names its filter."""

    events: list[Event]
    tracks: dict[int, Track]
    tags: dict[int, list[str]]
    claims: dict[int, list[Claim]]
    articles: dict[int, Article]
    links: dict[int, list[Link]]
    statuses: dict[int, Status]
    uids: dict[int, str]
    told: str = ""


def gather(document: Document, wanted: Wanted | None = None) -> Gathered:
    """All events, or the wanted ones, in the order of time, with what belongs to them.

    A link is left out where one of its ends is. Where a filter leaves events out, so it does the
    articles that nobody quotes then; where it names a day, what came out later.
    """
    asked = wanted or Wanted()
    chosen = asked.ids(document)
    events = document.events(chosen)
    ids = [event.id for event in events]
    uids = {event.id: event.uid for event in events}
    links: dict[int, list[Link]] = {}
    for link in document.links():
        if link.source in uids and link.target in uids:
            links.setdefault(link.source, []).append(link)
    articles = {one.id: one for one in document.articles() if asked.knows(one)}
    claims = _claims(document, ids, articles)
    if asked.filter:
        quoted = {claim.article for each in claims.values() for claim in each}
        articles = {key: article for key, article in articles.items() if key in quoted}
    return Gathered(
        events=events,
        tracks={track.id: track for track in document.tracks()},
        tags=document.tag_names(None if chosen is None else ids),
        claims=claims,
        articles=articles,
        links=links,
        statuses=document.statuses(ids, asked.filter.known),
        uids=uids,
        told=asked.told,
    )


def _claims(
    document: Document, ids: list[int], articles: dict[int, Article]
) -> dict[int, list[Claim]]:
    claims = document.claims_of(ids)
    if all(claim.article in articles for each in claims.values() for claim in each):
        return claims
    return {
        event: [claim for claim in each if claim.article in articles]
        for event, each in claims.items()
    }


def header_and_rows(gathered: Gathered) -> Iterator[list[str]]:
    """The names of the columns, then one row of text for each event."""
    extras = [extra_of(event) for event in gathered.events]
    foreign = list(dict.fromkeys(name for extra in extras for name in extra if extra[name]))
    header = list(NAMES)
    for name in foreign:
        header.append(unused(name or "column", header))
    yield header
    for event, extra in zip(gathered.events, extras, strict=True):
        yield [*_row(gathered, event), *(extra.get(name, "") for name in foreign)]


def extra_of(event: Event) -> dict[str, str]:
    """The columns of an imported table that the event keeps for it."""
    try:
        kept = json.loads(event.extra or "{}")
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    return {
        str(name): value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in kept.items()
    }


def _row(gathered: Gathered, event: Event) -> list[str]:
    claims = gathered.claims.get(event.id, [])
    first = claim_cells(claims[0], gathered.articles) if claims else {}
    earliest, latest = days_of(event.when)
    return [
        event.uid,
        event.title,
        edtf(event.when),
        earliest,
        latest,
        gathered.tracks[event.track].name,
        joined(heads_of(gathered.tracks, gathered.tracks[event.track]), "/"),
        event.place,
        degrees(event.latitude),
        degrees(event.longitude),
        joined(gathered.tags.get(event.id, [])),
        str(event.importance),
        event.status,
        event.status_reason,
        gathered.statuses.get(event.id, ""),
        event.note,
        event.colour,
        str(event.position),
        *(first.get(name, "") for name in CLAIM_NAMES),
        compact([filled(claim_cells(claim, gathered.articles)) for claim in claims[1:]]),
        compact([_link(gathered, link) for link in gathered.links.get(event.id, [])]),
    ]


def heads_of(tracks: dict[int, Track], track: Track) -> list[str]:
    """The names of the tracks above a track, outermost first; a circle of heads ends."""
    names: list[str] = []
    met = {track.id}
    while track.parent in tracks and track.parent not in met:
        track = tracks[track.parent]
        met.add(track.id)
        names.insert(0, track.name)
    return names


def claim_cells(claim: Claim, articles: dict[int, Article]) -> dict[str, str]:
    """A claim and its article under the names of their columns."""
    article = articles[claim.article]
    return {
        "quote": claim.exact,
        "said_by": claim.said_by,
        "stance": claim.stance,
        "said_when": edtf(claim.said_when),
        "killed_min": counted(claim.killed_min),
        "killed_max": counted(claim.killed_max),
        "injured_min": counted(claim.injured_min),
        "injured_max": counted(claim.injured_max),
        "whom": claim.whom,
        "article_title": article.title,
        "article_publisher": article.publisher,
        "article_byline": article.byline,
        "article_url": article.url,
        "article_published": edtf(article.published),
        "article_language": article.language,
        "claim_uid": claim.uid,
        "quote_first": str(claim.first),
        "quote_last": str(claim.last),
        "quote_prefix": claim.prefix,
        "quote_suffix": claim.suffix,
        "date_first": counted(claim.date_first),
        "date_last": counted(claim.date_last),
        "article_uid": article.uid,
        "article_hash": article.text_hash,
    }


def _link(gathered: Gathered, link: Link) -> dict[str, str]:
    target = gathered.uids[link.target]
    return filled({"uid": link.uid, "target": target, "kind": link.kind, "note": link.note})


def compact(values: list[dict[str, str]]) -> str:
    """A JSON list in as few characters as may be; "" for an empty one."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else ""


def filled(cells: dict[str, str]) -> dict[str, str]:
    """The cells that say something."""
    return {name: cell for name, cell in cells.items() if cell}


def edtf(when: When | None) -> str:
    """A date as text, "" for none."""
    return when.edtf if when else ""


def counted(value: int | None) -> str:
    """A number that may be unknown, as text."""
    return "" if value is None else str(value)
