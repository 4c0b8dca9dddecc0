"""The days that a reader sees on a web page: beside its heading, or behind a word like Published.

A heading's words often stand in a menu or a trail above it too, so every place where they stand
is looked at, and of equal lines the one nearest to such a place is taken.
"""

import re
from collections.abc import Iterator

from lxml import html

from desktop.reading.extract.findings import Sourced
from desktop.reading.extract.normal import one_line
from desktop.reading.extract.published import (
    dated_line,
    dates_in,
    is_label,
    labelled_first,
    tells_of_change,
)

_LONGEST_LINE = 400
_BEFORE, _AFTER = 5, 12
_MOST_PLACES = 5
# How many lines farther a date beside the heading's next place in the text counts.
_LATER_PLACE = 4
_TITLE_END = re.compile(r"\s+[|·•–—»«:-]+\s+")


def shown_date(tree: html.HtmlElement, lines: list[str]) -> Sourced:
    """The date in a line of its own, or behind a word such as Published, beside the heading."""
    ranked = [
        (found.confidence, -distance - _LATER_PLACE * number, found)
        for number, (place, head) in enumerate(_places(tree, lines))
        for found, distance in _near(lines, place, head)
    ]
    return max(ranked, key=lambda one: one[:2])[2] if ranked else Sourced()


def labelled_date(lines: list[str]) -> Sourced:
    """The date that a line anywhere on the page begins by calling that of publication."""
    for number, line in enumerate(lines):
        told = labelled_first(line)
        if not told and is_label(line):
            told = dated_line(next(filter(str.strip, lines[number + 1 :]), "").strip())
        if told:
            return Sourced(told.value, "date line", 0.8)
    return Sourced()


def lines_with(lines: list[str], day: str) -> list[str]:
    """The short lines in which a reader sees a day."""
    short = (line for line in lines if len(line) <= _LONGEST_LINE)
    return [line for line in short if any(found == day for found, _, _ in dates_in(line))]


def is_of_change(lines: list[str], day: str) -> bool:
    """True where a page shows a day only as the one of its last change."""
    seen = lines_with(lines, day)
    return bool(seen) and all(tells_of_change(line) for line in seen)


def _places(tree: html.HtmlElement, lines: list[str]) -> list[tuple[int, str]]:
    """Lines in which the page's heading stands, with its words; without one, the page's title."""
    heads = [one_line(head.text_content()[:500], 300) for head in tree.iter("h1")]
    title = one_line(tree.findtext(".//title") or "", 300)
    for wanted in (heads, [title, _TITLE_END.split(title)[0]]):
        places = [
            (number, head)
            for number, line in enumerate(lines)
            for head in wanted
            if len(head) > 8 and line.strip().startswith(head[:40])
        ]
        if places:
            return places[:_MOST_PLACES]
    return []


def _near(lines: list[str], place: int, head: str) -> Iterator[tuple[Sourced, int]]:
    """Each date in a line of its own about a place, with its distance: upwards counts double."""
    for number in range(max(0, place - _BEFORE), min(len(lines), place + _AFTER + 1)):
        away = number - place
        line = lines[number].strip()
        if found := dated_line(line if away else line[len(head) :]):
            yield found, away if away >= 0 else -2 * away
