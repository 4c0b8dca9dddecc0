"""Dates moved, drawn and stretched with the mouse: seconds become the coarsest exact EDTF.

A move by whole units of a date keeps its precision (a month moved by months stays a month); any
other move makes it as much finer as it must. Marks and open ends stay what they were.
"""

from desktop.when.bounds import EVER_AFTER, EVER_BEFORE, span_of
from desktop.when.calendar import DAY, MINUTE, add_months, civil
from desktop.when.spelling import spell_instant, spell_year
from desktop.when.units import Ends, finest_needed, units_between
from desktop.when.when import When
from desktop.when.written import PARTS, YEARS_IN, Choice, Date, End, Interval, Precision

_FAMILIES = (
    (21, 22, 23, 24),
    (25, 26, 27, 28),
    (31, 32, 29, 30),
    (33, 34, 35, 36),
    (37, 38, 39),
    (40, 41),
)  # each in the order in which its parts begin in the year that is written


def moved(when: When, by: int) -> When:
    """The same date `by` seconds later, or earlier where that is negative."""
    if by == 0:
        return when
    written, months = when.written, _whole_months(when.dates, by)
    if isinstance(written, Date):
        return _moved_date(written, by, months)
    if isinstance(written, Interval):
        first, last = written.first, written.last
        return When(f"{_moved_end(first, 0, by, months)}/{_moved_end(last, 1, by, months)}")
    runs = [_moved_run(run, by, months) for run in written.runs]
    return When(_bracketed(written, ",".join(runs)))


def spanning(earliest: int, latest: int, like: When | None = None) -> When:
    """The coarsest exact date for [earliest, latest): a year, a month, a day, a range, clock times.

    `EVER_BEFORE` or `EVER_AFTER` leaves a side open; an empty span is the day, or else the minute,
    that begins there. The marks of `like` are kept, and so is that it is one of several dates.
    """
    earliest, latest = min(earliest, latest), max(earliest, latest)
    if earliest == latest:
        latest += MINUTE if earliest % DAY else DAY
    if like is None:
        first, last = units_between(earliest, latest, Precision.YEAR)
        return When(first if first == last else f"{first}/{last}")
    if isinstance(like.written, Choice):
        return _chosen(like.written, earliest, latest)
    begins, ends = _marks(like)
    first, last = units_between(earliest, latest, Precision.YEAR)
    if first == last and begins == ends:
        return When(first + begins)
    return When(f"{_marked(first, begins)}/{_marked(last, ends)}")


def resized(when: When, start: int | None = None, end: int | None = None) -> When:
    """The same date from another start, to another end, or both; the other side stays as written.

    Refused with a `WhenError` where it would end before it begins.
    """
    bounds, written = when.bounds, when.written
    earliest = bounds.earliest if start is None else start
    latest = bounds.latest if end is None else end
    if isinstance(written, Choice):
        return _chosen(written, earliest, latest)
    if isinstance(written, Interval):
        first, last = written.first, written.last
        starts, _slash, stops = when.edtf.partition("/")
        if start is not None:
            starts = _new_start(start, _unit(first, last), first)
        if end is not None:
            stops = _new_stop(end, _unit(last, first), last)
        is_one = starts == stops and starts[-1:].isdigit() and "T" not in starts
        return When(starts if is_one else f"{starts}/{stops}")
    text, mark = units_between(earliest, latest, _unit(written)), _mark(written)
    if text[0] == text[1] and not written.is_approximate:
        return When(text[0] + mark)
    return When(f"{_marked(text[0], mark)}/{_marked(text[1], mark)}")


def _whole_months(dates: list[Date], by: int) -> int | None:
    """How many calendar months the move is for the first date; None where it is no whole number."""
    if all(date.precision >= Precision.DAY and date.day for date in dates):
        return None
    start = span_of(dates[0])[0]
    year, month = civil(start)[:2]
    new_year, new_month = civil(start + by)[:2]
    months = (new_year - year) * 12 + new_month - month
    return months if add_months(start, months) == start + by else None


def _moved_date(date: Date, by: int, months: int | None) -> When:
    first, last = _moved_ends(date, by, months, is_choice=date.is_unspecified)
    mark = _mark(date)
    if first == last:
        return When(first + mark)
    first, last = first + mark, last + mark
    return When(f"[{first}..{last}]" if date.is_unspecified else f"{first}/{last}")


def _moved_end(end: Date | End, place: int, by: int, months: int | None) -> str:
    """An end of an interval; the clock time at its last one is a stroke."""
    if isinstance(end, End):
        return end.value
    if end.precision > Precision.DAY:
        start = span_of(end)[0]
        start = start + by if months is None else add_months(start, months)
        return spell_instant(start, finest_needed((start,), end.precision)) + _mark(end)
    return _moved_ends(end, by, months)[place] + _mark(end)


def _moved_run(run: tuple[Date | End, Date | End], by: int, months: int | None) -> str:
    texts = ["", ""]
    for place, end in enumerate(run):
        if isinstance(end, Date):
            texts[place] = _moved_ends(end, by, months, is_choice=True)[place] + _mark(end)
    return texts[0] if run[0] is run[1] and texts[0] == texts[1] else "..".join(texts)


def _moved_ends(date: Date, by: int, months: int | None, *, is_choice: bool = False) -> Ends:
    """The units at both ends of the moved date, without marks."""
    start, stop = span_of(date)
    if months is None:
        return units_between(start + by, stop + by, _unit(date), is_choice=is_choice)
    whole = _moved_whole(date, months)
    if whole:
        return whole, whole
    start, stop = add_months(start, months), add_months(stop, months)
    return units_between(start, stop, _unit(date), is_choice=is_choice)


def _moved_whole(date: Date, months: int) -> str:
    """A decade, a season or a date with an unknown part moved by whole ones; else empty."""
    if date.precision < Precision.YEAR:
        return _moved_bundle(date, months)
    if date.precision is Precision.PART:
        return _moved_part(date, months)
    if not date.is_unspecified:
        return ""
    year, month = divmod(date.year * 12 + max(date.month, 1) - 1 + months, 12)
    if date.month:
        return f"{spell_year(year)}-{month + 1:02d}-XX"
    if month:
        return ""
    return f"{spell_year(year)}-XX{'-XX' * (date.precision is Precision.DAY)}"


def _moved_bundle(date: Date, months: int) -> str:
    length = YEARS_IN[date.precision]
    year = date.year + months // 12
    if months % (12 * length) or date.is_before_zero or not 0 <= year <= 9999:
        return ""
    known = 5 - len(str(length))
    return f"{year:04d}"[:known] + "X" * (4 - known)


def _moved_part(date: Date, months: int) -> str:
    length = PARTS[date.month][1]
    if months % length:
        return ""
    family = next(family for family in _FAMILIES if date.month in family)
    years, place = divmod(family.index(date.month) + months // length, len(family))
    return f"{spell_year(date.year + years)}-{family[place]}"


def _chosen(choice: Choice, earliest: int, latest: int) -> When:
    """One run of dates in the brackets of `choice`."""
    unit = _unit(*(end for run in choice.runs for end in run))
    texts = units_between(earliest, latest, unit, is_choice=True)
    first, last = ("" if text == End.OPEN.value else text for text in texts)
    return When(_bracketed(choice, first if first == last else f"{first}..{last}"))


def _bracketed(choice: Choice, members: str) -> str:
    return f"[{members}]" if choice.is_one_of else f"{{{members}}}"


def _new_start(start: int, unit: Precision, old: Date | End) -> str:
    if start <= EVER_BEFORE:
        return End.OPEN.value
    return spell_instant(start, finest_needed((start,), unit)) + _mark(old)


def _new_stop(stop: int, unit: Precision, old: Date | End) -> str:
    if stop >= EVER_AFTER:
        return End.OPEN.value
    needed = finest_needed((stop,), unit)
    return spell_instant(stop - (needed <= Precision.DAY), needed) + _mark(old)


def _unit(*ends: Date | End) -> Precision:
    """The unit of the first date among `ends`, as years, months or what is finer."""
    date = next(end for end in ends if isinstance(end, Date))
    if date.precision is Precision.PART:
        return Precision.MONTH
    return max(Precision.YEAR, date.precision)


def _marks(when: When) -> tuple[str, str]:
    return _mark(when.dates[0]), _mark(when.dates[-1])


def _mark(end: Date | End) -> str:
    """The one mark that says what all the marks of a date say."""
    if isinstance(end, End) or not end.marks:
        return ""
    if end.is_approximate and end.is_uncertain:
        return "%"
    return "~" if end.is_approximate else "?"


def _marked(text: str, mark: str) -> str:
    """With its mark, which an open end cannot carry."""
    return text if text == End.OPEN.value else text + mark
