"""Copies of a document that are good when they are needed."""

import os
from contextlib import closing

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.document.backups import DAY, HOUR, back_up, backups_of, folder_of, last_good, thin
from desktop.edits.articles import add_article
from desktop.edits.events import add_event
from desktop.edits.tracks import start_tracks
from desktop.errors import FileError
from desktop.model import Article


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_FOLDER", str(tmp_path / "user"))


@pytest.fixture
def document(tmp_path):
    document = Document.create(tmp_path / "war.dateline")
    start_tracks(document)
    yield document
    document.close()


def test_a_backup_opens_and_holds_what_the_document_held(document):
    add_event(document, 1, "Siege")

    backup = back_up(document.path)

    copy = Document.open(backup.path)
    assert [event.title for event in copy.events()] == ["Siege"]
    copy.close()


def test_nothing_changed_means_no_new_backup(document):
    back_up(document.path)

    assert back_up(document.path) is None
    assert len(backups_of(document.path)) == 1

    add_event(document, 1, "Siege")
    assert back_up(document.path) is not None
    assert [backup.number for backup in backups_of(document.path)] == [2, 1]


def test_a_damaged_document_is_not_backed_up_and_the_good_copy_stays(document):
    add_event(document, 1, "Siege")
    good = back_up(document.path)
    document.close()
    content = bytearray(document.path.read_bytes())
    content[4096 * 3 :] = bytes(len(content) - 4096 * 3)
    document.path.write_bytes(content)

    with pytest.raises(FileError, match="damaged"):
        back_up(document.path)

    assert [backup.path for backup in backups_of(document.path)] == [good.path]


def damage_row(path, title):
    """What a flipped bit does, of which SQLite sees nothing."""
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE events SET title = ? WHERE id = 1", [title])


def test_a_copy_of_a_damaged_row_says_so_and_the_last_good_one_is_kept(document):
    add_event(document, 1, "Siege")
    good = back_up(document.path)
    damage_row(document.path, "Siefe")

    bad = back_up(document.path)

    assert bad.is_damaged
    assert bad.damage[0].startswith("Event “Siefe” (1) is damaged")
    assert [one.is_damaged for one in backups_of(document.path)] == [True, False]
    assert last_good(document.path).path == good.path
    add_event(document, 1, "Later")
    thin(document.path, back_up(document.path).time + 52 * 7 * DAY)
    assert last_good(document.path).path == good.path
    assert good.path.is_file()


def test_the_last_good_copy_is_kept_whatever_the_copies_take(document, monkeypatch):
    add_event(document, 1, "Siege")
    good = back_up(document.path)
    damage_row(document.path, "Siefe")
    monkeypatch.setattr("desktop.document.backups.LARGEST", 1)

    back_up(document.path)

    assert [one.is_damaged for one in backups_of(document.path)] == [True, False]
    assert good.path.is_file()


def test_a_copy_of_a_damaged_original_says_so(document):
    draft = Article(title="Bridge", text="The bridge fell.")
    add_article(document, draft, b"<p>The bridge fell</p>")
    with closing(sqlite3.connect(document.path)) as other, other:
        other.execute("UPDATE files SET content = x'00'")

    assert back_up(document.path).damage == ("The original of “Bridge” is damaged.",)


def test_copies_are_thinned_by_age_and_the_newest_stays(document):
    folder = folder_of(document.path)
    folder.mkdir(parents=True)
    now = 1_700_000_000 - 1_700_000_000 % DAY
    times = [now - age for age in (9 * DAY, 2 * DAY + 60, 2 * DAY + 30, 7200 + 60, 7200 + 30, 5, 0)]
    for number, moment in enumerate(times, 1):
        (folder / f"{number:06}-{moment}.dateline").write_bytes(b"copy")

    thin(document.path, now)

    assert [backup.number for backup in backups_of(document.path)] == [7, 6, 5, 3, 1]
    assert HOUR < DAY


def test_a_clock_that_jumps_back_changes_no_order(document):
    folder = folder_of(document.path)
    folder.mkdir(parents=True)
    (folder / "000001-2000000000.dateline").write_bytes(b"later by the clock")
    os.utime(folder / "000001-2000000000.dateline")

    backup = back_up(document.path)

    assert backups_of(document.path)[0].path == backup.path


def test_a_copy_is_restored_in_place_and_editing_goes_on(document):
    add_event(document, 1, "Siege")
    backup = back_up(document.path)
    add_event(document, 1, "Mistake")
    seen = []
    document.on_change = seen.append

    document.restore(backup.path)

    assert [event.title for event in document.events()] == ["Siege"]
    assert seen[0].is_everything
    add_event(document, 1, "After")
    document.undo()
    assert [event.title for event in document.events()] == ["Siege"]
    assert document.check() == []


def test_what_is_no_copy_is_never_restored(document, tmp_path):
    add_event(document, 1, "Siege")
    (tmp_path / "odd.dateline").write_bytes(b"no timeline" * 500)

    with pytest.raises(FileError, match=r"odd\.dateline"):
        document.restore(tmp_path / "odd.dateline")

    assert [event.title for event in document.events()] == ["Siege"]
