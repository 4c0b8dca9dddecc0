"""From event to event by the arrow keys."""

from collections.abc import Mapping

from desktop.timeline.events.index import Index


def next_in_time(index: Index, event: int, step: int) -> int | None:
    """The event before (-1) or after (1) this one on its track, None at the end of it."""
    track = index.track_of(event)
    if track is None:
        return None
    line = index.line(track)
    place = line.place_of(event)
    if place is None or not 0 <= place + step < len(line):
        return None
    return int(line.events.ids[place + step])


def beside(index: Index, event: int, tracks: list[int], step: int) -> int | None:
    """The event nearest in time on the next track up (-1) or down (1) that has any."""
    found = index.find(event)
    if found is None or found.track not in tracks:
        return None
    here = tracks.index(found.track)
    others = tracks[here + 1 :] if step > 0 else tracks[:here][::-1]
    for track in others:
        nearest = nearest_on(index, track, found.earliest)
        if nearest is not None:
            return nearest
    return None


def nearest_on(index: Index, track: int, seconds: int) -> int | None:
    """The event of a track that begins nearest to a second."""
    starts = index.line(track).events.earliest
    if not len(starts):
        return None
    place = min(int(starts.searchsorted(seconds)), len(starts) - 1)
    if place and abs(int(starts[place - 1]) - seconds) < abs(int(starts[place]) - seconds):
        place -= 1
    return int(index.line(track).events.ids[place])


def first_to_walk(index: Index, tracks: list[int], seconds: int) -> int | None:
    """Where a walk begins that has no event yet: the one nearest to a second on any track."""
    found = [nearest_on(index, track, seconds) for track in tracks]
    known = [index.find(event) for event in found if event is not None]
    ways = [(abs(dated.earliest - seconds), dated.id) for dated in known if dated is not None]
    return min(ways)[1] if ways else None


def shelf_of(event: int, undated: Mapping[int, list[tuple[int, str]]]) -> int:
    """The track on whose shelf an event waits for a date; -1 for one that is not shown."""
    shelves = (track for track, chips in undated.items() if event in dict(chips))
    return next(shelves, -1)
