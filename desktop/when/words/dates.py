"""Dates of the calendar that a person wrote out: days, months, years, decades, centuries.

Each production is a pattern of kinds and the function that reads the tokens which fit it.
"""

import re
from collections.abc import Callable

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.ambiguity import AmbiguousWhen
from desktop.when.calendar import monday_of
from desktop.when.english import MONTHS
from desktop.when.spelling import spell_day, spell_year
from desktop.when.when import When
from desktop.when.words.said import Context, Said, Source, checked_day
from desktop.when.words.tokens import Token, kinds_of
from desktop.when.written import PARTS

Tokens = tuple[Token, ...]
Read = Callable[[Tokens, Context], Said | None]
Production = tuple[str, Read]

_YEAR = "(?:Y?N|NE|EN)"


def year_of(tokens: Tokens) -> int:
    """The astronomical year of a number with or without its era; refused where the era is open."""
    if tokens[0].kind == "Y" and tokens[0].value != 4:
        raise WhenError(_("“{text}” does not go with a year.").format(text=tokens[0].text))
    number = next(token for token in tokens if token.kind == "N")
    era = next((token.value for token in tokens if token.kind == "E"), None)
    if era == 2:
        return 1950 - number.value
    if era is not None and number.value == 0:
        raise WhenError(_("There is no year 0: 1 BC was followed by AD 1."))
    if era is not None:
        return number.value if era == 1 else 1 - number.value
    if len(number.text) == 4 and number.text.isdigit():
        return number.value
    raise WhenError(_fault_of_year(number.text))


def _fault_of_year(text: str) -> str:
    if len(text) <= 2:
        return _("“{text}” is no year by itself: write 1914, AD 14 or 14 BC.").format(text=text)
    return _("Is {text} a year BC or AD? Write {text} BC or AD {text}.").format(text=text)


def _year(tokens: Tokens, context: Context) -> Said | None:
    digits = tokens[0].text
    if len(tokens) == 1 and len(digits) == 8 and digits.isdigit():
        year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
        return Said(_numbered(digits, year, month, day))
    return Said(spell_year(year_of(tokens)))


def _month_year(tokens: Tokens, context: Context) -> Said | None:
    month, rest = tokens[0], tokens[1:]
    if kinds_of(rest) == "N" and len(rest[0].text) <= 2:
        return _day_in(context, month.value, rest[0].value)
    return Said(f"{spell_year(year_of(rest))}-{month.value:02d}")


def _year_month(tokens: Tokens, context: Context) -> Said | None:
    kinds = kinds_of(tokens)
    if kinds == "OM" or (kinds == "NM" and len(tokens[0].text) <= 2):
        return _day_in(context, tokens[1].value, tokens[0].value)
    return Said(f"{spell_year(year_of(tokens[:-1]))}-{tokens[-1].value:02d}")


def _day_in(context: Context, month: int, day: int) -> Said:
    if context.year is None:
        raise WhenError(_("{day} {month}: of which year?").format(day=day, month=MONTHS[month - 1]))
    note = _("The year is taken from today: {year}.").format(year=context.year)
    return Said(checked_day(context.year, month, day), note, Source.BORROWED)


def _month_day(tokens: Tokens, context: Context) -> Said | None:
    return _day_in(context, tokens[0].value, tokens[1].value)


def _day_month_year(tokens: Tokens, context: Context) -> Said | None:
    if kinds_of(tokens) == "NMN" and len(tokens[0].text) >= 4:
        return _year_month_day(tokens, context)
    return _day(tokens[2:], tokens[1], tokens[0])


def _month_day_year(tokens: Tokens, context: Context) -> Said | None:
    return _day(tokens[2:], tokens[0], tokens[1])


def _year_month_day(tokens: Tokens, context: Context) -> Said | None:
    return _day(tokens[:-2], tokens[-2], tokens[-1])


def _day(year: Tokens, month: Token, day: Token) -> Said | None:
    if len(day.text) > 2 and day.kind == "N":
        return None
    return Said(checked_day(year_of(year), month.value, day.value))


def _iso(tokens: Tokens, context: Context) -> Said | None:
    """An ISO date or an EDTF season; `1914-18` is a range of years, `2021-22` could be either."""
    text = tokens[0].text.upper()
    if len(text) != 7 or 1 <= int(text[5:]) <= 12:
        return Said(When(text).edtf)
    year, tail = int(text[:4]), int(text[5:])
    last = year // 100 * 100 + tail
    if last <= year:
        return Said(When(text).edtf)
    if tail in PARTS and last - year > _longest_run(tail):
        note = _("Read as EDTF; for years write {year}–{last}.").format(year=year, last=last)
        return Said(When(text).edtf, note)
    if tail not in PARTS:
        return Said(f"{spell_year(year)}/{spell_year(last)}")
    raise WhenError(
        _("{text} may be {year}–{last} or, in EDTF, a part of {year}: write it in words.").format(
            text=text, year=year, last=last
        )
    )


def _longest_run(code: int) -> int:
    """How many years people may mean by `2016-22`; seasons are usual EDTF, other parts are rare."""
    return 5 if code <= 24 else 15


def _iso_week(tokens: Tokens, context: Context) -> Said | None:
    digits = re.sub("[^0-9]", "", tokens[0].text)
    monday = _checked_week(int(digits[:4]), int(digits[4:6]))
    if len(digits) == 7:
        return Said(spell_day(monday + int(digits[6]) - 1))
    return Said(f"{spell_day(monday)}/{spell_day(monday + 6)}")


def _week_of_year(tokens: Tokens, context: Context) -> Said | None:
    if tokens[0].value != 2 or len(tokens[1].text) > 2:
        return None
    monday = _checked_week(year_of(tokens[2:]), tokens[1].value)
    return Said(f"{spell_day(monday)}/{spell_day(monday + 6)}")


def _checked_week(year: int, week: int) -> int:
    monday = monday_of(year, week)
    if week < 1 or monday >= monday_of(year + 1, 1):
        raise WhenError(_("{year} has no week {week}.").format(year=year, week=week))
    return monday


def _numbers(tokens: Tokens, context: Context) -> Said | None:
    """29/11/2024: the order of day and month is asked for where both can be meant."""
    text = tokens[0].text
    parts = re.split("[./-]", re.sub(r"\s", "", text))
    first, middle, last = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[2]) <= 2:
        return Said(_numbered(text, first, middle, last))
    if len(parts[2]) != 4 or len(parts[0]) > 2:
        raise WhenError(_("{text}: write the year with four digits.").format(text=text))
    day_first, month_first = (last, middle, first), (last, first, middle)
    if first == middle or middle > 12:
        return Said(_numbered(text, *month_first))
    if first > 12 or context.day_first:
        return Said(_numbered(text, *day_first))
    if context.day_first is False:
        return Said(_numbered(text, *month_first))
    raise AmbiguousWhen(
        _("{text}: is it {one} or {other}?").format(
            text=text,
            one=f"{first} {MONTHS[middle - 1]}",
            other=f"{middle} {MONTHS[first - 1]}",
        ),
        (When(_numbered(text, *day_first)), When(_numbered(text, *month_first))),
    )


def _numbered(text: str, year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        raise WhenError(_("{text}: there is no month {month}.").format(text=text, month=month))
    return checked_day(year, month, day)


def _slashed(tokens: Tokens, context: Context) -> Said | None:
    """04/2020 and 2020/04; 1911/12 could be two years."""
    text = tokens[0].text
    first, _slash, last = text.partition("/")
    year, month = (first, last) if len(first) == 4 else (last, first)
    if not 1 <= int(month) <= 12 or (len(first) == 4 and int(last) == int(first) % 100 + 1):
        example = "April 2020, 1914–1915"
        raise WhenError(
            _("{text} may be a month or two years: write it as in {example}.").format(
                text=text, example=example
            )
        )
    return Said(f"{year}-{int(month):02d}")


def _month_alone(tokens: Tokens, context: Context) -> Said | None:
    raise WhenError(_("{month}: of which year?").format(month=MONTHS[tokens[0].value - 1]))


DATES: tuple[Production, ...] = (
    (_YEAR, _year),
    (f"M{_YEAR}", _month_year),
    (f"(?:{_YEAR}|O)M", _year_month),
    ("MO", _month_day),
    (f"[NO]M{_YEAR}", _day_month_year),
    (f"M[NO]{_YEAR}", _month_day_year),
    (f"{_YEAR}M[NO]", _year_month_day),
    ("I", _iso),
    ("c", _iso_week),
    (f"YN{_YEAR}", _week_of_year),
    ("Z", _numbers),
    ("T", _slashed),
    ("M", _month_alone),
)
