"""Dates that are dragged, stretched and drawn."""

import pytest

from desktop.errors import WhenError
from desktop.when import EVER_AFTER, EVER_BEFORE, When, moved, resized, spanning
from desktop.when.calendar import DAY, HOUR, seconds


@pytest.mark.parametrize(
    ("edtf", "by", "after"),
    [
        ("2024-11-29", DAY, "2024-11-30"),
        ("2024-11-29", -29 * DAY, "2024-10-31"),
        ("2024-11-29~", 3 * DAY, "2024-12-02~"),
        ("2024-11-27/2024-11-29~", 2 * DAY, "2024-11-29/2024-12-01~"),
        ("2020-03", 31 * DAY, "2020-04"),
        ("2020-03/2020-05", 31 * DAY, "2020-04/2020-06"),
        ("2016", 366 * DAY, "2017"),
        ("-0043?", 365 * DAY, "-0042?"),
        ("198X", 3653 * DAY, "199X"),
        ("2016-22", 92 * DAY, "2016-23"),
        ("2016-24", 90 * DAY, "2017-21"),
        ("2016-36", 92 * DAY, "2017-33"),
        ("1984-XX", 366 * DAY, "1985-XX"),
        ("2011/..", 365 * DAY, "2012/.."),
        ("/1918", 365 * DAY, "/1919"),
        ("[1914..1918]", 365 * DAY, "[1915..1919]"),
        ("[2024-11-28,2024-11-29]", DAY, "[2024-11-29,2024-11-30]"),
        ("2024-11-29T18:00", HOUR, "2024-11-29T19:00"),
        ("2024-11-29T18:00/2024-11-30T00:00", HOUR, "2024-11-29T19:00/2024-11-30T01:00"),
    ],
)
def test_a_move_by_whole_units_keeps_the_precision(edtf, by, after):
    assert moved(When(edtf), by) == When(after)
    assert moved(When(after), -by) == When(edtf)


@pytest.mark.parametrize(
    ("edtf", "by", "after"),
    [
        ("2024-11-29", 6 * HOUR, "2024-11-29T06:00/2024-11-30T06:00"),
        ("2020-03", DAY, "2020-03-02/2020-04-01"),
        ("2016", 91 * DAY, "2016-04/2017-03"),
        ("2016~", DAY, "2016-01-02~/2017-01-01~"),
        ("198X", 366 * DAY, "1981/1990"),
        ("1984-XX", DAY, "[1984-01-02..1985-01-01]"),
        ("2024-11-29T18:00", 30, "2024-11-29T18:00:30/2024-11-29T18:01:30"),
    ],
)
def test_any_other_move_makes_the_date_finer(edtf, by, after):
    assert moved(When(edtf), by) == When(after)


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf"),
    [
        (seconds(2024), seconds(2025), "2024"),
        (seconds(1914), seconds(1919), "1914/1918"),
        (seconds(2024, 3), seconds(2024, 4), "2024-03"),
        (seconds(2024, 3), seconds(2024, 6), "2024-03/2024-05"),
        (seconds(2024, 3, 5), seconds(2024, 3, 6), "2024-03-05"),
        (seconds(2024, 3, 5), seconds(2024, 4), "2024-03-05/2024-03-31"),
        (seconds(2024, 4), seconds(2024, 3, 5), "2024-03-05/2024-03-31"),
        (seconds(2024, 3, 5, 6), seconds(2024, 3, 5, 8, 30), "2024-03-05T06:00/2024-03-05T08:30"),
        (seconds(2024, 3, 5, 6), seconds(2024, 3, 5, 6), "2024-03-05T06:00"),
        (seconds(2024, 3, 5), seconds(2024, 3, 5), "2024-03-05"),
        (seconds(-43), seconds(-42), "-0043"),
        (EVER_BEFORE, seconds(2024), "../2023"),
        (seconds(2024), EVER_AFTER, "2024/.."),
    ],
)
def test_a_drawn_span_becomes_the_coarsest_exact_date(earliest, latest, edtf):
    assert spanning(earliest, latest) == When(edtf)


def test_a_drawn_span_takes_the_marks_of_another_date():
    start, stop = seconds(1984), seconds(1986)

    assert spanning(start, stop, When("1066~")) == When("1984~/1985~")
    assert spanning(start, stop, When("1914/1918?")) == When("1984/1985?")
    assert spanning(start, stop, When("[1914,1918]")) == When("[1984..1985]")


@pytest.mark.parametrize(
    ("edtf", "start", "end", "after"),
    [
        ("2024-11-29", None, seconds(2024, 12, 2), "2024-11-29/2024-12-01"),
        ("2024-11-29", seconds(2024, 11, 28, 12), None, "2024-11-28T12:00/2024-11-30T00:00"),
        ("2024-11-27/2024-11-29~", None, seconds(2024, 12, 2), "2024-11-27/2024-12-01~"),
        ("2024-11-27/2024-11-29~", seconds(2024, 11, 25), None, "2024-11-25/2024-11-29~"),
        ("2024-11-27/2024-11-29", None, seconds(2024, 11, 28), "2024-11-27"),
        ("1066~", None, seconds(1070), "1065~/1069~"),
        ("2011/..", None, seconds(2015), "2011/2014"),
        ("2011/2015", None, EVER_AFTER, "2011/.."),
        ("../1918", seconds(1914), None, "1914/1918"),
        ("[1914..1918]", None, seconds(1917), "[1914..1916]"),
        ("198X", None, seconds(1993), "1980/1992"),
        ("2016-22", seconds(2016, 5), None, "2016-05/2016-08"),
        ("2024-11-29T18:00", None, seconds(2024, 11, 29, 20), "2024-11-29T18:00/2024-11-29T20:00"),
        ("1914/1918", seconds(1913), seconds(1917), "1913/1916"),
    ],
)
def test_a_pulled_end_leaves_the_other_as_it_was(edtf, start, end, after):
    assert resized(When(edtf), start, end) == When(after)


def test_an_end_cannot_be_pulled_over_the_start():
    with pytest.raises(WhenError):
        resized(When("2024-11-29"), end=seconds(2024, 11, 1))
    with pytest.raises(WhenError):
        resized(When("1914/1918"), start=seconds(1920))
    with pytest.raises(WhenError):
        resized(When("1914/.."), start=EVER_BEFORE)


def test_a_date_cannot_be_moved_beyond_the_years_that_are_kept():
    with pytest.raises(WhenError):
        moved(When("Y15000000000"), 366 * DAY)
