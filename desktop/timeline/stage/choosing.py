"""Events chosen by where they stand beside those in hand: after, before, on their track."""

from collections.abc import Iterable, Sequence

from desktop.timeline.stage.contents import Contents


def in_line(
    contents: Contents, chosen: Sequence[int], way: int, *, on_all_tracks: bool = False
) -> tuple[int, ...]:
    """The events that begin with or after the first chosen one (way 1), or with or before the last.

    Only tracks that are shown count, and of these only those of the chosen events unless
    `on_all_tracks`. The chosen ones stand at the end; () where none of them is dated.
    """
    index = contents.index
    dated = [found for found in map(index.find, chosen) if found is not None]
    if not dated:
        return ()
    starts = [found.earliest for found in dated]
    shown = [track.id for track in contents.shown]
    own = {found.track for found in dated}
    found: list[int] = []
    for track in shown if on_all_tracks else [track for track in shown if track in own]:
        events = index.line(track).events
        if way > 0:
            run = slice(int(events.earliest.searchsorted(min(starts))), None)
        else:
            run = slice(0, int(events.earliest.searchsorted(max(starts), "right")))
        found += events.ids[run].tolist()
    return _ending_with(found, chosen)


def on_tracks(contents: Contents, chosen: Sequence[int], tracks: Iterable[int]) -> tuple[int, ...]:
    """Every event of these tracks, undated ones too, those chosen before at the end."""
    found: list[int] = []
    for track in tracks:
        found += contents.index.line(track).events.ids.tolist()
        found += [event for event, _title in contents.undated.get(track, [])]
    return _ending_with(found, chosen)


def _ending_with(found: list[int], chosen: Sequence[int]) -> tuple[int, ...]:
    held, there = set(chosen), set(found)
    last = [event for event in chosen if event in there]
    return (*(event for event in found if event not in held), *last)
