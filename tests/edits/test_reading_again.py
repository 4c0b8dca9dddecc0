"""Suggestions are taken or dropped, dates read again, quotes found again after a correction."""

import pytest

from desktop.document import Document
from desktop.edits.articles import add_article
from desktop.edits.events import date_events, place_event
from desktop.edits.redating import find_redatings, redate_article
from desktop.edits.suggestions import (
    drop_suggestion,
    filed,
    find_suggestions,
    reset_learning,
    take_suggestion,
    take_suggestions,
)
from desktop.edits.texts import correct_text, find_relocations
from desktop.edits.tracks import start_tracks
from desktop.model import Article, Quote
from desktop.when import When

TEXT = """Raiders take a port
Raiders captured the port of Ellery on Wednesday, the mayor said.
Jets bombed a fuel depot on Thursday. At least 12 people were killed.
Envoys will meet for talks in Vienna on Monday."""


@pytest.fixture
def document(tmp_path):
    document = Document.create(tmp_path / "war.dateline")
    start_tracks(document)
    yield document
    document.close()


@pytest.fixture
def article(document):
    read = Article(title="A", text=TEXT, published=When("2024-11-29"), language="en")
    return document.article(add_article(document, read))


def quote(article, words):
    first = article.text.index(words)
    return Quote(article.id, first, first + len(words), words)


def test_a_taken_suggestion_is_an_event_with_its_claim_and_is_not_proposed_again(document, article):
    first, *rest = find_suggestions(document, article.id)

    event = take_suggestion(document, article.id, first)

    (claim,) = document.claims(event)
    assert document.event(event).when == When("2024-11-27")
    assert (claim.exact, claim.said_by) == (article.text[first.first : first.last], "the mayor")
    assert document.status_of(event) == "claimed"
    assert find_suggestions(document, article.id) == rest


def test_what_is_planned_is_never_shown_as_happened(document, article):
    events = take_suggestions(document, article.id, find_suggestions(document, article.id))

    planned = [event for event in events if document.status_of(event) == "planned"]
    assert [document.event(event).when for event in planned] == [When("2024-12-02")]


def test_taking_all_is_one_step(document, article):
    take_suggestions(document, article.id, find_suggestions(document, article.id))

    document.undo()

    assert document.events() == []


def test_a_dropped_suggestion_stays_dropped_until_that_is_undone(document, article):
    found = find_suggestions(document, article.id)

    drop_suggestion(document, article.id, found[0])

    assert find_suggestions(document, article.id) == found[1:]
    document.undo()
    assert find_suggestions(document, article.id) == found


def test_what_is_filed_otherwise_teaches_and_can_be_forgotten(document):
    for n in range(40):
        text = f"The ferry {n} sailed from Ellery on Monday."
        article = document.article(add_article(document, Article(title="F", text=text)))
        track = document.track(6 if n % 2 else 4)
        words = text[:-1] if n % 2 else f"{n} sailed"
        place_event(document, track, quote(article, words))
    text = "The ferry Rosa sailed from Ellery on Monday, and it sank."
    new = Article(title="N", text=text, published=When("2024-11-29"))
    article = document.article(add_article(document, new))

    (taught,) = find_suggestions(document, article.id)
    reset_learning(document)
    (untaught,) = find_suggestions(document, article.id)

    assert document.track(taught.track).name == "Background"
    assert taught.because == untaught.because
    assert filed(document) == []


def test_a_corrected_publication_date_offers_every_dependent_event(document, article):
    port = place_event(document, document.track(1), quote(article, "Raiders captured the port"))
    depot = place_event(document, document.track(2), quote(article, "Jets bombed a fuel depot"))
    date_events(document, [depot], When("2020"))

    (found,) = find_redatings(document, article.id, When("2024-11-22"))

    assert (found.event, found.old, found.new) == (port, When("2024-11-27"), When("2024-11-20"))
    assert "Wednesday" in found.words


def test_an_article_that_gets_its_day_offers_it_to_events_left_undated(document):
    unknown = Article(title="B", text=TEXT, language="en")
    article = document.article(add_article(document, unknown))
    port = place_event(document, document.track(1), quote(article, "Raiders captured the port"))

    (found,) = find_redatings(document, article.id, When("2024-11-29"))
    redate_article(document, article.id, When("2024-11-29"), [found])

    assert (found.event, found.old, found.new) == (port, None, When("2024-11-27"))
    assert "Wednesday" in found.words
    assert document.event(port).when == When("2024-11-27")
    (claim,) = document.claims(port)
    assert TEXT[claim.date_first : claim.date_last] == found.words
    document.undo()
    assert document.event(port).when is None
    assert document.claims(port)[0].date_first is None


def test_redating_is_one_step_for_the_ticked_ones(document, article):
    port = place_event(document, document.track(1), quote(article, "Raiders captured the port"))
    found = find_redatings(document, article.id, When("2024-11-22"))

    redate_article(document, article.id, When("2024-11-22"), found)

    assert document.event(port).when == When("2024-11-20")
    document.undo()
    assert document.event(port).when == When("2024-11-27")
    assert document.article(article.id).published == When("2024-11-29")


def test_a_corrected_text_takes_its_quotes_along_and_tells_what_was_lost(document, article):
    port = place_event(document, document.track(1), quote(article, "captured the port"))
    depot = place_event(document, document.track(2), quote(article, "bombed a fuel depot"))
    text = "Correction.\n" + TEXT.replace("Jets bombed a fuel depot on Thursday. ", "")

    hows = [relocation.found.how for relocation in find_relocations(document, article.id, text)]
    correct_text(document, article.id, text)

    assert hows[0] in ("exact", "moved")
    assert hows[1] == "lost"
    (claim,) = document.claims(port)
    assert text[claim.first : claim.last] == "captured the port"
    assert document.claims(depot)[0].exact == "bombed a fuel depot"
