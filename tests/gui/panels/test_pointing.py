"""What a click in an article opens: a date's readings, an address, the menu of its words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.edits.articles import add_article
from desktop.gui.dialogs.address import AddressDialog
from desktop.gui.panels.articles.popups import Card
from desktop.gui.panels.when_field import WhenField
from desktop.gui.pointing import Pointing
from desktop.model import Article, Selection
from desktop.reading.governing import dates_of
from desktop.when import When

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = "The ferry left on Friday with its crew. Read https://example.org/a for more."


@pytest.fixture
def article(window, document):
    """The id of an article of 29 November 2024 that the window shows."""
    made = add_article(document, Article(title="A", text=TEXT, published=When("2024-11-29")))
    window.session.select(Selection(article=made))
    return made


@pytest.fixture
def pointing(window, article):
    """What watches the mouse over that article."""
    return window.findChild(Pointing)


def friday(window):
    return dates_of(window.reader.page.article)[0]


def entry(menu, words):
    """The entry of a menu, or of one within it, that begins with these words."""
    for action in menu.actions():
        within = action.menu()
        found = entry(within, words) if isinstance(within, QMenu) else None
        if found or action.text().startswith(words):
            return found or action
    return None


def days(window):
    return [chip.when.edtf for chip in window.reader.page.chips]


def test_another_reading_is_picked_from_the_menu_of_a_date_and_undone(window, document, pointing):
    menu = pointing.readings_menu(friday(window))
    assert [action.text() for action in menu.actions() if action.isChecked()]

    entry(menu, "Not a date").trigger()

    assert days(window) == []
    document.undo()
    assert days(window) == ["2024-11-29"]


def test_a_date_that_is_typed_for_the_words_stands_on_their_chip(window, pointing):
    entry(pointing.readings_menu(friday(window)), "Another date").trigger()
    field = window.findChild(Card).findChild(WhenField)
    field.line.setText("22 Nov 2024")
    QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert days(window) == ["2024-11-22"]
    again = pointing.words_menu(TEXT.index("Friday"))
    entry(again, "As it was found").trigger()
    assert days(window) == ["2024-11-29"]


def test_selected_words_are_placed_from_their_menu(window, document, pointing):
    window.reader.page.select_words(0, TEXT.index(" on Friday"))

    entry(pointing.words_menu(3), "Airstrikes").trigger()

    (event,) = document.events()
    assert event.title == "The ferry left"
    assert document.track(event.track).name == "Airstrikes"


def test_without_a_selection_the_sentence_is_placed(window, document, pointing):
    menu = pointing.words_menu(3)

    assert entry(menu, "Copy") is None
    entry(menu, "Statements").trigger()

    (event,) = document.events()
    assert document.claims(event.id)[0].exact == TEXT.split(". ")[0] + "."


def test_ctrl_and_click_on_an_address_asks_before_opening(qtbot, window, article):
    page = window.reader.page
    place = page.place_of(page.offsets.start(TEXT.index("example"))).center()

    QTest.mouseClick(
        page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
    )

    qtbot.waitUntil(lambda: window.findChild(AddressDialog) is not None)
    window.findChild(AddressDialog).reject()


def test_a_click_on_a_chip_opens_its_readings_and_one_beside_it_does_not(qtbot, window, article):
    page = window.reader.page
    behind = page.offsets.end(friday(window).end) + 1
    left, right = page.place_of(behind), page.place_of(behind + 1)
    beside = page.place_of(page.offsets.start(3)).center()

    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    qtbot.wait(0)
    assert not [menu for menu in page.findChildren(QMenu) if menu.isVisible()]

    middle = QPoint((left.center().x() + right.center().x()) // 2, left.center().y())
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in page.findChildren(QMenu)))
    for menu in page.findChildren(QMenu):
        menu.close()


def test_the_menu_key_opens_the_menu_of_the_selected_words(qtbot, window, pointing):
    page = window.reader.page
    page.select_words(friday(window).start, friday(window).end)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))

    QApplication.sendEvent(page, asked)

    (menu,) = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    assert entry(menu, "Reading of")
    assert entry(menu, "Add words")
    menu.close()


@pytest.mark.parametrize("button", ["RightButton", "MiddleButton", "BackButton"])
def test_every_button_may_be_pressed_on_words_and_beside_them(window, article, button):
    page = window.reader.page

    for place in (QPoint(40, 60), QPoint(2, 2)):
        QTest.mouseClick(page.viewport(), Qt.MouseButton[button], pos=place)
        QTest.mouseClick(page, Qt.MouseButton[button], pos=place)

    assert page.quote() is None
