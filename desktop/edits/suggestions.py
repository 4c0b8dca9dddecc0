"""What an article proposes, taken or dropped by the user; both teach the next proposals."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.document import Document
from desktop.edits.claims import claim_of
from desktop.edits.readings import read_article
from desktop.i18n import _
from desktop.model import Article, Event, Stance, Track
from desktop.reading.suggest import Filed, Suggestion, TrackWords, suggest
from desktop.when import When

_MOST_FILED = 3000
_LONGEST_ID = 18


@dataclass(frozen=True, slots=True)
class Ground:
    """All that proposing needs of a document, so that a thread can do it without one."""

    article: Article
    tracks: list[TrackWords]
    filed: list[Filed]
    taken: list[tuple[int, int]]

    def suggestions(self) -> list[Suggestion]:
        """The events that the article tells of and that nobody has placed or dropped yet."""
        if not self.tracks:
            return []
        return suggest(self.article, self.tracks, self.filed, self.taken)


def find_suggestions(document: Document, article: int) -> list[Suggestion]:
    """The events that the article tells of and that nobody has placed or dropped yet."""
    return gather(document, article).suggestions()


def gather(document: Document, article: int) -> Ground:
    """What the document holds that the proposals for an article depend on."""
    taken = [(claim.first, claim.last) for claim in document.claims_in(article)]
    tracks = [track for track in document.tracks() if not track.locked and track.marker != "era"]
    return Ground(
        read_article(document, article),
        _words(tracks),
        filed(document),
        [*taken, *_dropped(document, article)],
    )


def filed(document: Document) -> list[Filed]:
    """The words that the user has put on each track since learning was last reset."""
    claims = document.claims_since(_since(document), _MOST_FILED)
    tracks = {event.id: event.track for event in document.events({one.event for one in claims})}
    return [Filed(tracks[claim.event], claim.exact) for claim in claims]


def take_suggestion(
    document: Document,
    article: int,
    suggestion: Suggestion,
    *,
    track: int | None = None,
    title: str = "",
    when: When | None = None,
) -> int:
    """Place a suggested event, as it was proposed or as the user corrected it."""
    governing = suggestion.governing
    event = Event(
        track=track or suggestion.track,
        title=title or suggestion.title,
        when=when or (governing.when if governing else None),
        place=suggestion.place,
        status="planned" if suggestion.status == "planned" else "",
    )
    stance: Stance = "denies" if suggestion.status == "denied" else "asserts"
    if stance == "asserts" and suggestion.said_by:
        stance = "attributes"
    with document.step(_("Take suggestion")):
        placed = document.add(event)
        claim = claim_of(
            document.article(article), placed, suggestion.first, suggestion.last, stance=stance
        )
        killed = suggestion.killed or (None, None)
        claim = replace(
            claim, said_by=suggestion.said_by, killed_min=killed[0], killed_max=killed[1]
        )
        if governing and when is None:
            claim = replace(claim, date_first=governing.first, date_last=governing.last)
        document.add(claim)
    return placed


def take_suggestions(
    document: Document, article: int, suggestions: Iterable[Suggestion]
) -> list[int]:
    """Place all that are left, as one step."""
    with document.step(_("Take suggestions")):
        return [take_suggestion(document, article, suggestion) for suggestion in suggestions]


def drop_suggestion(document: Document, article: int, suggestion: Suggestion) -> None:
    """Never propose these words again."""
    dropped = [*_dropped(document, article), (suggestion.first, suggestion.last)]
    with document.step(_("Drop suggestion")):
        document.set_setting(_name(document, article), json.dumps(dropped))


def reset_learning(document: Document) -> None:
    """Let the proposals of tracks begin anew from the lexicon."""
    newest = document.claims_since(0, 1)
    with document.step(_("Reset learning")):
        document.set_setting("learning since", str(newest[0].id if newest else 0))


def _words(tracks: Sequence[Track]) -> list[TrackWords]:
    return [TrackWords(track.id, track.name, track.words) for track in tracks]


def _since(document: Document) -> int:
    """The last claim before learning was reset; 0 where a file that others wrote tells none."""
    kept = document.setting("learning since", "0")
    return int(kept) if kept.isdecimal() and len(kept) <= _LONGEST_ID else 0


def _dropped(document: Document, article: int) -> list[tuple[int, int]]:
    try:
        read = json.loads(document.setting(_name(document, article), "[]"))
        return [(int(first), int(last)) for first, last in read]
    except (ValueError, TypeError, OverflowError, RecursionError):
        return []  # a file that others wrote: all is proposed again


def _name(document: Document, article: int) -> str:
    return f"dropped {document.article(article).uid}"
