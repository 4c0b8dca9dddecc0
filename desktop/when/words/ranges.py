"""Two dates that share words: “3–5 May 2020”, “500–450 BC”, “29 Nov 2024 18:00–20:30”.

The side that is no date by itself borrows from the other: the words behind it or before it, such
that both sides then have the same shape. Nothing is borrowed by a side that is complete.
"""

from collections.abc import Iterator
from dataclasses import replace

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.ambiguity import AmbiguousWhen
from desktop.when.bounds import span_of
from desktop.when.calendar import DAY
from desktop.when.edtf import date_of, parse
from desktop.when.words.clock import next_day, seconds_of
from desktop.when.words.dates import Tokens
from desktop.when.words.marks import marked, unmarked
from desktop.when.words.plain import plain
from desktop.when.words.said import Context, Said, Source
from desktop.when.words.tokens import Token, kinds_of
from desktop.when.written import Date, Interval, Precision

_LONGEST_NIGHT = DAY // 2


def join(left: Tokens, right: Tokens, context: Context) -> tuple[Said, Said]:
    """Both dates, each with its own marks; refused where a side stays incomplete."""
    left_marks, left = unmarked(left)
    right_marks, right = unmarked(right)
    right = _with_century(left, right)
    left = _with_half_of_day(left, right)
    first, last = _joined(left, right, context)
    return marked(first, left_marks), marked(last, right_marks)


def _joined(left: Tokens, right: Tokens, context: Context) -> tuple[Said, Said]:
    first, last = _attempt(left, context), _attempt(right, context)
    if _is_whole(first) and _is_whole(last) and not _lacks_era(left, right):
        return _said(first), _said(last)
    for borrowing in _borrowings(left, right):
        shared = tuple(_attempt(side, context) for side in borrowing)
        if isinstance(shared[0], Said) and isinstance(shared[1], Said):
            return _over_midnight(shared[0], shared[1])
    return _as_they_stand(left, right, first, last)


def _attempt(tokens: Tokens, context: Context) -> Said | WhenError | None:
    try:
        return plain(tokens, context)
    except AmbiguousWhen:
        raise
    except WhenError as error:
        return error


def _is_whole(said: Said | WhenError | None) -> bool:
    return isinstance(said, Said) and said.source is not Source.BORROWED


def _said(said: Said | WhenError | None) -> Said:
    if isinstance(said, Said):
        return said
    raise said or WhenError(_("A range needs a date on both sides."))


def _as_they_stand(
    left: Tokens, right: Tokens, first: Said | WhenError | None, last: Said | WhenError | None
) -> tuple[Said, Said]:
    begins, ends = _said(first), _said(last)
    if begins.source is Source.BORROWED and ends.source is Source.BORROWED:
        if _shape(left) == _shape(right):
            return _over_midnight(begins, ends)
        raise WhenError(_("Which words do both dates share? Write both in full."))
    for said, other, tokens in ((begins, ends, left), (ends, begins, right)):
        if said.source is Source.BORROWED and other.source is Source.WRITTEN:
            text = " ".join(token.text for token in tokens)
            raise WhenError(_("“{text}” needs its year beside the other date.").format(text=text))
    return begins, ends


def _lacks_era(left: Tokens, right: Tokens) -> bool:
    """True for “2000–1000 BC”: the era behind the range holds for both."""
    return kinds_of(right)[-2:] == "NE" and kinds_of(left)[-1:] == "N"


def _borrowings(left: Tokens, right: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    """The ways in which one side may complete the other; a part of the day is never shared."""
    for length in range(1, len(right)):
        if _shape(left) == _shape(right[:length]) and "V" not in kinds_of(right[length:]):
            yield left + right[length:], right
    for start in range(1, len(left)):
        if _shape(right) == _shape(left[start:]) and not _own(left[:start]):
            yield left, left[:start] + right
    for length in range(1, min(len(left), len(right))):
        if _shape(left[-length:]) == _shape(right[:length]) and "V" not in kinds_of(left + right):
            own = _own(left[:-length])
            yield left + right[length:], right if own else left[:-length] + right


def _own(tokens: Tokens) -> bool:
    """True where words like “early” and “first half” stand, which hold for their own side only."""
    return any(kind in "LHRV" for kind in kinds_of(tokens))


def _shape(tokens: Tokens) -> str:
    """The kinds, whatever way days and clock times are written and with weekdays or without."""
    kinds = kinds_of(tokens)
    for clock in ("Np", "Dp", "Cp", "O", "D", "C"):
        kinds = kinds.replace(clock, "N")
    return kinds.replace("W", "").replace("v", "")


def _with_century(left: Tokens, right: Tokens) -> Tokens:
    """“1914–18” and “1980s–90s”: the century of the first year holds for the second."""
    if (kinds_of(left), kinds_of(right)) not in (("N", "N"), ("S", "S")):
        return right
    year, short = left[0], right[0]
    digits = short.text.strip("'s")
    if not 1000 <= year.value <= 9999 or len(digits) != 2 or "," in year.text:
        return right
    value = year.value // 100 * 100 + short.value
    return (Token(short.kind, value, short.text.replace(digits, str(value))),)


def _with_half_of_day(left: Tokens, right: Tokens) -> Tokens:
    """“6:30–8 pm” begins at half past six in the evening, “9:30–1 pm” in the morning."""
    if not left or left[-1].kind not in "CD" or kinds_of(right)[1:2] != "p":
        return left
    half = right[1:2]
    try:
        is_earlier = seconds_of(left[-1:] + half)[0] < seconds_of(right[:2])[0]
    except WhenError:
        return left
    return left + half if is_earlier else left


def _over_midnight(first: Said, last: Said) -> tuple[Said, Said]:
    """A range of clock times on one day may end in the night after it."""
    begins, ends = parse(first.edtf), parse(last.edtf)
    if not (isinstance(begins, Date) and isinstance(ends, Date)):
        return first, last
    if min(begins.precision, ends.precision) < Precision.MINUTE:
        return first, last
    length = span_of(ends)[0] - span_of(begins)[0]
    if length > 0 or length <= -DAY or (ends.clock and length + DAY > _LONGEST_NIGHT):
        return first, last
    return first, next_day(last)


def start_of(said: Said) -> str:
    """The EDTF text of where it begins: the date, or the first end of an interval."""
    return _end_of(said, 0)


def stop_of(said: Said) -> str:
    """The EDTF text of where it ends: the date, or the last end of an interval."""
    return _end_of(said, 1)


def _end_of(said: Said, place: int) -> str:
    interval = parse(said.edtf)
    if isinstance(interval, Date):
        return said.edtf
    if not isinstance(interval, Interval):
        raise WhenError(_("A choice of dates cannot be the end of a range."))
    text = said.edtf.split("/")[place].rstrip("~")
    if interval.first == date_of(text) and said.edtf.partition("/")[2].startswith(f"{text}-04"):
        text = f"{text}-01"
    return f"{text}~" if "~" in said.edtf else text


def interval_of(first: Said, last: Said) -> Said:
    """From the start of the first to the end of the last."""
    text = f"{start_of(first)}/{stop_of(last)}"
    source = first.source if first.source is last.source else Source.COUNTED
    notes = first.note if first.note == last.note else f"{first.note} {last.note}".strip()
    return replace(first, edtf=text, note=notes, source=source)
