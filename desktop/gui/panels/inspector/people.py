"""Counts of people as they are written: 27, 4–6, at least 27, up to 30."""

import re

from desktop.errors import DatelineError
from desktop.i18n import _

Count = tuple[int | None, int | None]
_EXACT = re.compile(r"\d+")
_RANGE = re.compile(r"(\d+)\s*(?:-|–|—|to)\s*(\d+)")
_LEAST = re.compile(r"(?:at least|over|more than|>=?|≥)\s*(\d+)|(\d+)\s*(?:\+|or more)")
_MOST = re.compile(r"(?:at most|up to|<=?|≤)\s*(\d+)")


def read_count(text: str) -> Count:
    """Minimum and maximum that `text` says, None for what it leaves open; refused otherwise."""
    words = " ".join(text.casefold().replace(",", "").split())
    if not words:
        return None, None
    if _EXACT.fullmatch(words):
        return int(words), int(words)
    within, least, most = (form.fullmatch(words) for form in (_RANGE, _LEAST, _MOST))
    if within:
        low, high = sorted((int(within[1]), int(within[2])))
        return low, high
    if least:
        return int(least[1] or least[2]), None
    if most:
        return None, int(most[1])
    raise DatelineError(_("Write a number, 4–6, “at least 27” or “up to 30”."))


def count_words(low: int | None, high: int | None) -> str:
    """A count as it may be written again."""
    if low is None and high is None:
        return ""
    if high is None:
        return _("at least {n}").format(n=low)
    if low is None:
        return _("up to {n}").format(n=high)
    return str(low) if low == high else f"{low}–{high}"
