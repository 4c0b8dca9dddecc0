"""Edit ▸ Select: events by where they stand beside those in hand."""

from collections.abc import Callable
from dataclasses import replace

from desktop.gui.menu.track import current
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.timeline.stage.choosing import in_line, on_tracks


def chooser(way: int, *, on_all_tracks: bool) -> Callable[[Window], None]:
    """What adds to the events in hand all that come after (1) or before (-1)."""

    def choose(window: Window) -> None:
        contents = window.timeline.stage.contents
        before = window.session.selection.events
        found = in_line(contents, before, way, on_all_tracks=on_all_tracks)
        if found:
            _take(window, found)
        else:
            window.banner.tell(_("Choose an event that has a date: others follow it in time."))

    return choose


def choose_track(window: Window) -> None:
    """Take every event on the track in hand."""
    track = current(window)
    if track is not None:
        contents = window.timeline.stage.contents
        _take(window, on_tracks(contents, window.session.selection.events, [track.id]))


def choose_view(window: Window) -> None:
    """Take every event of the stretch of time in view, on every track that is shown."""
    stage = window.timeline.stage
    shown = [track.id for track in stage.contents.shown]
    first, last = stage.seconds_at(0), stage.seconds_at(stage.width)
    _take(window, tuple(stage.contents.index.within(shown, first, last).tolist()))


def _take(window: Window, events: tuple[int, ...]) -> None:
    window.session.select(replace(window.session.selection, events=events))
