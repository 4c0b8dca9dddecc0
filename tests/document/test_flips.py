"""One flipped bit, anywhere in a file, is never passed over in silence, and costs next to nothing.

Thirty flips here; `DATELINE_FLIPS=10000` takes as many as one likes and prints what became of them.
They are flips that change something: one after which every row of every table, by every index, and
the search for every word gives what it gave stands in unused bytes, and is not counted.
"""

import os
import random
from collections import Counter

import pytest

from desktop.document import Document
from tests.document.flips import make, outcome, readable, rescued

FLIPS = int(os.environ.get("DATELINE_FLIPS", "30"))
SEED = int(os.environ.get("DATELINE_SEED", "1"))
RESCUED_EVERY = 10


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    path = tmp_path_factory.mktemp("flips") / "whole.dateline"
    make(path)
    return path.read_bytes()


@pytest.fixture
def events(content, tmp_path):
    path = tmp_path / "all.dateline"
    path.write_bytes(content)
    document = Document.open(path)
    found = set(document.events())
    document.close()
    return found


def test_no_flipped_bit_is_silent_and_other_events_are_rescued(content, events, tmp_path, capsys):
    path, chance, found, silent = tmp_path / "flipped.dateline", random.Random(SEED), Counter(), []
    path.write_bytes(content)
    before, places = readable(path), used(content)
    came_over = []

    while found.total() - found["harmless"] < FLIPS:
        place, bit = chance.choice(places), chance.randrange(8)
        path.write_bytes(flipped(content, place, bit))
        became = outcome(path, before)
        found[became] += 1
        if became == "silent":
            silent.append((place, bit))
        if found.total() % RESCUED_EVERY == 1:
            path.write_bytes(flipped(content, place, bit))
            came_over.append(share(events, path, tmp_path / "rescued.dateline"))

    with capsys.disabled():
        if FLIPS > 30:
            print(dict(found), f"rescued {sum(came_over) / len(came_over):.2%}", silent)  # noqa: T201
    assert not silent
    assert found["named"] > 0
    assert sum(came_over) >= 0.99 * len(came_over)


def share(events, path, target):
    """How many of the untouched events come over; what does not is told."""
    found, told = rescued(path, target)
    target.unlink(missing_ok=True)
    assert found == events or told
    # The flip may stand in one of the events, which then is not an untouched one.
    return min(1, len(events & found) / (len(events) - 1))


def used(content):
    """Every place but those in the long empty stretches of pages, where a flip changes nothing."""
    return [at for at in range(len(content)) if any(content[max(0, at - 8) : at + 8])]


def flipped(content, place, bit):
    return content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :]
