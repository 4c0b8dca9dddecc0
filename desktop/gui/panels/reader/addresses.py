"""The web addresses in an article's words: http, https and mailto, and nothing else."""

import re

from PySide6.QtCore import QUrl

_ADDRESS = re.compile(r"\b(?:https?://|mailto:)[^\s<>\"“”«»]+", re.IGNORECASE)
_BEHIND = ".,;:!?'’)]}"
_LONGEST = 2_000  # no page has a longer one; a cut one would be another address


def address_at(text: str, first: int, last: int) -> QUrl | None:
    """The first address that the code points [first, last) touch, or a cursor at both."""
    for met in _ADDRESS.finditer(text):
        words = _without_stops(met[0])
        if met.start() <= last and first <= met.start() + len(words):
            return _checked(words)
    return None


def full_words(address: QUrl) -> str:
    """All of an address in ASCII as it will be asked for, so that no letter looks like another."""
    return bytes(address.toEncoded().data()).decode("ascii")


def _without_stops(words: str) -> str:
    """An address without the stops of the sentence behind it; its own brackets stay."""
    while words and words[-1] in _BEHIND:
        if words[-1] == ")" and words.count("(") >= words.count(")"):
            break
        words = words[:-1]
    return words


def _checked(words: str) -> QUrl | None:
    address = QUrl(words)
    is_whole = address.isValid() and len(words) <= _LONGEST
    is_known = address.scheme() in ("http", "https", "mailto")
    return address if is_whole and is_known and (address.host() or address.path()) else None
