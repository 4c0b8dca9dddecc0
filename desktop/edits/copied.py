"""Events as the clipboard carries them: JSON with their tags and what articles say of them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from desktop.document import Document
from desktop.errors import DatelineError
from desktop.i18n import _
from desktop.model import STANCES, STATUSES, Claim, Event
from desktop.when import When

MOST_EVENTS = 100_000
_WORDS = ("title", "note", "place", "colour", "status", "status_reason", "extra", "picture")
_NUMBERS = ("importance", "position", "latitude", "longitude")
_APART = ("id", "uid", "event", "article")  # of a claim: they are another's where it is pasted
Told = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Copied:
    """One event that was copied: its track's name, its tags, and its claims by article's uid."""

    event: Event
    track: str
    tags: tuple[str, ...]
    claims: tuple[tuple[str, Claim], ...]


def events_as_json(document: Document, ids: Iterable[int]) -> str:
    """Events with their tracks' names, tags and quotes, as `read_copied` takes them."""
    events = document.events(ids)
    tracks = {track.id: track.name for track in document.tracks()}
    keys = [event.id for event in events]
    tags, claims = document.tag_names(keys), document.claims_of(keys)
    articles = {article.id: article.uid for article in document.articles()}
    told = [
        {
            **{name: getattr(event, name) for name in (*_WORDS, *_NUMBERS)},
            "when": event.when.edtf if event.when else "",
            "track": tracks[event.track],
            "tags": tags.get(event.id, []),
            "claims": [_claim_told(claim, articles) for claim in claims.get(event.id, ())],
        }
        for event in events
    ]
    return json.dumps({"events": told})


def read_copied(text: str) -> list[Copied]:
    """What was copied; refused where the text holds no events."""
    try:
        told = json.loads(text)
        return [_copied(one) for one in told["events"][:MOST_EVENTS]]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DatelineError(_("What was copied holds no events.")) from error


def _claim_told(claim: Claim, articles: Mapping[int, str]) -> dict[str, object]:
    names = [field.name for field in fields(Claim) if field.name not in _APART]
    told = {name: getattr(claim, name) for name in names}
    said = claim.said_when.edtf if claim.said_when else ""
    return told | {"said_when": said, "of": articles.get(claim.article, "")}


def _copied(told: Told) -> Copied:
    tags, claims = told.get("tags"), told.get("claims")
    return Copied(
        _event(told),
        str(told.get("track") or ""),
        tuple(str(name) for name in tags) if isinstance(tags, list) else (),
        tuple(_claim(one) for one in claims) if isinstance(claims, list) else (),
    )


def _event(told: Told) -> Event:
    when = str(told.get("when") or "")
    event = Event(track=0, title=str(told["title"]), when=When(when) if when else None)
    words = {name: str(told.get(name) or "") for name in _WORDS if name != "title"}
    if words["status"] not in STATUSES:
        words["status"] = ""
    numbers = {name: value for name in _NUMBERS if (value := _number(told, name)) is not None}
    numbers["importance"] = min(max(numbers.get("importance", event.importance), 0), 9)
    return replace(event, **words, **numbers)  # type: ignore[arg-type]  # names of its own fields


def _claim(told: Told) -> tuple[str, Claim]:
    """A claim for nobody yet, with the uid of the article that it is taken from."""
    numbers = ("first", "last", "killed_min", "killed_max", "injured_min", "injured_max",
               "date_first", "date_last")  # fmt: skip
    words = ("exact", "prefix", "suffix", "said_by", "whom")
    said, stance = str(told.get("said_when") or ""), str(told.get("stance"))
    claim = Claim(event=0, article=0, first=0, last=0, exact="")
    found = {name: value for name in numbers if (value := _number(told, name)) is not None}
    named = {name: str(told.get(name) or "") for name in words}
    claim = replace(claim, **named, **found)  # type: ignore[arg-type]  # names of its own fields
    claim = replace(
        claim,
        said_when=When(said) if said else None,
        stance=next((one for one in STANCES if one == stance), "asserts"),
    )
    return str(told.get("of") or ""), claim


def _number(told: Told, name: str) -> int | None:
    value = told.get(name)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int) and abs(value) < 2**62 else None
