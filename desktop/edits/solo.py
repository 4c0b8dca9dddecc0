"""Tracks shown alone: what was hidden before is remembered in the file, and given back."""

import json
from collections.abc import Iterable
from dataclasses import replace

from desktop.document import Document
from desktop.edits.groups import family_of, heads_of
from desktop.i18n import _
from desktop.model import Track

_SETTING = "solo"  # JSON: the uids of the tracks shown alone, and of those hidden before


def show_only(document: Document, tracks: Iterable[int]) -> None:
    """Hide every track but these; another solo before keeps what it remembers."""
    wanted, every = set(tracks), document.tracks()
    known = _read(document)
    before = known[1] if known else [track.uid for track in every if track.hidden]
    alone = [track.uid for track in every if track.id in wanted]
    with document.step(_("Show only this track")):
        document.set_setting(_SETTING, json.dumps({"alone": alone, "hidden": before}))
        _hide(document, {track.uid for track in every} - set(alone))


def show_as_before(document: Document) -> None:
    """End a solo: the tracks that were hidden before it are hidden again, the others shown."""
    known = _read(document)
    with document.step(_("Show all tracks")):
        document.set_setting(_SETTING, "")
        _hide(document, set(known[1]) if known else set())


def show_all_again(document: Document) -> None:
    """Show every track that is hidden; a solo is over then."""
    with document.step(_("Show all tracks")):
        if document.setting(_SETTING):
            document.set_setting(_SETTING, "")
        _hide(document, set())


def shown_alone(document: Document) -> frozenset[int]:
    """The tracks that a solo shows, empty while there is none.

    A track that was shown or hidden by hand since then has ended it.
    """
    known = _read(document)
    if known is None:
        return frozenset()
    tracks = document.tracks()
    shown = {track.uid for track in tracks if not track.hidden}
    there = {track.uid for track in tracks} & set(known[0])
    if shown != there or len(shown) == len(tracks):
        return frozenset()
    return frozenset(track.id for track in tracks if track.uid in there)


def _hide(document: Document, uids: set[str]) -> None:
    document.keep(
        replace(track, hidden=_is_hidden(track, uids))
        for track in document.tracks()
        if track.hidden != _is_hidden(track, uids)
    )


def _is_hidden(track: Track, uids: set[str]) -> bool:
    return track.uid in uids


def _read(document: Document) -> tuple[list[str], list[str]] | None:
    """The uids shown alone and those hidden before; None where no solo is on."""
    try:
        kept = json.loads(document.setting(_SETTING) or "null")
        return [str(uid) for uid in kept["alone"]], [str(uid) for uid in kept["hidden"]]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


def switch_solo(document: Document, track: int) -> None:
    """Show a track alone with its group, or end that."""
    tracks = document.tracks()
    if track in shown_alone(document):
        show_as_before(document)
    else:
        show_only(document, {*family_of(tracks, track), *heads_of(tracks, track)})
