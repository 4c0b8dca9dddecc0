"""Pictures and pages: a 4K PNG of 100,000 events in 1.5 s of CPU, an A3 PDF of 2,000 in 1 s.

Run by hand: `python main.py --test tests/benchmarks/test_pictures.py --benchmark-only -s`. The
floor is a 4K picture of as much noise, compressed as PNG; both are CPU seconds of the same run.
"""

import random
import time
from statistics import median

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageWriter

from desktop import formats
from desktop.document import Document
from desktop.edits.tracks import default_tracks
from desktop.model import Event
from desktop.timeline.drawing.style import paper
from desktop.timeline.pictures.paper import Paper
from desktop.timeline.pictures.picture import png
from desktop.timeline.pictures.sheet import Sheet
from desktop.timeline.pictures.vectors import pdf, svg
from desktop.when import When

pytestmark = [pytest.mark.benchmark(group="pictures"), pytest.mark.usefixtures("look")]
ROUNDS = 3


def filled(path, count):
    chance = random.Random(7)
    document = Document.create(path, "Many")
    with document.step("Fill"):
        document.add_all(default_tracks())
        events = []
        for number in range(count):
            year, month, date = (chance.randint(*ends) for ends in ((2012, 2024), (1, 12), (1, 28)))
            day = f"{year}-{month:02}-{date:02}"
            mark = chance.choice(["", "", "", "~", "?", f"/{year}-12-30"])
            title = f"Event {number} near the old harbour"
            events.append(Event(track=1 + number % 6, title=title, when=When(day + mark)))
        document.add_all(events)
    return document


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pictures")


def noise():
    grain = np.random.default_rng(7).integers(0, 24, (2160, 3840, 4), np.uint8)
    image = QImage(grain.data, 3840, 2160, QImage.Format.Format_RGB32)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()


def seconds_of(deed):
    times = []
    for _round in range(ROUNDS):
        start = time.process_time()
        deed()
        times.append(time.process_time() - start)
    return median(times)


@pytest.mark.parametrize(
    ("name", "count", "aim"),
    [("4K PNG", 100_000, 1.5), ("A3 PDF", 2_000, 1.0), ("SVG", 2_000, 1.0), ("page", 5_000, 1.0)],
)
def test_pictures_cost_little(name, count, aim, folder, benchmark):
    path = folder / f"{count}.dateline"
    document = Document.open(path) if path.exists() else filled(path, count)
    makers = {
        "4K PNG": lambda: png(document, Sheet(width=1920, height=1080, ratio=2)),
        "A3 PDF": lambda: pdf(document, Sheet(), paper(), None, Paper(kind="A3")),
        "SVG": lambda: svg(document, Sheet(width=3000)),
        "page": lambda: formats.export(document, folder / "page.html"),
    }

    floor = seconds_of(noise)
    took = seconds_of(makers[name])
    benchmark.pedantic(makers[name], rounds=1)
    document.close()

    benchmark.extra_info |= {"CPU seconds": round(took, 2), "of the floor": round(took / floor, 1)}
    assert took <= aim
