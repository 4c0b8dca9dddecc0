"""A damaged file is never written, and what can be read of it comes over into a fresh one."""

import random

import pytest

from desktop.document import Document
from desktop.document.rescue import copy_readable
from desktop.edits.tracks import start_tracks
from desktop.errors import DatelineError
from desktop.model import Event
from desktop.when import When

EVENTS = 400


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "whole.dateline"
    document = Document.create(path)
    start_tracks(document)
    with document.step("Many"):
        document.add_all(
            Event(track=1, title=f"Event {n}", when=When(f"{1500 + n}"), note="Words. " * 20)
            for n in range(EVENTS)
        )
    document.close()
    return path.read_bytes()


def damaged(content, kind, seed):
    place = random.Random(seed)
    page = 4096 * place.randrange(1, len(content) // 4096)
    if kind == "flipped":
        at = place.randrange(100, len(content))
        return content[:at] + bytes([content[at] ^ 1 << place.randrange(8)]) + content[at + 1 :]
    if kind == "zeroed":
        return content[:page] + bytes(4096) + content[page + 4096 :]
    if kind == "noise":
        return content[:page] + place.randbytes(4096) + content[page + 4096 :]
    return content[: len(content) * place.randrange(20, 100) // 100]


@pytest.mark.parametrize("kind", ["flipped", "zeroed", "noise", "truncated"])
@pytest.mark.parametrize("seed", range(6))
def test_what_is_readable_is_rescued_and_the_source_stays_as_it_is(tmp_path, whole, kind, seed):
    source, target = tmp_path / "damaged.dateline", tmp_path / "rescued.dateline"
    content = damaged(whole, kind, seed)
    source.write_bytes(content)

    try:
        losses = copy_readable(source, target)
    except DatelineError:
        losses = ["all"]

    assert source.read_bytes() == content
    if losses == ["all"]:
        return
    rescued = Document.open(target)
    assert rescued.check() == []
    found = len(rescued.events())
    assert found == EVENTS or losses
    if kind in ("flipped", "zeroed"):
        assert found > 0 or losses
    rescued.close()


def test_a_whole_file_comes_over_whole(tmp_path, whole):
    source, target = tmp_path / "whole.dateline", tmp_path / "copy.dateline"
    source.write_bytes(whole)

    assert copy_readable(source, target) == []

    rescued = Document.open(target)
    assert [event.title for event in rescued.events()] == [f"Event {n}" for n in range(EVENTS)]
    rescued.close()


def test_rows_of_the_wrong_kind_are_left_out_and_named(tmp_path):
    from sqlite_utils.utils import sqlite3

    strange = sqlite3.connect(tmp_path / "strange.dateline")
    strange.execute("CREATE TABLE tracks (id, uid, name)")
    strange.execute(
        "INSERT INTO tracks VALUES (1, 'a', 'Wars'), (2, 'b', x'FF00FE'), (3, 'c', 1.5)"
    )
    strange.execute('CREATE TABLE events (id, uid, track, title, "when")')
    strange.execute(
        "INSERT INTO events VALUES (1, 'a', 1, 'Siege', '1854'), (2, 'b', 9, 'Lost', '')"
    )
    strange.execute("INSERT INTO events VALUES (3, 'c', 1, 'Odd', '31 Feb')")
    strange.commit()
    strange.close()

    losses = copy_readable(tmp_path / "strange.dateline", tmp_path / "rescued.dateline")

    rescued = Document.open(tmp_path / "rescued.dateline")
    assert [track.name for track in rescued.tracks()] == ["Wars"]
    assert [(event.title, event.when) for event in rescued.events()] == [
        ("Siege", When("1854")),
        ("Odd", None),
    ]
    assert any("2 rows" in loss for loss in losses)
    assert any("Odd" in loss for loss in losses)
    rescued.close()
