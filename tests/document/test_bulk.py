"""Many rows at once are the same rows, with the same history, search and sums, as one by one."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from desktop.document import Document, bulk
from desktop.document.schema import JOURNALED
from desktop.edits import articles, tracks
from desktop.errors import LockedError
from desktop.model import Article, Claim, Event, Track
from desktop.when import When

WHENS = some.sampled_from([None, When("1854-10"), When("-0043-03-15"), When("198X"), When("1066~")])
TEXTS = some.text(some.characters(exclude_categories=["Cs"]), max_size=9)
EVENTS = some.builds(
    Event, track=some.integers(1, 6), title=TEXTS, when=WHENS, note=some.sampled_from(["", "Seen"]),
    latitude=some.sampled_from([None, 0, -5]), importance=some.sampled_from([5, 9]),
)  # fmt: skip


def rows_of(document):
    """Every row but uids; what the history says with the defaults that it leaves out."""
    found = {}
    for table in (*JOURNALED, "journal"):
        names = [column.name for column in document._db.table(table).columns]
        rows = document._db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
        found[table] = [dict(zip(names, row, strict=True)) for row in rows]
    for row in found["journal"]:
        row["after"] = whole(document, row["tbl"], row["after"])
    for table in JOURNALED:
        for row in found[table]:
            row.pop("uid", "")
            row.pop("added", 0)
    return found


def whole(document, table, image):
    defaults = bulk._defaults(document._db, table)
    return {name: value for name, value in (defaults | json.loads(image)).items() if name != "uid"}


def filled(path, events, many, monkeypatch):
    monkeypatch.setattr(bulk, "MANY", many)
    document = Document.create(path)
    document._db.execute("PRAGMA synchronous = OFF")
    tracks.start_tracks(document)
    articles.add_article(document, Article(title="Day", text="The bridge fell."), b"")
    document.forget_history()
    with document.step("Many"):
        ids = document.add_all(events)
        document.add_all(
            Claim(event=key, article=1, first=0, last=3, exact="The") for key in ids[:9]
        )
        document.add_all(Track(name=f"More {n}", colour="#8A8F99") for n in range(3))
    return document


@settings(max_examples=12, deadline=None, suppress_health_check=[*HealthCheck])
@given(events=some.lists(EVENTS, min_size=1, max_size=20))
def test_many_rows_are_what_they_are_one_by_one(tmp_path_factory, monkeypatch, events):
    folder = tmp_path_factory.mktemp("bulk")
    single = filled(folder / "single.dateline", events, 10**9, monkeypatch)
    together = filled(folder / "together.dateline", events, 1, monkeypatch)

    assert rows_of(together) == rows_of(single)
    assert together.check() == []
    after = rows_of(together)
    for document in (single, together):
        document.undo()
        assert document.events() == []
        document.redo()
        assert document.check() == []
    assert rows_of(single) == rows_of(together) == after
    assert [hit.id for hit in together.search("seen")] == [hit.id for hit in single.search("seen")]
    single.close()
    together.close()


def test_many_rows_on_a_locked_track_are_refused_and_nothing_has_changed(document):
    tracks.lock_track(document, 1, is_locked=True)
    many = [Event(track=1 + n % 2, title=f"Siege {n}") for n in range(2 * bulk.MANY)]

    with pytest.raises(LockedError, match="locked"), document.step("Many"):
        document.add_all(many)

    assert document.events() == []
    with pytest.raises(LockedError), document.step("One"):
        document.add(many[0])
    with document.step("Other"):
        document.add(many[1])
    assert document.undo_name == "Other"
    assert document.check() == []


def test_after_many_rows_single_ones_are_watched_again(document):
    with document.step("Many"):
        document.add_all(Event(track=1, title=f"Siege {n}") for n in range(bulk.MANY))
    with document.step("One"):
        document.add(Event(track=1, title="Alone"))

    assert [hit.title for hit in document.search("alone")] == ["Alone"]
    document.undo()
    assert len(document.events()) == bulk.MANY
    document.undo()
    assert document.events() == []
    assert document.check() == []


def test_a_failed_import_of_many_rows_leaves_the_document_watched(document):
    def fail():
        with document.step("Fail"):
            document.add_all(Event(track=1, title=f"Siege {n}") for n in range(bulk.MANY))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with document.step("One"):
        document.add(Event(track=1, title="Alone"))

    assert [event.title for event in document.events()] == ["Alone"]
    assert document.undo_name == "One"
    assert document.check() == []
