"""The words of a PDF page with the place of each, in the order in which PDFium gives them."""

import re
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

_WORD = re.compile(r"\S+")
_MOST_LETTERS = 200_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word; `left`, `bottom` and `top` of its first letter in points, y upwards."""

    text: str
    left: float
    bottom: float
    top: float
    starts_line: bool = False


def words_of(page: pypdfium2.PdfTextPage) -> list[Word]:
    """Every word of the page, at most some hundred thousand letters."""
    count = min(page.count_chars(), _MOST_LETTERS)
    text = page.get_text_range(0, count) if count > 0 else ""
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        letter = max(0, raw.FPDFText_GetCharIndexFromTextIndex(page, match.start()))
        left, bottom, _, top = page.get_charbox(letter, loose=True)
        is_apart = "\n" in text[end : match.start()]
        words.append(Word(match[0], left, bottom, top, starts_line=is_apart))
        end = match.end()
    return words
