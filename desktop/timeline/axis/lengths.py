"""How long it is between two ends in words, where either end may be uncertain."""

from dataclasses import dataclass

from desktop.i18n import _, counted
from desktop.when import When
from desktop.when.bounds import EVER_AFTER, EVER_BEFORE
from desktop.when.calendar import DAY, HOUR, MINUTE, add_months, civil
from desktop.when.span import Span, span_in_words

LONG = 60 * DAY  # from here on a length is told in months and years, and in days beside
_MONTH = 30 * DAY


@dataclass(frozen=True, slots=True)
class End:
    """A second, or the seconds between which it lies; `name` tells what stands there."""

    first: int
    last: int
    name: str = ""

    @property
    def is_sure(self) -> bool:
        """True where the very second is known."""
        return self.first == self.last

    @property
    def is_known(self) -> bool:
        """False for an end that nobody knows."""
        return self.first > EVER_BEFORE and self.last < EVER_AFTER

    @property
    def middle(self) -> int:
        """The second from which to measure."""
        return (self.first + self.last) // 2

    @classmethod
    def start_of(cls, when: When, name: str = "") -> "End":
        """Where a date begins; between its first and last possible second where that is vague."""
        bounds = when.bounds
        has_core = bounds.certain_from < bounds.certain_until
        return cls(bounds.earliest, bounds.certain_from if has_core else bounds.latest, name)

    @classmethod
    def stop_of(cls, when: When, name: str = "") -> "End":
        """Where a date ends."""
        bounds = when.bounds
        has_core = bounds.certain_from < bounds.certain_until
        return cls(bounds.certain_until if has_core else bounds.earliest, bounds.latest, name)


@dataclass(frozen=True, slots=True)
class Ruler:
    """A length of time that is shown on the timeline: from one end to a later one."""

    start: End
    stop: End

    @classmethod
    def between(cls, one: End, other: End) -> "Ruler":
        """The ruler from the earlier of two ends to the later."""
        return cls(*sorted((one, other), key=lambda end: end.middle))

    def lines(self) -> list[str]:
        """What it says: the length, then what is to be known about it."""
        if not (self.start.is_known and self.stop.is_known):
            return [_("nobody knows how long"), self._names()]
        first, last = self.start.middle, self.stop.middle
        if self.start.is_sure and self.stop.is_sure:
            return [length_words(first, last), in_days(first, last), self._names()]
        about = _("about {length}").format(length=rough_words(last - first))
        least, most = max(0, self.stop.first - self.start.last), self.stop.last - self.start.first
        return [about, _between(least, most), self._names()]

    def _names(self) -> str:
        return " – ".join(name for name in (self.start.name, self.stop.name) if name)


def length_words(first: int, last: int) -> str:
    """From one second to another by the calendar: "3 days 4 hours", "1 year 6 months 2 days"."""
    if last - first < LONG:
        return _said(Span(0, last - first))
    months = _months_between(first, last)
    rest = last - add_months(first, months)
    unit = DAY if months < 1200 else _MONTH
    return _said(Span(months, rest // unit * unit if rest >= unit else 0))


def in_days(first: int, last: int) -> str:
    """The same in whole days where it is told in months and years, else ""."""
    if last - first < LONG:
        return ""
    days = (last - first) // DAY
    return _("{days} days").format(days=f"{days:,}")


def rough_words(seconds: int) -> str:
    """A length of which the end is vague, in its largest unit: "21 years", "5 days"."""
    year, month = 365.2425 * DAY, 30.437 * DAY
    sizes = (
        (year, 2 * year, "{n} year", "{n} years"),
        (month, 2 * month, "{n} month", "{n} months"),
        (DAY, DAY, "{n} day", "{n} days"),
        (HOUR, HOUR, "{n} hour", "{n} hours"),
    )
    for size, least, one, many in sizes:
        if seconds >= least:
            return counted(one, many, round(seconds / size))
    return counted("{n} minute", "{n} minutes", round(seconds / MINUTE))


def _between(least: int, most: int) -> str:
    words = (rough_words(least), rough_words(most))
    if words[0] == words[1]:
        return ""
    if least == 0:
        return _("at most {most}").format(most=words[1])
    return _("between {least} and {most}").format(least=words[0], most=words[1])


def _months_between(first: int, last: int) -> int:
    (year, month, *_day), (other_year, other_month, *_other) = civil(first), civil(last)
    months = (other_year - year) * 12 + other_month - month
    return months - (add_months(first, months) > last)


def _said(span: Span) -> str:
    return span_in_words(span) or counted("{n} minute", "{n} minutes", 0)
