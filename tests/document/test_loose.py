"""Rows come out of a damaged file though nothing in it leads to them any more."""

from contextlib import closing

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.document.rescue import copy_readable
from desktop.errors import FileError
from desktop.model import Event
from tests.document.test_rescue import EVENTS, harmed, rescued, whole

__all__ = ["whole"]


WORDINGS = {
    "a letter of a column": ('title TEXT NOT NULL, "when"', 'titlf TEXT NOT NULL, "when"'),
    "the name": ("CREATE TABLE events (", "CREATE TABLE evenuz ("),
    "the verb": ("CREATE TABLE events (", "CREATE TABKE events ("),
    "a bracket": ("uid TEXT NOT NULL UNIQUE,\n    track", "uid TEXT NOT NULL UNIQUE(\n    track"),
    "the key": ("(\n    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,\n    track",
                "(\n    id INTEGEQ PRIMARY KEY, uid TEXT NOT NULL UNIQUE,\n    track"),
    "all of it": ("CREATE TABLE events (", "\xff\xfe\x00\x01\x02\xff LE ev \xc3\x28\xff (( \0"),
}  # fmt: skip


@pytest.mark.parametrize("part", WORDINGS)
def test_rows_are_read_though_the_wording_of_their_table_is_damaged(tmp_path, whole, part):
    source = tmp_path / "worded.dateline"
    was, becomes = (words.encode("latin-1") for words in WORDINGS[part])
    assert len(was) == len(becomes)
    source.write_bytes(whole.replace(was, becomes))

    document, losses = rescued(source)

    assert [event.title for event in document.events()] == [f"Event {n}" for n in range(EVENTS)]
    assert len(document.tracks()) == 6
    assert losses == [
        f"events: what leads to them is damaged: {EVENTS} rows were found by their pages,"
        f" {EVENTS} came over."
    ]
    document.close()


@pytest.mark.parametrize("names", [("events",), ("events", "tracks")])
def test_rows_are_found_though_the_schema_names_their_tables_no_more(tmp_path, whole, names):
    source = tmp_path / "nameless.dateline"
    source.write_bytes(whole)
    harmed(
        source,
        "PRAGMA writable_schema = ON",
        *(f"DELETE FROM sqlite_master WHERE tbl_name = '{name}'" for name in names),
    )

    document, losses = rescued(source)

    assert len(document.events()) == EVENTS
    assert len(document.tracks()) == 6
    assert sum("what leads to them is damaged" in loss for loss in losses) == len(names)
    document.close()


def test_all_comes_over_though_the_first_page_is_gone(tmp_path, whole):
    source = tmp_path / "headless.dateline"
    source.write_bytes(bytes(4096) + whole[4096:])

    document, losses = rescued(source)

    assert len(document.events()) == EVENTS
    assert any("events: what leads to them is damaged" in loss for loss in losses)
    document.close()


def test_rows_below_a_damaged_page_are_found_by_their_own_pages(tmp_path, whole):
    source = tmp_path / "rootless.dateline"
    source.write_bytes(whole)
    with closing(sqlite3.connect(source)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'events'"
        (root,) = connection.execute(query).fetchone()
    assert whole[(root - 1) * 4096] == 5
    source.write_bytes(whole[: (root - 1) * 4096] + bytes(4096) + whole[root * 4096 :])

    document, losses = rescued(source)

    assert len(document.events()) == EVENTS
    assert any("rows were found by their pages" in loss for loss in losses)
    document.close()


def test_tables_of_another_program_are_not_taken_for_ours(tmp_path):
    with closing(sqlite3.connect(tmp_path / "places.sqlite")) as other, other:
        other.execute("CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, name TEXT, address TEXT)")
        other.execute("INSERT INTO bookmarks (name, address) VALUES ('one', 'two')")

    with pytest.raises(FileError, match="nothing that Dateline can read"):
        copy_readable(tmp_path / "places.sqlite", tmp_path / "rescued.dateline")


def test_what_was_removed_does_not_come_back(tmp_path, whole):
    source = tmp_path / "removed.dateline"
    source.write_bytes(whole)
    document = Document.open(source)
    document.forget_history()
    with document.step("Remove"):
        document.remove(Event, range(1, EVENTS - 50))
    document.close()
    content = source.read_bytes()
    source.write_bytes(content.replace(b"CREATE TABLE events (", b"CREATE TABKE events ("))

    document, _losses = rescued(source)

    assert len(document.events()) == 51
    document.close()
