"""The outlet that a pasted text names in its first lines is proposed, and no other words are."""

import pytest

from desktop.reading.extract import article_from_text

BODY = "\nPORT MAREN - Workers finished the roof of the town hall on Tuesday, a week late."


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        ("Bridge was never closed\nThe Coast Herald, 12 May 2021", "The Coast Herald"),
        ("The Washington Chronicle, 12 May 2021\nBridge was never closed", None),
        ("12 May 2021 | Radio Maren\nBridge was never closed", "Radio Maren"),
        ("Bridge was never closed\nMay 12, 2021 — Maren Evening Post", "Maren Evening Post"),
        ("Reuters, 12 May 2021\nBridge was never closed", "Reuters"),
        ("Bridge was never closed - BBC News", "BBC News"),
        ("Bridge was never closed | Al Jazeera", "Al Jazeera"),
        ("Bridge was never closed\nBy Jane Doe, Associated Press", "Associated Press"),
    ],
)
def test_the_outlet_of_the_first_lines_is_proposed(top, outlet):
    draft = article_from_text(top + BODY)

    assert draft.article.publisher == (outlet or "The Washington Chronicle")
    assert draft.article.title.startswith("Bridge was never closed")


@pytest.mark.parametrize(
    "top",
    [
        "Bridge was never closed, 12 May 2021",
        "Fire at the Daily Star, 12 May 2021",
        "Officials denied it to Reuters, CNN, AFP",
        "A good year for the press - and a bad one for News",
        "Breaking News",
        "Port Maren, 12 May 2021",
    ],
)
def test_words_that_only_look_like_an_outlet_are_not_proposed(top):
    assert article_from_text(top + "\nSecond line of it" + BODY).article.publisher == ""
