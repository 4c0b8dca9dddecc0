"""Tracks from top to bottom: which are shown, how deep in groups, and how high each stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.model import Track
from desktop.timeline.frames.frame import Band, Metrics

FOOT = 4  # pixels below a strip, where the painter leaves the band's ground free
_TALLEST = 10_000  # pixels of one track


@dataclass(frozen=True, slots=True)
class Shown:
    """A track that has a band; `members` are the tracks whose events it shows, itself first."""

    track: Track
    depth: int
    members: tuple[int, ...]
    is_head: bool = False  # of a group that stands open below it

    @property
    def is_folded(self) -> bool:
        """True where only a strip is shown."""
        return self.track.collapsed


@dataclass(frozen=True, slots=True)
class Content:
    """What a band must have room for: rows of events, a strip below them, a shelf below that."""

    rows: int
    has_strip: bool
    has_shelf: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A band in pixels of the whole stack, and where in it rows begin and the strip stands."""

    band: Band
    first_row: int
    strip_top: int
    strip_height: int


def order_tracks(tracks: Iterable[Track]) -> list[Shown]:
    """The tracks that have bands, groups below their heads; a collapsed head stands for its group.

    A track whose head is hidden is hidden with it; one whose head is missing stands by itself.
    """
    ordered = sorted(tracks, key=lambda track: (track.position, track.id))
    known = {track.id for track in ordered}
    children: dict[int | None, list[Track]] = {}
    for track in ordered:
        head = track.parent if track.parent in known and track.parent != track.id else None
        children.setdefault(head, []).append(track)
    shown: list[Shown] = []
    _add_group(shown, children, None, 0)
    for head in list(children):  # tracks that head each other in a circle are shown all the same
        _add_group(shown, children, head, 0)
    return shown


def _add_group(
    shown: list[Shown], children: dict[int | None, list[Track]], head: int | None, depth: int
) -> None:
    # Taken out as they are met, so that a circle of heads ends.
    for track in children.pop(head, []):
        if track.hidden:
            continue
        if track.collapsed:
            members = (track.id, *_descendants(children, track.id))
            shown.append(Shown(track, depth, members))
        else:
            place = len(shown)
            shown.append(Shown(track, depth, (track.id,)))
            _add_group(shown, children, track.id, depth + 1)
            if len(shown) > place + 1:
                shown[place] = replace(shown[place], is_head=True)


def _descendants(children: dict[int | None, list[Track]], head: int) -> list[int]:
    found = []
    for track in children.pop(head, []):
        if not track.hidden:
            found += [track.id, *_descendants(children, track.id)]
    return found


def stack(shown: Sequence[Shown], contents: Sequence[Content], metrics: Metrics) -> list[Place]:
    """Where each band stands, from 0 downward."""
    places: list[Place] = []
    top = 0
    for one, content in zip(shown, contents, strict=True):
        place = _place(one, content, metrics, top)
        places.append(place)
        top += place.band.height
    return places


def _place(one: Shown, content: Content, metrics: Metrics, top: int) -> Place:
    shelf = metrics.shelf if content.has_shelf and not one.is_folded else 0
    rows = content.rows * metrics.row
    strip = _strip_height(one, content, metrics)
    inner = rows + (strip + FOOT if strip else 0)
    height = _height(one, inner + 2 * metrics.padding, shelf, metrics)
    band = Band(
        track=one.track.id,
        top=top,
        height=height,
        is_dense=content.has_strip,
        shelf=shelf,
        depth=one.depth,
    )
    foot = top + height - shelf - FOOT
    if content.has_strip:
        return Place(band, top + metrics.padding, foot - strip, strip)
    # A few rows stand in the middle of a band that must be higher for its header.
    inset = max(metrics.padding, (metrics.smallest_band - rows) // 2)
    return Place(band, top + inset, foot, 0)


def _strip_height(one: Shown, content: Content, metrics: Metrics) -> int:
    if not content.has_strip:
        return 0
    return max(8, metrics.collapsed - 2 * FOOT) if one.is_folded else metrics.strip


def _height(one: Shown, needed: int, shelf: int, metrics: Metrics) -> int:
    if one.is_folded:
        return metrics.collapsed
    if one.track.height:
        return _own_height(one, metrics) + shelf
    if one.is_head and needed <= 2 * metrics.padding and not shelf:
        return metrics.collapsed  # nothing stands on it: a line for its name is enough
    return max(needed, metrics.smallest_band) + shelf


def rows_that_fit(one: Shown, metrics: Metrics, strip: int) -> int | None:
    """How many rows the height that the user gave the track has room for, None without one."""
    if not one.track.height:
        return None
    height = _own_height(one, metrics) - 2 * metrics.padding - strip
    return max(0, height // metrics.row)


def _own_height(one: Shown, metrics: Metrics) -> int:
    """The height that the user gave the track; a damaged file may name any number."""
    return min(max(one.track.height, metrics.smallest_band), _TALLEST)
