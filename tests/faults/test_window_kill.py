"""F1 in the real window: killed at any moment it loses nothing, and opens where one was.

Two kills here; `DATELINE_WINDOW_KILLS=200` takes as many as one likes.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.document import Document
from desktop.gui import noted_place
from tests.document.killed import digest, last_step

KILLS = int(os.environ.get("DATELINE_WINDOW_KILLS", "2"))
ROOT = Path(__file__).parent.parent.parent


def killed(path, report, seed, after):
    """Start the window, let it edit for a while, kill it, and give what it reported."""
    words = [sys.executable, "-m", "tests.faults.window_killed", str(path), str(report), str(seed)]
    with subprocess.Popen(words, cwd=ROOT, stderr=subprocess.DEVNULL) as program:
        while not report.exists() or report.read_text().count("\n") < 4:
            assert program.poll() is None, "the window ended by itself"
            time.sleep(0.005)
        time.sleep(after)
        os.kill(program.pid, signal.SIGKILL)
    began, *states = report.read_text().split("\n")[:-1]
    return json.loads(began.removeprefix("began ")), [tuple(state.split()) for state in states]


def state_of(document):
    return str(last_step(document)), digest(document)


def is_one_deed_further(document, state):
    """True where the disk holds one step, or one undo, more than was reported."""
    for back, forth in ((document.undo, document.redo), (document.redo, document.undo)):
        if back():
            was = digest(document)
            forth()
            if was == state[1]:
                return True
    return False


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills need a system with signals")
def test_a_killed_window_loses_nothing_and_opens_where_one_was(document, tmp_path):
    path, chance, last = document.path, random.Random(7), ()
    document.close()

    for kill in range(KILLS):
        noted = noted_place.noted(path)
        began, states = killed(path, tmp_path / str(kill), kill, chance.random() * 0.8)
        if last:
            assert "ended unexpectedly" in began["status"]
            assert began["banner"] == ""
            assert states[0] == last
            place = json.loads(noted)
            assert (began["start"], began["per_pixel"]) == (place["start"], place["per_pixel"])
        copy = tmp_path / f"{kill}.dateline"
        for side in ("", "-journal"):
            if Path(f"{path}{side}").exists():
                Path(f"{copy}{side}").write_bytes(Path(f"{path}{side}").read_bytes())
        again = Document.open(copy)
        assert [fault for fault in again.check() if "quoted" not in fault] == []
        last = state_of(again)
        assert last == states[-1] or is_one_deed_further(again, states[-1])
        again.close()
