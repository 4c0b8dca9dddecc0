"""Two exact dates in words, what they share said once: `27–29 Nov 2024`, `500–450 BC`."""

import re
from dataclasses import dataclass, replace

from desktop.when.bounds import span_of
from desktop.when.calendar import DAY
from desktop.when.english import MONTHS
from desktop.when.naming import Manner, clock, day, is_winter, name
from desktop.when.spelling import show_year
from desktop.when.written import Date, Precision


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two dates: `tight` between single words, `wide` between several."""

    tight: str
    wide: str


DASHES = Joint("–", " – ")


def pair(first: Date, last: Date, manner: Manner, joint: Joint) -> str:
    """Both dates, shortened where they are of one precision; empty where nothing is shared."""
    if first.precision is Precision.YEAR and last.precision is Precision.YEAR:
        return _years(first.year, last.year, joint)
    if first.is_unspecified or last.is_unspecified:
        return ""
    if first.precision is Precision.MONTH and last.precision is Precision.MONTH:
        return _months(first, last, manner, joint)
    if first.precision is Precision.DAY and last.precision is Precision.DAY:
        return _days(first, last, manner, joint)
    if first.precision > Precision.DAY and last.precision > Precision.DAY:
        return _clocks(first, last, manner, joint)
    return ""


def side(date: Date, words: str) -> str:
    """The words of a date for use in a pair; empty where they hold a dash that would confuse."""
    if is_winter(date):
        return re.sub("–[0-9]+", "", words)
    return "" if "–" in words else words


def _years(first: int, last: int, joint: Joint) -> str:
    begins, ends = show_year(first), show_year(last)
    if first <= 0 and last <= 0:
        return f"{_bare(first)}{joint.tight}{ends}"
    if 0 < first <= 999 and last > 0:
        return f"{begins}{joint.tight}{_bare(last)}"
    if 999 < first <= 9999 and 999 < last <= 9999:
        return f"{begins}{joint.tight}{ends}"
    return f"{begins}{joint.wide}{ends}"


def _bare(year: int) -> str:
    """The number of a year without its era."""
    number = year if year > 0 else 1 - year
    return f"{number:,}" if number > 9999 else str(number)


def _months(first: Date, last: Date, manner: Manner, joint: Joint) -> str:
    begins, ends = (name(date, manner) for date in (first, last))
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]}{joint.tight}{ends}"
    return f"{begins}{joint.wide}{ends}"


def _days(first: Date, last: Date, manner: Manner, joint: Joint) -> str:
    if first.year != last.year:
        manner = replace(manner, year=None)
        return f"{day(first, manner)}{joint.wide}{day(last, manner)}"
    begins = day(first, replace(manner, year=first.year))
    if first.month == last.month:
        begins = begins.removesuffix(f" {manner.month(first.month)}")
    ends = day(last, manner)
    between = joint.wide if " " in begins else joint.tight
    return f"{begins}{between}{ends}"


def _clocks(first: Date, last: Date, manner: Manner, joint: Joint) -> str:
    days = span_of(last)[0] // DAY - span_of(first)[0] // DAY
    if days == 0:
        return f"{name(first, manner)}{joint.tight}{clock(last)}"
    if days == 1 and last.clock == 0 and joint.tight == "–":
        return f"{name(first, manner)}{joint.tight}24:00"
    if first.year != last.year:
        manner = replace(manner, year=None)
    return f"{name(first, manner)}{joint.wide}{name(last, manner)}"
