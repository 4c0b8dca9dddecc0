"""How many were killed, as a text says it: a least and a most."""

import re

from desktop.reading.suggest.pack import Pack

Count = tuple[int | None, int | None]

_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3}
_FLOOR = re.compile(
    r"\b(?:at least|more than|over|no fewer than|a minimum of|some)\s*$", re.IGNORECASE
)
_CEILING = re.compile(
    r"\b(?:up to|as many as|no more than|at most|fewer than|less than)\s*$", re.IGNORECASE
)
_NUMBER = (
    r"\b(?P<n>\d{1,3}(?:,\d{3})+|\d{1,7}|(?:NAMES)(?:[- ](?:NAMES)\b)*"
    r"|dozens|scores|hundreds|thousands|several)\b"
)
_RANGE = r"(?:\s*(?:-|–|to|and|or)\s*(?P<m>\d{1,7}))?"
_DEAD = r"(?:killed|dead|died|slain|executed|perished|drowned|massacred)"
_PEOPLE = r"(?:\s+(?!and\b|wound|injur)[\w'’-]+){0,7}?"
_WERE = r"\s+(?:(?:was|were|had been|have been|has been|are|is)\s+)?"
_KILLED = (
    r"\b(?:kill(?:ed|ing|s)|claim(?:ed|ing) the lives of|left|leaving"
    r"|death toll\D{0,30}?|deaths? of)\s+"
)
_ABOUT = r"(?:(?:at least|more than|over|up to|as many as|about|around|some|between)\s+)?"
_SHAPES = (
    rf"{_NUMBER}{_RANGE}{_PEOPLE}{_WERE}{_DEAD}\b",
    rf"{_KILLED}{_ABOUT}{_NUMBER}{_RANGE}(?!\s*(?:%|per ?cent|wounded|injured|hurt))",
)
_AGE = re.compile(r"^\s*[-–]?\s*(?:years?|months?|days?|hours?)\b", re.IGNORECASE)


def killed_in(pack: Pack, sentence: str) -> Count | None:
    """The least and the most killed, None for an open side; None where nobody is counted."""
    for shape in _SHAPES:
        pattern = re.compile(shape.replace("NAMES", "|".join(pack.numbers)), re.IGNORECASE)
        for found in pattern.finditer(sentence):
            if "left" in found[0].lower() and not re.search(_DEAD, sentence[found.start() :][:60]):
                continue
            if not _AGE.match(sentence[found.end("n") :]):
                return _count(pack, sentence, found)
    return None


def _count(pack: Pack, sentence: str, found: re.Match[str]) -> Count | None:
    number = found["n"].lower()
    if number in _VAGUE:
        return _VAGUE[number], None
    least = _value(pack, number)
    if least is None:
        return None
    if found["m"] and int(found["m"]) > least:
        return least, int(found["m"])
    before = sentence[: found.start("n")]
    if _FLOOR.search(before):
        return least, None
    return (None, least) if _CEILING.search(before) else (least, least)


def _value(pack: Pack, text: str) -> int | None:
    if text[0].isdigit():
        return int(text.replace(",", ""))
    total = current = 0
    for word in re.split(r"[- ]", text):
        value = pack.numbers.get(word)
        if value is None:
            return None
        current = max(1, current) * value if value >= 100 or word == "dozen" else current + value
        if value >= 1000:
            total, current = total + current, 0
    return total + current or None
