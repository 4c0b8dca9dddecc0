"""Copies of a document that are good when they are needed."""

import os

import pytest

from desktop.document import Document
from desktop.document.backups import DAY, HOUR, back_up, backups_of, folder_of, thin
from desktop.edits.events import add_event
from desktop.edits.tracks import start_tracks
from desktop.errors import FileError


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
