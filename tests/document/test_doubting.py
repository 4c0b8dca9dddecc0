"""A file that another installation wrote last: its search index is not asked before it is ours."""

import os
import shutil
from contextlib import closing

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document, doubting, search
from desktop.document.backups import back_up
from desktop.document.filtering import Filter
from desktop.edits.articles import add_article
from desktop.edits.events import add_event, retitle_event
from desktop.errors import DatelineError
from desktop.model import Article


@pytest.fixture
def path(document):
    """A timeline of ours, closed."""
    add_event(document, 1, "The siege of Acre")
    add_event(document, 1, "Étienne's march")
    add_article(document, Article(title="Ports", text="Raiders captured the port on Friday."))
    document.close()
    return document.path


def poison(path):
    """Let the index find what nobody wrote, and hide what somebody did; the schema stays ours."""
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM events_search_data WHERE id > 10")
        other.execute("INSERT INTO events_search_config (k, v) VALUES ('rank', 'no_such(1)')")


def found(document, words):
    return [hit.title for hit in document.search(words)]


def test_a_file_that_we_wrote_last_is_known_again(path):
    document = Document.open(path)

    assert not doubting.is_doubted(document._db)
    assert not doubting.is_guarded(document._db)
    document.close()


@pytest.mark.parametrize("how", ["copied", "touched", "written by another"])
def test_a_file_that_another_wrote_is_doubted_until_the_first_change(path, tmp_path, how):
    stranger = path
    if how == "copied":
        stranger = shutil.copy(path, tmp_path / "copy.dateline")
    elif how == "touched":
        os.utime(path)
    else:
        poison(path)

    document = Document.open(stranger)
    assert doubting.is_doubted(document._db)
    document.close()
    document = Document.open(stranger)
    assert doubting.is_doubted(document._db)  # nothing was made anew yet
    retitle_event(document, 1, "The siege of Tyre")
    assert not doubting.is_doubted(document._db)
    assert doubting.is_guarded(document._db)
    assert search.is_in_step(document._db)
    document.close()
    document = Document.open(stranger)
    assert not doubting.is_guarded(document._db)
    document.close()


def test_words_are_found_without_the_index_of_a_stranger(path, monkeypatch):
    poison(path)
    monkeypatch.setattr(search, "find", None)
    with closing(Document.open(path)), closing(Document.open(path)) as document:
        assert document.is_read_only
        assert found(document, "sieg") == ["The siege of Acre"]
        assert found(document, "of acr") == ["The siege of Acre"]
        assert found(document, "etienne") == ["Étienne's march"]
        assert found(document, "iege") == []
        assert found(document, "port raid") == ["Ports"]
        assert document.search("captured")[0].snippet.startswith("Raiders captured")
        assert list(document.matching(Filter('"siege of"'))) == [1]
        assert list(document.matching(Filter('"iege of"'))) == []
        assert list(document.matching(Filter("etie"))) == [2]


def test_a_first_change_that_is_not_made_leaves_the_index_doubted(path):
    poison(path)
    document = Document.open(path)

    with pytest.raises(ZeroDivisionError), document.step("Stopped"):
        raise ZeroDivisionError

    assert doubting.is_doubted(document._db)
    add_event(document, 1, "Later")
    assert found(document, "late") == ["Later"]
    assert document.check() == []
    document.undo()
    document.close()


def test_a_search_where_one_may_write_makes_the_index_anew_first(path):
    poison(path)
    document = Document.open(path)

    assert found(document, "siege") == ["The siege of Acre"]

    assert not doubting.is_doubted(document._db)
    assert search.is_in_step(document._db)
    document.close()


def test_a_check_makes_the_index_anew_without_asking_it(path):
    poison(path)
    document = Document.open(path)

    assert document.check() == []

    assert not doubting.is_doubted(document._db)
    assert found(document, "siege") == ["The siege of Acre"]
    document.close()


def test_a_doubted_file_is_read_copied_and_restored_as_any_other(path, tmp_path):
    poison(path)
    backup = back_up(path)
    document = Document.open(path)
    second = Document.open(path)

    document.save_copy(tmp_path / "copy.dateline")
    second.save_copy(tmp_path / "copy of the second.dateline")
    document.restore(backup.path)
    assert found(second, "sieg") == found(document, "sieg") == ["The siege of Acre"]
    add_event(document, 1, "Later")

    assert document.check() == []
    second.close()
    document.close()
    for name in ("copy.dateline", "copy of the second.dateline"):
        with closing(Document.open(tmp_path / name)) as copy:
            assert copy.check() == []


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH ':memory:' AS other",
        "SELECT load_extension('x')",
        "PRAGMA writable_schema = ON",
        "PRAGMA trusted_schema = ON",
        "PRAGMA journal_mode = WAL",
        "CREATE TRIGGER bomb AFTER INSERT ON events BEGIN DELETE FROM events; END",
        "CREATE VIEW seen AS SELECT 1",
        "CREATE TABLE other (one)",
        "DROP TABLE events",
        "ALTER TABLE events ADD COLUMN other",
    ],
)
def test_a_connection_to_a_strangers_file_can_only_what_a_timeline_needs(path, statement):
    poison(path)

    with closing(Document.open(path)) as document, pytest.raises(sqlite3.DatabaseError) as refused:
        document._db.execute(statement)

    assert "not authorized" in str(refused.value) or "prohibited" in str(refused.value)


def test_no_query_of_a_strangers_file_runs_for_ever(path, monkeypatch):
    poison(path)
    monkeypatch.setattr(doubting, "_LONGEST", 0.3)
    endless = (
        "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT max(id) FROM n"
    )

    with closing(Document.open(path)) as document:
        with pytest.raises(DatelineError, match="took too long"):
            document._ask(endless)
        assert found(document, "sieg") == ["The siege of Acre"]
