"""One date without marks: a production, or one with a weekday, a clock time or “late” beside it."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.bounds import span_of
from desktop.when.calendar import DAY, julian_weekday, weekday
from desktop.when.edtf import parse
from desktop.when.english import MONTHS, WEEKDAYS
from desktop.when.spelling import show_year, spell_day
from desktop.when.words.clock import at_clock, clock_at, in_daypart, in_third_of_day
from desktop.when.words.dates import DATES, Read, Tokens
from desktop.when.words.parts import PARTS, part_of, third_of
from desktop.when.words.relative import RELATIVE
from desktop.when.words.said import Context, Said, Source
from desktop.when.words.tokens import kinds_of
from desktop.when.written import Date, Precision

_PRODUCTIONS = (*DATES, *PARTS, *RELATIVE)
_COUNTING = frozenset(read for _pattern, read in RELATIVE)
_LAST_JULIAN_YEAR = 1923  # Greece was the last country to leave the calendar


def plain(tokens: Tokens, context: Context) -> Said | None:
    """The date that all of the tokens tell, or None where no production fits them."""
    if not tokens:
        return None
    kinds = kinds_of(tokens)
    for read in _fitting(kinds):
        said = read(tokens, context)
        if said is not None:
            return replace(said, source=Source.COUNTED) if read in _COUNTING else said
    return _composed(tokens, kinds, context)


@lru_cache(maxsize=2_000)
def _fitting(kinds: str) -> tuple[Read, ...]:
    """The functions of the productions that fit; patterns are compiled when first needed."""
    return tuple(read for pattern, read in _PRODUCTIONS if re.fullmatch(pattern, kinds))


def _composed(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    for signs, compose in _COMPOSED:
        # Each of these words may stand once: that keeps the work small whatever is typed.
        if max(map(kinds.count, signs)) != 1:
            continue
        said = compose(tokens, kinds, context)
        if said is not None:
            return said
    if kinds[0] == "i":
        return plain(tokens[1:], context)
    return None


def _with_weekday(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`Fri 29 Nov 2024`: the weekday must be that of the date."""
    if len(tokens) < 3 or (kinds[0] not in "Wv" and kinds[-1] not in "Wv"):
        return None
    is_first = kinds[0] in "Wv"
    named, rest = (tokens[0], tokens[1:]) if is_first else (tokens[-1], tokens[:-1])
    said = plain(rest, context)
    date = None if said is None or said.is_interval else parse(said.edtf)
    if said is None or not isinstance(date, Date) or date.precision < Precision.DAY or not date.day:
        return None
    true = weekday(span_of(date)[0] // DAY)
    if true == named.value:
        return said
    if date.year <= _LAST_JULIAN_YEAR and named.value == julian_weekday(
        date.year, date.month, date.day
    ):
        return said.noting(_("That weekday is right in the Julian calendar only."))
    raise WhenError(
        _("{day} {month} {year} is a {true}, not a {named}.").format(
            day=date.day, month=MONTHS[date.month - 1], year=show_year(date.year),
            true=WEEKDAYS[true - 1], named=WEEKDAYS[named.value - 1],
        )
    )  # fmt: skip


def _with_clock(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`29 Nov 2024 18:00`, `6 pm on 29 Nov 2024`, `18:00` today."""
    for is_first in (True, False):
        length = clock_at(tokens, is_first=is_first)
        if not length:
            continue
        clock, rest = tokens[:length], tokens[length:]
        if not is_first:
            clock, rest = tokens[-length:], tokens[:-length]
        if not rest and kinds == "D":
            return None
        day = plain(rest, context) if rest else _today(tokens, context)
        said = at_clock(day, clock) if day else None
        if said is not None:
            return said
    return None


def _today(tokens: Tokens, context: Context) -> Said:
    text = " ".join(token.text for token in tokens)
    return Said(spell_day(context.day_for(text)), _("The day is today."), Source.BORROWED)


def _with_daypart(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`morning of 29 Nov 2024`, `Friday evening`, `this morning`, `last night`, `tonight`."""
    if kinds == "n":
        return in_daypart(_today(tokens, context), tokens[0].value)
    if kinds == "lV":
        return _this_or_last(tokens, context)
    if len(tokens) < 2 or "V" not in (kinds[0], kinds[-1]):
        return None
    part, rest = (tokens[0], tokens[1:]) if kinds[0] == "V" else (tokens[-1], tokens[:-1])
    day = plain(rest, context)
    return in_daypart(day, part.value) if day else None


def _this_or_last(tokens: Tokens, context: Context) -> Said | None:
    which, part = tokens[0].value, tokens[1].value
    if which == 1 or (which == -1 and part < 2):
        return None
    today = context.day_for(" ".join(token.text for token in tokens))
    return in_daypart(Said(spell_day(today + which)), part)


def _third(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`late 2016`, `mid-March 2020`, `early 19th century`, `late Friday`."""
    if kinds[0] != "L" or len(tokens) < 2:
        return None
    whole = plain(tokens[1:], context)
    if whole is None:
        return None
    date = parse(whole.edtf)
    if isinstance(date, Date) and date.precision is Precision.DAY:
        return in_third_of_day(whole, tokens[0].value)
    return third_of(tokens[0].value, whole)


def _share(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`third quarter of 2016`, `first half of the 19th century`, `last quarter of 2016`."""
    if len(tokens) < 3 or kinds[0] not in "Ol" or kinds[1] not in "HR":
        return None
    whole = plain(tokens[2:], context)
    count = 2 if kinds[1] == "H" else 4
    if whole is None or (kinds[0] == "l" and tokens[0].value != -1):
        return None
    return part_of(count, count if kinds[0] == "l" else tokens[0].value, whole)


def _week_around(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`week of 25 November 2024`, `weekend of 23 November 2024`: those that hold the day."""
    if kinds[0] != "Y" or tokens[0].value not in (2, 7) or len(tokens) < 2:
        return None
    day = plain(tokens[1:], context)
    date = None if day is None or day.is_interval else parse(day.edtf)
    if day is None or not isinstance(date, Date) or date.precision is not Precision.DAY:
        return None
    start = span_of(date)[0] // DAY
    monday = start - weekday(start) + 1
    first = monday if tokens[0].value == 2 else monday + 5
    return Said(f"{spell_day(first)}/{spell_day(monday + 6)}", day.note, day.source)


_COMPOSED: tuple[tuple[str, Callable[[Tokens, str, Context], Said | None]], ...] = (
    ("Wv", _with_weekday),
    ("CDp", _with_clock),
    ("V", _with_daypart),
    ("n", _with_daypart),
    ("L", _third),
    ("HR", _share),
    ("Y", _week_around),
)
