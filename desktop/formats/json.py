"""JSON, everything that a project says but its files: articles with texts, tracks, events, links.

    {"format": "dateline", "version": 1, "title": "…",
     "articles": [{"uid": "…", "title": "…", "published": "2024-11-29", "text": "…", …}],
     "tracks": [{"uid": "…", "name": "…", "colour": "#D55E00", "key": "1", …}],
     "events": [{"uid": "…", "track": uid, "title": "…", "when": "2024-11-28", "tags": ["…"],
                 "claims": [{"uid": "…", "article": uid, "first": 12, "last": 40, "exact": "…", …}],
                 "links": [{"uid": "…", "target": uid, "kind": "leads to"}],
                 "extra": {"a foreign column": "its cell"}, …}]}

The names are the fields of `desktop.model`, what is left out has its usual value, dates are EDTF,
places in texts count code points. Pictures and the originals of articles are not in it.
"""

import json
from dataclasses import replace
from pathlib import Path

from desktop.document import Document
from desktop.errors import FileError
from desktop.formats.columns import CellError, short
from desktop.formats.files import read_bytes, whole_file
from desktop.formats.incoming import ClaimDraft, Draft, Incoming, LinkDraft, Refused
from desktop.formats.rows import Gathered, extra_of, gather
from desktop.formats.values import from_plain, to_plain
from desktop.formats.wanted import Wanted
from desktop.i18n import _
from desktop.model import Article, Claim, Event, Link, Track

VERSION = 1
MOST_BYTES = 512 << 20
_GIVEN = frozenset({"track", "title", "when", "position", "importance", "note", "place", "latitude",
                    "longitude", "colour", "status", "status_reason", "extra"})  # fmt: skip


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events, with every article and track."""
    gathered = gather(document, wanted)
    tracks = gathered.tracks
    whole = {
        "format": "dateline",
        "version": VERSION,
        "title": document.setting("title"),
        **({"filter": gathered.told} if gathered.told else {}),
        "articles": [to_plain(article) for article in gathered.articles.values()],
        "tracks": [
            to_plain(track) | ({"parent": tracks[track.parent].uid} if track.parent else {})
            for track in tracks.values()
        ],
        "events": [_event(gathered, event) for event in gathered.events],
    }
    with whole_file(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(whole, file, ensure_ascii=False, indent=1)
        file.write("\n")


def _event(gathered: Gathered, event: Event) -> dict[str, object]:
    claims = gathered.claims.get(event.id, [])
    links = gathered.links.get(event.id, [])
    more: dict[str, object] = {
        "tags": gathered.tags.get(event.id, []),
        "claims": [
            to_plain(claim) | {"article": gathered.articles[claim.article].uid} for claim in claims
        ],
        "links": [to_plain(link) | {"target": gathered.uids[link.target]} for link in links],
        "extra": extra_of(event),
    }
    told = {name: value for name, value in more.items() if value}
    return {**to_plain(event), "track": gathered.tracks[event.track].uid, **told}


def read(path: Path) -> Incoming:
    """The events of such a file; what cannot be read is listed by its number among the events."""
    whole = _whole(path)
    try:
        articles = {
            article.uid: article
            for said in _list(whole, "articles")
            for article in [from_plain(Article, said)]
        }
        tracks = tuple(from_plain(Track, said, ("parent",)) for said in _list(whole, "tracks"))
        parents = {
            str(said.get("uid")): str(said["parent"])
            for said in _list(whole, "tracks")
            if "parent" in said
        }
        events = _list(whole, "events")
        title = _text(whole, "title")
    except CellError as error:
        raise FileError(f"{path.name}: {error}") from None
    drafts, refused = _drafts(events, articles)
    return Incoming(
        drafts,
        refused,
        _GIVEN,
        title=title,
        articles=tuple(articles.values()),
        tracks=tracks,
        parents=parents,
    )


def _whole(path: Path) -> dict[str, object]:
    try:
        whole = json.loads(
            read_bytes(path, MOST_BYTES).decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_refuse_constant,
        )
    except (ValueError, RecursionError) as error:
        sentence = _("{name} is no JSON that can be read: {cause}.")
        raise FileError(sentence.format(name=path.name, cause=str(error)[:200])) from None
    if not isinstance(whole, dict) or whole.get("format") != "dateline":
        raise FileError(_("{name} is no Dateline export.").format(name=path.name))
    if whole.get("version") != VERSION:
        sentence = _("{name} comes from a newer Dateline (its version is {version}).")
        raise FileError(sentence.format(name=path.name, version=short(str(whole.get("version")))))
    return whole


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, in which no name may stand twice: one of the two would be lost."""
    named = dict(pairs)
    if len(named) < len(pairs):
        raise ValueError(_("a name stands twice in one object"))
    return named


def _refuse_constant(word: str) -> None:
    raise ValueError(_("{word} is no number").format(word=word))


def _list(said: dict[str, object], name: str) -> list[dict[str, object]]:
    values = said.get(name, [])
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise CellError(name, _("it is no list of objects."))
    return values


def _drafts(
    events: list[dict[str, object]], articles: dict[str, Article]
) -> tuple[list[Draft], list[Refused]]:
    drafts: list[Draft] = []
    refused: list[Refused] = []
    for number, said in enumerate(events, start=1):
        try:
            drafts.append(_draft(number, said, articles))
        except CellError as error:
            refused.append(Refused(number, str(error)))
    return drafts, refused


def _draft(number: int, said: dict[str, object], articles: dict[str, Article]) -> Draft:
    event = from_plain(Event, said, ("track", "tags", "claims", "links", "extra"), track=0)
    extra = said.get("extra", {})
    if not isinstance(extra, dict):
        raise CellError("extra", _("it is no object."))
    return Draft(
        line=number,
        event=replace(event, extra=json.dumps(extra, ensure_ascii=False) if extra else ""),
        track=_text(said, "track"),
        tags=_tags(said),
        claims=tuple(_claim(claim, articles) for claim in _list(said, "claims")),
        links=tuple(_link(link) for link in _list(said, "links")),
    )


def _tags(said: dict[str, object]) -> tuple[str, ...]:
    tags = said.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise CellError("tags", _("it is no list of names."))
    return tuple(tags)


def _claim(said: dict[str, object], articles: dict[str, Article]) -> ClaimDraft:
    article = articles.get(_text(said, "article"))
    if article is None:
        raise CellError("article", _("there is no such article in the file."))
    return ClaimDraft(from_plain(Claim, said, ("article",), event=0, article=0), article)


def _link(said: dict[str, object]) -> LinkDraft:
    link = from_plain(Link, said, ("target",), source=0, target=0)
    return LinkDraft(_text(said, "target"), uid=link.uid, kind=link.kind, note=link.note)


def _text(said: dict[str, object], name: str) -> str:
    value = said.get(name, "")
    if not isinstance(value, str):
        raise CellError(name, _("it is no text."))
    return value
