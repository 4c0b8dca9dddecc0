"""How the track in hand looks: a strip or in full, alone or not, its marker, key and height."""

from collections.abc import Callable

from desktop.edits import tracks as edits
from desktop.edits.solo import shown_alone, switch_solo
from desktop.gui.menu.track import current
from desktop.gui.window import Window
from desktop.i18n import _

STEP = 24  # pixels by which the keyboard makes a track higher or lower


def collapse(window: Window) -> None:
    """Draw the track in hand as a strip, or in full again."""
    track = current(window)
    if track is not None:
        is_collapsed = not track.collapsed
        edits.collapse_track(window.document, track.id, is_collapsed=is_collapsed)


def is_collapsed(window: Window) -> bool:
    """True while the track in hand is a strip."""
    track = current(window)
    return track is not None and track.collapsed


def solo(window: Window) -> None:
    """Show the track in hand alone, with its group, or what was shown before."""
    track = current(window)
    if track is not None:
        switch_solo(window.document, track.id)


def is_solo(window: Window) -> bool:
    """True while the track in hand, with its group, is all that is shown."""
    track = current(window)
    return track is not None and track.id in shown_alone(window.document)


def shaper(marker: str) -> Callable[[Window], None]:
    """What gives the track in hand the marker `marker`."""

    def shape(window: Window) -> None:
        track = current(window)
        if track is not None:
            edits.shape_track(window.document, track.id, marker)

    return shape


def is_shaped(marker: str) -> Callable[[Window], bool]:
    """What tells whether the track in hand has the marker `marker`."""

    def asks(window: Window) -> bool:
        track = current(window)
        return track is not None and track.marker == marker

    return asks


def key_setter(key: str) -> Callable[[Window], None]:
    """What lets `key` place events on the track in hand; "" lets none."""

    def set_key(window: Window) -> None:
        track = current(window)
        if track is not None:
            edits.key_track(window.document, track.id, key)

    return set_key


def has_key(key: str) -> Callable[[Window], bool]:
    """What tells whether `key` is that of the track in hand."""

    def asks(window: Window) -> bool:
        track = current(window)
        return track is not None and track.key == key

    return asks


def key_words(key: str) -> Callable[[Window], str]:
    """What names `key`, and the track from which it would be taken."""

    def words(window: Window) -> str:
        holders = (one.name for one in window.timeline.tracks.values() if one.key == key)
        name = next(holders, "")
        return f"{key} – {name}" if name else key

    return words


def higher(window: Window) -> None:
    """Make the track in hand higher by a step."""
    _grow(window, STEP)


def lower(window: Window) -> None:
    """Make the track in hand lower by a step."""
    _grow(window, -STEP)


def automatic(window: Window) -> None:
    """Make the track in hand as high as it needs."""
    track = current(window)
    if track is not None and track.height:
        edits.resize_track(window.document, track.id, 0)


def has_height(window: Window) -> bool:
    """True while the track in hand has a height that the user gave it."""
    track = current(window)
    return track is not None and track.height > 0


def _grow(window: Window, by: int) -> None:
    track = current(window)
    if track is None:
        return
    height = window.timeline.height_of(track.id)
    if height is None:
        window.banner.tell(_("A strip has one height; expand the track first."))
    elif height + by >= window.timeline.smallest_height:
        edits.resize_track(window.document, track.id, height + by)
