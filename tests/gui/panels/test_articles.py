"""The list of articles."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.edits.articles import add_article
from desktop.gui.panels.articles.panel import MANY, ArticlesPanel
from desktop.gui.panels.articles.popups import date_card, note_card
from desktop.gui.panels.articles.rows import ARTICLE
from desktop.model import Article, Selection
from desktop.when import When


@pytest.fixture
def articles(shown):
    return shown(ArticlesPanel, 240, 500)


def lines(articles):
    rows = articles._rows
    return [rows.second_line(article) for article in rows._articles]


def test_an_article_tells_its_outlet_date_and_events(articles, place):
    place("Two boats sank")

    assert lines(articles) == ["Wire · \u206629 Nov 2024\u2069 · 1 event"]


def test_a_click_opens_an_article(articles, session, document, news):
    other = add_article(document, Article(title="Other", text="x"))
    row = articles.list.visualRect(articles._index_of(other)).center()

    QTest.mouseClick(articles.list.viewport(), Qt.MouseButton.LeftButton, pos=row)

    assert session.selection == Selection(article=other)


def test_the_list_follows_what_is_opened_elsewhere(articles, session, document, news):
    other = add_article(document, Article(title="Other", text="x"))

    session.select(Selection(article=other))

    assert articles.list.currentIndex().data(ARTICLE).id == other


def test_a_title_is_renamed_in_its_row(articles, document, news):
    index = articles._index_of(news)

    articles.list.model().setData(index, "Storm over Port Ellery")

    assert document.article(news).title == "Storm over Port Ellery"
    document.undo()
    assert document.article(news).title == "Harbour reopens"


def test_removing_an_article_keeps_its_events(articles, document, news, place):
    event = place("Two boats sank")
    menu = articles.make_menu(document.article(news))

    menu.actions()[-1].trigger()

    assert document.articles() == []
    assert [one.id for one in document.events()] == [event]


def test_the_publication_date_is_set_in_a_card(articles, document, news):
    card = date_card(document, document.article(news), articles)
    card._field.line.setText("30 Nov 2024")

    card.close()

    assert document.article(news).published == When("2024-11-30")


def test_a_note_is_kept_when_its_card_closes(articles):
    kept = []
    card = note_card("", articles, kept.append)
    card._field.setPlainText("Check the master's name")

    card.close()

    assert kept == ["Check the master's name"]


def test_a_filter_appears_once_there_are_many(articles, document, news):
    assert not articles.filter.isVisible()

    for number in range(MANY):
        add_article(document, Article(title=f"Report {number}", text=str(number)))
    articles.filter.setText("report 3")

    assert articles.filter.isVisible()
    assert articles.list.model().rowCount() == 1


def test_the_button_asks_for_an_article(articles, qtbot):
    with qtbot.waitSignal(articles.addition_asked):
        QTest.mouseClick(articles._add, Qt.MouseButton.LeftButton)


def test_a_hostile_title_is_drawn_as_it_is(articles, document):
    add_article(document, Article(title="<img src='file:///dev/zero'> سلام", text="x"))

    articles.grab()

    assert "&lt;img" in articles.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
