"""F10: two programs want the same file; one writes, the other reads, and takes over.

Forty edits each here; `DATELINE_EDITS=5000` makes as many as one likes.
"""

import os
import subprocess
import sys
from pathlib import Path

from desktop.document import Document
from desktop.edits.events import add_event

EDITS = int(os.environ.get("DATELINE_EDITS", "40"))
ROOT = Path(__file__).parent.parent.parent


def test_two_programs_lose_nothing_of_each_other(document):
    document.close()
    words = [sys.executable, "-m", "tests.faults.edited_by_two", str(document.path)]
    both = [
        subprocess.Popen([*words, name, str(EDITS)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for name in ("first", "second")
    ]
    told = [line.split() for one in both for line in one.communicate()[0].splitlines()]

    assert [one.returncode for one in both] == [0, 0]
    assert [words for words in told if words[0] == "refused"] == []
    had = sorted((float(asked), float(got)) for word, asked, got in told_of(told, "had"))
    left = sorted(float(moment) for _word, moment in told_of(told, "left"))
    # It is free from when it is asked for, or from when the other one leaves it.
    waits = [got - max([asked, *(one for one in left if one <= got)]) for asked, got in had]
    assert max(waits) <= 2
    again = Document.open(document.path)
    expected = {f"{name} {number}" for name in ("first", "second") for number in range(EDITS)}
    assert {event.title for event in again.events()} == expected
    assert len(again.events()) == 2 * EDITS
    assert again.check() == []
    again.close()


def told_of(told, word):
    return [words for words in told if words[0] == word]


def test_a_killed_writer_is_taken_over_and_nothing_of_it_is_lost(document):
    add_event(document, 1, "Finished")
    second = Document.open(document.path)
    assert second.is_read_only
    for held in (document._hold, document._hold._mark):
        held._let_go()  # as the system does for a killed program

    assert second.take_over()

    add_event(second, 1, "Went on")
    assert [event.title for event in second.events()] == ["Finished", "Went on"]
    second.close()
