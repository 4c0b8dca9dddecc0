"""Words found in the index at every key, also where a word of a million events begins so.

What begins with two or three letters stands in the index. For one letter, or four and more, SQLite
first gathers every place of every such word (20 to 130 ms in a million events), while places of a
whole word come one by one. So the words that begin so are asked for first, and then for those.
"""

import re
from dataclasses import dataclass
from typing import Literal

from desktop.document.database import Database, sqlite3

_LOOKED_AT = 5  # so many events are put in the order of time for each one that is given
_INDEXED = (2, 3)  # lengths of beginnings that the index holds
_WORDS_AT_ONCE = (6, 100)
_Found = tuple[int | None, int, str]
_Told = tuple[Literal["event"], int, str, str]
_LAST_LETTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Hit:
    """An event or article in which the words occur, and a few words about where."""

    kind: Literal["event", "article"]
    id: int
    title: str
    snippet: str


def find(db: Database, words: str, limit: int) -> list[Hit]:
    """Events in the order of time, then articles, in which a word begins with each of `words`.

    Where very many events have them, those placed first are given, so that each key is answered.
    """
    asked = re.findall(r"\w+", words)
    if not asked:
        return []
    pattern = " ".join(f'"{word}"*' for word in asked)
    articles = db.execute(
        """SELECT 'article', articles.id, articles.title,
            snippet(articles_search, 1, '', '', '…', 12)
        FROM articles_search JOIN articles ON articles.id = articles_search.rowid
        WHERE articles_search MATCH ? LIMIT ?""",
        [pattern, limit],
    ).fetchall()
    return [Hit(*row) for row in (*_events(db, asked, pattern, limit), *articles)][:limit]


def _events(db: Database, asked: list[str], pattern: str, limit: int) -> list[_Told]:
    for most in _WORDS_AT_ONCE:
        whole, is_all = _in_whole_words(db, asked, most)
        if whole:
            found = _looked_up(db, whole, _LOOKED_AT * limit)
            if is_all or len(found) >= limit:
                return _told(db, whole, found, limit)
    return _told(db, pattern, _looked_up(db, pattern, _LOOKED_AT * limit), limit)


def _looked_up(db: Database, pattern: str, most: int) -> list[_Found]:
    query = """SELECT earliest, events.id, events.title
        FROM events_search CROSS JOIN events ON events.id = events_search.rowid
        WHERE events_search MATCH ? LIMIT ?"""
    found: list[_Found] = db.execute(query, [pattern, most]).fetchall()
    return found


def _told(db: Database, pattern: str, found: list[_Found], limit: int) -> list[_Told]:
    """The first of those that were found, in the order of time, with words about where."""
    found.sort(key=lambda row: (row[0] is None, row[0] or 0))
    chosen = found[:limit]
    numbers = ",".join(str(key) for _earliest, key, _title in chosen)
    query = f"""SELECT rowid, iif(rowid IN ({numbers}),
            snippet(events_search, -1, '', '', '…', 12), NULL)
        FROM events_search WHERE events_search MATCH ? LIMIT ?"""
    snippets = dict(db.execute(query, [pattern, len(found)]).fetchall())
    return [("event", key, title, snippets[key] or "") for _earliest, key, title in chosen]


def _in_whole_words(db: Database, asked: list[str], most: int) -> tuple[str, bool]:
    """The pattern with the words that begin as asked; "" where a beginning is in none of them.

    False where some word has more than `most` of them.
    """
    parts, is_all = [], True
    for word in asked:
        if len(word) in _INDEXED:
            parts.append(f'"{word}"*')
            continue
        known = _words_with(db, word.lower(), most)
        if not known:
            return "", False  # or the index folds the letters otherwise
        is_all &= len(known) < most
        parts.append("(" + " OR ".join(f'"{one}"' for one in known) + ")")
    return " AND ".join(parts), is_all


def _words_with(db: Database, beginning: str, most: int) -> list[str]:
    """The first `most` words of the index with this beginning, in the order of their letters."""
    try:
        db.execute("""CREATE VIRTUAL TABLE IF NOT EXISTS temp.event_words
            USING fts5vocab(main, events_search, instance)""")
    except sqlite3.OperationalError:
        return []  # a connection that may write nothing at all
    query = "SELECT term FROM temp.event_words WHERE term >= ? AND term < ? LIMIT 1"
    found: list[str] = []
    low = beginning
    while len(found) < most:
        row = db.execute(query, [low, beginning + _LAST_LETTER]).fetchone()
        if row is None:
            break
        found.append(row[0])
        low = row[0] + "\x01"  # past every place of this word, which `>` would go through
    return found
