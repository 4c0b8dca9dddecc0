"""From quote to quote by keys, and from a paragraph to the events that quote it."""

import pytest

from desktop.gui.menubar import MenuBar
from desktop.gui.panels.reader.steps import paragraph_around
from desktop.model import Selection


@pytest.fixture
def do(window):
    """Do an action by its id, as its menu would."""
    menus = window.findChild(MenuBar)
    return lambda name: menus.actions_by_id[name].trigger()


@pytest.fixture
def read(window, news, place):
    """Read the news with three quotes, placed out of order; gives their events."""
    events = [place(words) for words in ("Two boats sank", "Boats left", "The mayor denied")]
    window.session.select(Selection(article=news))
    window.reader.page.setFocus()
    return events


def test_keys_go_from_quote_to_quote_and_take_each_event_in_hand(window, read, do):
    seen = []
    for name in ("next_quote", "next_quote", "next_quote", "next_quote", "previous_quote"):
        do(name)
        seen.append((window.reader.quote().text, window.session.selection.events))

    sank, left, denied = read
    assert seen == [
        ("Boats left", (left,)),
        ("Two boats sank", (sank,)),
        ("The mayor denied", (denied,)),
        ("The mayor denied", (denied,)),
        ("Two boats sank", (sank,)),
    ]


def test_while_words_are_looked_for_the_same_keys_go_through_what_was_found(window, read, do):
    window.reader.open_find()
    window.reader.finder.line.setText("the")
    first = window.reader.finder.current

    do("next_quote")
    second = window.reader.finder.current
    do("previous_quote")

    assert first < second
    assert window.reader.finder.current == first
    assert window.reader.quote() is None


def test_the_events_of_the_paragraph_of_the_cursor_are_taken_in_hand(
    window, document, read, do, place
):
    walls = place("The wall was built")
    cursor = document.article(window.reader.article).text.index("anyone")
    window.reader.page.select_words(cursor, cursor)

    do("paragraph_events")

    assert window.session.selection.events == (read[2], walls)
    assert window.timeline.stage.selected == (read[2], walls)


def test_a_paragraph_that_no_event_quotes_says_so_and_changes_nothing(window, news, do, place):
    event = place("Two boats sank")
    window.session.select(Selection((event,), news))
    window.reader.page.select_words(0, 5)

    do("paragraph_events")

    assert "No event" in window.banner.sentence
    assert window.reader.quote().text == "Boats"


@pytest.mark.parametrize(
    ("first", "last", "paragraph"), [(0, 0, "ab"), (1, 2, "ab"), (1, 4, "ab\ncd"), (5, 5, "cd")]
)
def test_a_paragraph_ends_at_the_line_breaks_around_the_words(first, last, paragraph):
    text = "ab\ncd"

    start, end = paragraph_around(text, first, last)

    assert text[start:end] == paragraph
