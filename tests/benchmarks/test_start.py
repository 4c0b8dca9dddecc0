"""How long the start takes: process start to usable window, against a bare QMainWindow.

Run by hand: `python main.py --test tests/benchmarks/test_start.py --benchmark-only -s`.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
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
FIRST_PAGE = """
import os
from desktop.gui.app import make_application, make_desk
from desktop.gui.first_page import FirstPage
application = make_application()
first = FirstPage(make_desk())
first.show()
first.page.repaint()
first.page.grab()
os._exit(0)
"""
DOCUMENT = """
import os
import sys
from pathlib import Path
from desktop.gui.app import make_application, make_desk
application = make_application()
desk = make_desk()
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


def seconds(script, environment, *arguments):
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - begun


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


def ratio(benchmark, environment, script, *arguments):
    """Our fastest start against the fastest of a bare window, taken in turns under one load."""
    seconds(BARE, environment)
    bare = [seconds(BARE, environment) for _turn in range(8)]
    run = (script, environment, *arguments)
    benchmark.pedantic(seconds, run, rounds=8, warmup_rounds=1)
    bare += [seconds(BARE, environment) for _turn in range(8)]
    found = benchmark.stats["min"] / min(bare)
    words = f"start {benchmark.stats['min']:.3f} s, bare {min(bare):.3f} s, ratio {found:.2f}"
    sys.stdout.write(f"\n{words}\n")
    return found


def test_the_first_page_stands_within_two_and_a_half_bare_windows(benchmark, environment):
    assert ratio(benchmark, environment, FIRST_PAGE) <= 2.5


def test_a_timeline_named_at_the_start_stands_within_five_bare_windows(
    benchmark, environment, tmp_path
):
    # numpy and sqlite-utils alone, which no document does without, take it past two;
    # panels and menus follow in later turns.
    from desktop.formats.samples import make_sample

    sample = tmp_path / "berlin.dateline"
    make_sample("berlin", sample)

    assert ratio(benchmark, environment, DOCUMENT, str(sample)) <= 5


def test_panels_menus_and_overview_have_come_within_ten_bare_windows(
    benchmark, environment, tmp_path
):
    # Panels and menus come in one turn after the first picture, pyqtgraph in the next.
    from desktop.formats.samples import make_sample

    sample = tmp_path / "berlin.dateline"
    make_sample("berlin", sample)

    assert ratio(benchmark, environment, EVERYTHING, str(sample)) <= 10
