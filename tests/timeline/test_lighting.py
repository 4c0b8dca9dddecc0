"""A filter that dims: crowds tell how many of their events it lets through."""

from copy import copy
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.document import Filter
from desktop.model import COLOURS, Event, Track
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.clusters import columns_of
from desktop.timeline.drawing.paint import paint
from desktop.timeline.drawing.scene import Scene
from desktop.timeline.drawing.style import light
from desktop.timeline.events.index import Index
from desktop.timeline.frames.density import Density
from desktop.timeline.frames.layout import Layout
from desktop.when import When
from tests.timeline.timelines import DAY, NOON, even_widths, random_table, tracks

YEARS = TimeScale.fitted(NOON, NOON + 730 * DAY, 1600, 20)
NEAR = TimeScale.fitted(NOON + 100 * DAY, NOON + 140 * DAY, 1600, 20)


@pytest.fixture(scope="module")
def table():
    return random_table(20_000, 3)


def layout_of(table, shown=None):
    return Layout(Index(table), shown or tracks(3), even_widths)


def chosen_of(table, ids):
    """A table of these events only."""
    made, chosen = copy(table), np.isin(table.ids, ids)
    for name, column in vars(table).items():
        if isinstance(column, np.ndarray):
            setattr(made, name, column[chosen])
    return made


@pytest.mark.parametrize("scale", [YEARS, NEAR], ids=["years", "weeks"])
def test_clusters_and_strips_count_what_is_lit_as_if_it_stood_alone(table, scale):
    lit = table.ids[::7].copy()
    layout = layout_of(table)
    layout.show_lit(lit)
    alone = layout_of(table)

    frame, plain = layout.frame(scale), alone.frame(scale)

    assert len(frame.cluster_count)
    assert (frame.cluster_count == plain.cluster_count).all()
    assert (frame.cluster_lit >= 0).all()
    assert (frame.cluster_lit <= frame.cluster_count).all()
    only = Index(chosen_of(table, lit))
    for strip, whole in zip(frame.strips, plain.strips, strict=True):
        assert (strip.counts == whole.counts).all()
        line = only.line(strip.band + 1)
        assert (strip.lit == Density().strip([line], scale)).all()


def test_every_cluster_is_lit_by_those_of_its_events_that_are(table):
    every_layout, none_layout = layout_of(table), layout_of(table)
    every_layout.show_lit(table.ids)
    none_layout.show_lit(table.ids[:0])

    every, none = every_layout.frame(NEAR), none_layout.frame(NEAR)

    assert len(every.cluster_count)
    assert (every.cluster_lit == every.cluster_count).all()
    assert (none.cluster_lit == 0).all()
    assert all((strip.lit == strip.counts).all() for strip in every.strips)
    assert not any(strip.lit.any() for strip in none.strips)


def lit_by_place(frame):
    places = (frame.cluster_band, frame.cluster_top, frame.cluster_left)
    rows = zip(*(place.tolist() for place in places), frame.cluster_lit.tolist(), strict=True)
    return {row[:3]: row[3] for row in rows}


def test_the_lit_share_follows_the_picture_up_and_down(table):
    layout = layout_of(table)
    layout.show_lit(table.ids[::3].copy())
    while not (whole := layout.frame(NEAR)) or not layout.is_settled:
        pass
    top = whole.bands[1].top

    part = layout.frame(NEAR, top, whole.bands[1].height)

    told, again = (lit_by_place(frame) for frame in (whole, part))
    assert again
    assert again.items() <= told.items()


def test_without_a_dimming_filter_nothing_is_counted(table):
    layout = layout_of(table)
    layout.show_lit(table.ids[:5])
    layout.frame(NEAR)

    layout.show_lit(None)

    frame = layout.frame(NEAR)
    assert frame.cluster_lit is None
    assert all(strip.lit is None for strip in frame.strips)


def picture(frame, lit):
    style = light()
    image = QImage(frame.width, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(style.background))
    painter = QPainter(image)
    shown = {n: Track(id=n, name=str(n), colour=COLOURS[1]) for n in range(1, 4)}
    paint(painter, frame, style, Scene(shown, {}, lit=lit))
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
def test_a_cluster_fades_with_its_events_and_its_line_tells_the_share(table):
    layout = layout_of(table)
    layout.show_lit(table.ids[::2].copy())
    frame = layout.frame(YEARS, 0, 400)
    wide = (frame.cluster_right - frame.cluster_left >= 8) & (frame.cluster_top < 300)
    place = int(np.flatnonzero(wide)[0])
    left, right, top = (
        int(getattr(frame, name)[place])
        for name in ("cluster_left", "cluster_right", "cluster_top")
    )
    count = int(frame.cluster_count[place])
    foot = top + light().metrics().bar - 1

    def at(lit, x, y):
        told = frame.cluster_lit.copy()
        told[place] = lit
        shown = replace(frame, cluster_lit=told)
        return picture(shown, table.ids[::2]).pixelColor(x, y)

    full, half, none = (at(lit, right - 1, foot).lightness() for lit in (count, count // 2, 0))
    assert full < half == none
    assert at(count // 2, left, foot) == at(count, left, foot)
    assert at(count // 2, left, top) == at(count, left, top)
    assert at(0, left, top).lightness() > at(1, left, top).lightness()


def test_a_crowd_on_the_canvas_is_dimmed_by_the_filter(shown):
    document = shown.document
    with document.step("Many"):
        document.add_all(
            Event(track=1, title="Raid" if n % 4 else "Siege", when=When(f"{1000 + n // 4}"))
            for n in range(3000)
        )
    shown.view.fit_all()
    before = shown.canvas.grab().toImage()

    shown.stage.restrict(Filter("siege", dims=True))

    strip = shown.stage.frame.strips[0]
    assert strip.lit.sum() * 3 < strip.counts.sum() < strip.lit.sum() * 5
    after = shown.canvas.grab().toImage()
    peak = int(np.argmax(strip.counts - 2 * strip.lit))
    x, y = int(strip.edges[peak]), round(shown.stage.band_box(1).top()) + strip.top
    y += strip.height - int(columns_of([strip], strip.counts)[0, peak])
    assert after.pixelColor(x, y).lightness() > before.pixelColor(x, y).lightness() + 20
    shown.stage.restrict(Filter())
    assert shown.stage.frame.strips[0].lit is None
