"""How long the start takes: process start to complete picture, against a bare QMainWindow.

Run by hand: `python main.py --test tests/benchmarks/test_start.py --benchmark-only -s`.

Ours and a bare window start in turns, so that both meet the same load. Printed are the ratios of
the middle times on the clock and in the processor; nothing is judged by the clock, for it judges
the machine's other work too.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.document import Document
from desktop.edits.tracks import start_tracks

ROOT = Path(__file__).parents[2]
ROUNDS = 8
BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
application.processEvents()
window.grab()
os._exit(0)
"""
# As the command line starts it: see `desktop.cli.window`.
PREPARED = """
import gc
gc.disable()
import os
import sys
from pathlib import Path
from desktop.gui.app import make_application, make_desk
application = make_application()
desk = make_desk()
"""
FIRST_PAGE = f"""{PREPARED}
from desktop.gui.first_page import FirstPage
first = FirstPage(desk)
first.show()
first.page.repaint()
first.page.grab()
os._exit(0)
"""
DOCUMENT = f"""{PREPARED}
window = desk.open(Path(sys.argv[1]))
painted = []
window.timeline.painted.connect(lambda: painted.append(True))
while not painted:
    application.processEvents()
window.timeline.grab()
os._exit(0)
"""
# The same, until the panels, the menus and the overview have followed the first picture.
EVERYTHING = DOCUMENT.replace("while not painted:", "while window.overview is None:")


def started(script, environment, *arguments):
    """Seconds on the clock, and of all processors, from a process's start to its end."""
    before, begun = os.times(), time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        stderr=subprocess.DEVNULL,
    )
    after = os.times()
    worked = after.children_user - before.children_user
    return time.perf_counter() - begun, worked + after.children_system - before.children_system


@pytest.fixture
def environment(tmp_path):
    """A user's own: compiled modules are kept, as an installed program has them."""
    kept = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "QT_QPA_PLATFORM": "offscreen",
        "DATELINE_FOLDER": str(tmp_path / "user"),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
    }


@pytest.fixture
def compare(benchmark, environment):
    """Start a script and a bare window in turns, and print how their times stand to each other."""

    def run(name, script, *arguments):
        ours, bare = [], []
        for start in (BARE, script):
            started(start, environment, *arguments)  # which compiles what it loads

        def turn():
            bare.append(started(BARE, environment))
            ours.append(started(script, environment, *arguments))

        benchmark.pedantic(turn, rounds=ROUNDS)
        middles = [
            [statistics.median(times) for times in zip(*runs, strict=True)] for runs in (ours, bare)
        ]
        clock, worked = (mine / theirs for mine, theirs in zip(*middles, strict=True))
        sys.stdout.write(
            f"\n{name}: {clock:.2f} bare windows by the clock, {worked:.2f} in the processor "
            f"({middles[0][0]:.3f} s beside {middles[1][0]:.3f} s)\n"
        )
        benchmark.extra_info.update(clock=clock, worked=worked)

    return run


def test_the_first_page(compare):
    compare("first page", FIRST_PAGE)


def test_an_empty_timeline(compare, tmp_path):
    path = tmp_path / "empty.dateline"
    document = Document.create(path)
    start_tracks(document)
    document.close()

    compare("empty timeline (aim 2.2)", DOCUMENT, str(path))


@pytest.mark.parametrize(
    ("name", "script"),
    [("small timeline (aim 2.5)", DOCUMENT), ("with all its panels", EVERYTHING)],
)
def test_a_small_timeline(compare, tmp_path, name, script):
    from desktop.formats.samples import make_sample

    sample = tmp_path / "berlin.dateline"
    make_sample("berlin", sample)

    compare(name, script, str(sample))
