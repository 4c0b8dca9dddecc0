"""Each row has a checksum: what damage made of it is named, where SQLite sees nothing wrong."""

from contextlib import closing, suppress

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document, sums
from desktop.document.schema import JOURNALED
from desktop.edits import articles, claims, events, links
from desktop.errors import DatelineError, StrangeFileError
from desktop.model import Article, Event, Quote
from desktop.when import When

TEXT = "The bridge fell on 5 August 1923. The mayor denied that anyone was warned."


@pytest.fixture
def filled(document):
    """A project with a row of every kind."""
    articles.add_article(document, Article(title="Bridge", text=TEXT), b"<p>original</p>")
    track = document.tracks()[0]
    first = events.add_event(document, track.id, "Fall", When("1923-08-05"))
    second = events.add_event(document, track.id, "Denial")
    claims.add_claim(document, first, Quote(1, 0, 15, TEXT[:15]))
    links.link_events(document, first, second)
    events.tag_events(document, [first], ["bridge"])
    document.set_state("zoom", "12")
    return document


def harmed(path, statement):
    """What a bit does that flips on the disk: no trigger of ours sees it."""
    with closing(sqlite3.connect(path)) as other, other:
        assert other.execute(statement).rowcount > 0


def faults_after(document, statement):
    document.close()
    harmed(document.path, statement)
    again = Document.open(document.path)
    faults = again.check()
    again.close()
    return faults


def test_what_is_summed_is_all_that_a_step_changes():
    assert set(JOURNALED) < set(sums.SUMMED)


def test_whatever_is_done_undone_and_done_again_the_sums_follow(filled):
    while filled.undo():
        assert filled.check() == []
    while filled.redo():
        assert filled.check() == []


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE events SET title = 'Fbll' WHERE id = 1", "Event “Fbll” (1) is damaged"),
        ("UPDATE events SET latitude = 0 WHERE id = 1", "Event “Fall” (1) is damaged"),
        ("UPDATE articles SET url = 'x'", "Article “Bridge” (1) is damaged"),
        ("UPDATE tracks SET height = 9 WHERE id = 2", "Track “Airstrikes” (2) is damaged"),
        ("UPDATE claims SET killed_min = 1", "The quote “The bridge fell” (1) is damaged"),
        ("UPDATE links SET kind = 'x'", "A link of the event “Fall” (1) is damaged"),
        ("UPDATE tags SET colour = 'x'", "Tag “bridge” (1) is damaged"),
        ("UPDATE event_tags SET event = 2", "A tag of the event “Denial” (1) is damaged"),
        ("UPDATE state SET value = '13'", "The remembered place “zoom” (1) is damaged"),
        ("UPDATE steps SET time = time + 1 WHERE id = 3", "The history's step “Add event” (3)"),
        ("UPDATE journal SET after = '{}' WHERE step = 3", "What the history keeps of “Add event”"),
        ("UPDATE sqlite_sequence SET seq = seq + 64", "The counter of the history's steps"),
        ("UPDATE files SET content = x'00'", "The original of “Bridge” is damaged"),
        ("DELETE FROM links", "A link of the event (number 1) is gone"),
    ],
)
def test_damage_that_sqlite_does_not_see_is_named(filled, statement, sentence):
    faults = faults_after(filled, statement)

    assert any(sentence in fault for fault in faults), faults
    assert len(faults) == 1


def test_many_damaged_rows_are_counted(document):
    with document.step("Many"):
        document.add_all(Event(track=1, title=f"Siege {n}") for n in range(60))

    faults = faults_after(document, "UPDATE events SET importance = 4")

    assert len(faults) == 21
    assert faults[-1] == "… and 40 more."


def test_a_damaged_row_that_is_changed_is_told_and_stays_damaged_until_it_is_trusted(filled):
    faults_after(filled, "UPDATE events SET importance = 9 WHERE id = 1")
    document = Document.open(filled.path)
    told = []
    document.on_doubted = told.append

    events.retitle_event(document, 2, "Another")
    assert told == []
    events.retitle_event(document, 1, "Fallen")
    events.move_events(document, [1, 2], 86_400, None)
    document.undo()

    assert told == [{"events": {1}}] * 3
    (said,) = document.words_of(told[0])
    assert said.startswith("Event “Fallen” (1) is damaged")
    assert document.check() == [said]
    document.trust(told[0])
    assert document.check() == []
    document.close()


def test_a_change_of_an_event_whose_words_are_damaged_is_refused_or_told(filled):
    faults_after(filled, "UPDATE events SET note = 'Nobody said so' WHERE id = 1")
    document = Document.open(filled.path)
    told = []
    document.on_doubted = told.append

    with suppress(StrangeFileError):
        events.retitle_event(document, 1, "Fallen")
        assert told == [{"events": {1}}]

    assert "Event “Fall" in document.check()[0]
    assert "(1) is damaged" in document.check()[0]
    document.close()


def test_a_step_that_is_not_made_tells_nothing_of_damage(filled):
    faults_after(filled, "UPDATE events SET importance = 9 WHERE id = 1")
    document = Document.open(filled.path)
    told = []
    document.on_doubted = told.append

    with suppress(ZeroDivisionError), document.step("Stopped"):
        document.keep(document.event(1))
        raise ZeroDivisionError
    events.retitle_event(document, 2, "Another")

    assert told == []
    document.close()


def test_a_step_whose_history_is_damaged_is_not_taken_back(filled):
    filled.close()
    harmed(filled.path, "UPDATE journal SET before = replace(before, 'Fall', 'Fbll')")
    harmed(filled.path, "UPDATE journal SET after = replace(after, 'Fall', 'Fbll')")
    document = Document.open(filled.path)

    with pytest.raises(DatelineError, match="damaged, so nothing was changed"):
        document.go_to_step(0)

    assert document.event(1).title == "Fall"
    document.close()


def test_a_copy_without_history_is_whole(filled, tmp_path):
    filled.save_copy(tmp_path / "copy.dateline", is_with_history=False)

    copy = Document.open(tmp_path / "copy.dateline")

    assert copy.check() == []
    copy.close()


@pytest.mark.parametrize("title", ["Nul \0 in it", "Bell \x1f and \x1e", "橋 ünïcode 🜁", ""])
def test_odd_letters_have_a_sum_too(document, title):
    with document.step("Add"):
        document.add(Event(track=1, title=title))

    assert document.check() == []
    assert any(
        "damaged" in fault for fault in faults_after(document, "UPDATE events SET title='x'")
    )


def test_two_words_that_change_places_in_the_search_index_are_noticed(document):
    # SQLite's own check adds up the places: two that move together can leave the sum as it was.
    track = document.tracks()[0].id
    with document.step("Add"):
        document.add_all([Event(track=track, title="a b a b"), Event(track=track, title="b a")])
    index = "events_search (events_search, rowid, title, note, place)"
    for verb, title in (("'delete'", "b a"), ("NULL", "a b")):
        values = f"VALUES ({verb}, 2, '{title}', '', '')"
        document._db.execute(f"INSERT INTO {index} {values}")

    assert document.check() == ["The search index was out of step and has been made anew."]
    assert document.check() == []
