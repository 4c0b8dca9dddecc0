"""Words of an article become a dated event with a claim."""

import pytest

from desktop.document import Document
from desktop.edits.articles import add_article
from desktop.edits.events import duplicate_events, merge_events, move_events, place_event, propose
from desktop.edits.tracks import add_track, key_track, move_track, start_tracks
from desktop.model import Article, Quote
from desktop.when import When

NEWS = """Harbour reopens after storm
The harbour of Port Ellery reopened on Friday, its master said.
Waves had broken the outer wall on Wednesday. Two boats sank.
But the mayor said nothing was lost.
The wall was built in 1898."""

HISTORY = """In 1789 the Estates General met. The third estate took an oath.
A year later the old provinces were gone."""


@pytest.fixture
def document(tmp_path):
    document = Document.create(tmp_path / "war.dateline")
    start_tracks(document)
    yield document
    document.close()


def read(document, text, published):
    article = Article(title="A", text=text, published=When(published) if published else None)
    return document.article(add_article(document, article))


def quote(article, words):
    first = article.text.index(words)
    return Quote(article.id, first, first + len(words), words)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("reopened on Friday", "2024-11-29"),
        ("its master said", "2024-11-29"),
        ("Two boats sank", "2024-11-27"),
        ("nothing was lost", "2024-11-29?"),
        ("The wall was built", "1898"),
    ],
)
def test_the_date_that_governs_the_words_dates_the_event(document, words, edtf):
    article = read(document, NEWS, "2024-11-29")

    event = place_event(document, document.track(1), quote(article, words))

    assert document.event(event).when == When(edtf)


def test_in_a_narrative_the_date_named_last_governs(document):
    article = read(document, HISTORY, "2010-05-01")

    event = place_event(document, document.track(1), quote(article, "took an oath"))

    assert document.event(event).when == When("1789")


def test_where_nothing_says_a_date_the_event_is_undated_and_nothing_is_guessed(document):
    article = read(document, "The wall fell. Nobody saw it.", "")

    event = place_event(document, document.track(1), quote(article, "The wall fell"))

    assert document.event(event).when is None
    assert [found.id for found in document.undated(1)] == [event]


def test_the_claim_keeps_the_words_their_surroundings_and_what_dated_them(document):
    article = read(document, NEWS, "2024-11-29")

    event = place_event(document, document.track(1), quote(article, "Two boats sank"))

    (claim,) = document.claims(event)
    assert claim.exact == "Two boats sank"
    assert article.text[claim.first : claim.last] == claim.exact
    assert claim.prefix.endswith("on Wednesday. ")
    assert "Wednesday" in article.text[claim.date_first : claim.date_last]


def test_a_title_is_proposed_from_the_words(document):
    article = read(document, NEWS, "2024-11-29")

    assert propose(document, quote(article, "But the mayor said")).title == "The mayor said"


def test_placing_is_one_step(document):
    article = read(document, NEWS, "2024-11-29")
    place_event(document, document.track(1), quote(article, "Two boats sank"))

    assert document.undo_name == "Place event"
    document.undo()

    assert document.events() == []


def test_the_same_text_is_read_once(document):
    one = read(document, NEWS, "2024-11-29")
    two = read(document, NEWS, "2024-11-30")

    assert one.id == two.id
    assert len(document.articles()) == 1


def test_moving_by_whole_days_keeps_days(document):
    article = read(document, NEWS, "2024-11-29")
    event = place_event(document, document.track(1), quote(article, "Two boats sank"))

    move_events(document, [event], 2 * 86_400, track=2)

    assert document.event(event).when == When("2024-11-29")
    assert document.event(event).track == 2


def test_merged_events_keep_every_claim_and_duplicates_have_their_own(document):
    article = read(document, NEWS, "2024-11-29")
    one = place_event(document, document.track(1), quote(article, "Two boats sank"))
    two = place_event(document, document.track(1), quote(article, "nothing was lost"))

    merge_events(document, one, [two])
    (copy,) = duplicate_events(document, [one])

    assert len(document.claims(one)) == len(document.claims(copy)) == 2
    assert {event.id for event in document.events()} == {one, copy}


def test_a_key_belongs_to_one_track_and_a_new_track_gets_a_free_one(document):
    track = add_track(document, "Weather")
    assert document.track(track).key == "7"

    key_track(document, track, "1")

    assert document.track_with_key("1").id == track
    assert document.track(1).key == ""


def test_a_track_moved_up_stands_there(document):
    move_track(document, 3, 0)

    assert [track.id for track in document.tracks()][:3] == [3, 1, 2]
    assert [track.position for track in document.tracks()] == list(range(6))
