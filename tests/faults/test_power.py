"""F2: the power goes at any moment, and the disk kept only what it was made to keep.

Cuts are replayed from what a real timeline asked of its disk while every kind of edit was made:
`DATELINE_CUTS=50000` replays as many as one likes. With SQLite told to sync nothing, most states
must be found damaged, or else the replay finds nothing at all.
"""

import os

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.errors import DatelineError
from tests.document.walker import Walker, content
from tests.faults.cutting import states

CUTS = int(os.environ.get("DATELINE_CUTS", "100"))
STEPS = 40


def everything(document):
    """Every row that a user made, and the history by which it is undone."""
    history = ("steps", "journal")
    rows = {table: document._db.execute(f"SELECT * FROM {table}").fetchall() for table in history}
    return repr((content(document), rows))


@pytest.fixture
def walked(war, medium):
    """Makes edits of every kind, and gives the file before them, the deeds, and each content."""

    def walk(synchronous):
        war._db.execute(f"PRAGMA synchronous = {synchronous}")
        walker = Walker(war, 3)
        start = {str(war.path): war.path.read_bytes()}
        contents = [everything(war)]
        medium.is_writing_down = True
        while len(contents) <= STEPS:
            walker.step()
            now = everything(war)
            if now != contents[-1]:
                medium.finished()
                contents.append(now)
        medium.is_writing_down = False
        war.close()
        return start, medium.deeds, contents

    return walk


def found(files, folder):
    """What is found in the file that a cut left behind; None where it is damaged."""
    for path in folder.glob("war.dateline*"):
        path.unlink()
    for path, held in files.items():
        (folder / path.rpartition("/")[2]).write_bytes(held)
    try:
        document = Document.open(folder / "war.dateline")
    except DatelineError:
        return None
    try:
        return everything(document)
    except (DatelineError, sqlite3.Error):
        return None
    finally:
        document.close()


def outcome(walked, folder, synchronous, number):
    start, deeds, contents = walked(synchronous)
    lost = damaged = 0
    for files, finished in states(start, deeds, number, seed=5):
        now = found(files, folder)
        damaged += now is None
        lost += now is not None and now not in contents[finished : finished + 2]
    return lost, damaged


def test_no_cut_loses_a_finished_step(walked, tmp_path):
    assert outcome(walked, tmp_path, "EXTRA", CUTS) == (0, 0)


def test_where_nothing_is_synced_most_cuts_do_harm(walked, tmp_path):
    number = min(CUTS, 1_000) // 5

    lost, damaged = outcome(walked, tmp_path, "OFF", number)

    assert (lost + damaged) / number > 0.8
