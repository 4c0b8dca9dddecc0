"""Events that may be one: found, and held apart by the user where they are not."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.document import Document
from desktop.i18n import _
from desktop.model import Event
from desktop.reading.alike import LIKELY, Pair, Told, compare, find_pairs
from desktop.when import When

_NEAR = 2 * 86_400
_MOST_NEAR = 400
_SETTING = "not the same"


@dataclass(frozen=True, slots=True)
class Tellings:
    """All that finding duplicates needs of a document, so that a thread can do it without one."""

    told: list[Told]
    apart: list[tuple[int, int]]

    def pairs(self) -> list[Pair]:
        """The likely pairs, the likeliest first."""
        return find_pairs(self.told, self.apart)


def find_duplicates(document: Document) -> list[Pair]:
    """The events that are likely one, the likeliest pair first."""
    return gather_tellings(document).pairs()


def gather_tellings(document: Document) -> Tellings:
    """What is told of every event, and which are known to be two."""
    events = document.events()
    return Tellings(_told(document, events), _apart(document, events))


def find_duplicates_of(document: Document, event: int) -> list[Pair]:
    """The events near in time that are likely the same as this one, the likeliest first."""
    this = document.event(event)
    told = _told(document, [this])[0]
    others = [other for other in _near(document, this.when) if other.id != event]
    known = {frozenset(pair) for pair in _apart(document, [this, *others])}
    pairs = [compare(one, told) for one in _told(document, others)]
    likely = [one for one in pairs if one.score >= LIKELY and {one.one, one.other} not in known]
    return sorted(likely, key=lambda pair: -pair.score)


def find_events_told(document: Document, text: str, when: When | None, most: int) -> list[Event]:
    """The events near a date that some words may tell of, the likeliest first."""
    quoted = Told(0, text, span=_span(when))
    events = _near(document, when)
    scores = {one.event: compare(one, quoted).score for one in _told(document, events)}
    return sorted(events, key=lambda event: -scores[event.id])[:most]


def part_events(document: Document, one: int, other: int) -> None:
    """Never call these two the same again."""
    pair = sorted(event.uid for event in document.events([one, other]))
    with document.step(_("Not the same")):
        document.set_setting(_SETTING, json.dumps([*_parted(document), pair]))


def _near(document: Document, when: When | None) -> list[Event]:
    if when is None:
        return document.events_near(-(1 << 62), 1 << 62, _MOST_NEAR)
    bounds = when.bounds
    return document.events_near(bounds.earliest - _NEAR, bounds.latest + _NEAR, _MOST_NEAR)


def _told(document: Document, events: Sequence[Event]) -> list[Told]:
    claims = document.claims_of(event.id for event in events)
    return [
        Told(
            event.id,
            " ".join([event.title, *(claim.exact for claim in claims.get(event.id, []))]),
            event.track,
            event.place,
            _span(event.when),
            frozenset(claim.article for claim in claims.get(event.id, [])),
        )
        for event in events
    ]


def _span(when: When | None) -> tuple[int, int] | None:
    return (when.bounds.earliest, when.bounds.latest) if when else None


def _apart(document: Document, events: Iterable[Event]) -> list[tuple[int, int]]:
    ids = {event.uid: event.id for event in events}
    return [
        (ids[one], ids[other]) for one, other in _parted(document) if {one, other} <= ids.keys()
    ]


def _parted(document: Document) -> list[tuple[str, str]]:
    try:
        kept = json.loads(document.setting(_SETTING, "[]"))
        return [(str(one), str(other)) for one, other in kept]
    except (ValueError, TypeError, RecursionError):
        return []  # a file that others wrote: the likely ones are offered again
