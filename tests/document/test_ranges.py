"""Very many new rows are one row of the history, and are taken back and done again like others."""

from contextlib import suppress

import pytest

from desktop.document import Document, bulk, ranges, sums
from desktop.document.schema import JOURNALED
from desktop.edits import articles, tracks
from desktop.edits.events import add_event, retitle_event
from desktop.errors import DatelineError
from desktop.model import Article, Claim, Event
from desktop.when import When

MANY = 400


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(ranges, "SINGLE", 10)
    monkeypatch.setattr(bulk, "MANY", 20)


@pytest.fixture
def document(tmp_path):
    document = Document.create(tmp_path / "war.dateline")
    tracks.start_tracks(document)
    articles.add_article(document, Article(title="Day", text="The bridge fell."), b"")
    document.forget_history()
    yield document
    document.close()


def filled(document, number=MANY):
    with document.step("Many"):
        ids = []
        for start in range(0, number, 100):
            ids += document.add_all(
                Event(track=1 + n % 6, title=f"Siege {n}\0é", when=When(f"{1000 + n}"),
                      latitude=-n if n % 3 else None)
                for n in range(start, start + 100)
            )  # fmt: skip
        document.add_all(Claim(event=key, article=1, first=0, last=3, exact="The") for key in ids)
    return ids


def content(document):
    query = "SELECT * FROM {} ORDER BY id"
    return [document._db.execute(query.format(table)).fetchall() for table in JOURNALED]


def written(document):
    return document._db.execute("SELECT count(*) FROM journal").fetchone()[0]


def test_very_many_rows_are_undone_and_redone(document):
    before = content(document)
    filled(document)
    after, lines = content(document), written(document)

    undone = document.undo()
    assert content(document) == before
    redone = document.redo()
    assert content(document) == after
    document.undo()
    document.redo()

    assert lines < 110 < MANY
    assert undone.of("events") == redone.of("events") == frozenset(range(1, MANY + 1))
    assert content(document) == after
    assert document.check() == []
    assert document.search("siege")


def test_a_step_tells_of_all_its_rows(document):
    told = []
    document.on_change = told.append

    ids = filled(document)

    assert told[0].of("events") == frozenset(ids)
    assert len(told[0].of("claims")) == MANY


def test_what_the_same_step_did_to_the_rows_afterwards_is_redone_too(document):
    before = content(document)
    with document.step("Import"):
        ids = filled(document)
        document.remove(Event, ids[200:250])
        retitle_event(document, ids[300], "Renamed")
        document.add_all(Event(track=1, title=f"Late {n}") for n in range(MANY))
        document.remove(Event, [max(event.id for event in document.events())])
        document.add_all(Event(track=1, title=f"Later {n}") for n in range(30))
    after = content(document)

    document.undo()

    assert content(document) == before
    document.redo()
    assert content(document) == after
    assert document.check() == []


def test_later_steps_are_taken_back_first(document):
    before = content(document)
    ids = filled(document)
    retitle_event(document, ids[300], "Renamed")
    add_event(document, 1, "Alone", None)
    after = content(document)

    document.go_to_step(0)
    assert content(document) == before
    for _again in range(3):
        document.redo()

    assert content(document) == after


def test_the_history_of_one_event_among_very_many_is_known(document):
    ids = filled(document)
    retitle_event(document, ids[300], "Renamed")

    (made, first), (_renamed, second) = document.history_of(ids[300])

    assert (made.name, first["title"]) == ("Many", ("", "Siege 300\0é"))
    assert second["title"] == ("Siege 300\0é", "Renamed")
    assert [step.name for step, _fields in document.history_of(ids[301])] == ["Many"]


def test_very_many_rows_survive_reopening(document):
    before = content(document)
    filled(document)
    after = content(document)
    document.close()

    opened = Document.open(document.path)
    opened.undo()
    undone = content(opened)
    opened.close()
    again = Document.open(document.path)
    again.redo()

    assert (undone, content(again)) == (before, after)
    again.close()


@pytest.mark.parametrize(
    "after",
    ["[1,99999999999999999999]", "[", "[[1,2]]", "[1,2,3]", "[9,1]", '["a","b"]', "[1,9e9]"],
)
def test_a_range_of_the_wrong_shape_does_no_harm(document, after):
    filled(document)
    document._db.execute("UPDATE journal SET after = ? WHERE after LIKE '[%'", [after])
    sums.seal(document._db, document.history()[-1].id)

    with suppress(DatelineError):
        document.undo()
    with suppress(DatelineError):
        document.history_of(300)

    add_event(document, 1, "Goes on", None)
    assert document.events()
