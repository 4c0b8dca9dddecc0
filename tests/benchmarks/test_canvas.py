"""Frames of the canvas, against an empty widget (D0) and a canvas without events (D1).

Run by hand: `python main.py --test tests/benchmarks/test_canvas.py --benchmark-only -s`. Times are
CPU milliseconds of a whole repaint at 1920 x 1080; D0 and D1 are measured anew beside every line.
"""

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model import COLOURS, Track
from desktop.session import Session
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.style import light
from desktop.timeline.events.index import Index
from desktop.timeline.view import TimelineView
from desktop.when.calendar import DAY, seconds

pytestmark = pytest.mark.benchmark(group="canvas")
START, DAYS, TRACKS = seconds(2023), 730, 20
FRAMES = 40


class Columns:
    """Points, days, weeks, a few that span everything, in a document's order."""

    def __init__(self, count):
        chance = np.random.default_rng(7)
        earliest = START + chance.integers(0, DAYS * DAY, count) // 3600 * 3600
        length = chance.choice([3600, DAY, DAY, DAY, 3 * DAY, 20 * DAY], count)
        length[chance.random(count) < 0.0005] = 2 * DAYS * DAY
        tracks = chance.integers(1, TRACKS + 1, count)
        order = np.lexsort((earliest, tracks))
        self.ids = np.arange(1, count + 1)
        self.tracks, self.earliest = tracks[order], earliest[order]
        self.latest = self.earliest + length[order]
        vague = chance.random(count) < 0.1
        self.certain_from = self.earliest.copy()
        self.certain_until = np.where(vague, self.earliest, self.latest)
        self.marks = np.where(vague, 4, 16).astype(np.uint8)
        self.standing = np.where(chance.random(count) < 0.05, 2, 1).astype(np.uint8)
        self.importance = np.where(chance.random(count) < 0.02, 9, 5).astype(np.uint8)
        self.positions = np.zeros(count, np.int64)


class Titles(dict):
    """A title for every event, made up when it is asked for."""

    def __missing__(self, key):
        return f"Incident {key} near the river crossing"[: 18 + key % 30]

    def __contains__(self, key):
        return True

    def get(self, key, default=None):
        return self[key]


class Empty(QWidget):
    """The floor: a widget of one colour."""

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#fbfcfd"))
        painter.end()


@pytest.fixture
def make_view(qtbot, document):
    """A view of so many events, without a file of that size behind it."""

    def make(count):
        with document.step("Tracks"):
            for number in range(7, TRACKS + 1):
                colour = COLOURS[number % len(COLOURS)]
                marker = "bar" if number % 3 else "circle"
                document.add(
                    Track(name=f"Track {number}", position=number, colour=colour, marker=marker)
                )
        view = TimelineView(Session(document), light())
        contents = view.stage.contents
        contents.index = Index(Columns(count))
        contents._titles = Titles()
        view.stage._setting.take([])
        view.stage.glide = 0
        shown(qtbot, view)
        return view

    return make


def shown(qtbot, widget):
    widget.resize(1920, 1080)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def repaint(widget):
    began = time.process_time()
    widget.repaint()
    return (time.process_time() - began) * 1000


def frames(view, scales):
    """The milliseconds of each frame on a way through `scales`."""
    times = []
    for scale in scales:
        began = time.process_time()
        view.stage.show_scale(scale)
        view.canvas.repaint()
        times.append((time.process_time() - began) * 1000)
        QApplication.sendPostedEvents()
    return np.array(times)


def ways(view):
    """The three ways that are told of: panning, zooming, and about the whole span."""
    width = view.stage.width
    near = TimeScale(START + 300 * DAY, 20 * DAY / width, width)
    panning = [near.panned(-31 * step) for step in range(FRAMES)]
    zooming = [near.zoomed(0.93**step, width / 2) for step in range(FRAMES)]
    whole = TimeScale.fitted(START, START + DAYS * DAY, width)
    return {
        "panning": panning,
        "zooming": zooming,
        "whole": [whole.panned(-7 * s) for s in range(FRAMES)],
    }


def settle(view, scales):
    """Let rows be chosen and titles be drawn once: what is measured is what lasts."""
    for _ in range(3):
        for scale in scales:
            view.stage.show_scale(scale)
            view.canvas.repaint()
            for _turn in range(40):
                if view.stage.is_settled:
                    break
                view.stage.frame  # noqa: B018 - asking is what makes it go on


def floors(view, empty):
    nowhere = TimeScale(START - 9000 * DAY, 20 * DAY / view.stage.width, view.stage.width)
    away = [nowhere.panned(-31 * step) for step in range(FRAMES)]
    frames(view, away)
    return float(np.median([repaint(empty) for _ in range(FRAMES)])), float(
        np.median(frames(view, away))
    )


@pytest.mark.parametrize("count", [10_000, 1_000_000])
def test_frames_while_panning_and_zooming(make_view, qtbot, benchmark, count):
    view, empty = make_view(count), shown(qtbot, Empty())
    floors(view, empty)

    for name, scales in ways(view).items():
        settle(view, scales)
        floor, bare = floors(view, empty)
        settle(view, scales[:1])
        times = frames(view, scales)
        after, _ = floors(view, empty)
        drift = max(floor, after) / min(floor, after)
        print(  # noqa: T201 - the figures are what it is run for
            f"\n{count:>9,} {name:8} median {np.median(times):6.2f} ms  worst {times.max():6.2f}  "
            f"D0 {floor:.2f}  D1 {bare:.2f}  = {np.median(times) / bare:.1f} x D1"
            + ("  (not judged: D0 drifts)" if drift > 1.5 else "")
        )
    benchmark.pedantic(view.canvas.repaint, rounds=20)


def test_what_is_under_the_hand_is_found_at_once(make_view, benchmark):
    view = make_view(1_000_000)
    width = view.stage.width
    view.stage.show_scale(TimeScale(START + 300 * DAY, 20 * DAY / width, width))
    view.canvas.repaint()
    benchmark(lambda: view.stage.hit(QPoint(700, 300)))


def test_the_hand_is_held_at_once(make_view, benchmark):
    view = make_view(1_000_000)
    width = view.stage.width
    view.stage.show_scale(TimeScale(START + 300 * DAY, 20 * DAY / width, width))
    view.canvas.repaint()

    benchmark(lambda: view.stage.snap(START + 305 * DAY, frozenset()))
