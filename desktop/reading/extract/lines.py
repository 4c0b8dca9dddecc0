"""Lines and paragraphs from words with places: what a page's typesetting says to the eye.

PDFium gives the letters of a right-to-left word right, but the words of such a line in any order,
and leaves out some line ends; both follow from where the words stand.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from desktop.reading.extract.words import Word

_SENTENCE_END = re.compile(r"[.!?…:;»”\"')\]؟۔。]$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\x02\ufffe]$")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.)?\s*\d{1,4}\s*(?:(?:/|of|von|de)\s*\d{1,4})?\W*", re.IGNORECASE
)
# Lines this much further apart than usual stand for a new paragraph; as do letters of another size.
_WIDE_GAP = 1.35
_OTHER_SIZE = 1.15
_HEADLINE_SIZE = 1.2


@dataclass(frozen=True, slots=True)
class Line:
    """A line in reading order; its first and last word's `left` and `right`, `bottom` upwards."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


def lines_of(words: list[Word]) -> list[Line]:
    """The lines of a page; a word that is not level with the last one begins a new one."""
    lines: list[list[Word]] = []
    for word in words:
        if not lines or word.starts_line or not _are_level(lines[-1][-1], word):
            lines.append([])
        lines[-1].append(word)
    return _downwards([_line(line) for line in lines])


def reading_order(words: list[Word]) -> list[str]:
    """The words of a line; of a right-to-left one by their places from the right.

    Runs of numbers and foreign words in it are read from the left.
    """
    if not _is_right_to_left("".join(word.text for word in words)):
        return [word.text for word in words]
    placed = sorted(words, key=lambda word: -word.left)
    ordered: list[str] = []
    for is_native, run in groupby(placed, key=lambda word: _has_right_to_left(word.text)):
        texts = [word.text for word in run]
        ordered += texts if is_native else reversed(texts)
    return ordered


def paragraphs_of(lines: list[Line]) -> list[str]:
    """The paragraphs of a page, hyphens at line ends taken out."""
    if not lines:
        return []
    pitch = _usual_pitch(lines)
    full = 0.75 * max(len(line.text) for line in lines)
    paragraphs = [lines[0].text]
    for before, line in pairwise(lines):
        if _is_apart(before, line, pitch) or _is_ended(before, line, full):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _glued(paragraphs[-1], line.text)
    return paragraphs


def headline_of(lines: list[Line]) -> str:
    """The words of the largest letters on a first page if they stand out, else ""."""
    sizes = [line.size for line in lines for _ in line.text]
    if not sizes:
        return ""
    largest = max(line.size for line in lines)
    if largest < _HEADLINE_SIZE * median(sizes):
        return ""
    words = " ".join(line.text for line in lines if line.size > 0.97 * largest)
    return words if " " in words and 8 <= len(words) <= 250 else ""


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers and what stands at the top or foot of most of them."""
    edges = Counter(_shape(line) for page in pages for line in {*page[:2], *page[-2:]})
    least = max(3, len(pages) // 2)
    return [
        [
            line
            for line in page
            if not _is_running(line, page, is_repeated=edges[_shape(line)] >= least)
        ]
        for page in pages
    ]


def _downwards(lines: list[Line]) -> list[Line]:
    """The lines with a right-to-left one that PDFium gave too late put above the one below it."""
    ordered: list[Line] = []
    for line in lines:
        place = len(ordered)
        while place and _is_just_above(line, ordered[place - 1]):
            place -= 1
        ordered.insert(place, line)
    return ordered


def _is_just_above(line: Line, other: Line) -> bool:
    if not _is_right_to_left(line.text) or not _is_right_to_left(other.text):
        return False
    rise = line.bottom - other.bottom
    return (
        0.3 * line.size < rise < 3 * line.size
        and line.left <= other.right
        and other.left <= line.right
    )


def _line(words: list[Word]) -> Line:
    return Line(
        text=" ".join(reading_order(words)),
        left=min(word.left for word in words),
        right=max(word.left for word in words),
        bottom=median(word.bottom for word in words),
        # A font may claim that its letters have no height.
        size=max(0.1, median(word.top - word.bottom for word in words)),
    )


def _are_level(one: Word, other: Word) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared >= 0.3 * min(one.top - one.bottom, other.top - other.bottom)


def _is_right_to_left(text: str) -> bool:
    kinds = Counter(unicodedata.bidirectional(letter) for letter in text)
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _has_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def _is_running(line: Line, page: list[Line], *, is_repeated: bool) -> bool:
    is_edge = line in page[:2] or line in page[-2:]
    return is_edge and (is_repeated or _PAGE_NUMBER.fullmatch(line.text) is not None)


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _usual_pitch(lines: list[Line]) -> float:
    """The usual way from line to line, in heights of letters."""
    pitches = [(before.bottom - line.bottom) / line.size for before, line in pairwise(lines)]
    down = [pitch for pitch in pitches if pitch > 0]
    return median(down) if down else 0.0


def _is_apart(before: Line, line: Line, pitch: float) -> bool:
    """Whether the eye sees a gap or another size of letters; a new column is no gap."""
    larger, smaller = max(before.size, line.size), min(before.size, line.size)
    way = (before.bottom - line.bottom) / line.size
    return larger > _OTHER_SIZE * smaller or way > _WIDE_GAP * pitch


def _is_ended(before: Line, line: Line, full: float) -> bool:
    """Whether a short or an indented line says that the paragraph before it was over."""
    ends = _SENTENCE_END.search(before.text) is not None
    is_indented = line.left - before.left > 0.8 * line.size
    if ends and is_indented and not _has_right_to_left(line.text):
        return True
    return len(before.text) < full and ends


def _glued(before: str, line: str) -> str:
    if _HYPHEN.search(before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"
