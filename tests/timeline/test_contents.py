"""What the timeline knows: after an edit only what it touched is read again."""

from desktop.document import column_cache
from desktop.edits.claims import remove_claims
from desktop.edits.events import (
    add_event,
    date_events,
    move_events,
    remove_events,
    retitle_event,
    retrack_events,
)
from desktop.edits.links import link_events
from desktop.edits.tracks import hide_track
from desktop.model import Article, Claim
from desktop.timeline.frames.frame import Standing
from desktop.timeline.stage.contents import Contents
from desktop.when import When


def claimed_event(document):
    event = add_event(document, 1, "Siege", When("2024-11-27"))
    with document.step("Claim"):
        article = document.add(Article(title="News", text="A siege, they say."))
        claim = document.add(
            Claim(event=event, article=article, first=0, last=7, exact="A siege", stance="denies")
        )
    return event, claim


def standing(contents, event):
    events = contents.index.line(1).events
    return int(events.standing[events.ids == event][0])


def test_a_removed_claim_is_forgotten_without_reading_all_events_again(document):
    event, claim = claimed_event(document)
    contents = Contents(document)
    index = contents.index
    document.on_change = contents.refresh

    remove_claims(document, [claim])
    assert standing(contents, event) == Standing.NONE
    document.undo()
    assert standing(contents, event) == Standing.DENIED

    assert contents.index is index


def test_counts_and_shelves_follow_a_date_that_is_given_taken_and_moved_elsewhere(document):
    event, other = (add_event(document, 1, title, When("2024-11-27")) for title in "ab")
    contents = Contents(document)
    document.on_change = contents.refresh

    def seen():
        chips = {track: [one for one, _title in held] for track, held in contents.undated.items()}
        return contents.counts[1], contents.counts[2], chips[1], chips[2]

    assert seen() == (2, 0, [], [])
    retrack_events(document, [event], 2)
    assert seen() == (1, 1, [], [])
    date_events(document, [event], None)
    assert seen() == (1, 1, [], [event])
    retitle_event(document, event, "Another title")
    assert contents.undated[2] == [(event, "Another title")]
    retrack_events(document, [event], 1)
    assert seen() == (2, 0, [event], [])
    date_events(document, [event], When("1066"))
    assert seen() == (2, 0, [], [])
    move_events(document, [other], 86_400)
    assert seen() == (2, 0, [], [])


def test_events_are_counted_as_they_come_and_go(document):
    event, _claim = claimed_event(document)
    contents = Contents(document)
    document.on_change = contents.refresh

    add_event(document, 1, "Undated")
    assert contents.counts[1] == 2

    remove_events(document, [event])
    assert contents.counts[1] == 1


def test_what_a_closing_window_keeps_is_what_the_document_holds(document, monkeypatch):
    monkeypatch.setattr(column_cache, "LEAST", 1)
    _event, _claim = claimed_event(document)
    contents = Contents(document)
    document.on_change = contents.refresh
    add_event(document, 3, "Later", When("2025"))

    kept = contents.index.columns()

    read = column_cache.read_columns(document._db)
    assert kept.ids.tolist() == read.ids.tolist()
    assert kept.tracks.tolist() == read.tracks.tolist()
    assert kept.standing.tolist() == read.standing.tolist()


def test_where_linked_events_lie_follows_their_dates_their_links_and_their_tracks(document):
    first, second = (add_event(document, 1, title, When("2024-11-27")) for title in "ab")
    hidden = add_event(document, 2, "c", When("2024-11-27"))
    contents = Contents(document)
    document.on_change = contents.refresh
    assert contents.link_ends() == {}

    link_events(document, first, second)
    link_events(document, first, hidden)
    before = contents.link_ends()
    move_events(document, [second], 86_400)
    hide_track(document, 2, is_hidden=True)
    after = contents.link_ends()

    assert before.keys() == {first, second, hidden}
    assert after.keys() == {first, second}
    assert after[second][0] == before[second][0] + 86_400
