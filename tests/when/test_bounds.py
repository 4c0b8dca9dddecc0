"""From EDTF to seconds: what a date may touch, and what it takes in for sure."""

import datetime

import edtf as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import WhenError
from desktop.when import EVER_AFTER, EVER_BEFORE, Bounds, When
from desktop.when.calendar import (
    add_months,
    civil_from_days,
    days_from_civil,
    julian_weekday,
    monday_of,
    seconds,
    week_of,
    weekday,
)


def at(text):
    """Seconds for `1984-07-02T12:00`, a year before the common era being `-44-01-01`."""
    day, _, clock = text.partition("T")
    sign = -1 if day.startswith("-") else 1
    year, month, day_of_month = (int(part) for part in day.lstrip("-").split("-"))
    hour, minute = (int(part) for part in (clock or "0:0").split(":")[:2])
    return seconds(sign * year, month, day_of_month, hour, minute)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1984", "1984-1-1", "1985-1-1"),
        ("1984-02", "1984-2-1", "1984-3-1"),
        ("1984-02-29", "1984-2-29", "1984-3-1"),
        ("0000", "0-1-1", "1-1-1"),
        ("-0043", "-43-1-1", "-42-1-1"),
        ("-0043-03-15", "-43-3-15", "-43-3-16"),
        ("Y-10000000000", "-10000000000-1-1", "-9999999999-1-1"),
        ("Y10000000000", "10000000000-1-1", "10000000001-1-1"),
        ("198X", "1980-1-1", "1990-1-1"),
        ("19XX", "1900-1-1", "2000-1-1"),
        ("1XXX", "1000-1-1", "2000-1-1"),
        ("-04XX", "-499-1-1", "-399-1-1"),
        ("-000X", "-9-1-1", "1-1-1"),
        ("1793-21", "1793-3-1", "1793-6-1"),
        ("1793-22", "1793-6-1", "1793-9-1"),
        ("1793-23", "1793-9-1", "1793-12-1"),
        ("1793-24", "1793-12-1", "1794-3-1"),
        ("2016-28", "2016-12-1", "2017-3-1"),
        ("2016-29", "2016-9-1", "2016-12-1"),
        ("2016-30", "2016-12-1", "2017-3-1"),
        ("2016-35", "2016-7-1", "2016-10-1"),
        ("2016-38", "2016-5-1", "2016-9-1"),
        ("2016-40", "2016-1-1", "2016-7-1"),
        ("2016-41", "2016-7-1", "2017-1-1"),
        ("2024-11-29T18:00", "2024-11-29T18:00", "2024-11-29T18:01"),
        ("2024-11-29T18:00/2024-11-30T00:00", "2024-11-29T18:00", "2024-11-30"),
        ("2024-11-18/2024-11-24", "2024-11-18", "2024-11-25"),
        ("2016-12/2017", "2016-12-1", "2018-1-1"),
        ("{1914..1916}", "1914-1-1", "1917-1-1"),
        ("{1914,1915}", "1914-1-1", "1916-1-1"),
    ],
)
def test_an_exact_date_is_certain_throughout(edtf, earliest, latest):
    start, stop = at(f"{earliest}"), at(f"{latest}")

    assert When(edtf).bounds == Bounds(start, start, stop, stop)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1984?", "1984-1-1", "1985-1-1"),
        ("1984~", "1983-1-1", "1986-1-1"),
        ("1984%", "1983-1-1", "1986-1-1"),
        ("2024-11-29?", "2024-11-29", "2024-11-30"),
        ("2024-11-29~", "2024-11-28", "2024-12-01"),
        ("2020-03~", "2020-2-1", "2020-5-1"),
        ("2016-22~", "2016-3-1", "2016-12-1"),
        ("198X~", "1970-1-1", "2000-1-1"),
        ("2024-11-29T18:00~", "2024-11-29T17:59", "2024-11-29T18:02"),
        ("1984-XX", "1984-1-1", "1985-1-1"),
        ("1984-04-XX", "1984-4-1", "1984-5-1"),
        ("1984-XX-XX", "1984-1-1", "1985-1-1"),
        ("[1914..1918]", "1914-1-1", "1919-1-1"),
        ("[2024-11-28,2024-11-29]", "2024-11-28", "2024-11-30"),
        ("{1914,1916}", "1914-1-1", "1917-1-1"),
        ("2004-06~-11", "2004-5-11", "2004-7-12"),
        ("2004~-06-11", "2003-6-11", "2005-6-12"),
        ("2004-06-~11", "2004-6-10", "2004-6-13"),
        ("?2004-06-11", "2004-6-11", "2004-6-12"),
    ],
)
def test_of_an_inexact_date_nothing_is_certain(edtf, earliest, latest):
    bounds = When(edtf).bounds

    assert (bounds.earliest, bounds.latest) == (at(earliest), at(latest))
    assert bounds.certain_from == bounds.certain_until


@pytest.mark.parametrize(
    ("edtf", "certain_from", "certain_until"),
    [
        ("2024-11-27/2024-11-29~", "2024-11-27", "2024-11-29"),
        ("2024-11-27?/2024-11-29", "2024-11-28", "2024-11-30"),
        ("2016-09~/2016-12", "2016-10-1", "2017-1-1"),
        ("2016/2016-04~", "2016-1-1", "2016-4-1"),
        ("2011/", "2011-1-1", "2012-1-1"),
        ("/1918", "1918-1-1", "1919-1-1"),
    ],
)
def test_an_inexact_end_of_a_range_is_not_certain(edtf, certain_from, certain_until):
    bounds = When(edtf).bounds

    assert (bounds.certain_from, bounds.certain_until) == (at(certain_from), at(certain_until))


def test_an_open_end_lasts_for_ever():
    assert When("2011/..").bounds == Bounds(at("2011-1-1"), at("2011-1-1"), EVER_AFTER, EVER_AFTER)
    assert When("../1918").bounds.earliest == EVER_BEFORE
    assert When("[..1918]").bounds.earliest == EVER_BEFORE
    assert When("[1918..]").bounds.latest == EVER_AFTER
    assert When("2011/").is_open_end
    assert not When("2011").is_open_end


def test_what_is_known_of_a_date_can_be_asked():
    assert When("1914/1918").is_interval
    assert When("1914~/1918").is_approximate
    assert When("1914/1918?").is_uncertain
    assert When("1984%").is_approximate
    assert When("1984%").is_uncertain
    assert When("[1914..1918]").is_one_of
    assert When("1984-XX").is_one_of
    assert not When("{1914..1918}").is_one_of
    assert not When("198X").is_one_of
    assert not When("1914/1918").is_uncertain


@pytest.mark.parametrize(
    ("edtf", "why"),
    [
        ("", "There is no date here."),
        ("12", "12: a year has four digits, as in 0476."),
        ("12000", "12000: a year of more than four digits begins with Y."),
        ("-0000", "-0000: year 0 (1 BC) has no minus sign."),
        ("Y99999999999", "Y99999999999: years reach 15,000,000,000 both ways."),
        ("2024-13", "2024-13: months are 01 to 12, seasons and other parts of a year 21 to 41."),
        ("2024-02-30", "2024-02-30: February 2024 has 29 days."),
        ("2024-04-31", "2024-04-31: April 2024 has 30 days."),
        ("2024-21-03", "2024-21-03: months are 01 to 12."),
        ("1950S2", "1950S2: significant digits (S) are not kept; use 19XX or ~."),
        ("156X-12-25", "156X-12-25: a month needs a year whose digits are all known."),
        ("2004-XX-11", "2004-XX-11: the month is not known but the day is; write 2004-XX-XX."),
        ("2024-11-29T25:61", "2024-11-29T25:61: hours are 00 to 23, minutes and seconds 00 to 59."),
        ("2024-11-29T18", "2024-11-29T18: a clock time has hours and minutes, as T18:00."),
        ("2024-11-29T18:00Z", "2024-11-29T18:00Z: clock times are local here and have no zone."),
        ("1914?-06-11T18:00", "1914?-06-11T18:00: a mark on a date with a clock time stands at its"
            " end."),
        ("../..", "../..: a range needs a date at one end at least."),
        ("1914/1915/1916", "1914/1915/1916: a range has one / between two dates."),
        ("1918/1914", "1918/1914: the range ends before it begins."),
        ("[1918..1914]", "[1918..1914]: the range ends before it begins."),
        ("[..]", "[..]: “..” needs a date beside it."),
        ("198x", "198x: X, Y and T are capital letters in EDTF."),
    ],
)  # fmt: skip
def test_what_is_no_edtf_is_refused_by_its_part(edtf, why):
    with pytest.raises(WhenError) as refused:
        When(edtf)

    assert str(refused.value) == why


def test_one_of_two_spellings_is_kept():
    assert When("Y1984") == When("1984")
    assert When("Y-17E7").edtf == "Y-170000000"
    assert When("1984?~").edtf == When("1984~?").edtf == "1984%"


def plain_dates():
    """Days, months, years and decades of the common era."""
    day = st.dates(datetime.date(1, 1, 1), datetime.date(9998, 12, 31)).map(str)
    return day.flatmap(lambda text: st.sampled_from((text, text[:7], text[:4], text[:3] + "X")))


@given(st.one_of(plain_dates(), st.tuples(plain_dates(), plain_dates()).map("/".join)))
def test_exact_dates_begin_and_end_where_the_edtf_library_says(text):
    try:
        bounds = When(text).bounds
    except WhenError:
        return
    theirs = library.parse_edtf(text)

    first, last = (
        civil_from_days(bounds.earliest // 86400),
        civil_from_days(bounds.latest // 86400 - 1),
    )

    assert first == tuple(theirs.lower_strict())[:3]
    assert last == tuple(theirs.upper_strict())[:3]


@pytest.mark.parametrize("text", ["2016-33", "2016-36", "2016-40", "2016-41", "19XX", "-0043"])
def test_parts_of_years_agree_with_the_edtf_library(text):
    theirs = library.parse_edtf(text)
    bounds = When(text).bounds

    assert civil_from_days(bounds.earliest // 86400) == tuple(theirs.lower_strict())[:3]
    assert civil_from_days(bounds.latest // 86400 - 1) == tuple(theirs.upper_strict())[:3]


@given(st.dates())
def test_the_calendar_agrees_with_that_of_python(day):
    days = days_from_civil(day.year, day.month, day.day)

    assert days == (day - datetime.date(1970, 1, 1)).days
    assert weekday(days) == day.isoweekday()
    assert week_of(days) == day.isocalendar()[:2]
    assert monday_of(*week_of(days)) == days - day.isoweekday() + 1


def test_julian_weekdays_are_those_of_history():
    assert julian_weekday(1307, 10, 13) == 5  # the arrest of the Templars, a Friday
    assert julian_weekday(1066, 10, 14) == 6  # Hastings, a Saturday


def test_a_month_after_the_31st_is_the_last_of_a_shorter_month():
    assert add_months(at("2024-1-31"), 1) == at("2024-2-29")
    assert add_months(at("2024-3-31"), -13) == at("2023-2-28")
