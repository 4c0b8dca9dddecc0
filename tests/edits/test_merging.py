"""Two timelines become one, and what both hold is kept once."""

import pytest

from desktop.document import Document
from desktop.edits.articles import add_article
from desktop.edits.events import place_event, tag_events
from desktop.edits.links import link_events
from desktop.edits.merging import merge_document
from desktop.edits.tracks import add_track, start_tracks
from desktop.model import Article, Quote

TEXT = "Raiders took the port in 1754. The fleet sailed in 1755."


def timeline(path):
    document = Document.create(path)
    start_tracks(document)
    article = add_article(document, Article(title="A", text=TEXT), b"original")
    port = place_event(document, document.track(1), Quote(article, 0, 21, TEXT[0:21]))
    fleet = place_event(document, document.track(4), Quote(article, 31, 48, TEXT[31:48]))
    tag_events(document, [port], ["sea"])
    link_events(document, port, fleet)
    return document


@pytest.fixture
def pair(tmp_path):
    one, two = timeline(tmp_path / "one.dateline"), timeline(tmp_path / "two.dateline")
    yield one, two
    one.close()
    two.close()


def test_everything_comes_over_with_claims_tags_and_links_as_one_step(pair):
    one, two = pair
    extra = add_track(two, "Weather")

    merged = merge_document(one, two)

    assert (merged.articles, merged.tracks, merged.events) == (0, 1, 2)
    assert [track.name for track in one.tracks()][-1] == two.track(extra).name
    assert sorted(one.tag_names().values()) == [["sea"], ["sea"]]
    assert len(one.links()) == 2
    assert len(one.claims_in(1)) == 4
    assert one.check() == []
    one.undo()
    assert one.counts().events == 2


def test_merging_twice_adds_nothing(pair):
    one, two = pair
    merge_document(one, two)
    steps = one.history()

    merged = merge_document(one, two)

    assert (merged.articles, merged.tracks, merged.events) == (0, 0, 0)
    assert one.history() == steps


def test_the_original_of_an_article_comes_along(tmp_path, pair):
    empty = Document.create(tmp_path / "empty.dateline")

    merge_document(empty, pair[0])

    (article,) = empty.articles()
    assert empty.file(article.file) == b"original"
    empty.close()
