"""The main gesture, by keys and mouse in a real window: words become a dated event."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document import Document
from desktop.edits.articles import add_article
from desktop.model import Article, Selection
from desktop.when import When

TEXT = """Harbour reopens after the storm
Boats left the harbour of Port Ellery on Friday, its master said.
Waves had broken the outer wall on Wednesday. Two boats 🚤 sank with their crews.
The mayor denied that anyone was lost. The wall was built in late 2016."""


@pytest.fixture
def article(document):
    read = Article(title="Harbour reopens", text=TEXT, published=When("2024-11-29"))
    return add_article(document, read)


@pytest.fixture
def reader(window, article, qtbot):
    window.session.select(Selection(article=article))
    window.reader.page.setFocus()
    qtbot.waitUntil(window.reader.page.hasFocus)
    return window.reader


def drag_over(reader, words):
    """Select `words` as the mouse does: press, move, release."""
    page, first = reader.page, TEXT.index(words)
    start = page.place_of(page.offsets.start(first)).center()
    end = page.place_of(page.offsets.end(first + len(words))).center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(page.viewport(), left, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(page.viewport(), (start + end) / 2)
    QTest.mouseMove(page.viewport(), end)
    QTest.mouseRelease(page.viewport(), left, Qt.KeyboardModifier.NoModifier, end)
    QApplication.processEvents()


def test_selecting_may_begin_in_the_margin(reader):
    page, left = reader.page, Qt.MouseButton.LeftButton
    start = page.place_of(page.offsets.start(TEXT.index("Boats left"))).center()
    outside = page.viewport().mapTo(page, start) - QPoint(18, 0)
    end = page.place_of(page.offsets.end(TEXT.index("Boats left") + 10)).center()
    inside = page.viewport().mapTo(page, end)

    QTest.mousePress(page, left, Qt.KeyboardModifier.NoModifier, outside)
    QTest.mouseMove(page, (outside + inside) / 2)
    QTest.mouseMove(page, inside)
    QTest.mouseRelease(page, left, Qt.KeyboardModifier.NoModifier, inside)

    assert reader.quote().text == "Boats left"
    assert reader.bar.isVisible()


def test_the_gap_between_two_lines_belongs_to_the_upper_one(reader, window):
    page, left = reader.page, Qt.MouseButton.LeftButton
    window.resize(900, 768)
    QApplication.processEvents()
    first = TEXT.index("Waves")
    upper = page.place_of(page.offsets.start(first))
    layout = page.document().findBlock(page.offsets.start(first)).layout()
    assert layout.lineCount() > 1
    gap = layout.lineAt(1).y() - layout.lineAt(0).rect().bottom()
    low = upper.top() + round(layout.lineAt(0).height() + gap / 2)

    QTest.mousePress(page.viewport(), left, pos=QPoint(upper.left() + 1, low))
    QTest.mouseMove(page.viewport(), QPoint(upper.left() + 60, low))
    QTest.mouseMove(page.viewport(), QPoint(upper.left() + 120, low))
    QTest.mouseRelease(page.viewport(), left, pos=QPoint(upper.left() + 120, low))

    assert gap > 1
    assert reader.quote().text.startswith("Waves had")


def only_event(document):
    (event,) = document.events()
    return event


def test_three_gestures_place_an_event_with_everything_by_default(reader, document, keys):
    drag_over(reader, "Waves had broken the outer wall on Wednesday")

    keys("2", "Return")

    event = only_event(document)
    (claim,) = document.claims(event.id)
    assert event.title == "Waves had broken the outer wall on Wednesday"
    assert event.when == When("2024-11-27")
    assert document.track(event.track).name == "Airstrikes"
    assert TEXT[claim.first : claim.last] == "Waves had broken the outer wall on Wednesday"
    assert not reader.bar.isVisible()
    assert reader.page.hasFocus()


def test_six_gestures_place_an_event_with_a_title_and_a_date_of_ones_own(reader, document, keys):
    drag_over(reader, "Two boats 🚤 sank")

    keys("1")
    QTest.keyClicks(QApplication.focusWidget(), "Two boats lost")
    keys("Tab")
    QTest.keyClicks(QApplication.focusWidget(), "late 2016")
    keys("Return")

    event = only_event(document)
    assert event.title == "Two boats lost"
    assert event.when == When("2016-09~/2016-12")
    assert not reader.bar.isVisible()


def test_the_keyboard_alone_selects_and_places(reader, document, keys):
    cursor = reader.page.textCursor()
    cursor.setPosition(reader.page.offsets.start(TEXT.index("The mayor")))
    reader.page.setTextCursor(cursor)

    keys(*["Ctrl+Shift+Right"] * 3, "3", "Return")

    assert only_event(document).title == "The mayor denied"
    assert document.track(only_event(document).track).name == "Statements"


def test_esc_keeps_what_was_proposed_and_undo_takes_it_back(reader, window, document, keys):
    drag_over(reader, "Boats left the harbour of Port Ellery")
    keys("1")
    QTest.keyClicks(QApplication.focusWidget(), "Never mind")

    keys("Escape")

    assert only_event(document).title == "Boats left the harbour of Port Ellery"
    document.undo()
    assert document.events() == []


def test_a_click_on_a_track_of_the_bar_places_as_its_key_does(reader, document, keys):
    drag_over(reader, "Boats left the harbour")

    button = reader.bar.choice.buttons[3]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    keys("Return")

    assert document.track(only_event(document).track).name == "Casualties"


def test_the_bar_never_covers_the_selected_words(reader):
    for words in ("Boats left", "Waves had broken the outer wall", "built in late 2016"):
        drag_over(reader, words)

        selected = reader.page.selected_rect()
        corner = reader.page.viewport().mapTo(reader, selected.topLeft())
        assert reader.bar.isVisible()
        assert not reader.bar.geometry().intersects(
            selected.translated(corner - selected.topLeft())
        )


def test_a_placed_quote_leads_to_its_event_with_a_click(reader, window, document, keys):
    drag_over(reader, "Boats left the harbour")
    keys("1", "Return")
    window.session.select(Selection())

    page = reader.page
    place = page.place_of(page.offsets.start(TEXT.index("left the"))).center() + QPoint(3, 0)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert window.session.selection.events == (only_event(document).id,)


def test_a_locked_track_says_so_and_takes_nothing(reader, document, keys):
    from desktop.edits.tracks import lock_track

    lock_track(document, document.track_with_key("1").id, is_locked=True)
    drag_over(reader, "Boats left the harbour")

    keys("1")

    assert document.events() == []
    assert reader.bar.refusal.isVisible()


def test_an_article_without_a_date_asks_for_it_in_place(window, document, keys, qtbot):
    article = add_article(document, Article(title="Undated", text="They met on Friday."))

    window.session.select(Selection(article=article))
    qtbot.waitUntil(window.reader.head.field.line.hasFocus)
    QTest.keyClicks(QApplication.focusWidget(), "29 Nov 2024")
    keys("Return")

    assert document.article(article).published == When("2024-11-29")
    assert [chip.when for chip in window.reader.page.chips] == [When("2024-11-29")]
    assert not window.reader.head.is_asking


def test_words_without_any_date_are_placed_undated_with_the_date_open(
    window, document, keys, qtbot
):
    article = add_article(document, Article(title="A tale", text="Once there was a king."))
    window.session.select(Selection(article=article))
    window.reader.page.setFocus()
    window.reader.page.select_words(0, 21)

    keys("6")

    assert only_event(document).when is None
    assert window.reader.bar.naming.when.isVisible()
    keys("Tab")
    QTest.keyClicks(QApplication.focusWidget(), "c. 1066")
    keys("Return")
    assert only_event(document).when == When("1066~")


def test_what_was_placed_is_in_the_file_at_once(reader, document, keys):
    drag_over(reader, "Waves had broken the outer wall")

    keys("2")

    again = Document.open(document.path)
    assert [event.title for event in again.events()] == ["Waves had broken the outer wall"]
    again.close()


def test_dragging_words_carries_them_as_a_quote(reader, article):
    import json

    reader.page.select_words(TEXT.index("🚤"), TEXT.index("🚤") + 6)

    carried = reader.page.createMimeDataFromSelection()

    told = json.loads(bytes(carried.data("application/x-dateline-quote").data()))
    first = TEXT.index("🚤")
    assert told == {"article": article, "first": first, "last": first + 6, "text": "🚤 sank"}
    assert carried.text() == "🚤 sank"
    assert carried.html() == ""


def test_selected_words_run_back_to_front_are_the_same_quote(reader):
    page, words = reader.page, "broken the outer"
    first = TEXT.index(words)
    cursor = page.textCursor()
    cursor.setPosition(page.offsets.end(first + len(words)))
    cursor.setPosition(page.offsets.start(first), QTextCursor.MoveMode.KeepAnchor)

    page.setTextCursor(cursor)

    assert reader.quote().text == words


def test_turning_elsewhere_puts_the_bar_away_and_keeps_the_event(reader, window, document, keys):
    drag_over(reader, "Boats left the harbour")
    keys("1")

    window.session.select(Selection())

    assert not reader.bar.isVisible()
    assert only_event(document).title == "Boats left the harbour"
