"""Which events a filter lets through: one SQL condition made of its terms."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from unicodedata import combining, normalize

import numpy as np
from numpy.typing import NDArray

from desktop.document import doubting, scanning
from desktop.document.database import Database
from desktop.document.status import standing_sql
from desktop.document.terms import Term, read_terms
from desktop.errors import DatelineError
from desktop.i18n import _
from desktop.model import STATUSES
from desktop.when import When

# An event has just one of these, so several of them mean any.
_EITHER = ("track", "status")
_NO_STATUS = "none"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown: the events for which `words` hold, as they could be known on the day `known`.

    An article of unknown date counts as known. An event all of whose claims came later is left out.
    With `dims` the events for which the words do not hold are shown faint, and not left out.
    """

    words: str = ""
    known: When | None = None
    dims: bool = False

    @property
    def shown(self) -> "Filter":
        """What leaves out events: without the words where those only dim."""
        return Filter("", self.known) if self.dims else self

    def __bool__(self) -> bool:
        return bool(self.words.strip()) or self.known is not None


def matching(db: Database, wanted: Filter, today: When | None = None) -> NDArray[np.int64]:
    """The ids of the events that a filter lets through, in order; a wrong term is refused."""
    later = later_articles(db, wanted.known)
    conditions, values = ["1"], list[str | int]()
    groups: dict[str, list[tuple[str, list[str | int]]]] = {}
    for number, term in enumerate(read_terms(wanted.words, today)):
        key = term.name if term.name in _EITHER and not term.is_negated else str(number)
        groups.setdefault(key, []).append(_condition(db, term, later))
    for either in groups.values():
        conditions.append("(" + " OR ".join(one for one, _values in either) + ")")
        values += [value for _one, given in either for value in given]
    if wanted.known is not None:
        conditions.append(_known(later))
    query = f"SELECT group_concat(id) FROM events WHERE {' AND '.join(conditions)}"
    text = db.execute(query, values).fetchone()[0] or ""
    return np.sort(np.fromstring(text, dtype=np.int64, sep=","))


def later_articles(db: Database, known: When | None) -> list[int]:
    """The articles that were certainly not published by the end of the day `known`."""
    if known is None:
        return []
    end = known.bounds.latest
    dated = db.execute("SELECT id, published FROM articles WHERE published != ''").fetchall()
    return [int(article) for article, when in dated if When(when).bounds.earliest >= end]


def _known(later: list[int]) -> str:
    articles = ", ".join(map(str, later))
    return f"""(NOT EXISTS (SELECT 1 FROM claims WHERE event = events.id) OR EXISTS
        (SELECT 1 FROM claims WHERE event = events.id AND article NOT IN ({articles})))"""


def _condition(db: Database, term: Term, later: list[int]) -> tuple[str, list[str | int]]:
    makers: dict[str, Callable[[], tuple[str, list[str | int]]]] = {
        "": lambda: _words(db, term),
        "track": lambda: _on_tracks(db, term),
        "tag": lambda: _tagged(db, term),
        "said": lambda: _said(db, term, later),
        "place": lambda: _at(db, term),
        "status": lambda: (f"{standing_sql(later)} = ?", [_status(term.value)]),
        "before": lambda: ("ifnull(latest <= ?, 0)", [term.span[0]]),
        "after": lambda: ("ifnull(earliest >= ?, 0)", [term.span[1]]),
        "near": lambda: ("ifnull(earliest < ? AND latest > ?, 0)", list(term.span[::-1])),
    }
    condition, values = makers[term.name]()
    return (f"NOT {condition}" if term.is_negated else condition), values


def _words(db: Database, term: Term) -> tuple[str, list[str | int]]:
    if not any(letter.isalnum() for letter in term.value):
        return ("0" if term.is_negated else "1"), []
    plain = term.value.replace('"', " ").replace("\0", " ").encode(errors="replace").decode()
    if doubting.is_doubted(db):
        return scanning.condition(plain, is_begun=not term.is_phrase)
    pattern = f'"{plain}"' + ("" if term.is_phrase else "*")
    return "(id IN (SELECT rowid FROM events_search WHERE events_search MATCH ?))", [pattern]


def _on_tracks(db: Database, term: Term) -> tuple[str, list[str | int]]:
    found = _named(db, "SELECT id, name FROM tracks", term.value)
    if not found:
        raise DatelineError(_("There is no track “{name}”.").format(name=term.value[:40]))
    return "(track IN (SELECT value FROM json_each(?)))", [json.dumps(found)]


def _tagged(db: Database, term: Term) -> tuple[str, list[str | int]]:
    found = _named(db, "SELECT id, name FROM tags", term.value)
    if not found:
        raise DatelineError(_("There is no tag “{name}”.").format(name=term.value[:40]))
    return (
        """(id IN (SELECT event FROM event_tags
        WHERE tag IN (SELECT value FROM json_each(?))))""",
        [json.dumps(found)],
    )


def _said(db: Database, term: Term, later: list[int]) -> tuple[str, list[str | int]]:
    said = db.execute("SELECT DISTINCT said_by FROM claims WHERE said_by != ''").fetchall()
    found = _containing((name for (name,) in said), term.value)
    articles = ", ".join(map(str, later))
    return (
        f"""(id IN (SELECT event FROM claims WHERE article NOT IN ({articles})
        AND said_by IN (SELECT value FROM json_each(?))))""",
        [json.dumps(found)],
    )


def _at(db: Database, term: Term) -> tuple[str, list[str | int]]:
    places = db.execute("SELECT DISTINCT place FROM events WHERE place != ''").fetchall()
    found = _containing((name for (name,) in places), term.value)
    return "(place IN (SELECT value FROM json_each(?)))", [json.dumps(found)]


def _status(value: str) -> int:
    names = [status or _NO_STATUS for status in STATUSES]
    found = [place for place, name in enumerate(names) if name.startswith(value.casefold())]
    if len(found) == 1:
        return found[0]
    sentence = _("“{value}” is no status; there are {names}.")
    raise DatelineError(sentence.format(value=value[:40], names=", ".join(names)))


def _named(db: Database, query: str, wanted: str) -> list[int]:
    """The rows of just this name, or else those whose name holds it."""
    folded = _folded(wanted)
    rows = [(int(key), _folded(name)) for key, name in db.execute(query).fetchall()]
    exact = [key for key, name in rows if name == folded]
    return exact or [key for key, name in rows if folded in name]


def _containing(names: Iterable[str], wanted: str) -> list[str]:
    folded = _folded(wanted)
    return [name for name in names if folded in _folded(name)]


def _folded(text: str) -> str:
    """`text` without case and accents, as the search index has it."""
    apart = normalize("NFD", " ".join(text.split()).casefold())
    return "".join(letter for letter in apart if not combining(letter))
