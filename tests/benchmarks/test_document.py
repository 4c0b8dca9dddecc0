"""The store at size: import, check, search, undo, each beside a floor measured in the same run."""

import csv
import time
from statistics import median

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.edits import events
from desktop.model import Event
from desktop.when import When

ROWS = 100_000
CHECKED = 20_000


def many(number):
    return [
        Event(track=1 + n % 6, title=f"Siege of the town {n}", when=When(f"{1000 + n % 900}-05"),
              note="Words. " * (n % 5), place=f"Place {n % 50}")
        for n in range(number)
    ]  # fmt: skip


def filled(document, number):
    with document.step("Many"):
        document.add_all(many(number))
    return document


def spent(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def read_and_insert(folder):
    """The floor of an import: the table read by `csv`, and one plain `executemany`."""
    path = folder / "rows.csv"
    with path.open("w", newline="") as file:
        rows = many(ROWS)
        csv.writer(file).writerows([row.title, row.when.edtf, row.note, row.place] for row in rows)

    def work():
        connection = sqlite3.connect(folder / "floor.db")
        connection.execute("CREATE TABLE rows (title, date, note, place)")
        with path.open(newline="") as file, connection:
            connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?)", csv.reader(file))
        connection.close()

    return spent(work)


def test_a_hundred_thousand_rows_at_once(document, tmp_path, benchmark):
    floor, rows = read_and_insert(tmp_path), many(ROWS)

    def work():
        with document.step("Many"):
            document.add_all(rows)

    taken = benchmark.pedantic(lambda: spent(work), rounds=1)

    benchmark.extra_info["ratio to csv and executemany"] = round(taken / floor, 1)
    assert document.counts().events == ROWS


def test_opening_and_checking_twenty_thousand_events(document, benchmark):
    filled(document, CHECKED).close()

    def work():
        opened = Document.open(document.path)
        faults = opened.check()
        opened.close()
        return faults

    assert benchmark.pedantic(work, rounds=3) == []


@pytest.mark.parametrize("words", ["s", "si", "siege", "town 99"])
def test_a_key_in_the_search(document, benchmark, words):
    filled(document, ROWS)

    found = benchmark(document.search, words)

    assert found


def test_undo_beside_the_move_of_ten_thousand(document, benchmark):
    filled(document, 10_000)
    chosen = [event.id for event in document.events()]
    moves = spent(lambda: events.move_events(document, chosen, 86_400))

    taken = [benchmark.pedantic(lambda: spent(document.undo), rounds=1)]

    benchmark.extra_info["ratio to the move"] = round(median(taken) / moves, 2)
    assert document.undo_name == "Many"
