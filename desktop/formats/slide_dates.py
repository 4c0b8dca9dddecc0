"""The beginning and the end that TimelineJS is told of a date, and the date known again by them.

TimelineJS refuses a whole file for one era that does not begin before it ends, and takes an end for
its beginning where all parts of the beginning are those of the end, too.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop.errors import WhenError
from desktop.formats.spans import Moment, edtf_between, first_day, last_day, moments_of
from desktop.when import When
from desktop.when.calendar import DAY, days_in_month

_FARTHEST = 200_000  # years; beyond about 270,000 TimelineJS's human scale knows no dates


@dataclass(frozen=True, slots=True)
class Edges:
    """The first and the last day of a timeline, where its endless eras end."""

    first: Moment
    last: Moment


def edges_of(whens: Iterable[When]) -> Edges | None:
    """The days between which all the dates lie; None where there is no date."""
    days = [(first_day(when), last_day(when)) for when in whens]
    if not days:
        return None
    return Edges(Moment(*min(day[0] for day in days)), Moment(*max(day[1] for day in days)))


def is_beyond(when: When) -> bool:
    """True for a date that TimelineJS's human scale cannot show."""
    return any(abs(day(when)[0]) > _FARTHEST for day in (first_day, last_day))


def event_ends(when: When) -> tuple[Moment | None, Moment | None]:
    """The first and the last moment of an event; one without beginning is shown at its end."""
    first, last = moments_of(when)
    if first is None:
        return last, None
    return _apart(first, last) if last else (first, None)


def era_ends(when: When) -> tuple[Moment | None, Moment | None]:
    """The first and the last moment of an era, None on the side that is open."""
    first, last = moments_of(when)
    if first is None or (last is None and when.is_open_end):
        return first, last
    return _apart(first, last or first)


def within(ends: tuple[Moment | None, Moment | None], edges: Edges) -> tuple[Moment, Moment]:
    """The ends of an era with its open sides closed at the edges of the timeline, or beyond."""
    first, last = ends
    if first is not None and last is not None:
        return first, last
    if first is not None:
        reaches = _parts(edges.last) > _parts(_end(first))
        return (first, edges.last) if reaches else (_beginning(first), _end(first))
    if last is not None:
        reaches = _parts(edges.first) < _parts(_beginning(last))
        return (edges.first, last) if reaches else (_beginning(last), _end(last))
    return _apart(edges.first, edges.last)


def known_again(own: str, said: str, *, is_era: bool) -> str:
    """The EDTF that Dateline wrote beside a slide's dates; `said` where they were changed since."""
    try:
        when = When(own)
    except WhenError:
        return said
    first, last = era_ends(when) if is_era else event_ends(when)
    if is_era and (first is None or last is None):
        before, _to, after = said.partition("/")
        same = _is(first, before, _beginning) and _is(last, after, _end)
    else:
        same = When(edtf_between(first, last)).edtf == said
    return when.edtf if same else said


def _is(moment: Moment | None, said: str, detailed: Callable[[Moment], Moment]) -> bool:
    """True where a side of an era is said as it is or in more detail; always for an open side."""
    return moment is None or said in (
        f"{one.edtf}{clock}"
        for one in (moment, detailed(moment))
        for clock in ("", "T00:00", "T23:59")
    )


def _parts(moment: Moment) -> tuple[int, int, int, int]:
    return moment.year, moment.month, moment.day, moment.clock or 0


def _apart(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Two ends that TimelineJS can tell apart, said in more detail where they must be."""
    told = zip(_told(first), _told(last), strict=True)
    if any(one is not None and one != other for one, other in told):
        return first, last
    return _beginning(first), _end(last)


def _told(moment: Moment) -> tuple[int | None, ...]:
    return moment.year, moment.month or None, moment.day or None, moment.clock


def _beginning(moment: Moment) -> Moment:
    if moment.clock is not None:
        return Moment(moment.year, moment.month, moment.day, min(moment.clock, DAY - 2))
    if moment.day:
        return Moment(moment.year, moment.month, moment.day, 0)
    return Moment(moment.year, moment.month or 1, 1)


def _end(moment: Moment) -> Moment:
    if moment.clock is not None:
        return Moment(moment.year, moment.month, moment.day, min(moment.clock + 59, DAY - 1))
    if moment.day:
        return Moment(moment.year, moment.month, moment.day, DAY - 60)
    month = moment.month or 12
    return Moment(moment.year, month, days_in_month(moment.year, month))
