"""What may be written next in the filter field, and what each of its terms means."""

from dataclasses import dataclass

from desktop.document import Document
from desktop.document.terms import DATES, NAMES
from desktop.i18n import _
from desktop.model import STATUSES

MOST = 12
_CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would stand in the place of the term under the cursor, and what it means."""

    written: str
    told: str


def meanings() -> dict[str, str]:
    """Each term of the filter and what it lets through."""
    return {
        "track:": _("on a track"),
        "tag:": _("with a tag"),
        "said:": _("by who says so"),
        "status:": _("reported, claimed, denied, contested, confirmed, planned, none"),
        "place:": _("at a place"),
        "before:": _("over before a date begins"),
        "after:": _("begun after a date has ended"),
        "near:": _("within a month of a date; near:2024-11-29~10d within ten days"),
    }


def examples() -> dict[str, str]:
    """Filters as one may write them, and what they show."""
    return {
        "siege": _("words that begin so, in title, note or place"),
        '"night raid"': _("just these words, side by side"),
        "-siege": _("all but these; also -track:Airstrikes"),
        "track:Airstrikes track:Statements": _("on either of the two"),
        'tag:"night raid" before:2020': _("both at once"),
        "after:last Friday": _("a date in any words"),
    }


def term_at(text: str, cursor: int) -> tuple[int, int]:
    """Where the term in which the cursor stands begins and ends; blanks in quotes part nothing."""
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        stop = _end_of(text, place)
        if place <= cursor <= stop:
            return place, stop
        place = stop
    return cursor, cursor


def proposals(document: Document, term: str) -> list[Proposal]:
    """What a term that is being typed may become, at most `MOST`."""
    sign = term[:1] if term[:1] in ("-", "−") else ""
    name, colon, value = term[len(sign) :].partition(":")
    told = meanings()
    if not colon:
        wanted = name.casefold()
        return [Proposal(f"{sign}{one}", told[one]) for one in told if one.startswith(wanted)]
    if name not in NAMES or name in DATES:
        return []
    wanted = value.strip("".join({*_CLOSING, *_CLOSING.values()})).casefold()
    values = [one for one in _values(document, name) if wanted in one.casefold()]
    values.sort(key=lambda one: not one.casefold().startswith(wanted))
    return [Proposal(f"{sign}{name}:{_quoted(one)}", told[f"{name}:"]) for one in values[:MOST]]


def _values(document: Document, name: str) -> list[str]:
    if name == "track":
        return [track.name for track in document.tracks()]
    if name == "tag":
        return [tag.name for tag in document.tags()]
    if name == "status":
        return [status or "none" for status in STATUSES]
    return document.sources() if name == "said" else document.places()


def _quoted(value: str) -> str:
    flat = " ".join(value.split())
    return f'"{flat.replace(chr(34), " ")}"' if " " in flat or '"' in flat else flat


def _end_of(text: str, place: int) -> int:
    """Behind the term that begins at `place`."""
    closing = ""
    while place < len(text) and (closing or not text[place].isspace()):
        if closing:
            closing = "" if text[place] == closing else closing
        elif text[place] in _CLOSING and text[place - 1 : place] in ("", ":", " ", "-"):
            closing = _CLOSING[text[place]]
        place += 1
    return place
