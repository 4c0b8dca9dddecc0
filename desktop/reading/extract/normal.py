"""The one form in which an article's text is kept, so that quotes can point into it for good."""

import hashlib
import re
import unicodedata

# UAX #15: no language piles up more marks on a letter; ordering them is quadratic in their number.
_MOST_MARKS = 30
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028]")
# Other controls, marks that only tell where a word may be broken, and byte order marks.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\ufeff]")
# Halves of UTF-16 pairs and code points that Unicode gives to nobody: no XML or UTF-8 holds them.
_NOT_LETTERS = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TRAILING_BLANKS = re.compile(r"[ \t]+(?=\n|\Z)")
_MANY_EMPTY_LINES = re.compile(r"\n{3,}")
# Marks that turn the direction of what follows, which in a title would lie about it.
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def normalise(text: str) -> str:
    r"""`text` with "\n" line ends, NFC, no controls but tab, at most one empty line in a row.

    Lone surrogates become U+FFFD; no-break blanks stay. What is in this form already comes back
    as it is.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = _NOT_LETTERS.sub("\ufffd", _INVISIBLE.sub("", text))
    text = _composed(text)
    text = _TRAILING_BLANKS.sub("", text)
    return _MANY_EMPTY_LINES.sub("\n\n", text).strip("\n")


def one_line(text: str, limit: int = 300) -> str:
    """`text` for a title or name: in one line, no direction marks, cut at a word if too long."""
    line = " ".join(_DIRECTION_MARKS.sub("", normalise(text[: 8 * limit])).split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def text_hash(text: str) -> str:
    """The SHA-256 of a normalised text, by which the same article is known again."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _composed(text: str) -> str:
    if text.isascii():
        return text
    marks = "".join(letter for letter in set(text) if unicodedata.combining(letter))
    if marks:
        pile = re.compile(f"([{re.escape(marks)}]{{{_MOST_MARKS}}})[{re.escape(marks)}]+")
        text = pile.sub(r"\1", text)
    return unicodedata.normalize("NFC", text)
