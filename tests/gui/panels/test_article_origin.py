"""An article's outlet is a proposal: the user says where it comes from."""

import pytest

from desktop.gui.dialogs.article import ArticleDialog


@pytest.fixture
def dialog(qtbot, document, news, look):
    made = ArticleDialog(None, document, document.article(news))
    qtbot.addWidget(made)
    return made


def test_outlet_and_author_are_put_right_in_one_step(dialog, document, news):
    dialog.outlet.setText("Ellery Wire")
    dialog.author.setText("Jo Ferrar")

    dialog.keep()

    kept = document.article(news)
    assert (kept.publisher, kept.byline, kept.title) == (
        "Ellery Wire",
        "Jo Ferrar",
        "Harbour reopens",
    )
    document.undo()
    assert document.article(news).publisher == "Wire"


def test_what_is_no_address_is_refused_in_a_sentence(dialog, document, news):
    dialog.address.setText("javascript:alert(1)")

    dialog.keep()

    assert "http" in dialog.told.text()
    assert document.article(news).url == ""


def test_leaving_everything_as_it_is_makes_no_step(dialog, document):
    before = len(document.history())

    dialog.keep()

    assert len(document.history()) == before


def test_an_article_never_loses_its_title(dialog, document, news):
    dialog.title.clear()

    dialog.keep()

    assert document.article(news).title == "Harbour reopens"
