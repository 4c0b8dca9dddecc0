"""A program killed at any moment loses no finished step, nor its undo history.

Fifty kills here; `DATELINE_KILLS=1000` takes as many as one likes.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.document import Document, journal
from desktop.edits import tracks
from tests.document.killed import digest, last_step

KILLS = int(os.environ.get("DATELINE_KILLS", "50"))
LOOKED_AT = 20  # so many steps are undone from one comparison to the next
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def walks():
    with subprocess.Popen(
        [sys.executable, "-m", "tests.document.killed"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        yield process
        process.stdin.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need a system with fork and signals")
def test_fifty_kills_lose_no_finished_step(walks, tmp_path):
    path, start = tmp_path / "walk.dateline", random.Random(1)
    document = Document.create(path)
    tracks.start_tracks(document)
    document.forget_history()
    states = {0: digest(document)}
    document.close()

    for kill in range(KILLS):
        states |= kill_one_walk(walks, path, tmp_path / f"reports{kill}", start)
        document = Document.open(path)
        assert_nothing_is_lost(document, states)
        document.close()

    document = Document.open(path)
    assert len(states) > KILLS
    assert [fault for fault in document.check() if "quoted" not in fault] == []
    assert_every_kept_step_is_undone_and_redone(document, states)
    document.close()


def kill_one_walk(walks, path, reports, start):
    walks.stdin.write(f"{path} {reports} {start.randrange(10**6)}\n")
    walks.stdin.flush()
    process = int(walks.stdout.readline())
    while not reports.exists() or not reports.read_text().endswith("\n"):
        time.sleep(0.001)
    time.sleep(start.random() * 0.3)
    os.kill(process, signal.SIGKILL)
    assert walks.stdout.readline() == "ended\n"
    reported = [line.split() for line in reports.read_text().split("\n")[:-1]]
    return {int(step): state for step, state in reported if step != "0"}


def assert_nothing_is_lost(document, states):
    """The last state is the one reported; a step may be on the disk just before its report."""
    newest = last_step(document)
    if newest == max(states):
        assert digest(document) == states[newest]
        return
    last = digest(document)
    document.undo()
    assert last_step(document) == max(states)
    assert digest(document) == states[max(states)]
    document.redo()
    states[newest] = last


def assert_every_kept_step_is_undone_and_redone(document, states):
    """Each state on the way back is the one that was reported after the step before."""
    numbers = sorted(states)
    steps = min(len(states) - 1, journal.KEPT_STEPS)
    assert len(document.history()) == steps
    for done in range(1, steps + 1):
        document.undo()
        if done % LOOKED_AT == 0 or done == steps:
            assert digest(document) == states[numbers[-1 - done]]
    assert document.undo() is None
    for _ in range(steps):
        document.redo()
    assert digest(document) == states[numbers[-1]]
