"""Events carried by the clipboard: within a timeline, to another one, and from a spreadsheet."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.document import Document
from desktop.edits.tracks import add_track
from desktop.errors import DatelineError, WhenError
from desktop.i18n import _
from desktop.model import Event
from desktop.when import When, read_words

MOST_EVENTS = 100_000
_WORDS = ("title", "note", "place", "colour")  # fields of an event that are carried as they are


def events_as_json(document: Document, ids: Iterable[int]) -> str:
    """Events with their tracks' names, tags and quotes, as `paste_events` takes them."""
    events = document.events(ids)
    tracks = {track.id: track.name for track in document.tracks()}
    tags = document.tag_names([event.id for event in events])
    told = [
        {
            **{name: getattr(event, name) for name in _WORDS},
            "when": event.when.edtf if event.when else "",
            "importance": event.importance,
            "track": tracks[event.track],
            "tags": tags.get(event.id, []),
            "of": event.id,
            "uid": event.uid,
        }
        for event in events
    ]
    return json.dumps({"timeline": str(document.path), "events": told})


def paste_events(document: Document, text: str, track: int) -> list[int]:
    """Put copied events on the tracks of the same names, or else on `track`.

    Within one timeline the copy has all that the event has by then, its claims too; to another one
    come title, date, note, place, colour, importance and tags.
    """
    try:
        told = json.loads(text)
        rows = [(_event(one), one) for one in told["events"][:MOST_EVENTS]]
        is_here = told["timeline"] == str(document.path)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DatelineError(_("What was copied holds no events.")) from error
    tracks = {one.name: one.id for one in document.tracks()}
    pasted = []
    with document.step(_("Paste events")):
        for event, one in rows:
            source = _source(document, one) if is_here else None
            on = tracks.get(str(one.get("track")), track)
            pasted.append(document.add(replace(source or event, id=0, uid="", track=on)))
            names = one.get("tags")
            listed = names if isinstance(names, list) else []
            document.set_event_tags(pasted[-1], [str(name) for name in listed])
            for claim in document.claims(source.id) if source else []:
                document.add(replace(claim, id=0, uid="", event=pasted[-1]))
    return pasted


def _source(document: Document, told: dict[str, object]) -> Event | None:
    """The event that was copied, where it still stands in this timeline."""
    key = told.get("of")
    found = document.events([key]) if isinstance(key, int) else []
    return next((event for event in found if event.uid == told.get("uid")), None)


def _event(told: dict[str, object]) -> Event:
    when, importance = str(told.get("when") or ""), told.get("importance")
    event = Event(
        track=0,
        title=str(told["title"]),
        when=When(when) if when else None,
        note=str(told.get("note") or ""),
        place=str(told.get("place") or ""),
        colour=str(told.get("colour") or ""),
    )
    return (
        replace(event, importance=min(max(importance, 0), 9))
        if isinstance(importance, int)
        else event
    )


def paste_rows(document: Document, rows: Iterable[Sequence[str]], track: int) -> list[int]:
    """Make an event of each row: its title, its date in words, its track by name.

    Words that are no date stand in the note of an undated event; a new name makes a track.
    """
    pasted = []
    with document.step(_("Paste events")):
        tracks = {one.name.casefold(): one.id for one in document.tracks()}
        for title, words, name in ([*row, "", "", ""][:3] for row in rows):
            if name and name.casefold() not in tracks:
                tracks[name.casefold()] = add_track(document, name)
            when, note = _dated(words)
            on = tracks.get(name.casefold(), track)
            pasted.append(document.add(Event(track=on, title=title, when=when, note=note)))
    return pasted


def _dated(words: str) -> tuple[When | None, str]:
    try:
        return (read_words(words).when if words else None), ""
    except WhenError:
        return None, words
