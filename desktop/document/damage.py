"""Rows that do not say what was saved, each named so that a user knows which one it is."""

from collections.abc import Iterable, Iterator
from itertools import islice

from desktop.document import schema, sums
from desktop.document.database import Database, sqlite3
from desktop.i18n import _, counted

MOST_NAMED = 20
_EVENT = "(SELECT title FROM events WHERE events.id = {key})"
# What a row is called by, as SQL over the row; and the sentences, by table.
_CALLED = {
    "articles": "title",
    "tracks": "name",
    "events": "title",
    "claims": "exact",
    "links": _EVENT.format(key="source"),
    "tags": "name",
    "event_tags": _EVENT.format(key="event"),
    "settings": "name",
    "state": "name",
    "steps": "name",
}


def named_damage(db: Database, *, is_whole: bool) -> Iterator[str]:
    """A sentence for each row that is not as it was saved, some of each table.

    Where the file is not whole, rows may be unreadable too, and are looked for one by one.
    """
    if schema.version(db) < 2:
        return
    sums.register(db)
    for table in sums.SUMMED:
        try:
            keys = _wrong_rows(db, table) if is_whole else _unreadable_rows(db, table)
            named = [sentence_of(db, table, key) for key in islice(keys, MOST_NAMED)]
        except sqlite3.DatabaseError:
            yield _("Whether {things} are damaged cannot be seen.").format(things=_things(table))
            continue
        yield from named
        rest = sum(1 for _key in keys)
        if rest:
            yield counted("… and one more.", "… and {n} more.", rest)
    yield from _faults_of_the_history(db)


def _wrong_rows(db: Database, table: str) -> Iterator[int]:
    """Rows whose sum is another one, rows without a sum, and sums without a row."""
    query = f"""SELECT {table}.id FROM {table} LEFT JOIN {table}_sums USING (id)
            WHERE {table}_sums.sum IS NOT {sums.row_sum(db, table)}
        UNION ALL SELECT id FROM {table}_sums
            WHERE id NOT IN (SELECT id FROM {table}) AND NOT (id = ? AND ?)"""
    for (key,) in db.execute(query, [sums.COUNTER, table == "steps"]):
        yield key


def _unreadable_rows(db: Database, table: str) -> Iterator[int]:
    """The same where SQLite stumbles: each row by its own number, and what kind its values are."""
    kinds = " OR ".join(
        f"typeof(\"{column.name}\") NOT IN ('{column.type.lower()}'"
        + ("" if column.notnull or column.is_pk else ", 'null'")
        + ")"
        for column in db.table(table).columns
    )
    query = f"SELECT {sums.row_sum(db, table)}, {kinds} FROM {table} WHERE id = ?"
    for key, kept in list(db.execute(f"SELECT id, sum FROM {table}_sums")):
        if table == "steps" and key == sums.COUNTER:
            continue
        try:
            if db.execute(query, [key]).fetchone() != (kept, 0):
                yield key
        except sqlite3.DatabaseError:
            yield key


def sentence_of(db: Database, table: str, key: int) -> str:
    """What is told of a row that is damaged, or not there."""
    name = _name(db, table, key)
    if name is None:
        return _("{Thing} (number {id}) is gone, or cannot be read.").format(
            Thing=_thing(table), id=key
        )
    sentence = _("{Thing} “{name}” ({id}) is damaged: it is not what Dateline saved.")
    return sentence.format(Thing=_thing(table), name=name, id=key)


def _name(db: Database, table: str, key: int) -> str | None:
    """What the row is called, as far as it can be read; None where there is none."""
    query = f"SELECT CAST({_CALLED[table]} AS BLOB) FROM {table} WHERE id = ?"
    try:
        found = db.execute(query, [key]).fetchone()
    except sqlite3.DatabaseError:
        return None
    if found is None:
        return None
    words = " ".join(bytes(found[0] or b"").decode("utf-8", "replace").split())
    return words if len(words) <= 60 else words[:59] + "…"


def _faults_of_the_history(db: Database) -> Iterator[str]:
    try:
        for step in _wrong_steps(db):
            name = _name(db, "steps", step) or str(step)
            yield _("What the history keeps of “{step}” is damaged.").format(step=name)
        query = "SELECT seq FROM sqlite_sequence WHERE name = 'steps'"
        kept = db.execute("SELECT sum FROM steps_sums WHERE id = ?", [sums.COUNTER])
        if db.execute(query).fetchall() != kept.fetchall():
            yield _("The counter of the history's steps is damaged.")
    except sqlite3.DatabaseError:
        yield _("Whether the history is damaged cannot be seen.")


def _wrong_steps(db: Database) -> Iterable[int]:
    found = dict(db.execute(f"{sums.of_steps(db)} GROUP BY step").fetchall())
    kept = dict(db.execute("SELECT id, sum FROM journal_sums").fetchall())
    wrong = {step for step in found.keys() | kept.keys() if found.get(step) != kept.get(step)}
    return sorted(wrong, key=str)[:MOST_NAMED]  # damage may have made letters of a number


def _thing(table: str) -> str:
    """How a sentence begins that tells of one row of the table."""
    return {
        "articles": _("Article"),
        "tracks": _("Track"),
        "events": _("Event"),
        "claims": _("The quote"),
        "links": _("A link of the event"),
        "tags": _("Tag"),
        "event_tags": _("A tag of the event"),
        "settings": _("The setting"),
        "state": _("The remembered place"),
        "steps": _("The history's step"),
    }[table]


def _things(table: str) -> str:
    return {
        "articles": _("the articles"),
        "tracks": _("the tracks"),
        "events": _("the events"),
        "claims": _("the quotes"),
        "links": _("the links"),
        "tags": _("the tags"),
        "event_tags": _("the tags of events"),
        "settings": _("the settings"),
        "state": _("the remembered places"),
        "steps": _("the history's steps"),
    }[table]
