"""What holds for every text, also for those that nobody would write."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reading.dates import find_dates
from desktop.when import When

SOME_WORDS = """on in the of to from between and May March 5 20 31 1066 2024 1,500 44 BC AD
    early late mid
    - – ( ) , . Monday Friday last next this yesterday today week month year years days ago later
    morning night 6 p.m. 18:00 at about nearly two a first quarter half summer winter Christmas
    1980 s ' 's century 19 th every the past three 2024-11-29 29/11/2024 or until said will"""
WORDS = st.sampled_from(SOME_WORDS.split())
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))
DAYS = st.sampled_from(["", "2024-11-29", "0044-03-15", "nonsense", "2024-13-45", "2024"])
LANGUAGES = st.sampled_from(["en", "es", "fr", "de", "ar", "ru", "uk", "xx", "", "../en"])


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS, LANGUAGES)
def test_every_expression_is_a_slice_of_the_text_and_a_date_that_when_accepts(text, day, language):
    found = find_dates(text, day, language)

    assert found == find_dates(text, day, language)
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.start < one.end
        assert 0 < one.confidence <= 1
        assert one.kind in ("date", "time", "duration", "set")
        assert one.rule
        assert one.why
        for edtf in filter(None, (one.edtf, one.anchor, *one.others)):
            assert When(edtf).edtf
    for before, behind in pairwise(found):
        assert before.end <= behind.start


@pytest.mark.parametrize(
    "piece",
    ["1", "-", " ", "(", "the ", "1-", "2024-", "1/2/", "in ", "two ", "a.", "\n", "\n ", "from ",
     "May ", "5 May ", "1984 ", "the end of ", "early ", "twenty-", "Monday or ", "'", "\u0660",
     "between 1 and ", "last ", "a few "],
)  # fmt: skip
def test_a_long_run_of_one_thing_is_read_without_trouble(piece):
    text = piece * (20_000 // len(piece))

    found = find_dates(text, "2024-11-29")

    assert all(text[one.start : one.end] == one.text for one in found)


def test_nothing_is_placed_against_a_publication_day_that_nobody_knows():
    found = find_dates("He left on Friday. Yesterday it rained. On 5 August 2019 it was dry.")

    assert [(one.text, one.edtf) for one in found] == [
        ("Friday", ""),
        ("Yesterday", ""),
        ("5 August 2019", "2019-08-05"),
    ]


def test_a_language_without_a_pack_is_read_as_english():
    assert find_dates("On 5 August 2019.", language="tlh")[0].edtf == "2019-08-05"


def test_the_finder_loads_nothing_heavy():
    asked = "import sys, desktop.reading.dates; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )

    heavy = {"numpy", "PySide6", "sqlite3", "lxml", "babel", "dateparser", "trafilatura", "click"}
    assert heavy.isdisjoint(loaded.stdout.split())
