"""Articles in larger, smaller and other letters, remembered, with the same measure."""

import pytest

from desktop.gui.menu.reading import bring_back_face
from desktop.gui.menubar import MenuBar
from desktop.gui.panels.reader.face import MEASURE, SIZES, Face, face_of
from desktop.model import Selection


@pytest.fixture
def do(window):
    """Do an action by its id, as its menu would."""
    menus = window.findChild(MenuBar)
    return lambda name: menus.actions_by_id[name].trigger()


@pytest.fixture
def page(window, news):
    """The page of the news."""
    window.session.select(Selection(article=news))
    return window.reader.page


def size(page):
    return page.document().defaultFont().pointSizeF()


def test_letters_grow_and_shrink_and_come_back_to_the_usual_size(page, do):
    usual = size(page)

    do("text_larger")
    larger = size(page)
    do("text_usual")
    do("text_smaller")

    assert size(page) < usual < larger
    do("text_usual")
    assert size(page) == usual


def test_no_size_lies_beyond_the_largest_and_the_smallest():
    assert Face(SIZES[-1]).resized(1) == Face(SIZES[-1])
    assert Face(SIZES[0]).resized(-1) == Face(SIZES[0])


@pytest.mark.parametrize(("kept", "size"), [(100, 100), (0, 70), (119, 125), (9999, 250)])
def test_a_remembered_size_that_there_is_not_becomes_the_nearest(kept, size):
    assert face_of(kept, "serif") == Face(size)


def test_larger_letters_take_a_wider_column_of_as_many_letters(page):
    usual, larger = Face().measure(page.font()), Face(200).measure(page.font())

    assert larger == pytest.approx(2 * usual, rel=0.05)
    assert usual > MEASURE


def test_the_chosen_letters_are_remembered_for_the_next_window(window, page, do):
    do("text_larger")
    do("text_sans")
    window.reader.page.show_face(Face())

    bring_back_face(window)

    assert page.face == Face(110, is_sans=True)
    assert "Noto Sans" in page.document().defaultFont().families()


def test_other_letters_keep_the_selected_words_and_the_marks(window, page, do, place):
    place("Two boats sank")
    do("next_quote")
    marked = page._marks

    do("text_larger")

    assert window.reader.quote().text == "Two boats sank"
    assert len(marked.stretches) == len(page._marks.stretches) > 0
