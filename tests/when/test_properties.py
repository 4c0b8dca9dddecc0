"""What holds for every date that can be written, and for every text that is none."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.errors import WhenError
from desktop.when import (
    EVER_AFTER,
    EVER_BEFORE,
    When,
    in_words,
    moved,
    read_words,
    resized,
    spanning,
)
from desktop.when.calendar import DAY, civil, civil_from_days, days_from_civil, seconds
from tests.when.strategies import DATES, MARKS, OF_DAYS, TEXTS

TODAY = When("2024-11-29")
LIKELY = st.sampled_from("0123456789 -–/.,:~?%XYT[]{}'") | st.characters()
WORDS = st.sampled_from(
    [
        "29",
        "Nov",
        "2024",
        "May",
        "44",
        "BC",
        "AD",
        "c.",
        "about",
        "late",
        "early",
        "mid",
        "of",
        "the",
        "19th",
        "century",
        "1980s",
        "spring",
        "Q3",
        "half",
        "first",
        "last",
        "Friday",
        "sat",
        "week",
        "ago",
        "two",
        "three",
        "days",
        "18:00",
        "6",
        "pm",
        "noon",
        "night",
        "–",
        "-",
        "to",
        "until",
        "since",
        "before",
        "after",
        "between",
        "and",
        "or",
        "from",
        "1914",
        "1918",
        "12",
        "3",
        "billion",
        "years",
        "?",
        "~",
        "/",
        "03/04/2020",
        "yesterday",
        "unknown",
        "present",
        "some",
        "month",
        "2016-22",
        "1914-18",
        "2024-W48",
        "0",
        "99",
        "10,000",
        "18.30",
        "in",
    ]
)


def whens(texts=TEXTS):
    """The dates among the texts; a range that happens to run backwards is left out."""

    def made(text):
        try:
            return When(text)
        except WhenError:
            return None

    return texts.map(made).filter(lambda when: when is not None)


@given(whens())
def test_a_date_is_its_own_text(when):
    assert When(str(when)) == when


@given(whens())
def test_bounds_lie_in_order_and_take_time(when):
    bounds = when.bounds

    assert EVER_BEFORE <= bounds.earliest <= bounds.certain_from
    assert bounds.certain_from <= bounds.certain_until <= bounds.latest <= EVER_AFTER
    assert bounds.earliest < bounds.latest


@given(whens(DATES))
def test_only_what_is_exact_is_certain(when):
    bounds = when.bounds
    is_exact = not (when.is_approximate or when.is_uncertain or when.is_one_of)

    is_certain = bounds.certain_from < bounds.certain_until

    assert is_certain == is_exact
    assert (bounds.earliest, bounds.latest) == (bounds.certain_from, bounds.certain_until) or (
        not is_exact
    )


@settings(max_examples=400)
@given(whens(), st.booleans())
def test_words_are_read_back_to_the_same_time(when, long):
    words = in_words(when, long=long)

    again = read_words(words).when

    assert again.bounds == when.bounds, words


@settings(max_examples=300)
@given(whens())
def test_words_without_todays_year_are_read_back_against_today(when):
    words = in_words(when, today=TODAY)

    again = read_words(words, TODAY).when

    assert again.bounds == when.bounds, words


def date_or_sentence(read, *arguments):
    """What was read, or why it was refused; any other exception fails the test."""
    try:
        return read(*arguments)
    except WhenError as error:
        return str(error)


@settings(max_examples=500)
@given(st.text(LIKELY, max_size=60), st.sampled_from((None, True, False)))
def test_any_text_is_a_date_or_is_refused_with_a_sentence(text, day_first):
    read = date_or_sentence(read_words, text, TODAY, day_first)

    assert read
    assert isinstance(read, str) or When(read.when.edtf) == read.when


@settings(max_examples=1500)
@given(st.lists(WORDS, max_size=8), st.sampled_from((None, TODAY)))
def test_any_row_of_date_words_is_a_date_or_is_refused(words, today):
    read = date_or_sentence(read_words, " ".join(words), today)

    assert read
    assert isinstance(read, str) or read_words(in_words(read.when)).when.bounds == read.when.bounds


@given(st.text(LIKELY, max_size=60))
def test_any_text_is_edtf_or_is_refused(text):
    read = date_or_sentence(When, text)

    assert isinstance(read, str) or When(str(read)) == read


@pytest.mark.parametrize(
    "sign",
    ["1", "-", " ", "–", "/", "[", "X", "~", ".", "12/", "1 ", "a", "a-", "fri ", "6 pm ", "1-",
     "to ", "or 1914 ", "early ", "1,000", "'", "(", "\u200b", "\x00", "ǆ", "Y1E9", "m ", "1:"],
)  # fmt: skip
def test_a_huge_text_is_refused_without_being_chewed(sign):
    for text in (sign * 100_000, "1914" + sign * 100_000):
        assert isinstance(date_or_sentence(When, text), str)
        read = date_or_sentence(read_words, text, TODAY)
        assert isinstance(read, str) or len(text.strip()) == 4


@given(whens(), st.integers(-4_000, 4_000), st.sampled_from((DAY, 3600, 60, 1)))
def test_a_moved_date_lies_where_it_was_moved_to(when, count, unit):
    by = count * unit
    exact = not (when.is_approximate or when.is_uncertain)
    assume(exact and "X" not in when.edtf)

    after = moved(when, by)

    if when.bounds.earliest > EVER_BEFORE:
        assert after.bounds.earliest == when.bounds.earliest + by
    assert after.is_open_start == when.is_open_start
    assert after.is_open_end == when.is_open_end


@given(whens(), st.integers(-4_000, 4_000), st.sampled_from((DAY, 3600, 60, 1)))
def test_a_moved_date_keeps_its_marks(when, count, unit):
    after = moved(when, count * unit)

    assert after.is_approximate == when.is_approximate
    assert after.is_uncertain == when.is_uncertain


@given(whens(OF_DAYS), st.integers(-4_000, 4_000))
def test_days_moved_by_days_and_back_are_what_they_were(when, days):
    there = moved(when, days * DAY)

    assert moved(there, -days * DAY) == when


@given(
    st.integers(seconds(-5000), seconds(3000)),
    st.integers(1, 10**9),
    st.sampled_from((1, 60, 3600, DAY)),
)
def test_a_drawn_span_is_kept_to_the_second(start, length, unit):
    start, stop = start // unit * unit, (start + length * unit) // unit * unit

    drawn = spanning(start, stop)

    assert (drawn.bounds.earliest, drawn.bounds.latest) == (start, stop)


@given(whens(), st.integers(seconds(-700), seconds(2200)))
def test_a_stretched_date_ends_where_it_was_pulled_to(when, end):
    end = end // 60 * 60

    try:
        after = resized(when, end=end)
    except WhenError:
        assert end <= when.bounds.earliest + 366 * DAY * 1000
        return

    assert after.bounds.latest == end
    assert after.bounds.earliest == when.bounds.earliest


@given(st.integers(-(10**13), 10**13))
def test_every_day_has_one_name(days):
    assert days_from_civil(*civil_from_days(days)) == days


@given(st.integers(-(10**17), 10**17))
def test_every_second_has_one_name(instant):
    assert seconds(*civil(instant)) == instant


@given(DATES, MARKS)
def test_two_spellings_of_about_and_perhaps_are_one(date, mark):
    assume(date[-1] not in "?~%")

    assert When(f"{date}?~") == When(f"{date}~?") == When(f"{date}%")
