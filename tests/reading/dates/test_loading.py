"""Finding dates loads no more than it needs: the reader waits for it at the first article."""

import subprocess
import sys
from pathlib import Path

HOUSE = str(Path(__file__).parents[3])


def test_the_date_finder_leaves_the_parser_of_typed_dates_alone():
    program = "import sys, desktop.reading.dates; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {HOUSE!r}); {program}"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()

    assert "desktop.reading.dates.find" in loaded
    assert not {"desktop.when", "json", "pathlib", "numpy"} & set(loaded)
