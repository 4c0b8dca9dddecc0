"""The samples are real timelines whose quotes stand in their articles."""

import pytest

from desktop.document import Document
from desktop.errors import FileError
from desktop.formats.samples import make_sample
from desktop.shipped import SAMPLES


@pytest.fixture
def made(tmp_path):
    """A sample by its name, opened."""
    opened = []

    def make(name):
        make_sample(name, tmp_path / f"{name}.dateline")
        opened.append(Document.open(tmp_path / f"{name}.dateline"))
        return opened[-1]

    yield make
    for document in opened:
        document.close()


@pytest.fixture(params=[sample.id for sample in SAMPLES])
def sample(request, made):
    return made(request.param)


def test_every_quote_of_a_sample_stands_in_its_article(sample):
    assert sample.check() == []
    (article,) = sample.articles()
    assert article.text.startswith(article.title)
    assert len(sample.claims_in(article.id)) >= 15


def test_a_sample_is_a_timeline_to_try_everything_on(sample):
    events = sample.events()

    assert len(events) >= 20
    assert len({event.track for event in events}) == len(sample.tracks()) >= 6
    assert len(sample.links()) >= 4
    assert any(sample.tags_of(event.id) for event in events)
    keys = "".join(track.key for track in sample.tracks())
    assert "1234567".startswith(keys)


def test_a_sample_begins_with_nothing_to_undo(sample):
    assert sample.undo_name == ""


def test_the_news_sample_is_dated_by_its_own_words(made):
    document = made("berlin")
    (article,) = document.articles()

    by_words = {
        article.text[claim.date_first : claim.date_last]
        for claim in document.claims_in(article.id)
        if claim.date_first is not None
    }

    assert {"the past three days", "Last Saturday", "9 October"} <= by_words


def test_the_history_sample_reaches_from_before_christ_to_after(made):
    whens = [event.when.edtf for event in made("rome").events()]

    assert "-07XX" in whens
    assert "0080" in whens
    assert "[-0048-01-10,-0048-01-11]" in whens


def test_a_sample_that_nobody_made_is_refused(tmp_path):
    with pytest.raises(FileError, match="atlantis"):
        make_sample("atlantis", tmp_path / "atlantis.dateline")

    assert not (tmp_path / "atlantis.dateline").exists()
