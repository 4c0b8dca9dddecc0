"""Tables out and in again: nothing is lost, nothing is guessed, every bad row is named."""

import csv
import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from desktop import formats
from desktop.document import Document
from desktop.edits.articles import add_article
from desktop.errors import FileError
from desktop.formats.guard import guarded, unguarded
from desktop.model import Article, Event, Track
from desktop.when import When
from tests.formats.timelines import fill, timelines


@pytest.fixture
def document(tmp_path):
    document = Document.create(tmp_path / "war.dateline")
    yield document
    document.close()


@pytest.fixture
def fresh(tmp_path):
    document = Document.create(tmp_path / "fresh.dateline")
    yield document
    document.close()


def table(path, text):
    path.write_text(text, encoding="utf-8", newline="")
    return path


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=30)
@given(timeline=timelines(), is_for_spreadsheet=some.booleans())
def test_a_table_comes_back_byte_for_byte(timeline, is_for_spreadsheet, tmp_path_factory):
    folder = tmp_path_factory.mktemp("round")
    first, second, third = (folder / f"{n}.csv" for n in (1, 2, 3))
    document, fresh = (Document.create(folder / f"{n}.dateline") for n in (1, 2))
    fill(document, timeline)

    formats.export(document, first, is_for_spreadsheet=is_for_spreadsheet)
    incoming = formats.read(first)
    formats.take_in(fresh, incoming)
    formats.export(fresh, second, is_for_spreadsheet=is_for_spreadsheet)
    again = formats.take_in(document, formats.read(second))
    formats.export(document, third, is_for_spreadsheet=is_for_spreadsheet)

    assert incoming.refused == []
    assert second.read_bytes() == first.read_bytes()
    assert third.read_bytes() == first.read_bytes()
    assert (again.added, again.changed) == (0, len(with_odd_extras(document)))
    for opened in (document, fresh):
        assert opened.check() == []
        opened.close()


def with_odd_extras(document):
    """Events whose foreign columns are called or filled as no imported table has them."""
    return [event for event in document.events() if event.extra]


@given(some.text())
def test_a_guarded_cell_comes_back_and_is_no_formula(cell):
    shown = guarded(cell)

    assert unguarded(shown) == cell or shown == cell
    assert shown == cell or shown[0] == "'"
    assert unguarded(guarded("'" + cell)) == "'" + cell


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1",
                                  "-0043", "-0044-03-15"])  # fmt: skip
def test_what_a_spreadsheet_would_run_is_text_there(cell):
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-44", "-0.125", "+3.5", "2024-11-29", "plain"])
def test_numbers_stay_numbers_there(cell):
    assert guarded(cell) == cell


def test_a_table_is_what_the_standard_says(document, tmp_path):
    with document.step("Place"):
        document.add(Track(name="Wars"))
        document.add(Event(track=1, title='The "Great"\nwar', when=When("1914-07-28/1918-11-11")))

    formats.export(document, tmp_path / "out.csv")

    written = (tmp_path / "out.csv").read_bytes()
    assert written.count(b"\r\n") == 2
    assert b'"The ""Great""\nwar",1914-07-28/1918-11-11,1914-07-28,1918-11-11,Wars' in written


def test_a_table_made_by_hand_makes_events_and_tracks(document, tmp_path):
    path = table(
        tmp_path / "hand.csv",
        "Name;Date;Category;lat\nIdes of March;15 March 44 BC;Rome;41,9\nFall;AD 476;Rome;\n",
    )

    outcome = formats.take_in(document, formats.read(path))

    assert (outcome.added, outcome.changed) == (2, 0)
    assert [(e.title, e.when) for e in document.events()] == [
        ("Ides of March", When("-0043-03-15")),
        ("Fall", When("0476")),
    ]
    assert document.events()[0].latitude == 41_900_000
    assert [track.name for track in document.tracks()] == ["Rome"]


def test_an_import_is_one_step_back(document, tmp_path):
    path = table(tmp_path / "hand.csv", "title,track,tags,quote\na,A,x; y,said\nb,B,,\n")
    formats.take_in(document, formats.read(path), "Import hand.csv")

    document.undo()

    assert document.counts() == type(document.counts())(0, 0, 0)
    assert document.undo_name == ""


def test_rows_with_a_known_uid_change_their_event(document, tmp_path):
    with document.step("Place"):
        document.add(Track(name="Wars"))
        document.add(Event(track=1, title="Siege", note="kept", when=When("1854")))
    uid = document.event(1).uid
    path = table(tmp_path / "changed.csv", f"uid,title,when\n{uid},The siege,1855\n,New,1856\n")

    outcome = formats.take_in(document, formats.read(path))

    assert (outcome.added, outcome.changed) == (1, 1)
    changed = document.event(1)
    assert (changed.title, changed.when, changed.note, changed.track) == (
        "The siege",
        When("1855"),
        "kept",
        1,
    )


def test_unknown_columns_are_kept_in_their_order(document, tmp_path):
    path = table(tmp_path / "in.csv", "Zone,title,Actor,Actor\nnorth,Raid,A,B\n,Talks,,\n")
    formats.take_in(document, formats.read(path))

    formats.export(document, tmp_path / "out.csv")

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        header, raid, talks = csv.reader(file)
    assert header[-3:] == ["Zone", "Actor", "Actor_2"]
    assert raid[-3:] == ["north", "A", "B"]
    assert talks[-3:] == ["", "", ""]


def test_a_bad_row_is_named_with_its_line_and_the_others_are_read(tmp_path):
    path = table(
        tmp_path / "bad.csv",
        'title,when,latitude,importance\nGood,1914,,\n"Bad\ndate",1914-13-45,,\n'
        "Far,1914,91,\nKeen,1914,,11\n,1914,,\nLong,1,2,3,4\nLast,1915,,\n",
    )

    incoming = formats.read(path)

    assert [draft.event.title for draft in incoming.drafts] == ["Good", "Last"]
    assert [refused.line for refused in incoming.refused] == [3, 5, 6, 7, 8]
    reasons = [refused.reason for refused in incoming.refused]
    assert [reason.split(":")[0] for reason in reasons] == [
        "when",
        "latitude",
        "importance",
        "title",
        "row",
    ]


def test_the_same_uid_twice_is_refused_where_it_stands_again(tmp_path):
    path = table(tmp_path / "twice.csv", "uid,title\na,One\na,Two\n")

    incoming = formats.read(path)

    assert [(refused.line, refused.reason) for refused in incoming.refused] == [
        (3, "uid: it is the same as in line 2.")
    ]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04rest", "breaks off"),
        (b"SQLite format 3\0", "no text table"),
        (b"when,track\n1914,a\n", "no column"),
        (b"a," * 2000 + b"title\n", "columns"),
        (b"\x00\x01\x02\xff", "no column"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(content, complaint, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)

    with pytest.raises(FileError, match=complaint):
        formats.read(path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_from_windows_is_read_in_its_encoding(encoding, tmp_path):
    path = tmp_path / "windows.csv"
    path.write_bytes("title\tplace\r\nFall of the café\tMálaga\r\n".encode(encoding))

    (draft,) = formats.read(path).drafts

    assert (draft.event.title, draft.event.place) == ("Fall of the café", "Málaga")


def test_an_export_that_fails_leaves_the_old_file(document, tmp_path, monkeypatch):
    target = table(tmp_path / "out.csv", "old")
    monkeypatch.setattr("desktop.formats.csv.gather", raise_full)

    with pytest.raises(FileError, match="No space left"):
        formats.export(document, target)

    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".~lock.war.dateline#",  # it is open
        "out.csv",
        "war.dateline",
    ]


def raise_full(*_arguments):
    raise OSError(28, "No space left on device")


def test_the_open_timeline_is_not_written_over(document):
    with pytest.raises(FileError, match="another name"):
        formats.export(document, document.path, "csv")


def test_an_articles_text_may_follow_its_table(document, tmp_path):
    text = "Rebels took the town on Thursday."
    table_of_quotes = f"title,quote,article_title,article_hash\nTown,the town,News,{digest(text)}\n"
    formats.take_in(document, formats.read(table(tmp_path / "in.csv", table_of_quotes)))

    add_article(document, Article(title="Anything", text=text))

    (article,) = document.articles()
    assert (article.title, article.text) == ("News", text)


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()
