"""Making, arranging and locking tracks."""

from dataclasses import replace

from desktop.document import Document
from desktop.edits.groups import colour_group, family_of, heads_of, in_order, place_tracks
from desktop.i18n import _
from desktop.model import COLOURS, Event, Track

_KEYS = "123456789"


def default_tracks() -> list[Track]:
    """The six tracks that a new timeline begins with."""
    named = (
        (
            _("Offensives"),
            "bar",
            "offensive, advance, attack, capture, incursion, retake, withdraw",
        ),
        (_("Airstrikes"), "circle", "airstrike, warplane, bomb, shelling, missile, drone, raid"),
        (_("Statements"), "diamond", "say, tell, announce, deny, condemn, warn, statement, claim"),
        (_("Casualties"), "square", "kill, wound, injure, dead, death, casualty, victim, civilian"),
        (_("Diplomacy"), "triangle", "agree, talk, negotiate, ceasefire, treaty, summit, envoy"),
        (_("Background"), "bar", "since, history, previously, formerly, had been, years ago"),
    )
    colours = (*COLOURS[:5], COLOURS[6])
    return [
        Track(name=name, key=key, colour=colour, marker=marker, position=n, words=_lines(words))
        for n, ((name, marker, words), key, colour) in enumerate(
            zip(named, _KEYS, colours, strict=False)
        )
    ]


def start_tracks(document: Document) -> None:
    """Give a new document its first tracks."""
    with document.step(_("New timeline")):
        document.add_all(default_tracks())


def add_track(document: Document, name: str) -> int:
    """Put a new track below the others, with a colour and a key that none of them has."""
    tracks = document.tracks()
    keys = [key for key in _KEYS if key not in {track.key for track in tracks}]
    used = {track.colour for track in tracks}
    fresh = [colour for colour in COLOURS if colour not in used]
    track = Track(
        name=name,
        key=keys[0] if keys else "",
        colour=fresh[0] if fresh else COLOURS[len(tracks) % len(COLOURS)],
        position=len(tracks),
    )
    with document.step(_("Add track")):
        return document.add(track)


def change_track(document: Document, track: Track, name: str = "") -> None:
    """Put a changed track in the place of the one with its id; its key is taken from another."""
    with document.step(name or _("Change track")):
        holder = document.track_with_key(track.key) if track.key else None
        if holder and holder.id != track.id:
            document.keep(replace(holder, key=""))
        document.keep(track)


def rename_track(document: Document, track: int, name: str) -> None:
    """Call a track something else."""
    change_track(document, replace(document.track(track), name=name), _("Rename track"))


def recolour_track(document: Document, track: int, colour: str) -> None:
    """Draw a track in another colour (`#RRGGBB`), and those of its group that have had its own."""
    colour_group(document, track, colour)


def note_track(document: Document, track: int, note: str) -> None:
    """Keep what the user writes about a track, as plain text."""
    change_track(document, replace(document.track(track), note=note), _("Notes on track"))


def key_track(document: Document, track: int, key: str) -> None:
    """Place events on a track by another key."""
    change_track(document, replace(document.track(track), key=key), _("Change key"))


def shape_track(document: Document, track: int, marker: str) -> None:
    """Draw the moments of a track by another of the `MARKERS`."""
    change_track(document, replace(document.track(track), marker=marker), _("Change marker"))


def resize_track(document: Document, track: int, height: int) -> None:
    """Draw a track so many pixels high; 0 is as high as it needs."""
    change_track(document, replace(document.track(track), height=height), _("Change height"))


def move_track(document: Document, track: int, position: int) -> None:
    """Put a track at a place among the others, counted from 0 at the top."""
    tracks = document.tracks()
    order = [other for other in tracks if other.id != track]
    order.insert(max(0, position), document.track(track))
    with document.step(_("Move track")):
        document.keep(
            replace(other, position=n) for n, other in enumerate(order) if other.position != n
        )


def lock_track(document: Document, track: int, *, is_locked: bool) -> None:
    """Let nothing on a track, or on those of its group, change, or let it change again."""
    name = _("Lock track") if is_locked else _("Unlock track")
    family = family_of(document.tracks(), track)
    with document.step(name):
        document.keep(
            replace(one, locked=is_locked)
            for one in document.tracks()
            if one.id in family and one.locked != is_locked
        )


def hide_track(document: Document, track: int, *, is_hidden: bool) -> None:
    """Leave a track out of the picture, or show it again."""
    name = _("Hide track") if is_hidden else _("Show track")
    change_track(document, replace(document.track(track), hidden=is_hidden), name)


def collapse_track(document: Document, track: int, *, is_collapsed: bool) -> None:
    """Draw a track as a strip, or in full again."""
    name = _("Collapse track") if is_collapsed else _("Expand track")
    change_track(document, replace(document.track(track), collapsed=is_collapsed), name)


def reveal_track(document: Document, track: int) -> None:
    """Show a track in full with the groups that it is in; no step where it stands open already."""
    tracks = document.tracks()
    way = {track, *heads_of(tracks, track)}
    shut = [one for one in tracks if one.id in way and (one.hidden or one.collapsed)]
    if shut:
        with document.step(_("Show track")):
            document.keep(replace(one, hidden=False, collapsed=False) for one in shut)


def merge_tracks(document: Document, into: int, other: int) -> None:
    """Put the events of one track on another, and take the emptied one away.

    A group that it heads goes to where it stood.
    """
    with document.step(_("Merge tracks")):
        _move_events(document, other, into)
        _remove(document, other)


def remove_track(document: Document, track: int, *, keep_on: int | None = None) -> None:
    """Take a track away with all that stands on it, or with its events kept on another.

    A group that it heads goes to where it stood.
    """
    with document.step(_("Delete track")):
        if keep_on is not None:
            _move_events(document, track, keep_on)
        document.remove(Event, [event.id for event in document.events_on(track)])
        _remove(document, track)


def _move_events(document: Document, track: int, into: int) -> None:
    document.keep([replace(event, track=into) for event in document.events_on(track)])


def _remove(document: Document, track: int) -> None:
    gone, tracks = document.track(track), document.tracks()
    members = [one.id for one in in_order(tracks) if one.parent == track]
    if members:
        place_tracks(document, members, gone.parent, track)
    document.remove(Track, [track])


def _lines(words: str) -> str:
    return words.replace(", ", "\n")
