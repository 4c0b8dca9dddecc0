"""F10: two users with home folders of their own, or two machines, want the same file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.document import Document, beside
from desktop.edits.events import add_event, retitle_event, tag_events
from desktop.errors import DatelineError

EDITS = int(os.environ.get("DATELINE_EDITS", "20"))
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def another_home(tmp_path, monkeypatch):
    """From here on this process is another user's, who knows nothing of the first one's locks."""

    def move():
        monkeypatch.setenv("DATELINE_FOLDER", str(tmp_path / "another"))

    return move


def test_the_second_user_reads_follows_and_takes_over(document, another_home):
    add_event(document, 1, "One")
    another_home()

    second = Document.open(document.path)

    assert "another window" in second.why_read_only
    add_event(document, 1, "Two")
    assert second.follow()
    assert not second.can_take_over()
    document.close()
    assert second.take_over()
    add_event(second, 1, "Three")
    assert [event.title for event in second.events()] == ["One", "Two", "Three"]
    assert second.check() == []
    second.close()
    assert not beside.mark_of(document.path).exists()


def test_the_mark_of_a_killed_program_holds_nobody_up(document, another_home):
    document.close()
    beside.mark_of(document.path).write_bytes(b"")
    another_home()

    second = Document.open(document.path)

    assert not second.is_read_only
    second.close()
    assert not beside.mark_of(document.path).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links are a matter of these systems")
def test_a_mark_that_leads_elsewhere_is_not_followed(document, tmp_path):
    document.close()
    (tmp_path / "other").write_bytes(b"kept")
    beside.mark_of(document.path).symlink_to(tmp_path / "other")

    second = Document.open(document.path)
    second.close()

    assert (tmp_path / "other").read_bytes() == b"kept"


@pytest.fixture
def both(document, another_home, monkeypatch):
    """Two that write the same file at once, as on a disk that knows no locks."""
    monkeypatch.setattr(beside, "take", lambda path: None)
    for number in range(3):
        add_event(document, 1, f"Event {number}")
    document.close()
    first = Document.open(document.path)
    another_home()
    second = Document.open(document.path)
    assert not first.is_read_only
    assert not second.is_read_only
    yield first, second
    first.close()
    second.close()


def test_what_another_wrote_unseen_is_not_overwritten(both):
    first, second = both
    stale = second.event(1)
    retitle_event(first, 1, "Typed by the first")

    with pytest.raises(DatelineError, match="Another program has changed timeline"):
        retitle_event(second, stale.id, "Typed by the second")

    assert second.event(1).title == first.event(1).title == "Typed by the first"
    retitle_event(second, 1, "Typed by the second")
    assert second.event(1).title == "Typed by the second"


def test_what_is_only_added_needs_no_second_look(both):
    first, second = both
    add_event(first, 1, "Of the first")

    add_event(second, 1, "Of the second")
    tag_events(second, [1], ["war"])

    assert {event.title for event in second.events()} >= {"Of the first", "Of the second"}
    assert second.check() == []


def test_a_step_of_the_other_is_not_taken_back(both):
    first, second = both
    retitle_event(second, 1, "Second")
    retitle_event(first, 2, "First") if first.follow() else None

    assert second.undo() is None

    assert second.event(2).title == "First"
    assert second.event(1).title == "Second"


def test_two_homes_that_edit_at_once_overwrite_nothing_unseen(document, tmp_path):
    document.close()
    words = [sys.executable, "-m", "tests.faults.edited_at_once", str(document.path)]
    programs = [
        subprocess.Popen(
            [*words, name, str(EDITS)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"DATELINE_FOLDER": str(tmp_path / name)},
        )
        for name in ("first", "second")
    ]
    assert [one.stdout.readline() for one in programs] == ["open False\n"] * 2
    for one in programs:
        one.stdin.write("\n")
        one.stdin.flush()
    told = [
        line.split(maxsplit=2) for one in programs for line in one.communicate()[0].splitlines()
    ]

    assert [one.returncode for one in programs] == [0, 0]
    again = Document.open(document.path)
    titles = [event.title for event in again.events()]
    added = [title for verb, _was, title in told if verb == "added"]
    assert len(titles) == len(added)
    # Each title was given once, and replaced once at most, by who had seen it.
    replaced = [was for verb, was, _title in told if verb == "retitled"]
    given = added + [title for verb, _was, title in told if verb == "retitled"]
    assert sorted(replaced + titles) == sorted(given)
    assert again.check() == []
    again.close()
