"""EDTF text becomes a `Written`; what is no date is refused with a sentence that names the part.

One pattern per production: a date, a year, an interval (the sign `/`), a choice (the brackets).
"""

import re
from functools import lru_cache

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.calendar import days_in_month
from desktop.when.english import MONTHS
from desktop.when.faults import explain_date
from desktop.when.spelling import show_year, spell_year
from desktop.when.written import (
    LAST_YEAR,
    PARTS,
    Choice,
    Date,
    End,
    Interval,
    Precision,
    Written,
)

LONGEST = 400
"""Texts with more characters than this are refused unread."""

_DATE = re.compile(
    r"([?~%]?)(-?[0-9]{4}|Y-?[0-9]{5,11}|-?[0-9]{1,3}X{1,3})([?~%]?)"
    r"(?:-([?~%]?)([0-9]{2}|XX)([?~%]?)"
    r"(?:-([?~%]?)([0-9]{2}|XX)([?~%]?)"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?([?~%]?))?)?)?"
)
_SPELLINGS = re.compile(r"\?~|~\?|Y-?[0-9]+(?:E[0-9]{1,2})?")
_YEAR_SPELLING = re.compile(r"Y(-?)([0-9]+)(?:E([0-9]+))?")
_LOOSER = {3: Precision.MILLENNIUM, 2: Precision.CENTURY, 1: Precision.DECADE}


def canonical(text: str) -> str:
    """The one spelling kept for texts that say the same: `Y1984` is `1984`, `1984?~` is `1984%`."""
    if len(text) > LONGEST:
        raise WhenError(_("A date has at most {n} characters.").format(n=LONGEST))
    if "Y" in text or "~?" in text or "?~" in text:
        return _SPELLINGS.sub(_respell, text)
    return text


def _respell(found: re.Match[str]) -> str:
    year = _YEAR_SPELLING.fullmatch(found[0])
    if year is None:
        return "%"
    sign, digits, exponent = year.groups()
    return spell_year(int(digits) * 10 ** int(exponent or 0) * (-1 if sign else 1))


@lru_cache(maxsize=20_000)
def parse(text: str) -> Written:
    """What a canonical EDTF text says; refused where no calendar holds it."""
    return parse_afresh(text)


def parse_afresh(text: str) -> Written:
    """The same without the memory of earlier texts."""
    if "/" in text:
        return _interval(text)
    if text[:1] in ("[", "{"):
        return _choice(text)
    return date_of(text)


def date_of(text: str) -> Date:
    """One date, neither an interval nor a choice."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise WhenError(explain_date(text))
    before_year, year, after_year, before_month, month, after_month = found.groups()[:6]
    before_day, day, after_day, hour, minute, second, after_clock = found.groups()[6:]
    date = _with_clock(_plain(text, year, month, day), text, hour, minute, second)
    suffixes = (after_year, after_month, after_day, after_clock)
    prefixes = (before_year, before_month, before_day)
    marks = "".join(mark for mark in (*suffixes, *prefixes) if mark)
    return _marked(date, text, marks, suffixes, prefixes) if marks else date


def _plain(text: str, year: str, month: str | None, day: str | None) -> Date:
    """The date without its marks and without a clock time."""
    if "X" in year:
        return _unknown_years(text, year, month)
    number = int(year.removeprefix("Y"))
    if year == "-0000" or abs(number) > LAST_YEAR:
        raise WhenError(explain_date(text))
    if month is None:
        return Date(number)
    if month == "XX":
        if day not in (None, "XX"):
            raise WhenError(
                _("{text}: the month is not known but the day is; write {year}-XX-XX.").format(
                    text=text, year=year
                )
            )
        unit = Precision.DAY if day else Precision.MONTH
        return Date(number, 0, 0, 0, unit, "", unit)
    if day is None:
        return _of_month(text, number, int(month))
    return _of_day(text, number, int(month), day)


def _unknown_years(text: str, year: str, month: str | None) -> Date:
    digits = year.removeprefix("-")
    if len(digits) != 4:
        raise WhenError(explain_date(text))
    if month is not None:
        raise WhenError(
            _("{text}: a month needs a year whose digits are all known.").format(text=text)
        )
    unit = _LOOSER[digits.count("X")]
    nearest = int(year.replace("X", "0"))
    return Date(nearest, 0, 0, 0, unit, "", unit, year.startswith("-"))


def _of_month(text: str, year: int, month: int) -> Date:
    if 1 <= month <= 12:
        return Date(year, month, 0, 0, Precision.MONTH, "", Precision.MONTH)
    if month in PARTS:
        return Date(year, month, 0, 0, Precision.PART, "", Precision.PART)
    raise WhenError(
        _("{text}: months are 01 to 12, seasons and other parts of a year 21 to 41.").format(
            text=text
        )
    )


def _of_day(text: str, year: int, month: int, day: str) -> Date:
    if not 1 <= month <= 12:
        raise WhenError(_("{text}: months are 01 to 12.").format(text=text))
    number = 0 if day == "XX" else int(day)
    length = days_in_month(year, month)
    if number > length or day == "00":
        place = f"{MONTHS[month - 1]} {show_year(year)}"
        raise WhenError(_("{text}: {place} has {n} days.").format(text=text, place=place, n=length))
    return Date(year, month, number, 0, Precision.DAY, "", Precision.DAY)


def _with_clock(
    date: Date, text: str, hour: str | None, minute: str | None, second: str | None
) -> Date:
    if hour is None or minute is None:
        return date
    if date.is_unspecified:
        raise WhenError(_("{text}: a clock time needs a day.").format(text=text))
    if hour > "23" or minute > "59" or (second or "00") > "59":
        raise WhenError(
            _("{text}: hours are 00 to 23, minutes and seconds 00 to 59.").format(text=text)
        )
    unit = Precision.MINUTE if second is None else Precision.SECOND
    clock = int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    return Date(date.year, date.month, date.day, clock, unit, "", unit)


def _marked(
    date: Date,
    text: str,
    marks: str,
    suffixes: tuple[str | None, ...],
    prefixes: tuple[str | None, ...],
) -> Date:
    """With its marks: behind a part they hold for it and what is left of it, before it for it."""
    parts = (Precision.YEAR, Precision.MONTH, Precision.DAY, date.precision)
    if date.precision > Precision.DAY and marks != (suffixes[3] or ""):
        raise WhenError(
            _("{text}: a mark on a date with a clock time stands at its end.").format(text=text)
        )
    marked = [
        min(part, date.precision) if part is not Precision.MONTH else _month_unit(date)
        for part, mark in (*zip(parts, suffixes, strict=True), *zip(parts, prefixes, strict=False))
        if mark in ("~", "%")
    ]
    loose = min(marked, default=date.precision)
    return Date(
        date.year, date.month, date.day, date.clock, date.precision, marks, loose,
        date.is_before_zero,
    )  # fmt: skip


def _month_unit(date: Date) -> Precision:
    return Precision.PART if date.precision is Precision.PART else Precision.MONTH


def _interval(text: str) -> Interval:
    first, _slash, last = text.partition("/")
    if "/" in last:
        raise WhenError(_("{text}: a range has one / between two dates.").format(text=text))
    ends = (_end(first), _end(last))
    if isinstance(ends[0], End) and isinstance(ends[1], End):
        raise WhenError(_("{text}: a range needs a date at one end at least.").format(text=text))
    return Interval(*ends)


def _end(text: str) -> Date | End:
    if text == "..":
        return End.OPEN
    return date_of(text) if text else End.UNKNOWN


def _choice(text: str) -> Choice:
    closing = "]" if text[0] == "[" else "}"
    if not text.endswith(closing) or len(text) < 3:
        raise WhenError(
            _("{text}: a choice of dates is written [1914,1916] or {{1914..1918}}.").format(
                text=text
            )
        )
    members = text[1:-1].split(",")
    runs = tuple(_run(member, text) for member in members)
    return Choice(runs, is_one_of=closing == "]")


def _run(member: str, text: str) -> tuple[Date | End, Date | End]:
    first, dots, last = member.partition("..")
    if not dots:
        date = date_of(member)
        return date, date
    if not first and not last:
        raise WhenError(_("{text}: “..” needs a date beside it.").format(text=text))
    return (
        date_of(first) if first else End.OPEN,
        date_of(last) if last else End.OPEN,
    )
