"""Clock times and parts of a day: 18:00, 6.30 pm, noon, morning, night.

Morning is 06-12, afternoon 12-18, evening and “late” 18-24, night 18-06 of the next day, “early”
00-06.
"""

import re

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.bounds import span_of
from desktop.when.calendar import DAY, HOUR, MINUTE
from desktop.when.edtf import date_of
from desktop.when.spelling import spell_instant
from desktop.when.words.dates import Tokens
from desktop.when.words.said import Said
from desktop.when.words.tokens import kinds_of
from desktop.when.written import Precision

_DAYPARTS = ((6, 12), (12, 18), (18, 24), (18, 30))
_EARLY, _LATE = (0, 6), (18, 24)
_CLOCK = re.compile("[ND]p|Cp?|D")


def clock_at(tokens: Tokens, *, is_first: bool) -> int:
    """How many tokens at the start, or at the end, tell a clock time: 0, 1 or 2."""
    for length in (2, 1):
        part = tokens[:length] if is_first else tokens[-length:]
        if len(part) == length and _CLOCK.fullmatch(kinds_of(part)):
            return length
    return 0


def seconds_of(tokens: Tokens) -> tuple[int, Precision]:
    """The second of the day that the tokens tell, up to 24:00, and its unit."""
    token, text = tokens[0], tokens[0].text
    clock = token.value if token.kind == "C" else token.value * HOUR
    if token.kind == "D":
        hours, _point, minutes = text.partition(".")
        clock = int(hours) * HOUR + int(minutes) * MINUTE
        if len(minutes) != 2 or int(minutes) > 59 or clock > DAY:
            raise WhenError(_("{text}: hours are 0 to 23 and minutes 00 to 59.").format(text=text))
    if len(tokens) == 2:
        if not HOUR <= clock < 13 * HOUR:
            raise WhenError(_("{text}: hours before am and pm are 1 to 12.").format(text=text))
        clock = clock % (12 * HOUR) + tokens[1].value * HOUR
    return clock, Precision.SECOND if text.count(":") == 2 else Precision.MINUTE


def at_clock(day: Said, tokens: Tokens) -> Said | None:
    """A clock time on a day; None where `day` is no single exact day."""
    start = _start_of_day(day)
    if start is None:
        return None
    clock, unit = seconds_of(tokens)
    said = Said(spell_instant(start + clock, unit), day.note, day.source)
    if clock == 0 and tokens[0].kind == "C" and ":" not in tokens[0].text:
        return said.noting(_("Midnight is the start of the day."))
    return said


def in_daypart(day: Said, part: int) -> Said | None:
    """Morning 0, afternoon 1, evening 2 or night 3 of a day."""
    return _hours(day, _DAYPARTS[part])


def in_third_of_day(day: Said, third: int) -> Said | None:
    """Early (0) or late (2) on a day; its middle has no hours."""
    if third == 1:
        raise WhenError(_("“mid” does not go with a day; write its hours."))
    return _hours(day, _EARLY if third == 0 else _LATE)


def _hours(day: Said, hours: tuple[int, int]) -> Said | None:
    start = _start_of_day(day)
    if start is None:
        return None
    first, last = (spell_instant(start + hour * HOUR, Precision.MINUTE) for hour in hours)
    note = _("That is {first} to {last} o’clock.").format(first=hours[0], last=hours[1] % 24 or 24)
    return Said(f"{first}/{last}", day.note, day.source).noting(note)


def _start_of_day(day: Said) -> int | None:
    if day.is_interval or day.edtf.startswith("["):
        return None
    date = date_of(day.edtf)
    if date.precision is not Precision.DAY or not date.is_exact:
        return None
    return span_of(date)[0]


def next_day(said: Said) -> Said:
    """The same clock time one day later."""
    date = date_of(said.edtf)
    return Said(
        spell_instant(span_of(date)[0] + DAY, date.precision), said.note, said.source
    ).noting(_("It ends on the next day."))
