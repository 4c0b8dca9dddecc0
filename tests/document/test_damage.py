"""A damaged, misplaced or oddly named file: one true sentence, and nothing left behind."""

from contextlib import closing

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.document.rescue import copy_readable
from desktop.edits.merging import merge_document
from desktop.errors import DatelineError, FileError, ReadOnlyError, StrangeFileError
from desktop.model import Event

QUERIES = {
    "events": lambda document: document.events(),
    "columns": lambda document: document.event_columns(),
    "titles": lambda document: document.titles([1]),
    "statuses": lambda document: document.statuses([1]),
    "search": lambda document: document.search("siege"),
    "undo": lambda document: document.undo(),
    "copy": lambda document: document.save_copy(document.path.with_name("copy.dateline")),
}


@pytest.fixture
def damaged(document, tmp_path):
    """The path of a project whose events stand on pages that were overwritten."""
    with document.step("Many"):
        document.add_all(Event(track=1, title=f"Siege {n}", note="Words. " * 30) for n in range(99))
    document.close()
    content = document.path.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    harmed = [bytes(4096) if b"Words. Words." in page else page for page in pages]
    path = tmp_path / "damaged.dateline"
    path.write_bytes(b"".join(harmed))
    return path


@pytest.mark.parametrize("query", QUERIES)
def test_whatever_is_asked_of_a_damaged_project_it_is_that_project_that_is_named(damaged, query):
    document = Document.open(damaged)

    with pytest.raises(StrangeFileError, match=r"^damaged\.dateline is damaged.*rescue"):
        QUERIES[query](document)

    document.close()
    assert not [path for path in damaged.parent.iterdir() if "copy" in path.name]


def test_a_damaged_project_that_is_merged_is_not_taken_for_the_good_one(damaged, tmp_path):
    good, bad = Document.create(tmp_path / "good.dateline"), Document.open(damaged)

    with pytest.raises(StrangeFileError, match=r"^damaged\.dateline"):
        merge_document(good, bad)

    assert good.check() == []
    good.close()
    bad.close()


def test_a_check_lists_the_damage_and_the_events_that_are_lost(damaged):
    document = Document.open(damaged)

    faults = document.check()

    assert faults[0].startswith("The file is damaged: ")
    assert "Event (number 3) is gone, or cannot be read." in "".join(faults)
    assert sum("Event (number" in fault for fault in faults) > 10
    assert all(len(fault.splitlines()) == 1 for fault in faults)
    document.close()


def test_half_a_letter_is_refused_in_words_and_nothing_is_lost(document):
    with pytest.raises(DatelineError, match="half a letter"), document.step("Half"):
        document.add(Event(track=1, title="Dove \ud83d"))

    assert document.events() == []


@pytest.mark.parametrize("number", [0, -7])
def test_a_file_of_no_version_is_not_opened_but_rescued(document, number):
    document.close()
    with closing(sqlite3.connect(document.path)) as other:
        other.execute(f"PRAGMA user_version = {number}")

    with pytest.raises(StrangeFileError, match="its head is damaged"):
        Document.open(document.path)


def test_a_name_that_leaves_no_room_for_the_journal_is_told_and_leaves_no_file(tmp_path):
    path = tmp_path / ("x" * 246 + ".dateline")

    with pytest.raises(FileError, match="too long a name"):
        Document.create(path)

    assert list(tmp_path.iterdir()) == []


def test_a_copy_may_have_a_name_that_is_no_text(document, tmp_path):
    copy = tmp_path / "old \udcff.dateline"

    document.save_copy(copy)

    assert copy.is_file()


def test_a_project_with_two_names_is_not_written_under_either(document, tmp_path):
    document.close()
    (tmp_path / "second.dateline").hardlink_to(document.path)

    linked = Document.open(tmp_path / "second.dateline")

    assert "second name" in linked.why_read_only
    with pytest.raises(ReadOnlyError, match="second name"), linked.step("Write"):
        pass
    linked.close()


@pytest.mark.parametrize("image", ["{bad", "[1, 2]", "[" * 50_000, "7"])
def test_a_damaged_moment_of_the_history_does_not_hide_the_others(document, image):
    with document.step("Place"):
        event = document.add(Event(track=1, title="Siege"))
    document._db.execute("UPDATE journal SET before = ?", [image])

    ((step, fields),) = document.history_of(event)

    assert step.name == "Place"
    assert fields["title"] == ("", "Siege")


def test_a_project_that_is_being_written_is_not_called_unreadable(document, tmp_path, monkeypatch):
    document.close()
    connect = sqlite3.connect
    with closing(connect(document.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(
            sqlite3, "connect", lambda *words, **named: connect(*words, **named | {"timeout": 0})
        )

        with pytest.raises(FileError, match=r"is writing timeline\.dateline"):
            copy_readable(document.path, tmp_path / "rescued.dateline")

    assert not (tmp_path / "rescued.dateline").exists()
