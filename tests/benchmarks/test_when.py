"""How long a date takes to be understood, against a floor that is measured in the same run.

The floor is the least that any such module must do: one compiled pattern, three numbers, one day
count by Python itself. Run by hand:
`python main.py --test tests/benchmarks/test_when.py --benchmark-only`.
"""

import datetime
import re
import timeit

import pytest

from desktop.when import When, in_words, read_words
from desktop.when.bounds import bounds_afresh
from desktop.when.edtf import canonical, parse_afresh
from tests.when.test_reading import FORMS, rows

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
MOST_FOR_EDTF = 40
MOST_FOR_WORDS = 200
TODAY = When("2024-11-29")
EDTF = sorted({edtf for _typed, edtf in rows(FORMS)})
TYPED = [typed for typed, _edtf in rows(FORMS)]
WHENS = [When(edtf) for edtf in EDTF]


def microseconds(work):
    """The least time of one call in several runs."""
    return min(timeit.repeat(work, number=20, repeat=9)) / 20 * 1e6


def floor():
    """What a plain day costs where nothing can be uncertain."""

    def day():
        year, month, day_of_month = DAY.fullmatch("2024-11-29").groups()
        return datetime.date(int(year), int(month), int(day_of_month)).toordinal()

    return min(timeit.repeat(day, number=2000, repeat=15)) / 2000 * 1e6


def judge(benchmark, each, least, most):
    """Keep the figures with the benchmark, and fail where they are too far from the floor."""
    ratio = each / least
    benchmark.extra_info |= {"each µs": each, "floor µs": least, "ratio": ratio}
    assert ratio <= most, f"{each:.1f} µs each is {ratio:.0f} times the floor of {least:.2f} µs"


@pytest.mark.benchmark
def test_edtf_is_parsed_and_bounded_without_any_memory(benchmark):
    def parse_all():
        for edtf in EDTF:
            text = canonical(edtf)
            bounds_afresh(text, parse_afresh(text))

    least = floor()
    each = microseconds(parse_all) / len(EDTF)
    benchmark(parse_all)

    judge(benchmark, each, least, MOST_FOR_EDTF)


@pytest.mark.benchmark
def test_typed_words_are_read(benchmark):
    def read_all():
        for typed in TYPED:
            read_words(typed, TODAY)

    least = floor()
    each = microseconds(read_all) / len(TYPED)
    benchmark(read_all)

    judge(benchmark, each, least, MOST_FOR_WORDS)


@pytest.mark.benchmark
def test_dates_are_worded(benchmark):
    def word_all():
        for when in WHENS:
            in_words(when)

    least = floor()
    each = microseconds(word_all) / len(WHENS)
    benchmark(word_all)

    judge(benchmark, each, least, MOST_FOR_EDTF)
