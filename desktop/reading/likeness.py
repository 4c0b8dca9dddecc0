"""How alike two texts are by edit distance, and where a text is most like some words.

Myers' bit-parallel algorithm (1999): one big number holds a whole column of the table, so that
each letter of the text costs a few operations.
"""

from collections import Counter
from itertools import islice

# Longer words are sought by their two ends.
_LONG = 4000
_SEEDS = 32
_PLACES_OF_A_SEED = 20
_WINDOWS = 5


def likeness(one: str, other: str) -> float:
    """1 for equal texts, 0 where every letter differs: edits per letter of the longer one."""
    longest = max(len(one), len(other))
    if one == other or not longest:
        return 1.0
    return 1 - _edits(one, other, is_search=False)[1] / longest


def best_stretch(text: str, words: str, near: int) -> tuple[int, int, float] | None:
    """The stretch [first, last) of `text` most like `words` and its likeness.

    Only looked for where a few letters in a row are the same; None where there are none.
    """
    if not words:
        return None
    if len(words) > _LONG:
        return _stretch_between_ends(text, words, near)
    best: tuple[int, int, float] | None = None
    slack = len(words) // 3 + 16
    for start in _likely_starts(text, words, near):
        low = max(0, start - slack)
        window = text[low : start + len(words) + slack]
        first, last, edits = _within(window, words)
        alike = 1 - edits / len(words)
        if last > first and (best is None or alike > best[2]):
            best = (low + first, low + last, alike)
    return best


def _stretch_between_ends(text: str, words: str, near: int) -> tuple[int, int, float] | None:
    half = _LONG // 2
    head = best_stretch(text, words[:half], near)
    tail = best_stretch(text, words[-half:], near + len(words) - half)
    if head is None or tail is None or not len(words) / 2 < tail[1] - head[0] < 2 * len(words):
        return None
    return head[0], tail[1], min(head[2], tail[2])


def _likely_starts(text: str, words: str, near: int) -> list[int]:
    """Where `words` would begin if some of their letters stand where they are found."""
    size = min(8, max(4, len(words) // 3))
    step = max(1, (len(words) - size) // _SEEDS)
    width = len(words) // 4 + 16
    votes: Counter[int] = Counter()
    for offset in range(0, max(1, len(words) - size + 1), step):
        for place in _places(text, words[offset : offset + size], near + offset):
            votes[(place - offset) // width] += 1
    ranked = sorted(votes, key=lambda bucket: (-votes[bucket], abs(bucket * width - near)))
    return [bucket * width + width // 2 for bucket in islice(ranked, _WINDOWS)]


def _places(text: str, seed: str, near: int) -> list[int]:
    places = [text.rfind(seed, 0, max(0, near))]
    place = text.find(seed, max(0, near))
    while place >= 0 and len(places) < _PLACES_OF_A_SEED:
        places.append(place)
        place = text.find(seed, place + 1)
    place = places[0]
    while place > 0 and len(places) < 2 * _PLACES_OF_A_SEED:
        place = text.rfind(seed, 0, place + len(seed) - 1)
        places.append(place)
    return [place for place in places if place >= 0]


def _within(window: str, words: str) -> tuple[int, int, int]:
    last, edits = _edits(words, window, is_search=True)
    back, _ = _edits(words[::-1], window[:last][::-1], is_search=True)
    return last - back, last, edits


def _edits(words: str, text: str, *, is_search: bool) -> tuple[int, int]:
    """The fewest edits from `words` to `text`, or in a search to any stretch, and where it ends."""
    if not words:
        return 0, 0 if is_search else len(text)
    columns: dict[str, int] = {}
    for row, letter in enumerate(words):
        columns[letter] = columns.get(letter, 0) | 1 << row
    every, bottom, carry = (1 << len(words)) - 1, 1 << (len(words) - 1), 0 if is_search else 1
    rises, falls, edits = every, 0, len(words)
    best, end = edits, 0
    for number, letter in enumerate(text, 1):
        equal = columns.get(letter, 0)
        vertical = equal | falls
        across = (((equal & rises) + rises) ^ rises) | equal
        up = falls | ~(across | rises) & every
        down = rises & across
        edits += bool(up & bottom) - bool(down & bottom)
        up, down = up << 1 | carry, down << 1
        rises, falls = (down | ~(vertical | up)) & every, up & vertical & every
        if edits < best:
            best, end = edits, number
    return (end, best) if is_search else (len(text), edits)
