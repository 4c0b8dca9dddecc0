"""Groups of tracks: a track that heads others, made, filled, emptied and taken apart."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.document import Document
from desktop.errors import DatelineError
from desktop.i18n import _
from desktop.model import Track


def in_order(tracks: Iterable[Track]) -> list[Track]:
    """Tracks from the top down as they are shown, the members of a group below its head."""
    ordered = sorted(tracks, key=lambda track: (track.position, track.id))
    known = {track.id for track in ordered}
    children: dict[int | None, list[Track]] = {}
    for track in ordered:
        head = track.parent if track.parent in known and track.parent != track.id else None
        children.setdefault(head, []).append(track)
    found: list[Track] = []
    _gather(found, children, None)
    for head in list(children):  # tracks that head each other in a circle are there all the same
        _gather(found, children, head)
    return found


def _gather(found: list[Track], children: dict[int | None, list[Track]], head: int | None) -> None:
    # Taken out as they are met, so that a circle of heads ends.
    for track in children.pop(head, []):
        found.append(track)
        _gather(found, children, track.id)


def family_of(tracks: Iterable[Track], head: int) -> set[int]:
    """A track with all that it heads, near and far."""
    heads = {track.id: track.parent for track in tracks}
    found, below = {head}, {head}
    while below:
        below = {key for key, parent in heads.items() if parent in below} - found
        found |= below
    return found


def heads_of(tracks: Iterable[Track], track: int) -> list[int]:
    """The tracks that head a track, the nearest first."""
    heads = {one.id: one.parent for one in tracks}
    found: list[int] = []
    head = heads.get(track)
    while head is not None and head in heads and head not in found and head != track:
        found.append(head)
        head = heads[head]
    return found


def group_tracks(document: Document, tracks: Iterable[int], name: str) -> int:
    """Put tracks under a new head, where the first of them stood and in its colour."""
    order = in_order(document.tracks())
    chosen = _topmost(order, tracks)
    if not chosen:
        raise DatelineError(_("Choose the tracks that the group is to hold."))
    first = chosen[0]
    with document.step(_("Group tracks")):
        head = document.add(Track(name=name, colour=first.colour, parent=first.parent))
        place_tracks(document, [head], first.parent, first.id)
        place_tracks(document, [track.id for track in chosen], head, None)
    return head


def ungroup_tracks(document: Document, head: int) -> None:
    """Take a group apart: its tracks stand where it stood; the head goes, if nothing is on it."""
    tracks = document.tracks()
    members = [track for track in in_order(tracks) if track.parent == head]
    if not members:
        raise DatelineError(_("This track heads no group."))
    track = document.track(head)
    with document.step(_("Ungroup tracks")):
        place_tracks(document, [member.id for member in members], track.parent, head)
        if document.events_on(head):
            document.keep(replace(document.track(head), collapsed=False))
        else:
            document.remove(Track, [head])


def place_tracks(
    document: Document, tracks: Iterable[int], head: int | None, before: int | None
) -> None:
    """Put tracks, each with its group, under `head` (None: under nobody) and before a track.

    With `before` None they come last in the group. A group is never put into itself.
    """
    order = in_order(document.tracks())
    chosen = _topmost(order, tracks)
    moved = set[int]().union(*(family_of(order, track.id) for track in chosen))
    if head in moved:
        raise DatelineError(_("A group cannot be put into itself."))
    while before in moved:
        before = _after(order, before, head)
    carried = [
        replace(track, parent=head) if track in chosen else track
        for track in order
        if track.id in moved
    ]
    left = [track for track in order if track.id not in moved]
    place = _place(left, head, before)
    _keep_order(document, [*left[:place], *carried, *left[place:]])


def colour_group(document: Document, head: int, colour: str) -> None:
    """Colour the head of a group, and with it each member that has had the head's colour."""
    tracks = document.tracks()
    before = document.track(head).colour.casefold()
    family = family_of(tracks, head)
    with document.step(_("Colour track")):
        document.keep(
            replace(track, colour=colour)
            for track in tracks
            if track.id == head or (track.id in family and track.colour.casefold() == before)
        )


def inherit_colour(document: Document, head: int) -> None:
    """Give every track of a group the colour of its head."""
    tracks = document.tracks()
    colour, family = document.track(head).colour, family_of(tracks, head)
    with document.step(_("Colour group")):
        document.keep(
            replace(track, colour=colour)
            for track in tracks
            if track.id in family and track.colour != colour
        )


def _topmost(order: list[Track], tracks: Iterable[int]) -> list[Track]:
    """The chosen tracks in order, without those that come along with a chosen head."""
    wanted = set(tracks)
    return [
        track
        for track in order
        if track.id in wanted and not wanted & set(heads_of(order, track.id))
    ]


def _after(order: list[Track], track: int | None, head: int | None) -> int | None:
    """The next track under the same head, None behind the last."""
    siblings = [one.id for one in order if one.parent == head]
    if track not in siblings:
        return None
    place = siblings.index(track) + 1
    return siblings[place] if place < len(siblings) else None


def _place(left: list[Track], head: int | None, before: int | None) -> int:
    if before is not None:
        return next(n for n, track in enumerate(left) if track.id == before)
    family = {track.id for track in left} if head is None else family_of(left, head)
    return 1 + max((n for n, track in enumerate(left) if track.id in family), default=-1)


def _keep_order(document: Document, order: list[Track]) -> None:
    known = {track.id: track for track in document.tracks()}
    placed = [replace(track, position=n) for n, track in enumerate(order)]
    with document.step(_("Move track")):
        document.keep(track for track in placed if track != known[track.id])


def step_track(document: Document, track: int, step: int) -> None:
    """Put a track above (-1) or below (1) its neighbour; past the end of its group it leaves it."""
    tracks = document.tracks()
    parent = document.track(track).parent
    siblings = [one.id for one in in_order(tracks) if one.parent == parent and not one.hidden]
    place = siblings.index(track) + step if track in siblings else -1
    if 0 <= place < len(siblings):
        before = siblings[place] if step < 0 else _after(tracks, siblings[place], parent)
        place_tracks(document, [track], parent, before)
    elif parent is not None:
        _leave(document, track, is_above=step < 0)


def step_out(document: Document, track: int) -> None:
    """Take a track out of its group; it then stands below the group."""
    if document.track(track).parent is None:
        raise DatelineError(_("This track is in no group."))
    _leave(document, track, is_above=False)


def step_in(document: Document, track: int) -> None:
    """Put a track last into the group above it; a plain track above becomes the head of one."""
    order = in_order(document.tracks())
    parent = document.track(track).parent
    siblings = [one.id for one in order if one.parent == parent and not one.hidden]
    place = siblings.index(track) if track in siblings else 0
    if not place:
        raise DatelineError(_("There is no track above that could take this one in."))
    place_tracks(document, [track], siblings[place - 1], None)


def _leave(document: Document, track: int, *, is_above: bool) -> None:
    order = in_order(document.tracks())
    head = next(one for one in order if one.id == document.track(track).parent)
    before = head.id if is_above else _after(order, head.id, head.parent)
    place_tracks(document, [track], head.parent, before)
