"""Days in tables that name their month in another language than English, by Unicode's CLDR.

Read is `3 mars 2024`, `5 de mayo de 1862`, `mai 1968`, `12 grudnia 1981 r.`, `٩ مايو ١٩٤٥`: a day
or none, the month, a year of at least three digits. What could be another day is refused.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.errors import WhenError
from desktop.formats.columns import short
from desktop.i18n import _
from desktop.when import When

LANGUAGES = {
    "de": _("German"), "fr": _("French"), "es": _("Spanish"), "it": _("Italian"),
    "nl": _("Dutch"), "pt": _("Portuguese"), "pl": _("Polish"), "ru": _("Russian"),
    "uk": _("Ukrainian"), "tr": _("Turkish"), "ar": _("Arabic"), "ar_SY": _("Arabic (Levant)"),
}  # fmt: skip
_NAMED = re.compile(
    r"(?:(?:le|el|il|am|den|der|em|op)\s+)?"
    r"(?:(\d{1,2})(?:\.|er|º|°|ª|-?го)?[\s.]*(?:de\s+|d[’'])?)?"
    r"([^\W\d_]+(?:\s[^\W\d_]+)?)\.?,?\s*"
    r"(\d{3,4})\s*(?:r\.?|г\.?|р\.?|года?|року|م)?",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:del?|do)$", re.IGNORECASE)

Named = tuple[str, frozenset[str]]
"""A date as EDTF, and the languages that its month can be of."""


def read_named(text: str) -> Named | None:
    """The date that `text` names; None where it names none, refused where it may mean several."""
    found = _NAMED.fullmatch(text.strip())
    if found is None:
        return None
    day, word, year = found.groups()
    word = _OF.sub("", word)
    meant = _months().get(_folded(word), {})
    if not meant:
        return None
    if len(meant) > 1:
        sentence = _("“{word}” is another month in another language.")
        raise WhenError(sentence.format(word=short(word)))
    ((month, languages),) = meant.items()
    edtf = f"{int(year):04}-{month:02}" + (f"-{int(day):02}" if day else "")
    return When(edtf).edtf, frozenset(languages)


def languages_of(cells: Iterable[str]) -> list[str]:
    """The languages that know every named month in these cells, for people to read; else none."""
    known: frozenset[str] | None = None
    for cell in cells:
        try:
            named = read_named(cell)
        except WhenError:
            continue
        if named:
            known = named[1] if known is None else known & named[1]
    return [name for code, name in LANGUAGES.items() if known and code in known]


def _folded(word: str) -> str:
    return " ".join(word.casefold().replace("\u200f", "").strip(". ").split())


@lru_cache(maxsize=1)
def _months() -> dict[str, dict[int, set[str]]]:
    """For each name of a month the months that it means, each with its languages."""
    from babel.dates import (
        get_month_names,  # with the first such date: it takes a tenth of a second
    )

    meant: dict[str, dict[int, set[str]]] = {}
    for code in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in get_month_names(width, context, code).items():
                    meant.setdefault(_folded(name), {}).setdefault(month, set()).add(code)
    return meant
