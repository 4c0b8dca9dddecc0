"""The strip of the whole time."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from desktop.document import Filter
from desktop.timeline.drawing.style import dark
from desktop.timeline.overview import make_overview, span_ticks
from desktop.when.calendar import DAY, seconds


@pytest.fixture
def overview(shown):
    shown.add("Actium", "-0030-09-02")
    shown.add("Moon", "1969-07-20")
    return make_overview(shown.view)


def test_the_window_on_the_strip_follows_the_view(shown, overview):
    shown.stage.zoom_to(seconds(0), seconds(1000))

    left, right = overview._region.getRegion()

    assert 0 < left < 0.05
    assert 0.45 < right < 0.6


def test_dragging_the_window_moves_the_view(shown, overview):
    overview._region.setRegion((0.5, 0.75))

    scale = shown.stage.scale
    assert seconds(900) < scale.start < seconds(1000)
    assert seconds(1400) < scale.stop < seconds(1500)


def test_the_strip_counts_again_when_an_event_comes(shown, overview):
    before = overview._last

    shown.add("Far away", "3000-01-01")

    assert overview._last > before


def test_years_before_christ_are_told_on_the_strip():
    words = [text for _place, text in span_ticks(seconds(-300), seconds(500), 900)]

    assert "200 BC" in words or "201 BC" in words or any("BC" in text for text in words)
    assert not any(text.startswith("-") for text in words)


def test_the_first_year_on_the_strip_is_told_as_on_the_axis():
    words = [text for _place, text in span_ticks(seconds(-300), seconds(500), 900)]

    assert "AD 1" in words
    assert "1" not in words


def test_the_strip_grows_with_the_words_of_a_projector(shown, overview):
    style, before = shown.stage.style, overview.height()
    larger = replace(style, count_size=18, pill_size=16, axis_minor_size=16, header_width=288)

    overview.show_style(larger)

    assert overview.height() > 1.3 * before
    assert overview._name.width() == 288


@pytest.mark.parametrize("days", [0.1, 3, 60, 900, 20_000, 4e6, 4e11])
def test_the_dates_on_the_strip_are_apart(days):
    first = seconds(2024, 11, 26)

    ticks = span_ticks(first, first + round(days * DAY), 1000)

    assert len(ticks) >= 1
    for (x, text), (following, _) in itertools.pairwise(ticks):
        assert (following - x) * 1000 >= 7 * len(text)


def test_an_empty_document_has_an_empty_strip(shown):
    strip = make_overview(shown.view)

    assert not strip.grab().isNull()


def test_the_strip_follows_the_theme(shown, overview):
    overview.show_style(dark())

    picture = overview.grab().toImage()

    assert picture.pixelColor(5, 5) == QColor(dark().overview)


def test_an_empty_timeline_has_no_dates_and_no_window_on_its_strip(shown):
    strip = make_overview(shown.view)
    before = strip._axis.tickValues(0, 1, 900)[0][1], strip._region.isVisible()

    shown.add("Moon", "1969-07-20")

    assert before == ([], False)
    assert strip._axis.tickValues(0, 1, 900)[0][1]
    assert strip._region.isVisible()


def test_what_a_filter_dims_does_not_stand_on_the_strip(shown, overview):
    before = sum(len(bars.opts["x0"]) for bars in overview._bars)

    shown.stage.restrict(Filter("Moon", dims=True))

    after = sum(len(bars.opts["x0"]) for bars in overview._bars)
    assert (before, after) == (2, 1)
