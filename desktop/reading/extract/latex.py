"""What BibTeX writes for letters beyond ASCII, as the letters."""

import re
import unicodedata

_MARKS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "dj": "đ", "DJ": "Đ", "textendash": "–", "textemdash": "—", "ldots": "…",
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "dots": "…",
    "textquotedblright": "”", "textbackslash": "\\", "textasciitilde": "~", "guillemotleft": "«",
    "guillemotright": "»", "pounds": "£", "texteuro": "€", "textdegree": "°", "S": "§",
}  # fmt: skip
_MARKED = re.compile(
    r"\\(?:([`'^~=.\"])\s*|([uvHcdbkr])(?:\s+|(?=\{)))(?:\{\s*\\?([^\W\d_])\s*\}|\\?([^\W\d_]))"
)
_NAMED = re.compile(r"\\([A-Za-z]{1,20})(?:\{\}|\s|(?![A-Za-z]))")
_STYLED = re.compile(r"\\(?:emph|text\w{2,9}|mkbibquote|enquote|url|href)\s*(?=\{)")


def plain_letters(text: str) -> str:
    """The text without LaTeX's braces and commands; unknown commands lose their stroke only."""
    if "\\" in text:
        text = _MARKED.sub(_marked, _STYLED.sub("", text))
        text = _NAMED.sub(lambda found: _LETTERS.get(found[1], found[1] + " "), text)
        text = re.sub(r"\\([&%$#_{} ])", r"\1", text)
    text = text.replace("---", "—").replace("--", "–").replace("~", " ")
    text = text.replace("``", "“").replace("''", "”")
    return " ".join(text.replace("{", "").replace("}", "").split())


def _marked(found: re.Match[str]) -> str:
    letter = found[3] or found[4]
    return unicodedata.normalize("NFC", letter + _MARKS[found[1] or found[2]])
