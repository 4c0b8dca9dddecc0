"""Track ▸ Group: the tracks in hand gathered under one head, and taken apart."""

from desktop.edits import groups as edits
from desktop.gui.menu.track import current
from desktop.gui.window import Window
from desktop.i18n import _


def picked(window: Window) -> tuple[int, ...]:
    """The tracks in hand: those chosen in the headers, else the one of the event in hand."""
    known = window.timeline.tracks
    chosen = tuple(track for track in window.timeline.headers.picks.tracks if track in known)
    track = current(window)
    return chosen or (() if track is None else (track.id,))


def group(window: Window) -> None:
    """Put the tracks in hand under a new head, and open its name for typing."""
    head = edits.group_tracks(window.document, picked(window), _("New group"))
    window.arrangement.fold("timeline", is_folded=False)
    window.timeline.headers.chosen.emit(head)
    window.timeline.rename_track(head)


def ungroup(window: Window) -> None:
    """Take the group in hand apart; its tracks and all events stay."""
    track = current(window)
    if track is not None:
        edits.ungroup_tracks(window.document, track.id)


def is_group(window: Window) -> bool:
    """True while the track in hand heads others."""
    track = current(window)
    tracks = window.timeline.tracks.values()
    return track is not None and any(one.parent == track.id for one in tracks)


def put_in(window: Window) -> None:
    """Put the track in hand into the group above it."""
    track = current(window)
    if track is not None:
        edits.step_in(window.document, track.id)


def take_out(window: Window) -> None:
    """Take the track in hand out of its group."""
    track = current(window)
    if track is not None:
        edits.step_out(window.document, track.id)


def is_in_group(window: Window) -> bool:
    """True while the track in hand is in a group."""
    track = current(window)
    return track is not None and track.parent is not None


def give_colour(window: Window) -> None:
    """Give the colour of the head in hand to its whole group."""
    track = current(window)
    if track is not None:
        edits.inherit_colour(window.document, track.id)


def fold_words(window: Window) -> str:
    """What folding does to the track in hand: a group closes, a track becomes a strip."""
    return _("Fold the group") if is_group(window) else _("Collapse to a strip")
