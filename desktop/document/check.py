"""Is all well with the file? Each fault is one sentence that says what and where."""

import hashlib
from collections.abc import Iterator

from desktop.document import doubting, search
from desktop.document.damage import named_damage
from desktop.document.database import Database, sqlite3
from desktop.document.queries import Queries
from desktop.document.rows import bounds_of
from desktop.document.whole import damage_of
from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when import When


def find_damage(db: Database) -> list[str]:
    """What is not as it was saved. While there is any, nothing is written, not even the index."""
    # Pages that SQLite still has in memory say nothing of those on the disk.
    db.execute("PRAGMA shrink_memory")
    lines = list(_damage(db))
    return [*lines, *named_damage(db, is_whole=not lines), *damaged_files(db)]


def find_faults(db: Database, queries: Queries, *, is_read_only: bool = False) -> list[str]:
    """What else is wrong in a file without damage; a search index out of step is mended.

    The index is left alone where nothing may be written: SQLite checks it by a command that writes.
    """
    return [
        *_faults_of_families(db),
        *_faults_of_dates(db),
        *faults_of_texts(queries),
        *([] if is_read_only else _faults_of_the_index(db)),
    ]


def _damage(db: Database) -> Iterator[str]:
    for line in damage_of(db, is_index_asked=not doubting.is_doubted(db)):
        yield _("The file is damaged: {line}").format(line=line)


def damaged_files(db: Database) -> Iterator[str]:
    """Kept files whose content is not the one that they are named after."""
    db.conn.create_function("sha256_of", 1, lambda blob: hashlib.sha256(blob).hexdigest())
    query = """SELECT CAST(ifnull(title, '') AS BLOB) FROM files
        LEFT JOIN articles ON articles.file = sha256 WHERE sha256 != sha256_of(content)"""
    try:
        for (title,) in db.execute(query).fetchall():
            words = bytes(title).decode("utf-8", "replace")
            yield _("The original of “{title}” is damaged.").format(title=words)
    except sqlite3.DatabaseError:
        yield _("Whether the kept originals are damaged cannot be seen.")


def _faults_of_families(db: Database) -> Iterator[str]:
    for table, row, parent, _key in db.execute("PRAGMA foreign_key_check").fetchall():
        sentence = _("Row {row} of {table} belongs to something in {parent} that is not there.")
        yield sentence.format(row=row, table=table, parent=parent)


def _faults_of_dates(db: Database) -> Iterator[str]:
    query = """SELECT title, "when", earliest, certain_from, certain_until, latest, marks
        FROM events ORDER BY id"""
    for title, text, *kept in db.execute(query).fetchall():
        try:
            meant = list(bounds_of(When(text) if text else None).values())
        except WhenError as error:
            yield _("“{title}”: {why}").format(title=title, why=error)
            continue
        if meant != kept:
            yield _("“{title}” is not drawn where its date {text} is.").format(
                title=title, text=text
            )


def faults_of_texts(queries: Queries) -> Iterator[str]:
    """Articles whose text is not the one that was read, and quotes that do not stand in it."""
    for article in queries.articles():
        if not article.text:
            # A table tells of articles, and of where in them quotes stand, without their texts.
            continue
        if article.text_hash != hashlib.sha256(article.text.encode()).hexdigest():
            yield _("The text of “{title}” is not the one that was read.").format(
                title=article.title
            )
        for claim in queries.claims_in(article.id):
            if article.text[claim.first : claim.last] != claim.exact:
                sentence = _("“{title}” does not have the quoted words “{exact}” at their place.")
                yield sentence.format(title=article.title, exact=claim.exact[:60])


def _faults_of_the_index(db: Database) -> Iterator[str]:
    if doubting.is_doubted(db):
        with db.atomic():
            doubting.settle(db)
        return
    try:
        is_true = search.is_in_step(db)
    except sqlite3.DatabaseError:
        is_true = False
    if not is_true:
        search.rebuild(db)
        yield _("The search index was out of step and has been made anew.")
