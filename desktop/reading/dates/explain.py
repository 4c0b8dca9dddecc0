"""One sentence a reading: which words were read against what."""

from desktop.calendar import civil_from_days, weekday
from desktop.i18n import _
from desktop.reading.dates.values import Span

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def in_words(span: Span | None) -> str:
    """A span for a reader: `Friday 29 Nov 2024`, `Nov 2024`, else its EDTF text."""
    if span is None:
        return _("nothing that the text has named")
    if span.unit == "day":
        year, month, day = civil_from_days(span.index)
        name = _DAYS[weekday(span.index) - 1]
        return f"{name} {day} {_MONTHS[month - 1]} {_year(year)}"
    if span.unit == "month":
        year, month = divmod(span.index, 12)
        return f"{_MONTHS[month]} {_year(year)}"
    return _year(span.index) if span.unit == "year" else span.edtf


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def as_written(words: str) -> str:
    """The text itself says all."""
    return _("{words}: as it is written.").format(words=words)


def from_anchor(words: str, anchor: Span | None, *, is_narrative: bool) -> str:
    """Counted from the publication date or from the date that the text last set."""
    if is_narrative:
        return _("{words}: counted from {anchor}, which the text named before.").format(
            words=words, anchor=in_words(anchor)
        )
    return _("{words}: counted from {anchor}, when it was published.").format(
        words=words, anchor=in_words(anchor)
    )


def weekday_near(words: str, anchor: Span | None, tense: str) -> str:
    """A weekday against the publication date."""
    if tense == "future":
        return _("{words}: the first one after {anchor}.").format(
            words=words, anchor=in_words(anchor)
        )
    return _("{words}: the last one on or before {anchor}.").format(
        words=words, anchor=in_words(anchor)
    )


def year_from(words: str, anchor: Span | None, *, is_narrative: bool) -> str:
    """The year that the words leave out."""
    if is_narrative:
        return _("{words}: in the year that the text last named ({anchor}).").format(
            words=words, anchor=in_words(anchor)
        )
    return _("{words}: the one nearest to {anchor}, when it was published.").format(
        words=words, anchor=in_words(anchor)
    )


def not_placed(words: str) -> str:
    """Vague words, lengths and repetitions."""
    return _("{words}: a time, but no day on the calendar.").format(words=words)


def tied_to_event(words: str) -> str:
    """Counted from something that happened, which the reader must point out."""
    return _(
        "{words}: counted from an event that the text tells of; link it to that event."
    ).format(words=words)


def by_the_moon(words: str) -> str:
    """The Islamic calendar, which sightings of the moon may move by a day."""
    return _("{words}: reckoned by the Islamic calendar; a day may be off.").format(words=words)
