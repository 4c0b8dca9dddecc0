"""The language of the filter field: words and `name:value` terms, and what is wrong with one.

Read from left to right, letter by letter: no pattern ever runs over what a user types.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.errors import DatelineError, WhenError
from desktop.i18n import _
from desktop.when import AmbiguousWhen, When, read_words
from desktop.when.calendar import DAY

NAMES = ("track", "tag", "said", "status", "place", "before", "after", "near")
DATES = ("before", "after", "near")
NEAR = 30 * DAY
MOST_TERMS = 100
_UNITS = {"h": 3600, "d": DAY, "w": 7 * DAY, "m": 30 * DAY, "y": 365 * DAY}
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
_LONGEST_DATE = 5  # words of an unquoted date: late in November 2024


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: `name` is one of NAMES, or "" for words in title, note or place.

    `span` are the seconds [first, last) that the value of a date term names, `near:` widened.
    """

    name: str
    value: str
    is_negated: bool = False
    is_phrase: bool = False
    span: tuple[int, int] = (0, 0)


def read_terms(text: str, today: When | None = None) -> list[Term]:
    """The terms of a filter; one that cannot be understood is refused with a sentence.

    A quote left open reaches to the end, and a name whose value is yet to be typed says nothing.
    """
    pieces = _cut(text)
    if len(pieces) > MOST_TERMS:
        raise DatelineError(_("A filter has at most {n} terms.").format(n=MOST_TERMS))
    terms = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        place += 1
        if piece.name in DATES and piece.value:
            term, taken = _dated(piece, pieces[place:], today)
            terms.append(term)
            place += taken
        elif piece.value.strip():
            terms.append(piece)
    return terms


def _cut(text: str) -> list[Term]:
    pieces = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        is_negated = text[place] in "-−" and place + 1 < len(text) and not text[place + 1].isspace()
        place += is_negated
        name, place = _name(text, place)
        value, is_phrase, place = _value(text, place)
        pieces.append(Term(name, value, is_negated, is_phrase))
    return pieces


def _name(text: str, place: int) -> tuple[str, int]:
    stop = place
    while stop < len(text) and text[stop].isalpha():
        stop += 1
    if stop == place or stop == len(text) or text[stop] != ":":
        return "", place
    name = text[place:stop].lower()
    if name in NAMES:
        return name, stop + 1
    sentence = _("There is no filter “{name}:”; there are {names}.")
    raise DatelineError(
        sentence.format(name=name[:40], names=", ".join(f"{one}:" for one in NAMES))
    )


def _value(text: str, place: int) -> tuple[str, bool, int]:
    """What stands up to the next blank, or within quotes and up to the blank behind them."""
    closing = _QUOTES.get(text[place : place + 1])
    quoted = ""
    if closing:
        stop = text.find(closing, place + 1)
        stop = len(text) if stop < 0 else stop
        quoted, place = text[place + 1 : stop], stop + 1
    stop = place
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return quoted + text[place:stop], closing is not None, max(stop, place)


def _dated(piece: Term, others: Sequence[Term], today: When | None) -> tuple[Term, int]:
    """The term with its date, and how many of the words behind it belong to the date."""
    words = [piece.value]
    if not piece.is_phrase:
        for other in others[: _LONGEST_DATE - 1]:
            if other.name or other.is_phrase or other.is_negated:
                break
            words.append(other.value)
    for count in range(len(words), 1, -1):
        try:
            return _with_date(piece, " ".join(words[:count]), today), count - 1
        except WhenError:
            continue
    return _with_date(piece, words[0], today), 0


def _with_date(piece: Term, value: str, today: When | None) -> Term:
    date, around = _around(value) if piece.name == "near" else (value, 0)
    try:
        bounds = read_words(date, today).when.bounds
    except AmbiguousWhen as question:
        first, second = (reading.edtf for reading in question.readings)
        sentence = _("“{date}” may be {first} or {second}: write one of the two.")
        raise WhenError(sentence.format(date=date[:40], first=first, second=second)) from None
    except WhenError as error:
        raise WhenError(
            _("After “{name}:” comes a date. {why}").format(name=piece.name, why=error)
        ) from None
    span = (bounds.earliest - around, bounds.latest + around)
    return Term(piece.name, value, piece.is_negated, piece.is_phrase, span)


def _around(value: str) -> tuple[str, int]:
    """The date of `near:`, and how far around it: `2024-11-29~10d`, of h, d, w, m and y."""
    date, mark, width = value.rpartition("~")
    number, unit = width[:-1], width[-1:].lower()
    if not mark or not width:
        return value, NEAR
    if unit in _UNITS and number.isascii() and number.isdigit() and len(number) <= 9:
        return date, int(number) * _UNITS[unit]
    raise WhenError(
        _("“~{width}” is no width: write a number and h, d, w, m or y, like ~10d.").format(
            width=width[:40]
        )
    )
