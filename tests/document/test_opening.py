"""Files that another program has, has changed, or has made: what opens, how, and what never."""

from contextlib import closing

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.document.rescue import copy_readable
from desktop.edits.tracks import start_tracks
from desktop.errors import FileError, ReadOnlyError, StrangeFileError
from desktop.model import Event
from desktop.when import When


@pytest.fixture
def document(tmp_path):
    document = Document.create(tmp_path / "war.dateline", title="War")
    start_tracks(document)
    yield document
    document.close()


def place(document, title="Siege", when="1854-10", track=1):
    with document.step("Place"):
        return document.add(Event(track=track, title=title, when=When(when) if when else None))


def titles(document):
    return [event.title for event in document.events()]


def test_another_programs_write_is_told_and_clears_the_history(document):
    place(document)
    with closing(sqlite3.connect(document.path)) as other, other:
        other.execute("UPDATE events SET title = 'Foreign'")
    seen = []
    document.on_change = seen.append

    place(document, "Own")

    assert seen[0].is_everything
    assert [step.name for step in document.history()] == ["Place"]
    assert sorted(titles(document)) == ["Foreign", "Own"]


def test_a_second_window_reads_follows_and_takes_over_when_the_first_has_gone(document):
    place(document)
    second = Document.open(document.path)
    assert "another window" in second.why_read_only
    with pytest.raises(ReadOnlyError):
        place(second)
    assert not second.take_over()

    place(document, "Later")

    assert second.follow()
    assert sorted(titles(second)) == ["Later", "Siege"]
    document.close()
    assert second.take_over()
    place(second, "Mine now")
    assert len(titles(second)) == 3
    second.close()


@pytest.mark.parametrize(
    "part",
    [
        "CREATE TRIGGER bomb AFTER UPDATE ON events BEGIN DELETE FROM events; END",
        "CREATE VIEW tidy AS SELECT 1",
        "ALTER TABLE events ADD COLUMN more TEXT",
        "CREATE VIRTUAL TABLE more USING fts5(a)",
        "DROP TABLE tags",
    ],
)
def test_a_file_with_foreign_parts_is_not_opened_but_its_rows_can_be_rescued(
    document, tmp_path, part
):
    place(document)
    document.close()
    with closing(sqlite3.connect(document.path)) as other, other:
        other.execute(part)

    with pytest.raises(StrangeFileError, match="rescue"):
        Document.open(document.path)
    copy_readable(document.path, tmp_path / "rescued.dateline")

    rescued = Document.open(tmp_path / "rescued.dateline")
    assert titles(rescued) == ["Siege"]
    assert len(rescued.tracks()) == 6
    assert rescued.check() == []
    rescued.close()


def test_a_file_swapped_under_an_open_document_is_never_written(document, tmp_path):
    place(document)
    copy = tmp_path / "copy.dateline"
    document.save_copy(copy)
    copy.replace(document.path)

    with pytest.raises(FileError, match="in the place of"):
        place(document, "Lost?")

    swapped = Document.open(document.path)
    assert titles(swapped) == ["Siege"]
    swapped.close()


def test_a_newer_file_opens_for_reading_and_not_a_byte_changes(document):
    place(document)
    document._db.execute("PRAGMA user_version = 99")
    document.close()
    before = document.path.read_bytes()

    newer = Document.open(document.path)

    assert newer.is_read_only
    assert titles(newer) == ["Siege"]
    with pytest.raises(ReadOnlyError, match="newer"):
        place(newer)
    newer.close()
    assert document.path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all" * 99, b"SQLite format 3\0" + b"\0" * 84]
)
def test_what_is_no_dateline_file_is_refused_with_its_name(tmp_path, content):
    path = tmp_path / "odd.dateline"
    path.write_bytes(content)

    with pytest.raises(FileError, match=r"odd\.dateline"):
        Document.open(path)

    assert path.read_bytes() == content


def test_a_new_document_never_takes_the_place_of_a_file(tmp_path):
    path = tmp_path / "mine.dateline"
    path.write_text("precious")

    with pytest.raises(FileError, match="there already"):
        Document.create(path)

    assert path.read_text() == "precious"
