"""Two articles tell of one event: the pair is found with reasons, merged or held apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.edits.articles import add_article
from desktop.edits.duplicates import (
    find_duplicates,
    find_duplicates_of,
    find_events_told,
    part_events,
)
from desktop.edits.events import add_event, merge_events, place_event
from desktop.model import Article, Quote
from desktop.reading.alike import Told, compare, find_pairs
from desktop.when import When

ONE = "Raiders captured the port of Ellery on Wednesday, the mayor said."
TWO = "The port of Ellery was captured by raiders on Wednesday, residents told a radio station."
OTHER = "Envoys of five countries met in the capital on Wednesday to talk about grain."
DAY = When("2024-11-27")


@pytest.fixture
def place(document):
    def do(text, key="1", published="2024-11-29"):
        article = add_article(
            document, Article(title=text[:9], text=text, published=When(published))
        )
        return place_event(
            document, document.track_with_key(key), Quote(article, 0, len(text), text)
        )

    return do


def test_one_event_in_two_articles_is_found_with_its_reasons(document, place):
    one, other = place(ONE), place(TWO)
    place(OTHER)

    (pair,) = find_duplicates(document)

    assert {pair.one, pair.other} == {one, other}
    assert "same day" in pair.reasons
    assert "same track" in pair.reasons
    assert "“captured”" in pair.reasons[-1]


def test_the_same_words_of_another_week_are_another_event(document, place):
    place(ONE)
    place(TWO, published="2024-12-06")

    assert find_duplicates(document) == []


def test_a_merge_is_one_step_and_keeps_both_claims(document, place):
    one, other = place(ONE), place(TWO)

    merge_events(document, one, [other])

    assert [claim.exact for claim in document.claims(one)] == [ONE, TWO]
    assert find_duplicates(document) == []
    document.undo()
    assert len(find_duplicates(document)) == 1


def test_a_pair_that_is_not_the_same_is_not_proposed_again(document, place):
    one, other = place(ONE), place(TWO)

    part_events(document, one, other)

    assert find_duplicates(document) == []
    assert find_duplicates_of(document, other) == []
    document.undo()
    assert len(find_duplicates(document)) == 1


def test_what_was_just_placed_is_compared_with_what_is_near(document, place):
    one = place(ONE)
    place(OTHER)

    other = place(TWO)

    assert [(pair.one, pair.other) for pair in find_duplicates_of(document, other)] == [
        (one, other)
    ]


def test_words_lead_to_the_event_that_they_tell_of(document, place):
    place(OTHER)
    one = place(ONE)
    add_event(document, document.tracks()[0].id, "Undated")

    found = find_events_told(document, TWO, DAY, 5)

    assert found[0].id == one
    assert len(found) == 2


def test_an_undated_event_may_be_the_same():
    one = Told(1, ONE, span=(0, 86_400))

    pair = compare(one, Told(2, TWO))

    assert pair.score > 0.4
    assert "one has no date" in pair.reasons


WORDS = st.text("abcdef ", max_size=60)


@given(st.lists(WORDS, max_size=12))
def test_no_event_is_paired_with_itself_and_none_twice(texts):
    pairs = find_pairs([Told(n, text, span=(0, 86_400)) for n, text in enumerate(texts)])

    met = [frozenset((pair.one, pair.other)) for pair in pairs]
    assert all(len(pair) == 2 for pair in met)
    assert len(met) == len(set(met))


@given(WORDS, WORDS)
def test_likeness_has_no_direction(one, other):
    first = compare(Told(1, one, span=(0, 9)), Told(2, other, span=(4, 12)))
    second = compare(Told(2, other, span=(4, 12)), Told(1, one, span=(0, 9)))

    assert first.score == pytest.approx(second.score)
    assert 0 <= first.score <= 1
