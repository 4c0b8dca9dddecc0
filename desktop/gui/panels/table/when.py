"""A date as it is typed into the table: in any words, or counted from the row above."""

from dataclasses import dataclass

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when import When, read_words
from desktop.when.span import moved_by, read_span

_SAME = ("=", '"', "same", "same day", "same date", "ditto")
_STEPS = {
    "next day": "1 day", "day after": "1 day", "following day": "1 day", "day before": "-1 day",
    "previous day": "-1 day", "next week": "1 week", "week after": "1 week",
}  # fmt: skip
_LATER, _EARLIER = (" later", " after"), (" earlier", " before")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a date may be counted from: that of the row above, today, and the order of 03/04."""

    above: When | None = None
    today: When | None = None
    is_day_first: bool | None = None


def read_cell(text: str, beside: Beside) -> tuple[When | None, str]:
    """The date of a cell and a note on what it counts from; None for an empty cell.

    “2 days later”, “+1 week” and “same day” count from the row above, “last Friday” from today;
    what is neither is refused as `read_words` refuses.
    """
    words = " ".join(text.split())
    if not words:
        return None, ""
    base = beside.above or beside.today
    counted_from = _("from the row above") if beside.above else _("from today")
    found = _counted(words.casefold().removeprefix("the "), base) if base else None
    if found is not None:
        return found, counted_from
    reading = read_words(words, beside.today, beside.is_day_first)
    return reading.when, reading.note


def _counted(words: str, base: When) -> When | None:
    """The date that lies a named span from `base`; None where no span is named."""
    if words in _SAME:
        return base
    words = _STEPS.get(words, words)
    is_signed = words[0] in "+-−–" or words in _STEPS.values()
    for ends, sign in ((_LATER, ""), (_EARLIER, "-")):
        end = next((end for end in ends if words.endswith(end)), "")
        if end:
            words, is_signed = sign + words.removesuffix(end), True
    if not is_signed:
        return None
    try:
        span = read_span(words)
    except WhenError:
        return None
    return moved_by(base, span)
