"""A window over two articles of news that tell of a war at an invented harbour."""

import pytest

from desktop.edits.articles import add_article
from desktop.model import Article, Selection
from desktop.when import When

WAR = """Raiders take a port
Raiders captured the port of Ellery on Wednesday, the mayor said.
Jets bombed a fuel depot on Thursday. At least 12 people were killed there.
Envoys will meet for talks in Vienna on Monday."""

ECHO = """Port falls
The port of Ellery was captured by raiders on Wednesday, residents told a radio station.
A spokesman denied on Friday that jets had bombed a fuel depot."""


@pytest.fixture
def war(document):
    """The id of the first article."""
    article = Article(title="War", publisher="Wire", text=WAR, published=When("2024-11-29"))
    return add_article(document, article)


@pytest.fixture
def echo(document):
    """The id of the second article, which tells of the same events."""
    article = Article(title="Echo", publisher="Radio", text=ECHO, published=When("2024-11-29"))
    return add_article(document, article)


@pytest.fixture
def settle(window, qtbot):
    """Wait until nothing is under way."""

    def wait():
        qtbot.waitUntil(lambda: not window.tasks.is_busy and not window.suggested.is_reading)

    return wait


@pytest.fixture
def panel(window, war, settle):
    """The suggestions for the first article, with the focus on the first of them."""
    window.show()
    window.activateWindow()
    window.session.select(Selection(article=war))
    settle()
    window.suggested.setFocus()
    return window.suggested
