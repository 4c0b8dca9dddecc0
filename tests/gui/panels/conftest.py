"""Panels by themselves, over a document with one article of news."""

import pytest

from desktop.edits.articles import add_article
from desktop.edits.events import place_event
from desktop.model import Article, Quote, Selection
from desktop.session import Session
from desktop.when import When

NEWS = """Boats left the harbour of Port Ellery on Friday, its master said.
Waves had broken the outer wall on Wednesday. Two boats sank with their crews.
The mayor denied that anyone was lost. The wall was built in late 2016."""


@pytest.fixture
def session(document, look):
    return Session(document)


@pytest.fixture
def news(document):
    """The id of an article of 29 November 2024."""
    article = Article(
        title="Harbour reopens", publisher="Wire", text=NEWS, published=When("2024-11-29")
    )
    return add_article(document, article)


@pytest.fixture
def place(document, news):
    """Place words of the news on the track of a key: `place("Two boats sank", "2")`."""

    def do(words, key="1"):
        first = NEWS.index(words)
        quote = Quote(news, first, first + len(words), words)
        return place_event(document, document.track_with_key(key), quote)

    return do


@pytest.fixture
def shown(qtbot, session):
    """Show a panel of this class at a size: `shown(InspectorPanel, 320, 800)`."""

    def do(kind, width=400, height=600):
        panel = kind(session)
        qtbot.addWidget(panel)
        panel.resize(width, height)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return do


@pytest.fixture
def select(session):
    """Take events in hand: `select(1, 2)`."""
    return lambda *events: session.select(Selection(events=events))
