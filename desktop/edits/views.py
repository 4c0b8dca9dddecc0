"""Saved views: a name for what is looked at and how, kept in the file."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache

from desktop.document import Document
from desktop.errors import DatelineError
from desktop.i18n import _
from desktop.model import Track

MOST_VIEWS = 100
LONGEST_NAME = 80
_SETTING = "views"  # JSON: a list of views in the order of the menu
_SOLO = "solo"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackLook:
    """How one track stood: its `uid`, and what the user did to it."""

    uid: str
    hidden: bool = False
    collapsed: bool = False
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What was looked at: seconds [start, stop), the filter, the tracks, what stood beside.

    `known` is the day (EDTF) as of which it was known, `solo` what a solo would give back.
    """

    name: str
    start: float
    stop: float
    words: str = ""
    known: str = ""
    dims: bool = False
    has_table: bool = False
    has_charts: bool = False
    solo: str = ""
    tracks: tuple[TrackLook, ...] = ()


def views_of(document: Document) -> tuple[View, ...]:
    """The saved views in the order of the menu; what a damaged file holds of none is left out."""
    return _read(document.setting(_SETTING, "[]"))


def view_named(document: Document, name: str) -> View | None:
    """The view of this name, if any; capitals make no difference."""
    wanted = name.strip().casefold()
    return next((view for view in views_of(document) if view.name.casefold() == wanted), None)


def look_of_tracks(document: Document) -> tuple[tuple[TrackLook, ...], str]:
    """How the tracks stand now, and what a solo would give back."""
    looks = tuple(_look(track) for track in document.tracks())
    return looks, document.setting(_SOLO)


def save_view(document: Document, view: View) -> None:
    """Keep a view under its name, in the place of one that has it."""
    named = replace(view, name=_checked(view.name))
    views = views_of(document)
    before = view_named(document, named.name)
    if before is not None:
        _keep(document, _("Save view"), [named if one == before else one for one in views])
        return
    if len(views) >= MOST_VIEWS:
        raise DatelineError(_("A timeline has at most {n} views.").format(n=MOST_VIEWS))
    _keep(document, _("Save view"), [*views, named])


def rename_view(document: Document, name: str, other: str) -> None:
    """Call a view something else; the name of another view is refused."""
    view, fresh = _there(document, name), _checked(other)
    holder = view_named(document, fresh)
    if holder is not None and holder != view:
        raise DatelineError(_("There is a view “{name}” already.").format(name=holder.name))
    views = [replace(one, name=fresh) if one == view else one for one in views_of(document)]
    _keep(document, _("Rename view"), views)


def remove_view(document: Document, name: str) -> None:
    """Forget a view; what it shows stays."""
    view = _there(document, name)
    _keep(document, _("Delete view"), [one for one in views_of(document) if one != view])


def show_tracks_of(document: Document, view: View) -> None:
    """Hide, fold and size the tracks as in a view; tracks that came later stay as they are."""
    looks = {look.uid: look for look in view.tracks}
    changed = [
        replace(track, hidden=look.hidden, collapsed=look.collapsed, height=look.height)
        for track in document.tracks()
        if (look := looks.get(track.uid)) is not None and look != _look(track)
    ]
    if changed or document.setting(_SOLO) != view.solo:
        with document.step(_("Show view “{name}”").format(name=view.name)):
            document.set_setting(_SOLO, view.solo)
            document.keep(changed)


def _look(track: Track) -> TrackLook:
    return TrackLook(
        uid=track.uid, hidden=track.hidden, collapsed=track.collapsed, height=track.height
    )


def _there(document: Document, name: str) -> View:
    view = view_named(document, name)
    if view is None:
        raise DatelineError(_("There is no view “{name}” any more.").format(name=name))
    return view


def _checked(name: str) -> str:
    flat = " ".join(name.split())
    if not flat:
        raise DatelineError(_("A view needs a name."))
    if len(flat) > LONGEST_NAME:
        raise DatelineError(_("The name of a view has at most {n} letters.").format(n=LONGEST_NAME))
    return flat


def _keep(document: Document, step: str, views: Iterable[View]) -> None:
    with document.step(step):
        document.set_setting(_SETTING, json.dumps([asdict(view) for view in views]))


@lru_cache(maxsize=4)
def _read(kept: str) -> tuple[View, ...]:
    try:
        told = json.loads(kept)
        return tuple(_view(one) for one in told[:MOST_VIEWS])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ()


def _view(told: dict[str, object]) -> View:
    tracks = told.get("tracks")
    start, stop = float(str(told["start"])), float(str(told["stop"]))
    if not -1e19 < start < stop < 1e19:
        raise ValueError(start)
    return View(
        name=str(told["name"])[:LONGEST_NAME],
        start=start,
        stop=stop,
        words=str(told.get("words") or ""),
        known=str(told.get("known") or ""),
        dims=told.get("dims") is True,
        has_table=told.get("has_table") is True,
        has_charts=told.get("has_charts") is True,
        solo=str(told.get("solo") or ""),
        tracks=tuple(_track_look(one) for one in tracks) if isinstance(tracks, list) else (),
    )


def _track_look(told: dict[str, object]) -> TrackLook:
    height = told.get("height")
    return TrackLook(
        uid=str(told["uid"]),
        hidden=told.get("hidden") is True,
        collapsed=told.get("collapsed") is True,
        height=height if isinstance(height, int) else 0,
    )
