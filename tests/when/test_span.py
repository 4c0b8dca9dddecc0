"""Lengths of time as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import WhenError
from desktop.when import When
from desktop.when.span import Span, moved_by, read_repeat, read_span, span_in_words


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("+3 days", Span(0, 3 * 86_400)),
        ("-2 weeks", Span(0, -14 * 86_400)),
        ("−1 month", Span(-1)),
        ("1 year, 6 months", Span(18)),
        ("two centuries", Span(2400)),
        ("an hour and 30 min", Span(0, 5400)),
        ("3d", Span(0, 3 * 86_400)),
    ],
)
def test_a_length_of_time_is_read(text, span):
    assert read_span(text) == span


@pytest.mark.parametrize("text", ["", "soon", "3", "days", "0 days", "3 days later on", "3 apples"])
def test_what_is_no_length_of_time_is_refused_with_a_sentence(text):
    with pytest.raises(WhenError, match="no length of time"):
        read_span(text)


@given(st.integers(1, 9999), st.integers(1, 4000))
def test_a_span_in_words_is_read_as_itself(months, days):
    span = Span(months, days * 86_400)

    assert read_span(span_in_words(span)) == span


def test_a_month_later_keeps_the_day_and_the_marks():
    assert moved_by(When("2024-01-15?"), Span(1)) == When("2024-02-15?")
    assert moved_by(When("1916~"), Span(12)) == When("1917~")
    assert moved_by(When("2024-01-31"), Span(1)) == When("2024-02-29")


@pytest.mark.parametrize(
    ("text", "span", "times"),
    [
        ("every 2 weeks, 5 times", Span(0, 14 * 86_400), 5),
        ("every month 12 times", Span(1), 12),
        ("year x 3", Span(12), 3),
        ("3 days for 4", Span(0, 3 * 86_400), 4),
    ],
)
def test_a_repetition_is_read(text, span, times):
    assert read_repeat(text) == (span, times)


@pytest.mark.parametrize("text", ["", "often", "every week", "5 times"])
def test_what_is_no_repetition_is_refused(text):
    with pytest.raises(WhenError):
        read_repeat(text)
