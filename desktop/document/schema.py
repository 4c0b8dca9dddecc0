"""The shape of a timeline file, and how older files grow into it."""

from collections.abc import Callable

from desktop.document import sums
from desktop.document.database import Database

APPLICATION_ID = 0x444C4E31  # "DLN1", at byte 68 of every file, by which a desktop knows it

# What steps change and undo puts back, parents before their children.
JOURNALED = ("articles", "tracks", "events", "claims", "links", "tags", "event_tags", "settings")

_FIRST = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
    byline TEXT NOT NULL DEFAULT '', publisher TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '',
    text_hash TEXT NOT NULL DEFAULT '', file TEXT NOT NULL DEFAULT '',
    added INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '',
    pages TEXT NOT NULL DEFAULT '', reference TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE tracks (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    key TEXT NOT NULL DEFAULT '', colour TEXT NOT NULL DEFAULT '#8A8F99',
    marker TEXT NOT NULL DEFAULT 'bar', position INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0, collapsed INTEGER NOT NULL DEFAULT 0,
    locked INTEGER NOT NULL DEFAULT 0, hidden INTEGER NOT NULL DEFAULT 0,
    parent INTEGER REFERENCES tracks ON DELETE SET NULL,
    words TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE events (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    track INTEGER NOT NULL REFERENCES tracks ON DELETE CASCADE,
    title TEXT NOT NULL, "when" TEXT NOT NULL DEFAULT '',
    earliest INTEGER, certain_from INTEGER, certain_until INTEGER, latest INTEGER,
    marks INTEGER NOT NULL DEFAULT 0, position INTEGER NOT NULL DEFAULT 0,
    importance INTEGER NOT NULL DEFAULT 5, note TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '', latitude INTEGER, longitude INTEGER,
    picture TEXT NOT NULL DEFAULT '', colour TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT '', status_reason TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX events_by_time ON events (track, earliest);
CREATE TABLE claims (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    first INTEGER NOT NULL, last INTEGER NOT NULL, exact TEXT NOT NULL,
    prefix TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '',
    said_by TEXT NOT NULL DEFAULT '', stance TEXT NOT NULL DEFAULT 'asserts',
    said_when TEXT NOT NULL DEFAULT '', killed_min INTEGER, killed_max INTEGER,
    injured_min INTEGER, injured_max INTEGER, whom TEXT NOT NULL DEFAULT '',
    date_first INTEGER, date_last INTEGER
) STRICT;
CREATE INDEX claims_by_event ON claims (event);
CREATE INDEX claims_by_article ON claims (article, first);
CREATE TABLE links (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    target INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    kind TEXT NOT NULL DEFAULT 'leads to', note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX links_by_source ON links (source);
CREATE INDEX links_by_target ON links (target);
CREATE TABLE tags (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    colour TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE event_tags (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE
) STRICT;
CREATE INDEX event_tags_by_event ON event_tags (event);
CREATE INDEX event_tags_by_tag ON event_tags (tag);
CREATE TABLE settings (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL
) STRICT;
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE files (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, session TEXT NOT NULL,
    time INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE journal (
    id INTEGER PRIMARY KEY, step INTEGER NOT NULL REFERENCES steps ON DELETE CASCADE,
    tbl TEXT NOT NULL, row INTEGER NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX journal_by_step ON journal (step, tbl, row);
CREATE VIRTUAL TABLE events_search USING fts5(
    title, note, place, content='events', content_rowid='id', prefix='2 3',
    tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE articles_search USING fts5(
    title, text, content='articles', content_rowid='id', prefix='2 3',
    tokenize='unicode61 remove_diacritics 2'
);
"""


def _first_shape(db: Database) -> None:
    for statement in _FIRST.split(";\n"):
        if statement.strip():
            db.execute(statement)


def _second_shape(db: Database) -> None:
    """Row checksums; what is remembered of where the user was gets numbers, as all rows have."""
    db.execute("CREATE TEMP TABLE remembered AS SELECT name, value FROM state ORDER BY name")
    db.execute("DROP TABLE state")
    db.execute("""CREATE TABLE state (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL
) STRICT""")
    db.execute("INSERT INTO state (name, value) SELECT name, value FROM remembered")
    db.execute("DROP TABLE remembered")
    for table in (*sums.SUMMED, "journal"):
        db.execute(f"""CREATE TABLE {table}_sums (
    id INTEGER PRIMARY KEY, sum INTEGER NOT NULL
) STRICT""")
    sums.renew(db)


MIGRATIONS: tuple[Callable[[Database], None], ...] = (_first_shape, _second_shape)
VERSION = len(MIGRATIONS)


def version(db: Database) -> int:
    """How many migrations the file has been through; 0 for a new one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def application_id(db: Database) -> int:
    """The mark by which a file says whose it is; 0 where nobody set one."""
    return int(db.execute("PRAGMA application_id").fetchone()[0])


def migrate(db: Database, migrations: tuple[Callable[[Database], None], ...] = MIGRATIONS) -> None:
    """Bring the file to the newest shape, each migration whole or not at all."""
    for number in range(version(db), len(migrations)):
        with db.atomic():
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrations[number](db)
            db.execute(f"PRAGMA user_version = {number + 1}")
