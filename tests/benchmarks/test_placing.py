"""From a track's key to a saved and drawn event; the aim is 50 ms, of which the disk has 20.

The floor is one commit of one row to a file of the same kind on the same disk.
"""

import time
from itertools import accumulate
from statistics import median

from PySide6.QtWidgets import QApplication
from sqlite_utils.utils import sqlite3

from desktop.edits.articles import add_article
from desktop.edits.events import place_event
from desktop.model import Article, Quote, Selection
from desktop.when import When

ROUNDS = 20
AIM = 0.05
PLACES = ["Ellery", "Arlen", "Tarn", "Osk", "Rill", "Vane", "Holm", "Stow", "Mere", "Pike"]
DEEDS = ["took", "left", "burnt", "sold", "found", "crossed"]
SENTENCES = [
    f"Crew {n} {DEEDS[n % 6]} the old port of {PLACES[n % 10]} on Wednesday and sailed on Friday. "
    for n in range(60)
]


def commits(path):
    connection = sqlite3.connect(path)
    connection.isolation_level = None
    for pragma in ("journal_mode = DELETE", "synchronous = EXTRA"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE numbers (one INTEGER)")
    times = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        connection.execute("INSERT INTO numbers VALUES (?)", [number])
        times.append(time.perf_counter() - start)
    connection.close()
    return median(times)


def test_a_placed_event_is_saved_and_drawn(benchmark, window, document, tmp_path):
    article = Article(title="A", text="".join(SENTENCES), published=When("2024-11-29"))
    kept = document.article(add_article(document, article))
    window.session.select(Selection(article=kept.id))
    track = document.track(1)
    places = accumulate(map(len, SENTENCES), initial=0)

    def place():
        first = next(places)
        place_event(
            document, track, Quote(kept.id, first, first + 21, kept.text[first : first + 21])
        )
        window.timeline.canvas.repaint()
        QApplication.processEvents()

    benchmark.pedantic(place, rounds=ROUNDS, warmup_rounds=3)

    floor, took = commits(tmp_path / "floor.sqlite"), benchmark.stats.stats.median
    benchmark.extra_info["ratio to one commit"] = round(took / floor, 2)
    benchmark.extra_info["share of the aim"] = round(took / AIM, 2)
