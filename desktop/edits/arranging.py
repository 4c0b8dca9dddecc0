"""Arranging many events: shifted, repeated, split, joined, aligned, coloured, weighed, ordered."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.document import Document
from desktop.edits.events import duplicate_events, merge_events
from desktop.errors import WhenError
from desktop.i18n import _
from desktop.model import Event
from desktop.when import When, moved, resized, spanning
from desktop.when.bounds import EVER_AFTER, EVER_BEFORE
from desktop.when.calendar import DAY, MINUTE
from desktop.when.span import Span, moved_by

MOST_REPEATS = 1000
LOWEST, HIGHEST = 0, 9  # of importance


def shift_events(document: Document, ids: Iterable[int], by: Span) -> None:
    """Move events by a span, months by the calendar; undated ones stay undated."""
    with document.step(_("Shift events")):
        document.keep(
            [event.on(moved_by(event.when, by)) for event in document.events(ids) if event.when]
        )


def repeat_events(document: Document, ids: Iterable[int], every: Span, times: int) -> list[int]:
    """Put `times` more of each event after it, a span apart, with its tags and without claims.

    The words that tell of one day tell of no other. Each is counted from the first, so that the
    31st of a month comes back after a shorter one.
    """
    if not 1 <= times <= MOST_REPEATS:
        raise WhenError(_("Events can be repeated 1 to 1000 times."))
    events = document.events(ids)
    if not all(event.when for event in events):
        raise WhenError(_("An event without a date cannot be repeated."))
    tags = document.tag_names([event.id for event in events])
    made = []
    with document.step(_("Repeat events")):
        for event in events:
            for count in range(1, times + 1):
                when = event.when and moved_by(event.when, every.times(count))
                made.append(document.add(replace(event, id=0, uid="", when=when)))
                document.set_event_tags(made[-1], tags.get(event.id, []))
    return made


def middle_of(when: When) -> int:
    """The second in the middle of a date, on a whole day or minute; an open one is refused."""
    first, last = when.bounds.earliest, when.bounds.latest
    if first <= EVER_BEFORE or last >= EVER_AFTER:
        raise WhenError(_("What is open at one end has no middle."))
    unit = DAY if last - first >= 2 * DAY else MINUTE
    middle = (first + last) // 2
    return middle - middle % unit


def split_event(document: Document, event: int, at: int) -> int:
    """Make two events of one, the second from the second `at` on, both with its claims and tags."""
    whole = document.event(event)
    if whole.when is None:
        raise WhenError(_("An event without a date cannot be split."))
    if not whole.when.bounds.earliest < at < whole.when.bounds.latest:
        raise WhenError(_("An event can be split only between its start and its end."))
    first, second = resized(whole.when, end=at), resized(whole.when, start=at)
    with document.step(_("Split event")):
        (other,) = duplicate_events(document, [event])
        document.keep([whole.on(first), document.event(other).on(second)])
    return other


def join_events(document: Document, ids: Iterable[int]) -> int:
    """Make one event from the start of the first to the end of the last, with all their claims."""
    events = [event for event in document.events(ids) if event.when]
    if len(events) < 2:
        raise WhenError(_("Choose two events or more that have dates to join them."))
    events.sort(key=lambda event: event.when.bounds.earliest if event.when else 0)
    whens = [event.when for event in events if event.when]
    with document.step(_("Join events")):
        merge_events(document, events[0].id, [event.id for event in events[1:]])
        document.keep(events[0].on(_joined(whens)))
    return events[0].id


def _joined(whens: list[When]) -> When:
    """Both outer ends as they are written; where that makes no range, the span of all."""
    last = max(whens, key=lambda when: when.bounds.latest)
    if all("/" in when.edtf or not when.is_one_of for when in (whens[0], last)):
        start, end = whens[0].edtf.split("/")[0], last.edtf.split("/")[-1]
        try:
            return When(start if start == end else f"{start}/{end}")
        except WhenError:
            pass  # a decade, for one, is no end of a range
    return spanning(whens[0].bounds.earliest, last.bounds.latest)


def align_starts(document: Document, ids: Iterable[int], with_event: int) -> None:
    """Let events begin when one of them does, keeping their lengths."""
    _align(document, ids, with_event, is_start=True)


def align_ends(document: Document, ids: Iterable[int], with_event: int) -> None:
    """Let events end when one of them does, keeping their lengths."""
    _align(document, ids, with_event, is_start=False)


def _align(document: Document, ids: Iterable[int], with_event: int, *, is_start: bool) -> None:
    pattern = document.event(with_event).when
    if pattern is None:
        raise WhenError(_("The event chosen last has no date to align others with."))
    target = _side(pattern, is_start=is_start)
    with document.step(_("Align starts") if is_start else _("Align ends")):
        for event in document.events(ids):
            if event.when is not None and event.id != with_event:
                by = target - _side(event.when, is_start=is_start)
                document.keep(event.on(moved(event.when, by)))


def _side(when: When, *, is_start: bool) -> int:
    second = when.bounds.earliest if is_start else when.bounds.latest
    if not EVER_BEFORE < second < EVER_AFTER:
        raise WhenError(_("An event that is open at that end cannot be aligned there."))
    return second


def colour_events(document: Document, ids: Iterable[int], colour: str) -> None:
    """Draw events in a colour (`#RRGGBB`) of their own; "" is their track's again."""
    with document.step(_("Colour events")):
        document.keep([replace(event, colour=colour) for event in document.events(ids)])


def weigh_events(document: Document, ids: Iterable[int], by: int) -> None:
    """Make events more or less important, between 0 and 9."""
    with document.step(_("Change importance")):
        document.keep(
            [
                replace(event, importance=min(max(event.importance + by, LOWEST), HIGHEST))
                for event in document.events(ids)
            ]
        )


def order_event(document: Document, event: int, by: int) -> None:
    """Put an event so many places later among those of its track that begin when it does."""
    peers = _beginning_with(document, document.event(event))
    ids = [peer.id for peer in peers]
    here = ids.index(event)
    there = min(max(here + by, 0), len(peers) - 1)
    peers.insert(there, peers.pop(here))
    with document.step(_("Order on the same day")):
        document.keep(
            [replace(peer, position=n) for n, peer in enumerate(peers) if peer.position != n]
        )


def _beginning_with(document: Document, event: Event) -> list[Event]:
    """The events of its track that begin in the same second, or have no date either, in order."""
    if event.when is None:
        return document.undated(event.track)
    columns = document.event_columns(tracks=[event.track])
    ids = columns.ids[columns.earliest == event.when.bounds.earliest].tolist()
    return sorted(document.events(ids), key=lambda peer: (peer.position, peer.id))
