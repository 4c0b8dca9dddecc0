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
MOST = 2.5
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
application.processEvents()
window.grab()
"""
OURS = """
import sys
from pathlib import Path
from desktop.gui.app import make_application, make_desk
application = make_application()
desk = make_desk()
window = desk.open(Path(sys.argv[1]))
application.processEvents()
window.grab()
"""


def seconds(script, environment, *arguments):
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, env=environment, check=True
    )
    return time.perf_counter() - begun


@pytest.mark.benchmark
def test_the_window_stands_within_two_and_a_half_bare_windows(tmp_path, benchmark):
    from desktop.formats.samples import make_sample

    sample = tmp_path / "berlin.dateline"
    make_sample("berlin", sample)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "DATELINE_FOLDER": str(tmp_path / "user"),
    }
    bare = min(seconds(BARE, environment) for _turn in range(7))
    benchmark.pedantic(seconds, (OURS, environment, str(sample)), rounds=7, warmup_rounds=1)

    ratio = benchmark.stats["min"] / bare
    print(f"\nstart: {benchmark.stats['min']:.3f} s, bare {bare:.3f} s, ratio {ratio:.2f}")
    assert ratio <= MOST
