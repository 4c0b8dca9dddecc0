"""The filter above the timeline: it follows every key, says what is wrong, and goes on Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.document.terms import NAMES
from desktop.edits.events import add_event, retitle_event
from desktop.edits.tracks import rename_track
from desktop.gui.menubar import MenuBar
from desktop.gui.panels.filter.bar import FilterBar
from desktop.gui.panels.filter.line import FilterHelp
from desktop.gui.panels.filter.terms import meanings, proposals, term_at
from desktop.model import Article, Claim
from desktop.when import When

# Offscreen, a popup cannot be raised above its window, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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
    assert bar.count.accessibleName() == "1 of 4 events shown"


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
    assert bar.count.accessibleName() == "4 of 4 events shown"
    document.undo()
    assert bar.count.accessibleName() == "3 of 4 events shown"


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


def test_a_proposal_takes_the_place_of_the_term_that_is_typed(window, bar, keys):
    popup = bar.line.list
    keys("T", "R")
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert bar.line.text() == "track:"

    keys("D", "I", "P")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)

    assert bar.line.text() == "track:Diplomacy "
    assert drawn(window) == 0


def test_the_others_are_dimmed_in_the_menu_and_beside_the_field_alike(window, bar):
    actions = window.findChild(MenuBar).actions_by_id
    bar.line.setText("siege")
    assert drawn(window) == 1

    actions["filter_dims"].trigger()
    assert (drawn(window), bar.dimming.isChecked()) == (4, True)
    assert bar.count.accessibleName() == "1 of 4 events shown"
    bar.dimming.click()
    assert drawn(window) == 1
    assert not actions["filter_dims"].isChecked()


def test_the_status_bar_says_how_many_are_shown(window, bar):
    bar.line.setText("siege")
    assert window.statusbar.counts.text().startswith("1 of 4 events shown")

    bar.line.clear()
    assert window.statusbar.counts.text().startswith("4 events")


def test_what_is_shown_is_selected_and_nothing_else(window, bar, raids):
    bar.line.setText("siege")

    window.findChild(MenuBar).actions_by_id["select_shown"].trigger()

    assert window.session.selection.events == (raids,)


def test_the_bar_stands_above_the_table_too(window, bar):
    window.findChild(MenuBar).actions_by_id["table"].trigger()

    assert window.arrangement.has_table
    assert bar.isVisible()


def test_every_term_is_explained_in_the_help(bar):
    told = meanings()

    assert set(told) == {f"{name}:" for name in NAMES}
    bar.help.click()
    (shown,) = bar.findChildren(FilterHelp)
    words = {label.text() for label in shown.findChildren(QLabel)}
    assert set(told) <= words
    shown.close()


@pytest.mark.parametrize(
    ("text", "cursor", "term"),
    [
        ("", 0, ""),
        ("siege tr", 8, "tr"),
        ('track:"Air st', 13, 'track:"Air st'),
        ('tag:"a b" sie', 13, "sie"),
        ("siege  ", 7, ""),
        ("-tag:x y", 3, "-tag:x"),
    ],
)
def test_the_term_under_the_cursor_is_found(text, cursor, term):
    first, last = term_at(text, cursor)

    assert text[first:last] == term


def test_names_of_two_words_are_proposed_in_quotes(document):
    rename_track(document, 2, "Night raids")

    assert [one.written for one in proposals(document, "-track:raid")] == ['-track:"Night raids"']
