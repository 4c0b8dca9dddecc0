"""Files of older and newer Datelines: each past shape is kept as a sample, and none is harmed.

Twenty kills in the middle of an update here; `DATELINE_KILLS=200` takes as many as one likes.
"""

import gzip
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document, upgrading
from desktop.document.backups import back_up
from desktop.document.schema import JOURNALED, VERSION
from desktop.errors import FileError, StrangeFileError
from desktop.model import Event

SAMPLES = Path(__file__).parent.parent / "samples" / "versions"
ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("DATELINE_KILLS", "20"))
PAST = range(1, VERSION)


def unpacked(version, folder, name="old.dateline"):
    path = folder / name
    path.write_bytes(gzip.decompress((SAMPLES / f"version-{version}.dateline.gz").read_bytes()))
    return path


def held(path):
    """Every row of every table that a user's work is in, by column."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [
                {name: row[name] for name in row.keys()}  # noqa: SIM118 - a Row iterates its values
                for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1")
            ]
            for table in (*JOURNALED, "files", "steps", "journal")
        }


def version_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


@pytest.mark.parametrize("version", PAST)
def test_a_past_version_opens_whole_with_its_history(tmp_path, version):
    path = unpacked(version, tmp_path)
    before = held(path)

    document = Document.open(path)

    assert held(path) == before
    assert version_of(path) == VERSION
    assert document.check() == []
    assert document.state("zoom") == "12"
    assert (document.redo_name, document.undo_name) == ("Rename event", "Delete event")
    document.redo()
    while document.undo():
        pass
    while document.redo():
        pass
    assert document.check() == []
    document.close()


@pytest.mark.parametrize("version", PAST)
def test_a_copy_of_the_past_version_lies_beside_it(tmp_path, version):
    path = unpacked(version, tmp_path)
    before = held(path)

    Document.open(path).close()

    copy = tmp_path / f"old (before update {version}).dateline"
    assert held(copy) == before
    assert version_of(copy) == version


def test_an_earlier_copy_is_never_written_over(tmp_path):
    path = unpacked(1, tmp_path)
    earlier = tmp_path / "old (before update 1).dateline"
    earlier.write_text("precious")

    Document.open(path).close()

    assert earlier.read_text() == "precious"
    assert version_of(tmp_path / "old (before update 1) 2.dateline") == 1


def test_nothing_is_changed_where_the_copy_is_not_what_was_copied(tmp_path, monkeypatch):
    path = unpacked(1, tmp_path)
    before = path.read_bytes()
    copy_to = upgrading.compare

    def compare(db, copy):
        with closing(sqlite3.connect(copy)) as other, other:
            other.execute("UPDATE events SET note = 'Pense' WHERE id = 9")
        copy_to(db, copy)

    monkeypatch.setattr(upgrading, "compare", compare)

    with pytest.raises(FileError, match="not what was copied"):
        Document.open(path)

    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["old.dateline"]


def test_a_damaged_older_file_is_read_and_not_written(tmp_path):
    path = unpacked(1, tmp_path)
    content = path.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    harmed = [bytes(4096) if b"Toll of year 30" in page else page for page in pages]
    path.write_bytes(b"".join(harmed))

    document = Document.open(path)

    assert "damaged" in document.why_read_only
    assert document.articles()
    document.close()
    assert path.read_bytes() == b"".join(harmed)


def test_a_strangers_older_file_is_not_brought_up_to_date(tmp_path):
    path = unpacked(1, tmp_path)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TRIGGER bomb AFTER DELETE ON state BEGIN DELETE FROM events; END")
    before = path.read_bytes()

    with pytest.raises(StrangeFileError, match="bomb"):
        Document.open(path)

    assert path.read_bytes() == before


def test_an_older_copy_can_be_restored(tmp_path):
    document = Document.create(tmp_path / "mine.dateline")
    copy = unpacked(1, tmp_path)
    titles = [row["title"] for row in held(copy)["events"]]

    document.restore(copy)

    assert sorted(event.title for event in document.events()) == sorted(titles)
    with document.step("Go on"):
        document.add(Event(track=1, title="Later"))
    assert document.check() == []
    assert version_of(copy) == 1
    document.close()


def test_an_older_project_that_cannot_be_written_is_read_and_checked(tmp_path):
    path = unpacked(1, tmp_path)
    (tmp_path / "second name.dateline").hardlink_to(path)
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    document = Document.open(path)

    assert document.is_read_only
    assert document.check() == []
    assert len(document.history()) == 12
    document.save_copy(tmp_path / "copy.dateline", is_with_history=False)
    document.close()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    copy = Document.open(tmp_path / "copy.dateline")
    assert copy.check() == []
    assert copy.history() == []
    copy.close()


def test_an_older_project_can_be_backed_up(tmp_path):
    path = unpacked(1, tmp_path)

    assert back_up(path).path.is_file()
    assert version_of(path) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need a system with fork and signals")
@pytest.mark.parametrize("version", PAST)
def test_an_update_killed_at_any_moment_leaves_the_old_file_or_the_new_one(tmp_path, version):
    before = held(unpacked(version, tmp_path))
    start = time.perf_counter()
    Document.open(tmp_path / "old.dateline").close()
    length, chance, found = time.perf_counter() - start, random.Random(version), set()

    with subprocess.Popen(
        [sys.executable, "-m", "tests.document.upgraded"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as opener:  # fmt: skip
        for kill in range(KILLS):
            folder = tmp_path / str(kill)
            folder.mkdir()
            path = unpacked(version, folder)
            kill_while_opening(opener, path, folder / "report", chance.random() * length * 1.2)
            found.add(version_of(path))
            document = Document.open(path)
            assert document.check() == []
            document.close()
            assert held(path) == before
        opener.stdin.close()

    assert version in found


def kill_while_opening(opener, path, report, seconds):
    opener.stdin.write(f"{path} {report}\n")
    opener.stdin.flush()
    child = int(opener.stdout.readline())
    while not report.exists():
        time.sleep(0.0005)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert opener.stdout.readline() == "ended\n"
