"""What a step removed is in nobody's hand any more when the step is told."""

import pytest

from desktop.edits.articles import add_article
from desktop.edits.events import add_event
from desktop.edits.tracks import remove_track
from desktop.model import Article, Selection
from desktop.session import Session


@pytest.fixture
def session(document, qapp):
    """A session whose every change notes what was in hand just then."""
    made = Session(document)
    made.seen = []
    made.changed.connect(lambda _changes: made.seen.append(made.selection))
    return made


def test_an_article_whose_adding_is_undone_is_not_in_hand_any_more(session, document):
    article = add_article(document, Article(title="A", text="Words"))
    session.select(Selection(article=article, words=(0, 5)))

    document.undo()

    assert session.seen[-1] == Selection()
    assert session.selection == Selection()


def test_a_removed_event_leaves_the_others_in_hand(session, document):
    track = document.tracks()[0].id
    one, other = add_event(document, track, "One"), add_event(document, track, "Other")
    session.select(Selection((one, other), track=track))

    document.undo()

    assert session.seen[-1] == Selection((one,), track=track)


def test_a_removed_track_is_not_in_hand_any_more_and_others_are_told_once(session, document):
    told = []
    session.selected.connect(told.append)
    track = document.tracks()[0].id
    session.select(Selection(track=track))

    remove_track(document, track)

    assert told == [Selection(track=track), Selection()]


def test_what_no_step_touched_stays_in_hand(session, document):
    article = add_article(document, Article(title="A", text="Words"))
    session.select(Selection(article=article, words=(0, 5)))

    add_event(document, document.tracks()[0].id, "One")

    assert session.selection == Selection(article=article, words=(0, 5))
