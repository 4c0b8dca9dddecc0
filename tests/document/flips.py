"""A project with something of everything, and what becomes of it when one bit of it flips."""

import contextlib
import random

from sqlite_utils.utils import sqlite3

from desktop.document import Document, holding
from desktop.document.rescue import copy_readable
from desktop.edits import articles, claims, events, links, timeline, tracks
from desktop.errors import DatelineError
from desktop.model import Article, Event, Quote
from desktop.when import When

EVENTS = 600
_WORDS = ("bridge", "mayor", "siege", "port", "flood", "market", "harbour", "council", "raid")
_SHADOWS = ("_data", "_idx", "_docsize", "_config")


def make(path):
    """Write a project with every kind of row, a history, long texts and pages that lie free."""
    chance = random.Random(3)
    document = Document.create(path, title="Flips")
    tracks.start_tracks(document)
    for n in range(6):
        text = " ".join(chance.choice(_WORDS) for _ in range(60 if n else 1500)) + "."
        articles.add_article(document, Article(title=f"Day {n}", text=text), b"<p>%d</p>" % n * 99)
    with document.step("Many"):
        document.add_all(
            Event(track=1 + n % 6, title=f"{chance.choice(_WORDS)} {n % 20}", note="A " * (n % 9),
                  when=When(str(1500 + n)) if n % 7 else None, latitude=n if n % 3 else None)
            for n in range(EVENTS)
        )  # fmt: skip
    for n in range(1, 40):
        article = document.article(1 + n % 6)
        first = chance.randrange(len(article.text) - 9)
        claims.add_claim(
            document, n, Quote(article.id, first, first + 9, article.text[first : first + 9])
        )
        links.link_events(document, n, n + 1)
    events.tag_events(document, range(1, 50), ["war", "peace"])
    timeline.rename_timeline(document, "Renamed")
    document.set_state("zoom", "12")
    articles.add_article(document, Article(title="Gone", text="Gone " * 500), b"gone" * 900)
    document.undo()
    document.forget_history()
    events.move_events(document, range(1, 30), 86_400, None)
    events.remove_events(document, range(EVENTS - 9, EVENTS + 1))
    events.retitle_event(document, 5, "Renamed")
    document.undo()
    assert document.check() == []
    document.close()


def readable(path):
    """Everything that can be read of a file: each row by whatever index, each word searched for."""
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.text_factory = bytes
        ask = connection.execute
        said = [ask(f"PRAGMA {name}").fetchall() for name in ("user_version", "application_id")]
        parts = ask("SELECT name, type, tbl_name, sql FROM sqlite_master ORDER BY 1").fetchall()
        # SQLite words the tables of an index by itself; what they hold is compared further on.
        said.append([row[:3] if shadow(row) else row for row in parts])
        for name, kind, table, _sql in parts:
            name, table = name.decode(), table.decode()
            if kind == b"table" and not name.endswith(_SHADOWS):
                said.append(ask(f'SELECT rowid, * FROM "{name}"').fetchall())
            elif kind == b"index":
                said.append(ask(f'SELECT * FROM "{table}" INDEXED BY "{name}"').fetchall())
        for table in ("events", "articles"):
            said += words_found(ask, table)
    return said


def shadow(part):
    return part[0].decode().endswith(_SHADOWS)


def words_found(ask, table):
    """Where each word stands, and what each beginning of a word that the index keeps finds."""
    vocabulary = f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {table}_search, instance)"
    ask(vocabulary)
    yield ask("SELECT * FROM temp.words").fetchall()
    words = {bytes(word).decode() for (word,) in ask("SELECT DISTINCT term FROM temp.words")}
    query = f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ?"
    for beginning in sorted({word[:length] for word in words for length in (2, 3)}):
        yield ask(query, [f'"{beginning}"*']).fetchall()
    ask("DROP TABLE temp.words")


def outcome(path, before):
    """What becomes of the harmed file: harmless, named, or silent where nobody is told."""
    with contextlib.suppress(sqlite3.Error, OverflowError, UnicodeDecodeError, MemoryError):
        if readable(path) == before:
            return "harmless"
    hold = holding.take(path)
    hold.remember(path)  # a bit that flips on the disk leaves the file's time as it was
    hold.release()
    try:
        document = Document.open(path)
    except DatelineError:
        return "named"
    try:
        return "named" if document.why_read_only or document.check() else "silent"
    finally:
        document.close()


def rescued(path, target):
    """The events that come over into a fresh file, by what they say, and what was told."""
    try:
        losses = copy_readable(path, target)
    except DatelineError as error:
        return set(), [str(error)]
    document = Document.open(target)
    found = set(document.events())
    document.close()
    return found, losses
