"""An event told twice: asked about when it is placed, merged or held apart with one key."""

import pytest

from desktop.edits.events import place_event
from desktop.edits.tracks import lock_track
from desktop.gui.dialogs.duplicates import DuplicatesPage
from desktop.gui.menubar import MenuBar
from desktop.model import Quote

ONE = "Raiders captured the port of Ellery on Wednesday"
TWO = "The port of Ellery was captured by raiders on Wednesday"


@pytest.fixture
def page(window):
    return window.findChild(DuplicatesPage)


@pytest.fixture
def place(document, page):
    def do(article, words):
        first = document.article(article).text.index(words)
        quote = Quote(article, first, first + len(words), words)
        return place_event(document, document.track_with_key("1"), quote)

    return do


@pytest.fixture
def two(place, war, echo):
    return place(war, ONE), place(echo, TWO)


def test_placing_an_event_that_is_known_asks_whether_it_is_the_same(page, place, war, echo):
    place(war, ONE)
    assert not page.isVisible()

    place(echo, TWO)

    assert page.isVisible()
    assert "same day" in page.list.topLevelItem(0).text(2)


def test_merging_leaves_one_event_with_two_sources(page, document, two):
    page.merge.click()

    (event,) = document.events()
    assert event.id == two[0]
    assert [claim.exact for claim in document.claims(event.id)] == [ONE, TWO]
    assert not page.isVisible()
    document.undo()
    assert len(document.events()) == 2
    assert not page.isVisible()


def test_what_is_not_the_same_is_not_asked_about_again(page, document, two, window, settle):
    page.part.click()

    page.find_all()
    settle()

    assert page.sentence.text() == "No two events seem to be the same."
    assert len(document.events()) == 2


def test_the_menu_finds_all_pairs_again(window, page, two, settle):
    page.close_button.click()
    assert not page.isVisible()

    window.findChild(MenuBar).actions_by_id["find_duplicates"].trigger()
    settle()

    assert page.list.topLevelItemCount() == 1
    assert window.session.selection.events == () or len(window.session.selection.events) == 2


def test_a_locked_track_refuses_the_merge_in_a_sentence(page, document, two):
    lock_track(document, document.track_with_key("1").id, is_locked=True)

    page.merge.click()

    assert "locked" in page.told.text()
    assert len(document.events()) == 2


def test_an_undone_event_is_not_asked_about(page, document, two):
    document.undo()

    assert not page.isVisible()


def test_keys_walk_and_decide(window, page, document, two, keys, settle):
    window.activateWindow()
    page.find_all()
    settle()

    keys("N")

    assert len(document.events()) == 2
    assert document.undo_name == "Not the same"
