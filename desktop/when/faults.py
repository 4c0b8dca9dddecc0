"""Why a text is no EDTF date, in a sentence that names the part."""

import re

from desktop.i18n import _
from desktop.when.written import LAST_YEAR

_ZONE = r".*T[0-9:.]+(?:Z|[+-][0-9:]+)"


def explain_date(text: str) -> str:
    """The sentence for a text that the pattern of a date does not fit."""
    if not text:
        return _("There is no date here.")
    for pattern, sentence in _known_faults():
        if re.fullmatch(pattern, text):
            return sentence.format(text=_short(text), last=f"{LAST_YEAR:,}")
    return _("“{text}” is not a date in EDTF, as 2024-11-29, 1984~, 198X or 1914/1918 are.").format(
        text=_short(text)
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _known_faults() -> tuple[tuple[str, str], ...]:
    return (
        ("-0000.*", _("{text}: year 0 (1 BC) has no minus sign.")),
        ("Y-?[0-9]+", _("{text}: years reach {last} both ways.")),
        ("[0-9]{5,11}", _("{text}: a year of more than four digits begins with Y.")),
        ("-?[0-9]{1,3}", _("{text}: a year has four digits, as in 0476.")),
        ("X{4}.*", _("{text}: at least one digit of the year must be known.")),
        (
            "-?[0-9]*X[0-9X]+.*|-?[0-9X]{4}-(?:[0-9]X|X[0-9]).*",
            _("{text}: an X may stand for the last digits of a year, or a whole month or day."),
        ),
        (".*S[0-9]+", _("{text}: significant digits (S) are not kept; use 19XX or ~.")),
        (_ZONE, _("{text}: clock times are local here and have no zone.")),
        (".*T[0-9]{1,2}", _("{text}: a clock time has hours and minutes, as T18:00.")),
        (".*T.*", _("{text}: a clock time is written T18:00 or T18:00:30.")),
        (".*[xyt].*", _("{text}: X, Y and T are capital letters in EDTF.")),
    )
