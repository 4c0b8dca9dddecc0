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

from desktop.document import Document
from desktop.edits import tracks
from tests.document.killed import digest

KILLS = int(os.environ.get("DATELINE_KILLS", "50"))
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
    first = digest(document)
    document.close()
    finished = 0

    for kill in range(KILLS):
        reported = kill_one_walk(walks, path, tmp_path / f"reports{kill}", start)
        finished += len(reported) - 1
        document = Document.open(path)
        assert_is_last_report_or_one_step_behind(document, reported[-1])
        document.close()

    document = Document.open(path)
    assert finished > KILLS
    assert [fault for fault in document.check() if "quoted" not in fault] == []
    last = digest(document)
    steps = undo_all(document)
    assert digest(document) == first
    for _ in range(steps):
        document.redo()
    assert digest(document) == last
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
    return [line for line in reports.read_text().split("\n")[:-1] if line]


def assert_is_last_report_or_one_step_behind(document, reported):
    """A step may have reached the disk just before its report did."""
    if digest(document) == reported:
        return
    document.undo()
    assert digest(document) == reported
    document.redo()


def undo_all(document):
    steps = 0
    while document.undo():
        steps += 1
    return steps
