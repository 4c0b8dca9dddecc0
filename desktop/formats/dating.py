"""The cells of a stranger's table that date an event, brought together as one EDTF text."""

import re
from collections.abc import Mapping
from functools import lru_cache

from desktop.errors import WhenError
from desktop.formats.columns import CellError, number, short
from desktop.formats.month_names import read_named
from desktop.formats.spans import Moment, astronomical, edtf_between
from desktop.i18n import _
from desktop.when import When, read_words
from desktop.when.calendar import DAY, HOUR, civil_from_days, days_from_civil
from desktop.when.written import LAST_YEAR, Date, Precision

_TIME = re.compile(
    r"(\d{1,2})(?:[:.h]?([0-5]\d))?(?:[:.]([0-5]\d)(?:\.\d{1,6})?)?\s?(am|pm|a\.m\.|p\.m\.)?", re.I
)
# What databases write behind a day that they know no clock time of, and fractions of a second.
_MIDNIGHT = re.compile(r"[T ]00:00(:00)?(\.0+)?(Z|[+-]00:?00)?$")
_FRACTION = re.compile(r"(:\d\d)\.\d{1,9}")
_STAMP = re.compile(r"(-?\d{4,6}-\d\d-\d\d)[T ](\d\d:\d\d(:\d\d)?)(Z|[+-]\d\d:?\d\d)?")
_NAMES_MONTH = re.compile(r"[^\W\d_]{2,}\.?,?\s.*\d{3}")
_BARE_YEAR = re.compile(r"-\d{1,3}|-[1-9]\d{3,9}|\d{1,3}")
_SERIAL = re.compile(r"[1-9]\d{4}(\.\d+)?")
# The day before Excel's first, with the day that it counts and no calendar has.
_SERIAL_ZERO = days_from_civil(1899, 12, 30)


def edtf_of(
    cells: Mapping[str, str], *, is_day_first: bool | None = None, is_serial: bool = False
) -> str:
    """The EDTF of a row's date cells, by the names of `plan.DATE_FIELDS`; "" for no date.

    Bare negative years are counted as people do: -44 is 44 BC. `is_serial` reads 42287 as Excel
    counts days.
    """
    first = _end(cells, "", is_day_first=is_day_first, is_serial=is_serial)
    last = _end(cells, "end_", is_day_first=is_day_first, is_serial=is_serial)
    if not first:
        return f"../{last}" if last else ""
    if not last or last == first:
        return first
    return _joined(first, last)


def _joined(first: str, last: str) -> str:
    """From one date to another; where the last is the earlier one, the reason names both."""
    start, stop = _simple(first), _simple(last)
    text = edtf_between(start, stop) if start and stop else f"{first}/{last}"
    try:
        return When(text).edtf
    except WhenError as error:
        raise CellError("end", str(error)) from None


def _simple(edtf: str) -> Moment | None:
    """A date without marks taken apart; None for all others, which EDTF joins as they are."""
    written = When(edtf).written
    if not isinstance(written, Date) or not written.is_exact:
        return None
    if written.precision < Precision.YEAR or written.month > 12:
        return None
    clock = written.clock if written.precision >= Precision.MINUTE else None
    return Moment(written.year, written.month, written.day, clock)


def _end(cells: Mapping[str, str], side: str, *, is_day_first: bool | None, is_serial: bool) -> str:
    whole = cells.get("end" if side else "when", "").strip()
    time = cells.get(side + "time", "").strip()
    year = cells.get(side + "year", "").strip()
    if not whole and not year:
        if time and not side:
            raise CellError("time", _("there is a time and no day."))
        return ""
    column = "end" if side else "when"
    if not whole:
        return _parts(cells, side, year, time)
    edtf = _serial(whole) if is_serial and _SERIAL.fullmatch(whole) else ""
    edtf = edtf or _read(column, whole, is_day_first=is_day_first)
    return _at(edtf, time) if time else edtf


def _parts(cells: Mapping[str, str], side: str, year: str, time: str) -> str:
    month = number(side + "month", cells.get(side + "month", ""), least=1, most=12)
    day = number(side + "day", cells.get(side + "day", ""), least=1, most=31)
    counted = number(side + "year", re.sub("[ ,]", "", year), least=-LAST_YEAR, most=LAST_YEAR)
    clock = read_time(side + "time", time) if time and month and day else None
    moment = Moment(astronomical(counted or 0), month or 0, (day or 0) if month else 0, clock)
    try:
        return When(moment.edtf).edtf
    except WhenError as error:
        raise CellError(side + "year", str(error)) from None


def _at(edtf: str, time: str) -> str:
    moment = _simple(edtf)
    if moment is None or not moment.day or moment.clock is not None:
        return edtf
    fraction = re.fullmatch(r"0?\.\d+", time)
    clock = int(float(time) * DAY) // 60 * 60 if fraction else read_time("time", time)
    return Moment(moment.year, moment.month, moment.day, clock).edtf


def read_time(column: str, cell: str) -> int:
    """Seconds of the day from `18:00`, `1800`, `6.30 pm`, `18:00:05`."""
    found = _TIME.fullmatch(cell.strip())
    hour = int(found[1]) if found else 99
    if found and found[4]:
        is_evening = found[4][0] in "pP"
        hour = hour % 12 + 12 * is_evening if 1 <= hour <= 12 else 99
    if found is None or hour > 23:
        raise CellError(column, _("“{cell}” is no clock time.").format(cell=short(cell)))
    return hour * HOUR + int(found[2] or 0) * 60 + int(found[3] or 0)


def _serial(cell: str) -> str:
    days, _point, rest = cell.partition(".")
    year, month, day = civil_from_days(_SERIAL_ZERO + int(days))
    clock = int(float("0." + rest) * DAY + 30) // 60 * 60 if rest.strip("0") else None
    return Moment(year, month, day, clock if clock and clock < DAY else None).edtf


def _read(column: str, cell: str, *, is_day_first: bool | None) -> str:
    try:
        return _when(cell, is_day_first=is_day_first)
    except WhenError as error:
        raise CellError(column, str(error)) from None


@lru_cache(maxsize=20_000)
def _when(cell: str, *, is_day_first: bool | None) -> str:
    """Tables name the same days again and again."""
    text = cell[:300]
    if "/" not in text:
        text = _FRACTION.sub(r"\1", _MIDNIGHT.sub("", text))
    stamp = _STAMP.fullmatch(text)
    if stamp:
        text = f"{stamp[1]}T{stamp[2]}"
    if _BARE_YEAR.fullmatch(text) and text.strip("-0"):
        text = Moment(astronomical(int(text))).edtf
    try:
        return When(text).edtf
    except WhenError:
        return _in_words(text, is_day_first=is_day_first)


def _in_words(text: str, *, is_day_first: bool | None) -> str:
    """A date in words, English first; of another language the month's name is enough."""
    try:
        return read_words(text, day_first=is_day_first).when.edtf
    except WhenError:
        named = read_named(text) if _NAMES_MONTH.search(text) else None
        if named is None:
            raise
        return named[0]
