"""The search: letters find commands, events, tracks and days, and Enter does what was chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.gui.finding import Found, Paths, find, fit
from desktop.gui.panels.search import Search
from desktop.model import Event
from desktop.when import When


@pytest.fixture
def done():
    return []


@pytest.fixture
def paths(done):
    names = ("Zoom in", "Zoom out", "Show the whole timeline", "Export picture or table…")
    return Paths(
        done.append,
        done.append,
        done.append,
        lambda: [Found(name, "", "plus", lambda name=name: done.append(name)) for name in names],
    )


def words(found):
    return [one.words for one in found]


def test_without_words_the_commands_are_offered(document, paths):
    assert words(find(document, "", paths))[:2] == ["Zoom in", "Zoom out"]


def test_first_letters_find_a_command(document, paths):
    assert words(find(document, "zo", paths))[0] == "Zoom in"
    assert words(find(document, "zou", paths))[0] == "Zoom out"
    assert words(find(document, "export", paths))[0] == "Export picture or table…"


def test_a_day_can_be_gone_to(document, paths, done):
    first = find(document, "29 nov 2024", paths)[0]
    first.run()

    assert first.words == "Go to 29 Nov 2024"
    assert done == [When("2024-11-29")]


def test_an_event_is_found_by_its_words_and_taken_in_hand(document, paths, done):
    track = document.tracks()[0].id
    with document.step("Add"):
        event = document.add(Event(track=track, title="Siege of the citadel"))

    found = next(one for one in find(document, "citadel", paths) if one.hint == "event")
    found.run()

    assert found.words == "Siege of the citadel"
    assert done == [event]


def test_a_track_is_found_by_its_name(document, paths):
    assert ("Diplomacy", "track") in [
        (one.words, one.hint) for one in find(document, "diplo", paths)
    ]


@given(st.text(min_size=1), st.text())
def test_every_text_can_be_searched_for_and_only_in_order_do_letters_fit(wanted, name):
    score = fit(wanted, name)

    assert score > 0 or wanted.casefold() not in name.casefold()
    if wanted.strip() and all(
        letter not in name.casefold() for letter in wanted.casefold() if letter != " "
    ):
        assert score == 0


@pytest.fixture
def page(look, qtbot):
    shown = QWidget()
    column = QVBoxLayout(shown)
    shown.other = QPushButton("Elsewhere")
    shown.done = []
    shown.search = Search(
        lambda wanted: [
            Found(name, "command", "plus", lambda name=name: shown.done.append(name))
            for name in ("Zoom in", "Zoom out", "<b>Fit</b>")
            if wanted.casefold() in name.casefold()
        ]
    )
    column.addWidget(shown.search)
    column.addWidget(shown.other)
    column.addStretch(1)
    qtbot.addWidget(shown)
    shown.resize(500, 400)
    shown.show()
    shown.activateWindow()
    qtbot.waitExposed(shown)
    shown.other.setFocus()
    return shown


def test_enter_does_the_first_result_and_gives_the_focus_back(page):
    page.search.begin()
    QTest.keyClicks(page.search, "zoom")
    QTest.keyClick(page.search, Qt.Key.Key_Return)

    assert page.done == ["Zoom in"]
    assert page.search.results.isHidden()
    assert page.other.hasFocus()


def test_arrows_choose_another_result(page):
    page.search.begin()
    QTest.keyClicks(page.search, "zoom")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.search, Qt.Key.Key_Return)

    assert page.done == ["Zoom out"]


def test_escape_closes_the_results_and_does_nothing(page):
    page.search.begin()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)

    assert page.done == []
    assert page.search.results.isHidden()
    assert page.other.hasFocus()


def test_a_click_does_a_result(page):
    page.search.begin()
    line = page.search.results.visualItemRect(page.search.results.item(1)).center()
    QTest.mouseClick(page.search.results.viewport(), Qt.MouseButton.LeftButton, pos=line)

    assert page.done == ["Zoom out"]


def test_the_results_hang_below_the_field_within_the_window(page):
    page.search.begin()
    results, field = page.search.results.geometry(), page.search.geometry()

    assert results.top() >= field.bottom()
    assert page.rect().contains(results)


def test_when_nothing_fits_nothing_is_shown_and_enter_does_nothing(page):
    page.search.begin()
    QTest.keyClicks(page.search, "qqq")
    QTest.keyClick(page.search, Qt.Key.Key_Return)

    assert page.search.results.isHidden()
    assert page.done == []
