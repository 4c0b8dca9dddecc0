"""The Track menu: the bands of the timeline, the one in hand first of all."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog

from desktop.edits import tracks as edits
from desktop.edits.groups import step_track
from desktop.edits.solo import show_all_again
from desktop.gui.dialogs.track_end import TrackEndDialog
from desktop.gui.dialogs.track_note import TrackNoteDialog
from desktop.gui.dialogs.track_words import TrackWordsDialog
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Track


def current(window: Window) -> Track | None:
    """The track in hand, or that of the event in hand."""
    selection = window.session.selection
    known = window.timeline.tracks
    if selection.track in known:
        return known[selection.track]
    for event in window.document.events(selection.events[:1]):
        return known.get(event.track)
    return None


def has_track(window: Window) -> bool:
    """True while a track is in hand."""
    return current(window) is not None


def new(window: Window) -> None:
    """Add a track below the others and open its name for typing."""
    window.arrangement.fold("timeline", is_folded=False)
    window.timeline.add_track()


def rename(window: Window) -> None:
    """Open the name of the track in hand for typing."""
    track = current(window)
    if track is not None:
        window.arrangement.fold("timeline", is_folded=False)
        window.timeline.rename_track(track.id)


def recolour(window: Window) -> None:
    """Choose another colour for the track in hand."""
    track = current(window)
    if track is None:
        return
    title = _("Colour of {track}").format(track=track.name)
    colour = QColorDialog.getColor(QColor(track.colour), window, title)
    if colour.isValid():
        edits.recolour_track(window.document, track.id, colour.name())


def words(window: Window) -> None:
    """Edit the words that suggest the track in hand."""
    track = current(window)
    if track is not None:
        TrackWordsDialog(window, window.document, track).open()


def move_up(window: Window) -> None:
    """Put the track in hand above its neighbour."""
    _move(window, -1)


def move_down(window: Window) -> None:
    """Put the track in hand below its neighbour."""
    _move(window, 1)


def lock(window: Window) -> None:
    """Let nothing on the track in hand change, or let it change again."""
    track = current(window)
    if track is not None:
        edits.lock_track(window.document, track.id, is_locked=not track.locked)


def is_locked(window: Window) -> bool:
    """True while the track in hand is locked."""
    track = current(window)
    return track is not None and track.locked


def hide(window: Window) -> None:
    """Leave the track in hand out of the picture."""
    track = current(window)
    if track is not None:
        edits.hide_track(window.document, track.id, is_hidden=True)


def show_all(window: Window) -> None:
    """Bring every hidden track back."""
    show_all_again(window.document)


def has_hidden(window: Window) -> bool:
    """True while any track is hidden."""
    return any(track.hidden for track in window.document.tracks())


def note(window: Window) -> None:
    """Write notes about the track in hand."""
    track = current(window)
    if track is not None:
        TrackNoteDialog(window, window.document, track).open()


def delete(window: Window) -> None:
    """Take the track in hand away; where events stand on it, ask what becomes of them."""
    track = current(window)
    if track is None:
        return
    if window.document.events_on(track.id):
        TrackEndDialog(window, window.document, track, is_merging=False).open()
    else:
        edits.remove_track(window.document, track.id)


def merge(window: Window) -> None:
    """Ask which track takes the events of the one in hand, which then goes."""
    track = current(window)
    if track is not None:
        TrackEndDialog(window, window.document, track, is_merging=True).open()


def has_another(window: Window) -> bool:
    """True while a track is in hand and there is another one."""
    return has_track(window) and len(window.timeline.tracks) > 1


def _move(window: Window, by: int) -> None:
    track = current(window)
    if track is not None:
        step_track(window.document, track.id, by)
