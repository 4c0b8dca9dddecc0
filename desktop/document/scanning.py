"""Words found without the search index, in a file whose index somebody else may have made."""

import re
from typing import Literal
from unicodedata import combining, normalize

from desktop.document.database import Database
from desktop.document.search import Hit

_AROUND = 40  # letters that are shown on each side of what was found
_STANDS = "words_stand({wanted}, {is_begun}, {columns})"
_EVENT, _ARTICLE = "title, note, place", "title, text"

_LOOKED_IN: tuple[tuple[Literal["event", "article"], str, str, str], ...] = (
    ("event", "events", _EVENT, "earliest IS NULL, earliest"),
    ("article", "articles", _ARTICLE, "id"),
)


def register(db: Database) -> None:
    """Let the connection look for words."""
    db.conn.create_function("words_stand", -1, _stand, deterministic=True)


def condition(wanted: str, *, is_begun: bool) -> tuple[str, list[str | int]]:
    """The SQL that is true of an event which has the words, in their order, in one field.

    The last word may go on where `is_begun`.
    """
    stands = _STANDS.format(wanted="?", is_begun=int(is_begun), columns=_EVENT)
    return f"({stands})", [wanted]


def find(db: Database, words: str, limit: int) -> list[Hit]:
    """The same as the index would find, in the same order; each row is read for it."""
    wanted = re.findall(r"\w+", words)
    if not wanted:
        return []
    hits: list[Hit] = []
    for kind, table, columns, order in _LOOKED_IN:
        stands = _STANDS.format(wanted="?", is_begun=1, columns=columns)
        query = f"SELECT id, {columns} FROM {table} WHERE {' AND '.join([stands] * len(wanted))}"
        rows = db.execute(f"{query} ORDER BY {order} LIMIT ?", [*wanted, limit]).fetchall()
        hits += [
            Hit(kind, key, title, _part([title, *texts], wanted[0])) for key, title, *texts in rows
        ]
    return hits[:limit]


def _stand(wanted: str, is_begun: int, *texts: object) -> bool:
    said = r"[\W_]+".join(map(re.escape, _cut(_folded(wanted)))) + (
        "" if is_begun else r"(?![^\W_])"
    )
    pattern = re.compile(rf"(?<![^\W_]){said}")
    return any(pattern.search(_folded(text)) for text in texts if isinstance(text, str))


def _part(texts: list[str], word: str) -> str:
    """A few letters around the word; the beginning of the first text where none has it so."""
    pattern = re.compile(rf"\b{re.escape(word)}", re.IGNORECASE)
    for text in texts:
        if found := pattern.search(text):
            first, last = max(0, found.start() - _AROUND), found.end() + _AROUND
            return "…" * (first > 0) + text[first:last] + "…" * (last < len(text))
    return texts[0][: 2 * _AROUND]


def _cut(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _folded(text: str) -> str:
    """`text` without case and accents, as the search index has it."""
    apart = normalize("NFD", text.casefold())
    return "".join(letter for letter in apart if not combining(letter))
