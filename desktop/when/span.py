"""A length of time as people say it: "3 days", "-2 weeks", "1 year 6 months"."""

import re
from dataclasses import dataclass

from desktop.errors import WhenError
from desktop.i18n import _, counted
from desktop.when.bounds import span_of
from desktop.when.calendar import DAY, HOUR, MINUTE, add_months
from desktop.when.shift import moved
from desktop.when.when import When

LONGEST = 10**11  # months, and in seconds as long; no year that can be written lies farther

_MONTHS = {"month": 1, "mo": 1, "year": 12, "yr": 12, "y": 12, "decade": 120, "century": 1200}
_SECONDS = {
    "minute": MINUTE, "min": MINUTE, "hour": HOUR, "h": HOUR, "day": DAY, "d": DAY,
    "week": 7 * DAY, "w": 7 * DAY,
}  # fmt: skip
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
            "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_PART = re.compile(r"(\d{1,9}|[a-z]+)\s*([a-z]+)\s*(?:,|and\b)?\s*", re.IGNORECASE)
_REPEAT = re.compile(
    r"(?:every\s+)?(.+?)\s*[,;]?\s+(?:[x×]\s*|for\s+)?(\d{1,9})(?:\s*(?:times|time|x|×))?",
    re.IGNORECASE,
)
_SIGNS = str.maketrans("−–", "--")


@dataclass(frozen=True, slots=True)
class Span:
    """Months, which differ in length, and seconds, which do not; negative is earlier."""

    months: int = 0
    seconds: int = 0

    def times(self, count: int) -> "Span":
        """So many of it one behind the other."""
        return Span(self.months * count, self.seconds * count)


def read_span(text: str) -> Span:
    """What is meant by "+3 days" or "2 weeks 1 day"; a minus before it is for all of it.

    Refused with a `WhenError` where it is no length of time, or none at all.
    """
    words = text.translate(_SIGNS).strip()
    sign = -1 if words.startswith("-") else 1
    rest = words.lstrip("+-").strip()
    place, months, seconds = 0, 0, 0
    while part := _PART.match(rest, place):
        more = _part(part[1].lower(), part[2].lower())
        if more is None:
            break
        months, seconds, place = months + more.months, seconds + more.seconds, part.end()
    if place < len(rest) or not (months or seconds):
        raise WhenError(
            _("“{text}” is no length of time, such as 3 days or -2 weeks.").format(
                text=text.strip()
            )
        )
    if months > LONGEST or seconds > LONGEST * 30 * DAY:
        raise WhenError(_("That is longer than dates reach."))
    return Span(months, seconds).times(sign)


def read_repeat(text: str) -> tuple[Span, int]:
    """How far apart and how often: "every 2 weeks, 5 times", "month x 12"."""
    found = _REPEAT.fullmatch(text.strip())
    if found is None:
        raise WhenError(_("Say how far apart and how often, such as every 2 weeks, 5 times."))
    every = found[1] if re.search(r"\d|\s", found[1]) else f"1 {found[1]}"
    return read_span(every), int(found[2])


def _part(number: str, unit: str) -> Span | None:
    count = int(number) if number.isdigit() else _NUMBERS.get(number)
    known = next((name for name in _names(unit) if name in _MONTHS or name in _SECONDS), None)
    if count is None or known is None:
        return None
    return Span(count * _MONTHS.get(known, 0), count * _SECONDS.get(known, 0))


def _names(unit: str) -> tuple[str, ...]:
    return unit, unit.removesuffix("s"), unit.removesuffix("ies") + "y"


def moved_by(when: When, span: Span) -> When:
    """The same date a span later: months by the calendar, from where the date begins."""
    start = span_of(when.dates[0])[0]
    return moved(when, add_months(start, span.months) - start + span.seconds)


def span_in_words(span: Span) -> str:
    """The length alone, in the largest units: "1 year 6 months", "2 weeks"."""
    years, months = divmod(abs(span.months), 12)
    days, rest = divmod(abs(span.seconds), DAY)
    weeks, days = (days // 7, 0) if days % 7 == 0 else (0, days)
    hours, minutes = divmod(rest // MINUTE, 60)
    parts = [
        counted("{n} year", "{n} years", years) if years else "",
        counted("{n} month", "{n} months", months) if months else "",
        counted("{n} week", "{n} weeks", weeks) if weeks else "",
        counted("{n} day", "{n} days", days) if days else "",
        counted("{n} hour", "{n} hours", hours) if hours else "",
        counted("{n} minute", "{n} minutes", minutes) if minutes else "",
    ]
    return " ".join(part for part in parts if part)
