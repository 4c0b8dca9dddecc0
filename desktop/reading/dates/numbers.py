"""Numbers in figures and in words, and what a figure may be in a date."""

import re
from collections.abc import Callable

from desktop.reading.dates.values import day_span

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t(\d\d:\d\d)(?::\d\d)?z?)?$")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$")
_CLOCK = re.compile(r"([01]?\d|2[0-4])([:.])([0-5]\d)(?::[0-5]\d)?$")
_LONGEST = 12
OF_FIGURES = frozenset(
    [
        "n",
        "d",
        "d2",
        "y4",
        "hhmm",
        "mil",
        "ancient_n",
        "clock",
        "dot",
        "decimal",
        "iso",
        "slash",
        "count",
    ]
)
Class = tuple[str, object, int]


def classes_of_digits(word: str, after: int) -> list[Class]:
    """The classes of a token that begins with a digit."""
    if len(word) > _LONGEST + 8:
        return []
    if word.isdecimal():
        return _of_whole_number(word, after) if len(word) <= _LONGEST else []
    if match := _CLOCK.match(word):
        clock = f"{int(match[1]):02}:{match[3]}"
        found: list[Class] = [("clock" if match[2] == ":" else "dot", clock, after)]
        return found + ([("decimal", float(word), after)] if match[2] == "." else [])
    if match := _ISO.match(word):
        span = day_span(int(match[1]), int(match[2]), int(match[3]))
        return [("iso", (span.index, match[4] or ""), after)] if span else []
    if match := _SLASHED.match(word):
        return [("slash", (int(match[1]), int(match[2]), match[3]), after)]
    return _of_large_number(word, after)


def is_clock(word: str) -> bool:
    """True for 14:05 and 13.10."""
    return word[0].isdigit() and _CLOCK.match(word) is not None


def _of_whole_number(word: str, after: int) -> list[Class]:
    value = int(word)
    found: list[Class] = [("n", value, after)]
    if len(word) <= 2 and 1 <= value <= 31:
        found.append(("d", value, after))
    if len(word) == 2:
        found.append(("d2", value, after))
    if len(word) == 4:
        if 1000 <= value <= 2199:
            found.append(("y4", value, after))
        if value // 100 <= 24 and value % 100 < 60:
            clock = f"{word[:2]}:{word[2:]}"
            found += [("hhmm", clock, after)] + ([("mil", clock, after)] if word[0] == "0" else [])
    if len(word) == 3 and value >= 100:
        found.append(("ancient_n", value, after))
    return found


def _of_large_number(word: str, after: int) -> list[Class]:
    plain = word.replace(",", "")
    if plain.isdecimal() and len(plain) <= _LONGEST:
        return [("count", int(plain), after)]
    if plain.count(".") == 1 and plain.replace(".", "").isdecimal():
        return [("decimal", float(plain), after)]
    return []


def read_number(
    classes: Callable[[int], list[Class]], word: Callable[[int], str], at: int
) -> tuple[int, dict[str, object]] | None:
    """A number that begins at token `at`, in figures or words, as `n`; the token behind it."""
    figure = _value(classes, at, ("n", "count", "decimal"))
    value, after = figure if figure else _in_words(classes, word, at)
    if after == at:
        return None
    if fraction := _value(classes, after, ("fraction",)):
        value, after = value + fraction[0], fraction[1]
    return after, {"n": value}


def _in_words(
    classes: Callable[[int], list[Class]], word: Callable[[int], str], at: int
) -> tuple[float, int]:
    total, current, after = 0.0, 0.0, at
    for _ in range(_LONGEST):
        here = after + 1 if after > at and word(after) in ("-", "and") else after
        if (found := _value(classes, here, ("number",))) and _fits(current, found[0]):
            current, after = current + found[0], found[1]
        elif after > at and (found := _value(classes, after, ("scale",))):
            current, after = current * found[0], found[1]
            if found[0] >= 1000:
                total, current = total + current, 0.0
        else:
            break
    value = total + current
    return int(value), after


def _fits(current: float, more: float) -> bool:
    """Twenty takes five, a hundred takes twenty, nothing else follows."""
    if current == 0:
        return True
    return (more < 10 <= current % 100 and current % 10 == 0) or current % 100 == 0


def _value(
    classes: Callable[[int], list[Class]], at: int, names: tuple[str, ...]
) -> tuple[float, int] | None:
    for name, value, after in classes(at):
        if name in names and isinstance(value, int | float):
            return value, after
    return None
