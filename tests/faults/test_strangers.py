"""F13 and files from strangers: whatever stands in them, there is an answer, and soon.

Twenty-five harmed files here; `DATELINE_FUZZ=10000` takes as many as one likes.
"""

import os
import time
from contextlib import closing, suppress

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.document.rescue import copy_readable
from desktop.edits.articles import add_article
from desktop.edits.events import add_event, place_event
from desktop.errors import DatelineError, FileError
from desktop.model import Article, Quote
from tests.faults.fuzzing import harmed

FILES = int(os.environ.get("DATELINE_FUZZ", "25"))
FIRST = int(os.environ.get("DATELINE_FUZZ_FROM", "0"))
LONGEST = 10  # seconds


@pytest.fixture
def story(document):
    """The path of a timeline with something in every table."""
    text = "The siege of 1854 was long. Raiders captured the port on Friday. " * 20
    article = add_article(document, Article(title="Siege", text=text), b"original")
    place_event(document, document.tracks()[0], Quote(article, 4, 9, text[4:9]))
    for number in range(40):
        add_event(document, 1 + number % 6, f"Event {number} {'words ' * 20}")
    with document.step("Tag"):
        document.set_event_tags(1, ["war", "port"])
    document.close()
    return document.path


def answers(document):
    """Ask everything that a window asks."""
    str((document.title, document.history(), document.undo_name))
    tracks = document.tracks()
    document.event_columns()
    document.statuses([event.id for event in document.events()])
    document.search("siege")
    for article in document.articles():
        document.claims_in(article.id)
    document.tag_names()
    document.check()
    document.undo()
    if tracks:
        add_event(document, tracks[0].id, "One")


def test_every_harmed_file_is_answered_soon(story, tmp_path):
    content, slow = story.read_bytes(), []
    path, fresh = tmp_path / "harmed.dateline", tmp_path / "rescued.dateline"
    for seed in range(FIRST, FIRST + FILES):
        path.write_bytes(harmed(content, seed))
        began = time.monotonic()
        with suppress(DatelineError), closing(Document.open(path)) as document:
            answers(document)
        path.write_bytes(harmed(content, seed))
        with suppress(DatelineError):
            told = copy_readable(path, fresh)
            with closing(Document.open(fresh)) as rescued:
                assert set(rescued.check()) <= set(told), seed
        took = time.monotonic() - began
        slow += [(seed, took)] if took > LONGEST else []
        for left in tmp_path.glob("*.dateline*"):
            if left != story:
                left.unlink()

    assert slow == []


def test_a_connection_trusts_nothing_that_a_file_says_of_itself(document):
    asked = ("trusted_schema", "cell_size_check", "mmap_size", "cache_spill", "synchronous")

    said = {name: document._db.execute(f"PRAGMA {name}").fetchone() for name in asked}

    assert said["trusted_schema"] == (0,)
    assert said["cell_size_check"] == (1,)
    assert said["mmap_size"] in ((0,), None)
    assert said["cache_spill"] == (0,)
    assert said["synchronous"] == (3,)


@pytest.mark.parametrize(
    "table",
    ["sqlite_master", "steps", "events; DROP TABLE events", "files", "no_such", "recording"],
)
def test_a_history_that_names_other_tables_changes_none_of_them(document, table):
    event = add_event(document, 1, "One")
    document._db.execute("UPDATE journal SET tbl = ?", [table])

    with suppress(DatelineError):
        document.undo()

    assert [one.id for one in document.events()] == [event]


@pytest.mark.parametrize(
    "image",
    [
        '{"id": 1, "title": 7}', '{"id": 99}', '{"no_such": 1}', '"words"', "[]", "{", "",
        '{"id": 1, "track": 999, "title": "x", "uid": "u"}', '{"id": "drop"}',
    ],
)  # fmt: skip
def test_a_history_of_the_wrong_shape_is_refused_whole(document, image):
    add_event(document, 1, "One")
    with document.step("Rename"):
        document._db.execute("UPDATE events SET title = 'Two'")
    document._db.execute("UPDATE journal SET before = ? WHERE before IS NOT NULL", [image])
    before = document._db.execute("SELECT * FROM events").fetchall()

    try:
        document.undo()
    except DatelineError:
        assert document._db.execute("SELECT * FROM events").fetchall() == before
    add_event(document, 1, "Goes on")


HOSTILE = {
    "a generated column": "CREATE TABLE tracks (id INTEGER PRIMARY KEY, uid TEXT, name TEXT AS "
    "(hex(randomblob(1000000000))))",
    "a view": "CREATE VIEW tracks AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 "
    "FROM n) SELECT id, id AS uid, 'x' AS name FROM n",
    "a virtual table": "CREATE VIRTUAL TABLE tracks USING fts5(uid, name)",
    "a trigger": "CREATE TRIGGER bomb AFTER INSERT ON events BEGIN DELETE FROM events; END",
    "an index on an expression": "CREATE INDEX slow ON events (hex(zeroblob(100000000)))",
    "a thousand columns": f"CREATE TABLE tracks ({', '.join(f'c{n} TEXT' for n in range(1999))})",
}


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_part_is_never_run(story, tmp_path, part):
    with closing(sqlite3.connect(story)) as other, suppress(sqlite3.Error):
        if " tracks " in HOSTILE[part]:
            other.execute("PRAGMA foreign_keys = OFF")
            other.execute("DROP TABLE tracks")
        if "zeroblob" not in HOSTILE[part]:
            other.execute(HOSTILE[part])
        else:
            other.execute("PRAGMA writable_schema = ON")
            other.execute(
                "INSERT INTO sqlite_master VALUES ('index', 'slow', 'events', 2, ?)",
                [HOSTILE[part]],
            )
        other.commit()
    began = time.monotonic()

    with pytest.raises(FileError, match="rescue"):
        Document.open(story)
    copy_readable(story, tmp_path / "rescued.dateline")

    assert time.monotonic() - began < LONGEST
    with closing(Document.open(tmp_path / "rescued.dateline")) as rescued:
        assert len(rescued.events()) == 41


def test_a_file_with_twenty_thousand_tables_is_answered(story):
    with closing(sqlite3.connect(story)) as other:
        other.execute("PRAGMA writable_schema = ON")
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'tags'"
        (root,) = other.execute(query).fetchone()
        query = (
            "INSERT INTO sqlite_master VALUES ('table', ?1, ?1, ?2, 'CREATE TABLE ' || ?1 || '(a)')"
        )
        other.executemany(query, [(f"t{number}", root) for number in range(20_000)])
        other.commit()

    with pytest.raises(FileError, match="rescue"):
        Document.open(story)
