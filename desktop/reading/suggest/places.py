"""Where it was: a name behind «in», «near» or «at» that is no month, weekday or language."""

import re

from desktop.reading.suggest.pack import Pack

_NAME = (
    r"(?:(?:al|el|as|ash|an|ar|at|az)-)?[A-Z][\w'’.-]*[\w'’]"
    r"(?:\s+(?:(?:of|de|du|la|le|el|al|the)\s+)?(?:(?:al|el|as|ash)-)?[A-Z][\w'’-]+){0,3}"
)
_PLACE = re.compile(
    r"\b(?P<how>in|near|at|outside|around|across|into|off|over|from|to|of)\s+"
    r"(?:(?:the|central|northern|southern|eastern|western|north|south|east|west|\w+western|\w+eastern|"
    r"city|town|village|province|region|district|port|capital|island|countryside|suburb|outskirts|"
    r"neighbourhood|and|of|in)\s+){0,6}"
    rf"(?P<name>{_NAME})"
)
_WEIGHTS = {
    "in": 3,
    "near": 3,
    "at": 2,
    "outside": 3,
    "around": 2,
    "across": 2,
    "into": 2,
    "off": 2,
}


def place_in(pack: Pack, sentence: str) -> str:
    """The likeliest place that a sentence names, or ""."""
    best, weight = "", 0.0
    for found in _PLACE.finditer(sentence):
        name = found["name"].strip(" .'’")
        if name.split()[0].lower() in pack.no_place or (name.isupper() and len(name) > 5):
            continue
        mine = _WEIGHTS.get(found["how"], 0.5)
        if mine > weight:
            best, weight = name, mine
    return best if weight >= 2 else ""
