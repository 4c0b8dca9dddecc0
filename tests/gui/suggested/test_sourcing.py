"""A second source takes three gestures: select words, press A, Enter; a denial no more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.edits.events import add_event, place_event
from desktop.edits.tracks import key_track
from desktop.gui.menubar import MenuBar
from desktop.gui.sourcing import Sourcing
from desktop.model import Quote, Selection
from desktop.when import When

TWO = "The port of Ellery was captured by raiders on Wednesday"
DENIAL = "jets had bombed a fuel depot"


@pytest.fixture
def card(window):
    return window.findChild(Sourcing).card


@pytest.fixture
def read(window, document, settle, card):
    """Turn to an article and select words of it, as the mouse would."""

    def do(article, words):
        window.activateWindow()
        window.session.select(Selection(article=article))
        settle()
        window.reader.page.setFocus()
        first = document.article(article).text.index(words)
        window.reader.page.select_words(first, first + len(words))

    return do


@pytest.fixture
def siege(document, war):
    text = document.article(war).text
    words = "Raiders captured the port of Ellery on Wednesday"
    first = text.index(words)
    return place_event(document, document.tracks()[0], Quote(war, first, first + len(words), words))


def test_a_second_source_is_added_to_the_likeliest_event(document, siege, echo, read, card, keys):
    add_event(document, document.tracks()[1].id, "Elsewhere", When("2024-11-27"))
    read(echo, TWO)

    keys("A", "Return")

    assert [(claim.exact, claim.stance) for claim in document.claims(siege)][1:] == [
        (TWO, "asserts")
    ]
    assert len(document.events()) == 2
    assert not card.isVisible()
    document.undo()
    assert len(document.claims(siege)) == 1


def test_the_event_that_was_in_hand_comes_first(window, document, echo, read, keys):
    other = add_event(document, document.tracks()[1].id, "Elsewhere", When("2001"))
    window.session.select(Selection(events=(other,)))
    read(echo, TWO)

    keys("A", "Return")

    assert [claim.exact for claim in document.claims(other)] == [TWO]
    assert window.session.selection.events == (other,)


def test_a_denial_makes_the_event_contested(document, echo, read, card, keys, siege):
    read(echo, DENIAL)

    keys("D")
    QTest.keyClicks(card.filter, "raid")
    keys("Return")

    assert document.claims(siege)[1].stance == "denies"
    assert document.status_of(siege) == "contested"


def test_the_stance_can_be_changed_on_the_card(document, siege, echo, read, card, keys):
    read(echo, TWO)
    keys("A")

    assert card.stance == "asserts"
    card.stances.buttons()[2].click()
    keys("Return")

    assert document.claims(siege)[1].stance == "doubts"


def test_escape_adds_nothing_and_gives_the_reader_the_focus(window, siege, echo, read, card, keys):
    read(echo, TWO)

    keys("A", "Escape")

    assert not card.isVisible()
    assert len(window.document.claims(siege)) == 1
    assert window.reader.page.hasFocus()


def test_a_track_with_the_letter_as_its_key_comes_first(document, war, echo, read, card, keys):
    key_track(document, document.tracks()[0].id, "a")
    read(echo, TWO)

    keys("A")

    assert not card.isVisible()
    assert len(document.events()) == 1


def test_the_event_menu_asks_too(window, document, siege, echo, read, card):
    read(echo, TWO)

    window.findChild(MenuBar).actions_by_id["add_denial"].trigger()

    assert card.isVisible()
    assert card.stance == "denies"
    QTest.keyClick(card.filter, Qt.Key.Key_Down)
    QTest.keyClick(card.filter, Qt.Key.Key_Up)
    assert card.list.currentRow() == 0


def test_the_bar_at_the_words_asks_by_a_click(window, siege, echo, read, card):
    read(echo, TWO)

    window.reader.bar.choice.source.click()

    assert card.isVisible()
    assert card.stance == "asserts"
