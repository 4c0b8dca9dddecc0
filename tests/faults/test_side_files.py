"""F7, F8, F9: what lies beside the file, or does not, after a crash; a disk one cannot write."""

import os
import shutil
import subprocess
from contextlib import closing

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.document.rescue import copy_readable
from desktop.edits.events import add_event
from desktop.errors import ReadOnlyError


def titles(document):
    return sorted(event.title for event in document.events())


def many(document, word):
    with document.step("Many"):
        for number in range(30):
            add_event(document, 1, f"{word} {number} " + "words " * 60)


@pytest.fixture
def crashed(war, medium, tmp_path):
    """A file as a power cut leaves it amidst a change: half written, its journal beside."""
    many(war, "Before")
    kept = titles(war)
    (tmp_path / "crash").mkdir()
    writes = []

    def answer(kind, path):
        if kind == "write" and path == str(war.path):
            writes.append(path)
            if len(writes) == 3:
                for one in (war.path, war.path.with_name("war.dateline-journal")):
                    shutil.copy(one, tmp_path / "crash")
        return 0

    medium.answer = answer
    many(war, "Cut off")
    medium.heal()
    path = tmp_path / "crash" / "war.dateline"
    assert path.with_name("war.dateline-journal").stat().st_size > 512
    return path, kept


def opened(path):
    document = Document.open(path)
    found = titles(document), document.check(), document.told_of, document.why_read_only
    document.close()
    return found


def test_a_change_that_was_cut_off_is_taken_back(crashed):
    path, kept = crashed

    assert opened(path) == (kept, [], "", "")
    assert [one.name for one in path.parent.iterdir()] == ["war.dateline"]


def test_the_journal_of_another_file_is_set_aside(crashed, war, tmp_path):
    path, _kept = crashed
    war.close()
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(war.path, other / "war.dateline")
    for _ in range(3):
        document = Document.open(other / "war.dateline")
        add_event(document, 1, "Later")
        now = titles(document)
        document.close()
    shutil.copy(path.with_name("war.dateline-journal"), other)

    found, faults, told, _why = opened(other / "war.dateline")

    assert (found, faults) == (now, [])
    assert "set aside" in told
    assert (other / "war.dateline-journal (set aside)").is_file()


def test_after_a_crash_a_file_that_was_put_in_the_place_is_not_torn(crashed, war, tmp_path):
    path, _kept = crashed
    lost = Document.open(path)  # the program that is killed
    shutil.copy(path, tmp_path / "saved")
    for held in (lost._hold, lost._hold._mark):
        held._let_go()
    lost._db.close()
    war.close()
    os.replace(war.path, path)  # noqa: PTH105 - as a sync program does it
    journal = path.with_name("war.dateline-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))

    _found, faults, told, _why = opened(path)

    assert faults == []
    assert "set aside" in told


@pytest.mark.parametrize("content", [b"", bytes(2000), b"no journal at all" * 99])
def test_a_journal_that_is_none_does_no_harm(war, content):
    add_event(war, 1, "Kept")
    war.close()
    war.path.with_name("war.dateline-journal").write_bytes(content)

    found, faults, _told, why = opened(war.path)

    assert (found, faults, why) == (["Kept"], [], "")


def test_what_another_tool_left_in_its_own_log_is_taken_in_once(war, tmp_path):
    add_event(war, 1, "Kept")
    war.close()
    other = sqlite3.connect(war.path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("UPDATE events SET note = 'from elsewhere'")
    other.commit()
    (tmp_path / "stick").mkdir()
    for one in war.path.parent.glob("war.dateline*"):
        shutil.copy(one, tmp_path / "stick")
    other.close()
    path = tmp_path / "stick" / "war.dateline"

    document = Document.open(path)
    assert [event.note for event in document.events()] == ["from elsewhere"]
    document.close()

    assert [one.name for one in path.parent.iterdir()] == ["war.dateline"]


def test_a_foreign_log_of_another_tool_is_set_aside(war, tmp_path):
    add_event(war, 1, "Kept")
    war.close()
    with closing(sqlite3.connect(tmp_path / "other")) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE one (two)")
        other.commit()
        shutil.copy(tmp_path / "other-wal", tmp_path / "war.dateline-wal")

    found, faults, told, _why = opened(war.path)

    assert (found, faults) == (["Kept"], [])
    assert "war.dateline-wal (set aside)" in told


@pytest.fixture
def read_only():
    """Make a folder one that cannot be written, as a locked memory card is."""
    bound = []

    def lock(folder):
        if os.geteuid():
            folder.chmod(0o500)
            bound.append(lambda: folder.chmod(0o700))
            return
        for words in (["--bind", folder, folder], ["-o", "remount,bind,ro", folder]):
            if subprocess.run(["mount", *words], capture_output=True, check=False).returncode:
                pytest.skip("this user may not make a disk read-only")
        bound.append(lambda: subprocess.run(["umount", "-l", folder], check=True))

    yield lock
    for undo in bound:
        undo()


def test_on_a_read_only_disk_a_whole_file_opens_for_reading(war, read_only, tmp_path):
    add_event(war, 1, "Kept")
    war.close()
    before = war.path.read_bytes()
    (tmp_path / "card").mkdir()
    shutil.move(war.path, tmp_path / "card")
    read_only(tmp_path / "card")

    document = Document.open(tmp_path / "card" / "war.dateline")

    assert titles(document) == ["Kept"]
    with pytest.raises(ReadOnlyError, match="read"):
        add_event(document, 1, "More")
    document.save_copy(tmp_path / "copy.dateline")
    document.close()
    assert (tmp_path / "card" / "war.dateline").read_bytes() == before


def test_on_a_read_only_disk_a_change_that_was_cut_off_is_left_out(crashed, read_only):
    path, kept = crashed
    read_only(path.parent)

    found, _faults, _told, why = opened(path)

    assert found == kept
    assert "cut off" in why


def test_of_the_file_alone_after_a_crash_all_but_a_torn_page_is_rescued(crashed, tmp_path):
    path, kept = crashed
    path.with_name("war.dateline-journal").unlink()

    copy_readable(path, tmp_path / "rescued.dateline")

    assert len(set(kept) - set(opened(tmp_path / "rescued.dateline")[0])) <= 2
