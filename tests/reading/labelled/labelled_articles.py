"""Articles in our own words with their dates, traps and events marked, and how an answer is judged.

`[words|value]` is an expression of time, its values with semicolons: EDTF, a TIMEX3 length, `-` for
no calendar date, `<a/b` for anything inside, empty where it need not be found. `{words}` is a trap.
Below EVENTS a line an event: words of its clause, tracks, dates, speakers, statuses; `*` is any.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import DatelineError
from desktop.when import When

_MARK = re.compile(r"\[([^|\[\]]*)\|((?:\[[^\]]*\]|[^\[\]])*)\]|\{([^}]*)\}")


@dataclass(frozen=True)
class Label:
    """Words [start, end) that name a time, with every value that is right."""

    start: int
    end: int
    text: str
    values: tuple[str, ...]

    @property
    def is_required(self):
        """False where a finder may pass over the words."""
        return "" not in self.values


@dataclass(frozen=True)
class EventLabel:
    """A clause [start, end) that a reader would place, with every answer that is right."""

    start: int
    end: int
    tracks: tuple[str, ...]
    dates: tuple[str, ...]
    speakers: tuple[str, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True)
class Labelled:
    """One article: plain text, labels, traps and events."""

    number: int
    kind: str
    published: str
    tracks: tuple[str, ...]
    text: str
    labels: tuple[Label, ...]
    traps: tuple[tuple[int, int], ...]
    events: tuple[EventLabel, ...]


def read_all(folder=None):
    """Every labelled article, by number."""
    folder = folder or Path(__file__).parent
    return [read(path) for path in sorted(folder.glob("*.txt"))]


def read(path):
    """One file; a label that names no text of the article fails."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    tracks, _, rest = rest.partition("\n")
    body, _, rows = rest.partition("\nEVENTS\n")
    text, labels, traps = _plain(body)
    number, _, kind = path.stem.partition("-")
    return Labelled(
        number=int(number),
        kind=kind,
        published=head.removeprefix("published:").strip(),
        tracks=tuple(name.strip() for name in tracks.removeprefix("tracks:").split(",")),
        text=text,
        labels=tuple(labels),
        traps=tuple(traps),
        events=tuple(_event(text, row, path.name) for row in rows.splitlines() if row),
    )


def _plain(body):
    parts, labels, traps, at, length = [], [], [], 0, 0
    for mark in _MARK.finditer(body):
        parts.append(body[at : mark.start()])
        length += len(parts[-1])
        words, values, trap = mark.groups()
        if trap is None:
            answers = tuple(part.strip() for part in _alternatives(values))
            labels.append(Label(length, length + len(words), words, answers))
        else:
            traps.append((length, length + len(trap)))
        parts.append(words if trap is None else trap)
        length += len(parts[-1])
        at = mark.end()
    parts.append(body[at:])
    return "".join(parts), labels, traps


def _alternatives(values):
    return values.split(";")


def _event(text, row, name):
    words, *columns = (part.strip() for part in row.split(" | "))
    start = text.find(words)
    assert start >= 0, f"{name}: {words!r} is not in the text"
    tracks, dates, speakers, statuses = (tuple(column.split(";")) for column in columns)
    return EventLabel(start, start + len(words), tracks, dates, speakers, statuses)


def is_right(values, edtf, timex3):
    """Whether an answer is one of the values; the same days in other words are the same."""
    return any(_agrees(value, edtf, timex3) for value in values)


def _agrees(value, edtf, timex3):
    if value in ("", "-", "*"):
        return value != "-" or not edtf
    if value.startswith("<"):
        return bool(edtf) and _lies_in(value[1:], edtf)
    if edtf:
        return edtf == value or _span(edtf) == _span(value) is not None
    return bool(timex3) and timex3 == value


def _span(edtf):
    try:
        bounds = When(edtf.replace("~", "").replace("?", "")).bounds
    except DatelineError:
        return None
    return bounds.earliest, bounds.latest


def _lies_in(outer, edtf):
    whole, part = _span(outer), _span(edtf)
    return whole[0] <= part[0] and part[1] <= whole[1]
