"""A large timeline opens from the columns of its last reading, and never from older ones."""

import os
import sqlite3
import threading
import time
from dataclasses import fields

import numpy as np
import pytest

from desktop.document import Document, EventColumns, column_cache
from desktop.edits.events import add_event
from desktop.paths import cache_folder
from desktop.when import When

A_WHILE = 10_000_000_007  # nanoseconds: no two writes are of one tick of the clock


@pytest.fixture
def path(document, monkeypatch):
    """A timeline of three events that counts as large, closed some seconds ago."""
    monkeypatch.setattr(column_cache, "LEAST", 1)
    for day in ("2024-11-27", "2024-11-28~", "1066"):
        add_event(document, 1, f"Event of {day}", When(day))
    with document.step("Colour"):
        document._db.execute("UPDATE events SET colour = '#112233' WHERE id = 2")
    document.close()
    settle(document.path)
    return document.path


def settle(path):
    past = time.time_ns() - A_WHILE
    os.utime(path, ns=(past, past))


def read(path):
    document = Document.open(path)
    columns, colours = document.event_columns(), document.event_colours()
    document.close()
    for thread in threading.enumerate():
        if thread.name == "columns":
            thread.join()
    return columns, colours


def files():
    return list((cache_folder() / "columns").glob("*"))


def same(one, other):
    return all(
        np.array_equal(getattr(one, column.name), getattr(other, column.name))
        for column in fields(EventColumns)
    )


@pytest.fixture
def readings(monkeypatch):
    """How often the columns were read from a document."""
    made = []

    def counted(*asked):
        made.append(asked)
        return reading(*asked)

    reading = column_cache.read_columns
    monkeypatch.setattr(column_cache, "read_columns", counted)
    return made


def test_what_was_read_once_is_not_read_again(path, readings):
    first, colours = read(path)

    again, colours_again = read(path)

    assert len(readings) == 1
    assert same(first, again)
    assert colours == colours_again == {2: "#112233"}


def test_after_an_edit_nothing_old_is_shown(path, readings):
    read(path)
    document = Document.open(path)
    add_event(document, 1, "New", When("2025"))

    assert len(document.event_columns().ids) == 4
    document.close()
    assert len(read(path)[0].ids) == 4


def test_inside_a_step_what_it_did_is_seen(path):
    read(path)
    document = Document.open(path)

    with document.step("Remove"):
        document._db.execute("DELETE FROM events WHERE id = 1")
        assert len(document.event_columns().ids) == 2
    document.close()


def test_what_another_program_wrote_is_seen(path, readings):
    read(path)
    other = sqlite3.connect(path)
    other.execute("UPDATE events SET importance = 9 WHERE id = 1")
    other.commit()
    other.close()

    columns, _colours = read(path)

    assert len(readings) == 2
    assert 9 in columns.importance


def test_another_file_in_its_place_is_read_anew(path, readings):
    read(path)
    moved = path.with_name("moved.dateline")
    moved.write_bytes(path.read_bytes())
    moved.replace(path)
    settle(path)

    read(path)

    assert len(readings) == 2


@pytest.mark.parametrize("spoil", [lambda old: old[:-3], lambda old: b"{" + old, lambda old: b""])
def test_a_damaged_cache_is_left_aside(path, readings, spoil):
    columns, _colours = read(path)
    (cache,) = files()
    cache.write_bytes(spoil(cache.read_bytes()))

    again, _colours = read(path)

    assert len(readings) == 2
    assert same(columns, again)


def test_what_is_kept_at_closing_is_found_at_opening(path, readings):
    document = Document.open(path)
    add_event(document, 1, "New", When("2025"))
    columns = document.event_columns()
    document.keep_columns(columns, {})
    document.close()

    again, colours = read(path)

    assert len(readings) == 1
    assert same(columns, again)
    assert colours == {}


def test_caches_used_longest_ago_are_dropped(path, monkeypatch):
    monkeypatch.setattr(column_cache, "MOST_FILES", 1)
    read(path)
    (first,) = files()
    os.utime(first, (1, 1))
    other = Document.create(path.with_name("other.dateline"))
    add_event(other, column_cache_track(other), "Alone", When("2024"))
    other.close()
    settle(other.path)

    read(other.path)

    assert first not in files()
    assert len(files()) == 1


def test_without_a_folder_for_it_a_timeline_opens_all_the_same(path):
    cache_folder().parent.mkdir(parents=True, exist_ok=True)
    cache_folder().write_text("no folder")

    assert len(read(path)[0].ids) == 3


def column_cache_track(document):
    from desktop.edits.tracks import start_tracks

    start_tracks(document)
    return document.tracks()[0].id
