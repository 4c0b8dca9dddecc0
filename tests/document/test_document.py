"""What a document keeps, gives back, takes back and refuses."""

from dataclasses import replace

import pytest

from desktop.document import Document
from desktop.edits.tracks import start_tracks
from desktop.errors import LockedError
from desktop.model import Article, Claim, Event, Link, Track
from desktop.when import When


@pytest.fixture
def document(tmp_path):
    document = Document.create(tmp_path / "war.dateline", title="War")
    start_tracks(document)
    yield document
    document.close()


def place(document, title="Siege", when="1854-10", track=1):
    with document.step("Place"):
        return document.add(Event(track=track, title=title, when=When(when) if when else None))


def titles(document):
    return [event.title for event in document.events()]


def test_what_was_placed_is_there_after_opening_again(document):
    place(document)
    document.close()

    again = Document.open(document.path)

    assert [(event.title, event.when) for event in again.events()] == [("Siege", When("1854-10"))]
    again.close()


def test_nothing_is_left_beside_the_file_but_its_mark(document):
    place(document)

    assert len(list(document.path.parent.glob("*"))) == 2


def test_undo_and_redo_outlive_the_program(document):
    place(document)
    document.close()
    again = Document.open(document.path)

    assert again.undo_name == "Place"
    assert again.undo_is_of_earlier_session
    again.undo()
    assert titles(again) == []
    again.redo()
    assert titles(again) == ["Siege"]
    again.close()


def test_a_failed_step_changes_nothing(document):
    before = document.history()

    def fail():
        with document.step("Fail"):
            document.add(Event(track=1, title="Lost"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert titles(document) == []
    assert document.history() == before


def test_an_empty_step_leaves_no_trace(document):
    before = document.history()

    with document.step("Nothing"):
        pass

    assert document.history() == before


def test_a_step_that_puts_back_the_same_leaves_no_trace(document):
    place(document)
    before = document.history()

    with document.step("Same again"):
        document.keep(document.events())

    assert document.history() == before


def test_a_step_inside_a_step_joins_the_outer_one(document):
    with document.step("Outer"):
        place(document, "One")
        place(document, "Two")

    document.undo()

    assert titles(document) == []


def test_one_goes_to_any_moment_of_the_history_and_back(document):
    start = document.history()[-1].id
    place(document, "One")
    middle = document.history()[-1].id
    place(document, "Two")
    end = document.history()[-1].id
    seen = []
    document.on_change = seen.append

    document.go_to_step(start)
    assert titles(document) == []
    document.go_to_step(middle)
    assert titles(document) == ["One"]
    document.go_to_step(end)
    assert sorted(titles(document)) == ["One", "Two"]

    assert document.go_to_step(end) is None
    assert [sorted(changes.rows) for changes in seen] == [["events"]] * 3


def test_an_event_tells_its_own_history(document):
    event = place(document, "One")
    with document.step("Rename"):
        document.keep(replace(document.event(event), title="Two"))

    moments = document.history_of(event)

    assert [step.name for step, _fields in moments] == ["Place", "Rename"]
    assert moments[1][1] == {"title": ("One", "Two")}


def test_changes_name_the_rows_that_a_step_touched(document):
    seen = []
    document.on_change = seen.append

    event = place(document)

    assert seen[0].step == "Place"
    assert seen[0].rows == {"events": frozenset({event})}
    assert "events" in seen[0]
    assert "tracks" not in seen[0]


def test_deleting_a_track_and_undoing_brings_back_events_claims_and_tags(document):
    event = place(document)
    with document.step("Article"):
        article = document.add(Article(title="A", text="The siege."))
        document.add(Claim(event=event, article=article, first=4, last=9, exact="siege"))
        document.set_event_tags(event, ["Crimea", "war"])
    with document.step("Delete"):
        document.remove(Track, [1])
    assert titles(document) == []

    document.undo()

    assert titles(document) == ["Siege"]
    assert [claim.exact for claim in document.claims(event)] == ["siege"]
    assert document.tags_of(event) == ["Crimea", "war"]


def test_undoing_a_move_to_a_new_track_keeps_what_the_step_never_touched(document):
    event = place(document)
    with document.step("Article"):
        article = document.add(Article(title="A", text="The siege."))
        document.add(Claim(event=event, article=article, first=4, last=9, exact="siege"))
    with document.step("New home"):
        track = document.add(Track(name="New"))
        document.keep(Event(**{**_fields(document.event(event)), "track": track}))

    document.undo()

    assert document.event(event).track == 1
    assert [claim.exact for claim in document.claims(event)] == ["siege"]


def _fields(event):
    return {name: getattr(event, name) for name in event.__dataclass_fields__}


@pytest.mark.parametrize("verb", ["add", "keep", "remove", "claim", "tag", "track"])
def test_a_locked_track_refuses_every_route(document, verb):
    event = place(document)
    with document.step("Article"):
        article = document.add(Article(title="A", text="The siege."))
    with document.step("Lock"):
        document.keep(Track(**{**_fields(document.track(1)), "locked": True}))
    claim = Claim(event=event, article=article, first=4, last=9, exact="siege")
    routes = {
        "add": lambda: document.add(Event(track=1, title="No")),
        "keep": lambda: document.keep(document.event(event).on(None)),
        "remove": lambda: document.remove(Event, [event]),
        "claim": lambda: document.add(claim),
        "tag": lambda: document.set_event_tags(event, ["no"]),
        "track": lambda: document.remove(Track, [1]),
    }

    with pytest.raises(LockedError, match="locked"), document.step(verb):
        routes[verb]()

    assert document.event(event).when == When("1854-10")
    assert document.claims(event) == []


def test_undo_reaches_behind_a_lock_by_taking_the_lock_back_first(document):
    place(document)
    with document.step("Lock"):
        document.keep(Track(**{**_fields(document.track(1)), "locked": True}))

    document.undo()
    document.undo()

    assert titles(document) == []


def test_search_finds_the_beginnings_of_words_in_events_and_articles(document):
    place(document, "Siège de Sébastopol")
    with document.step("Article"):
        document.add(Article(title="News", text="The siege went on."))

    hits = document.search("sie")

    assert [(hit.kind, hit.title) for hit in hits] == [
        ("event", "Siège de Sébastopol"),
        ("article", "News"),
    ]
    document.undo()
    assert [hit.kind for hit in document.search("sie")] == ["event"]
    assert document.search('"*) OR (') == []


def test_two_publishers_confirm_and_a_denial_contests(document):
    event = place(document)
    with document.step("Articles"):
        one = document.add(Article(title="A", publisher="Herald", text="siege"))
        two = document.add(Article(title="B", publisher="Courier", text="siege"))
    claim = Claim(event=event, article=one, first=0, last=5, exact="siege")
    assert document.status_of(event) == ""

    with document.step("One"):
        document.add(claim)
    assert document.status_of(event) == "reported"

    with document.step("Two"):
        document.add(Claim(event=event, article=two, first=0, last=5, exact="siege"))
    assert document.status_of(event) == "confirmed"

    with document.step("Denied"):
        document.add(
            Claim(event=event, article=two, first=0, last=5, exact="siege", stance="denies")
        )
    assert document.status_of(event) == "contested"


def test_columns_hold_the_dated_events_in_the_order_of_track_and_time(document):
    late, early = place(document, "Late", "1855"), place(document, "Early", "../1854")
    place(document, "Undated", "")

    columns = document.event_columns()

    assert list(columns.ids) == [early, late]
    assert list(columns.latest) == [document.event(n).when.bounds.latest for n in (early, late)]
    assert list(columns.marks & 1) == [1, 0]
    assert [event.title for event in document.undated(1)] == ["Undated"]


def test_links_go_with_their_events(document):
    one, two = place(document, "One"), place(document, "Two")
    with document.step("Link"):
        document.add(Link(source=one, target=two))
    with document.step("Delete"):
        document.remove(Event, [two])
    assert document.links() == []

    document.undo()

    assert [(link.source, link.target) for link in document.links()] == [(one, two)]


def test_check_names_what_is_wrong_and_nothing_else(document):
    event = place(document)
    with document.step("Article"):
        article = document.add(Article(title="A", text="siege", text_hash="0"))
        document.add(Claim(event=event, article=article, first=0, last=5, exact="seige"))
    document._db.execute("UPDATE events SET earliest = 7")

    faults = document.check()

    assert len(faults) == 3
    assert any("Siege" in fault for fault in faults)
    assert any("seige" in fault for fault in faults)


def test_a_healthy_document_has_no_faults(document):
    place(document)

    assert document.check() == []
