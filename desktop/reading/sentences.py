"""Where the sentences of a text begin and end; a line break ends one too."""

import re
from collections.abc import Iterator

# What a full stop follows without ending a sentence: titles, initials, units, months.
_ABBREVIATIONS = (
    "mr mrs ms dr prof rev hon st mt ft gen lt col sgt capt cmdr maj adm gov sen rep pres sec amb "
    "jr sr vs etc inc ltd co corp no vol art dept est approx ca cf al eg ie jan feb mar apr jun "
    "jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m u.s u.n u.k e.g i.e"
)
_KNOWN = frozenset(_ABBREVIATIONS.split())
_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|\n+|[。！？؟]")
_WORD_BEFORE = re.compile(r"[^\s(\"'“‘\[]{1,24}$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of each sentence, in code points, blanks around it left out."""
    start = 0
    for end in _END.finditer(text):
        if not _is_end(text, end):
            continue
        if bounds := _trimmed(text, start, end.end()):
            yield bounds
        start = end.end()
    if bounds := _trimmed(text, start, len(text)):
        yield bounds


def _is_end(text: str, end: re.Match[str]) -> bool:
    if "\n" in end[0]:
        return True
    if text[end.end() : end.end() + 4].lstrip(" ")[:1].islower():
        return False
    if not end[0].startswith("."):
        return True
    before = _WORD_BEFORE.search(text, max(0, end.start() - 24), end.start())
    word = before[0].lower() if before else ""
    if word in _KNOWN or re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", word):
        # «the U.S.» may still end a sentence, when a capital with a small word's air follows.
        return bool(
            re.match(r"\s+(?:The|A|An|He|She|It|They|In|On|But|And)\s", text[end.end() :][:8])
        )
    return True


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
