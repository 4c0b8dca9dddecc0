"""An article's text is corrected: the quotes are followed in view, and lost ones stay marked."""

import pytest

from desktop.edits.articles import add_article
from desktop.edits.events import place_event
from desktop.edits.texts import correct_text, is_lost
from desktop.gui.dialogs.correcting import CorrectingDialog
from desktop.gui.menubar import MenuBar
from desktop.model import Article, Quote, Selection

TEXT = """The wall\u00a0fell on Monday. 🌊 came in.
Two boats sank with their crews in the night.
The mayor denied that anyone was lost at sea."""
BOATS = "Two boats sank with their crews"


@pytest.fixture
def article(document):
    return add_article(document, Article(title="Wall", text=TEXT))


@pytest.fixture
def event(document, article):
    first = TEXT.index(BOATS)
    return place_event(
        document, document.tracks()[0], Quote(article, first, first + len(BOATS), BOATS)
    )


@pytest.fixture
def dialog(window, document, article, event, settle):
    window.session.select(Selection(article=article))
    settle()
    window.findChild(MenuBar).actions_by_id["correct_text"].trigger()
    return window.findChild(CorrectingDialog)


def write(dialog, text, settle):
    dialog.text.setPlainText(text)
    dialog.look()
    settle()


def test_the_text_is_shown_to_the_letter_and_nothing_is_kept_unasked(dialog, document):
    assert dialog.written == TEXT
    assert not dialog.apply.isEnabled()
    assert dialog.summary.text() == "1 unchanged"
    assert not document.undo_name.startswith("Correct")


def test_a_quote_follows_its_line_as_one_step(dialog, document, article, event, settle):
    lines = TEXT.split("\n")
    new = "\n".join([lines[1], lines[0], lines[2]])
    write(dialog, new, settle)
    assert "lost" not in dialog.summary.text()

    dialog.apply.click()

    (claim,) = document.claims(event)
    assert document.article(article).text == new
    assert new[claim.first : claim.last] == BOATS
    document.undo()
    assert document.article(article).text == TEXT
    assert document.claims(event)[0].first == TEXT.index(BOATS)


def test_a_changed_quote_is_listed_and_leads_to_its_words(dialog, settle):
    new = TEXT.replace("Two boats sank", "Two boats sunk")
    write(dialog, new, settle)

    row = dialog.list.item(0)
    assert row.text().startswith("Changed")
    dialog.list.itemActivated.emit(row)

    assert dialog.text.textCursor().selectedText().startswith("Two boats sunk")


def test_a_lost_quote_is_told_and_stays_marked(window, dialog, document, article, event, settle):
    write(dialog, TEXT.replace("Two boats sank with their crews in the night.", ""), settle)
    assert "1 lost" in dialog.summary.text()

    dialog.apply.click()

    (claim,) = document.claims(event)
    assert claim.exact == BOATS
    assert is_lost(claim, document.article(article))
    assert "not in the corrected text" in window.banner.sentence
    window.session.select(Selection(events=(event,)))
    told = window.inspector.sources.blocks[0].accessibleName()
    assert "not in the text any more" in told


def test_cancel_keeps_the_text_that_was_read(dialog, document, article, settle):
    write(dialog, "Nothing", settle)

    dialog.reject()

    assert document.article(article).text == TEXT


def test_a_quote_in_its_place_is_not_lost_and_a_text_that_is_not_there_loses_none(
    document, article, event
):
    correct_text(document, article, "Yesterday. " + TEXT)
    (claim,) = document.claims(event)

    assert not is_lost(claim, document.article(article))
    assert not is_lost(claim, Article(title="Only its hash is known"))
