"""The charts beside the timeline."""

import csv
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.document import Filter
from desktop.edits.articles import add_article
from desktop.edits.events import add_event, retitle_event
from desktop.gui.menubar import MenuBar
from desktop.gui.panels.charts.figures import as_text
from desktop.gui.panels.charts.plot import axis_ticks
from desktop.model import Article, Claim
from desktop.timeline.axis.scale import TimeScale
from desktop.when import When
from desktop.when.calendar import seconds

EVIL = "<img src='file:///dev/zero'>"


@pytest.fixture
def tell(document):
    """An event on a day of November 2024 of which a publisher says how many were killed."""

    def do(day, publisher, killed):
        track = document.track_with_key("1").id
        event = add_event(document, track, "Event", When(f"2024-11-{day:02}"))
        article = Article(title="News", publisher=publisher, text=f"Words {day}")
        key = add_article(document, article)
        claim = Claim(
            event=event, article=key, first=0, last=5, exact="Words", killed_min=killed[0],
            killed_max=killed[1],
        )  # fmt: skip
        with document.step("Tell"):
            document.add(claim)

    return do


@pytest.fixture
def charts(window, tell, qtbot):
    """The charts of two events in November 2024, as the menu shows them."""
    tell(5, "Wire", (10, 12))
    tell(20, EVIL, (3, 3))
    window.findChild(MenuBar).actions_by_id["charts"].trigger()
    panel = window.arrangement.panel("reader")
    qtbot.waitUntil(lambda: panel.figures is not None)
    window.timeline.stage.glide = 0
    window.timeline.zoom_to(seconds(2024, 11, 1), seconds(2024, 12, 1))
    panel.draw()
    return panel


def choose(panel, kind):
    panel.head.kind.setCurrentIndex(kind)
    panel.draw()


def total(panel):
    return int(panel.figures.counts.sum())


def test_charts_take_the_readers_place_and_give_it_back(window, charts):
    actions = window.findChild(MenuBar).actions_by_id
    assert charts.isVisible()
    assert actions["charts"].isChecked()
    assert not window.reader.isVisible()

    actions["charts"].trigger()

    assert window.reader.isVisible()
    assert not actions["charts"].isChecked()


def test_what_asks_for_the_reader_brings_it_before_the_charts(window, charts):
    window.arrangement.fold("reader", is_folded=False)

    assert window.reader.isVisible()
    assert not charts.isVisible()


def test_the_chart_counts_what_the_timeline_has_in_view(window, charts):
    assert total(charts) == 2

    window.timeline.zoom_to(seconds(2024, 11, 18), seconds(2024, 11, 23))
    charts.draw()

    assert total(charts) == 1
    assert charts.title.text() == "Events per day"


def test_the_wheel_over_the_chart_moves_the_timeline(window, charts):
    before = window.timeline.scale
    middle = QPointF(charts.plot.rect().center())

    charts.plot.wheelEvent(
        QWheelEvent(
            middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )
    )  # fmt: skip

    assert window.timeline.scale.span < before.span


def test_an_event_that_is_added_is_counted(document, charts, qtbot):
    add_event(document, document.track_with_key("2").id, "Another", When("2024-11-07"))

    qtbot.waitUntil(lambda: total(charts) == 3)


def test_a_unit_chosen_by_hand_is_kept(charts, desk):
    charts.head.unit.setCurrentIndex(3)
    charts.draw()

    assert charts.title.text() == "Events per month"
    assert desk.settings.number("charts/unit", 0) == 3


def test_people_are_told_from_the_least_to_the_most(charts):
    choose(charts, 1)

    assert (charts.figures.killed.least.sum(), charts.figures.killed.most.sum()) == (13, 15)


def test_a_source_that_looks_like_html_stays_words(charts):
    choose(charts, 2)

    assert EVIL in charts.figures.sources
    left = charts.plot.getPlotItem().getAxis("left")
    assert any(EVIL[:10] in words for _row, words in left._tickLevels[0])


def test_an_empty_stretch_says_so(window, charts):
    window.timeline.zoom_to(seconds(1990), seconds(1991))

    for kind, sentence in enumerate(("No event begins", "how many were killed", "No source tells")):
        choose(charts, kind)
        assert charts.figures.is_empty
        assert sentence in charts.plot._empty.text()
        assert charts.plot._empty.isVisible()


def test_years_before_christ_are_charted(window, document, charts):
    add_event(document, document.track_with_key("1").id, "Ides", When("-0043-03-15"))
    window.timeline.zoom_to(seconds(-60), seconds(-20))
    charts.draw()

    assert total(charts) == 1
    assert charts.title.text() == "Events per year"
    assert "BC" in charts.span.accessibleName()


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_a_chart_is_copied_and_saved_as_picture_and_table(charts, tmp_path, kind):
    choose(charts, kind)
    charts.copy_table()
    charts.write_table(tmp_path / "chart.csv")
    charts.write_picture(tmp_path / "chart.png")

    with (tmp_path / "chart.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == charts.figures.table()
    assert QApplication.clipboard().text() == as_text(rows)
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert charts.picture().width() == charts.sheet.width() * 2


def test_a_cell_cannot_break_out_of_its_place():
    assert as_text([["=cmd()\t|\nx", "3"]]) == "'=cmd() | x\t3"


def test_the_theme_is_followed_at_once(desk, charts):
    light = charts.picture().pixelColor(4, 4)

    desk.look.choose("dark")

    assert charts.picture().pixelColor(4, 4).lightness() < 60 < light.lightness()


def test_charts_that_are_gone_follow_no_theme(desk, charts, qtbot):
    with qtbot.waitSignal(charts.destroyed):
        charts.deleteLater()

    desk.look.choose("dark")

    assert desk.look.theme.is_dark


def test_charts_count_what_the_filter_matches_dimmed_or_not(window, charts, document):
    retitle_event(document, document.events()[0].id, "Siege")
    stage = window.timeline.stage

    for wanted in (Filter("siege"), Filter("siege", dims=True)):
        stage.restrict(wanted)
        charts.draw()
        assert total(charts) == 1
    stage.restrict(Filter())
    charts.draw()
    assert total(charts) == 2


def test_on_an_earlier_day_later_articles_have_said_nothing(window, charts, document):
    event = document.events()[0].id
    article = add_article(
        document, Article(title="Late", publisher="Late", text="x", published=When("2025-01-01"))
    )
    with document.step("Tell"):
        document.add(Claim(event=event, article=article, first=0, last=1, exact="x", killed_min=90))
    choose(charts, 1)
    assert charts.figures.killed.most.max() == 90

    window.timeline.stage.restrict(Filter(known=When("2024-12-24")))
    charts.draw()

    assert charts.figures.killed.most.max() == 12
    choose(charts, 2)
    assert "Late" not in charts.figures.sources


@pytest.mark.parametrize("width", [260, 320, 900])
def test_a_narrow_chart_has_dates_enough_and_none_meet(width):
    scale = TimeScale(seconds(2023, 11, 1), 86_400.0, 800)  # two years and a bit

    told = axis_ticks(scale, width)

    assert len(told) >= 3
    told.sort()
    for (x, words), (other, others) in pairwise(told):
        half = 3.5 * (len(words) + len(others))
        assert (other - x) * width >= half
