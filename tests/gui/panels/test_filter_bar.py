"""The filter above the timeline: it follows every key, says what is wrong, and goes on Esc."""

import pytest

from desktop.edits.events import add_event, retitle_event
from desktop.gui.menubar import MenuBar
from desktop.gui.panels.filter_bar import FilterBar
from desktop.model import Article, Claim
from desktop.when import When


@pytest.fixture
def raids(document):
    track = document.tracks()[0].id
    for number in range(3):
        add_event(document, track, f"Raid {number}", When(f"2024-11-2{number}"))
    return add_event(document, track, "Siege begins", When("2024-11-27"))


@pytest.fixture
def bar(window, raids):
    window.findChild(MenuBar).actions_by_id["filter"].trigger()
    return window.findChild(FilterBar)


def drawn(window):
    return len(window.timeline.stage.contents.index)


def test_the_timeline_shows_what_matches_as_one_types(window, bar, keys):
    assert bar.line.hasFocus()

    keys("S", "I")

    assert drawn(window) == 1
    assert bar.count.accessibleName() == "1 of 4 events"


def test_esc_takes_the_filter_away_and_gives_the_timeline_the_keys(window, bar, keys):
    bar.line.setText("siege")

    keys("Esc")

    assert drawn(window) == 4
    assert bar.isHidden()
    assert window.timeline.canvas.hasFocus()


def test_a_wrong_term_is_told_and_the_picture_stays(window, bar):
    bar.line.setText("siege")

    bar.line.setText("siege status:wild")

    assert "no status" in bar.count.accessibleName()
    assert drawn(window) == 1


def test_the_count_stays_true_after_a_change_and_its_undo(window, bar, raids, document):
    bar.line.setText("raid")

    retitle_event(document, raids, "One more raid")
    assert bar.count.accessibleName() == "4 of 4 events"
    document.undo()
    assert bar.count.accessibleName() == "3 of 4 events"


def test_the_slider_goes_back_to_what_was_known(window, bar, raids, document):
    with document.step("Read"):
        for day in ("2024-11-28", "2024-12-09"):
            article = document.add(Article(title=day, published=When(day)))
        document.add(Claim(event=raids, article=article, first=0, last=1, exact="x"))

    bar.slider.setValue(0)

    assert bar.known.text() == "28 Nov 2024"
    assert drawn(window) == 3
    bar.slider.setValue(2)
    assert bar.known.text() == ""
    assert drawn(window) == 4


def test_the_table_stands_without_the_filter_bar(window, bar):
    window.findChild(MenuBar).actions_by_id["table"].trigger()
    assert window.arrangement.has_table
    assert not bar.isVisible()

    window.findChild(MenuBar).actions_by_id["filter"].trigger()

    assert not window.arrangement.has_table
    assert bar.isVisible()
