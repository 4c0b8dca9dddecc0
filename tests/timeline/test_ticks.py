"""The axis: labels that never meet, true dates in any year."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.axis.tick_words import ordinal, snap_words, upper_words, year_words
from desktop.timeline.axis.ticks import levels, make_ticks, nights, week_ends
from desktop.timeline.axis.units import YEAR, Kind, Unit
from desktop.when.calendar import DAY, civil, seconds

WIDTH = 1400
SPANS = st.floats(1.8, 17.7).map(lambda power: 10.0**power)
YEARS = st.sampled_from([2024, 1, 0, -43, -9999, 9999, 123_456, -66_000_000, 10**9, -(10**10)])


def six_pixels_a_letter(label):
    return 6.4 * len(label)


def ticks_around(instant, span):
    scale = TimeScale(0, span / WIDTH, WIDTH).centred(instant)
    return scale, make_ticks(scale, six_pixels_a_letter)


def labels(ticks):
    return [tick.label for tick in ticks]


@settings(max_examples=400)
@given(YEARS, SPANS)
def test_no_label_ever_meets_another(year, span):
    _scale, ticks = ticks_around(seconds(year), span)

    for row in (ticks.upper, (*ticks.major, *ticks.minor)):
        told = [tick for tick in sorted(row, key=lambda tick: tick.x) if tick.label]
        for one, other in pairwise(told):
            assert one.x + six_pixels_a_letter(one.label) < other.x


@settings(max_examples=200)
@given(YEARS, SPANS)
def test_every_picture_has_a_handful_of_labels_at_least(year, span):
    _scale, ticks = ticks_around(seconds(year), span)

    told = [tick for tick in (*ticks.major, *ticks.minor) if tick.label and 0 <= tick.x < WIDTH]
    assert 3 <= len(told) <= 80


@settings(max_examples=100)
@given(st.floats(100, 1e9), st.floats(-600, 600))
def test_the_level_stays_while_one_pans(span, dx):
    scale = TimeScale(0, span / WIDTH, WIDTH).centred(seconds(2024, 6))

    first, second = (make_ticks(one, six_pixels_a_letter) for one in (scale, scale.panned(dx)))

    assert first.level.minor == second.level.minor


def test_four_days_look_as_in_the_drawing():
    scale = TimeScale(seconds(2024, 11, 26, 5), 4.25 * DAY / 1410, 1410)

    ticks = make_ticks(scale, six_pixels_a_letter)

    assert labels(ticks.upper) == ["November 2024"]
    assert labels(ticks.major)[-4:] == ["Wed 27", "Thu 28", "Fri 29", "Sat 30"]
    assert {"06:00", "12:00", "18:00"} <= set(labels(ticks.minor))
    assert ticks.names == ("month", "day", "hour")


def test_a_view_within_one_day_tells_which_day_it_is():
    _scale, ticks = ticks_around(seconds(2024, 11, 27, 12), 6 * 3600)

    assert labels(ticks.upper) == ["Wed 27 November 2024"]


def test_a_view_within_one_year_tells_which_year_it_is():
    _scale, ticks = ticks_around(seconds(-43, 7), 200 * DAY)

    assert labels(ticks.upper) == ["44 BC"]


def test_leap_days_are_where_they_belong():
    _scale, ticks = ticks_around(seconds(1900, 3), 8 * DAY)

    assert "Wed 28" in labels(ticks.major)
    assert "Thu 29" not in labels(ticks.major)
    assert "Thu 1" in labels(ticks.major)


def test_years_before_christ_have_no_year_nought():
    _scale, ticks = ticks_around(seconds(1), 5.8 * YEAR)

    told = [tick.label for tick in sorted((*ticks.major, *ticks.minor), key=lambda tick: tick.x)]
    assert [year for year in told if "BC" in year or year.isdigit()] == [
        "3 BC",
        "2 BC",
        "1 BC",
        "1",
        "2",
        "3",
    ]


def test_tens_of_years_count_back_from_the_birth_of_christ():
    _scale, ticks = ticks_around(seconds(1), 60 * YEAR)

    told = labels(ticks.major)
    assert told == ["30 BC", "20 BC", "10 BC", "AD 1", "10", "20", "30"]


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2024, "2024"),
        (12_000, "12,000"),
        (-43, "44 BC"),
        (0, "1 BC"),
        (1 - 10_000, "10,000 BC"),
        (1 - 66_000_000, "66 Ma"),
        (1 - 13_800_000_000, "13.8 Ga"),
        (5_000_000, "AD 5 million"),
    ],
)
def test_years_are_written_as_people_write_them(year, words):
    assert year_words(year) == words


@pytest.mark.parametrize(
    ("step", "year", "words"),
    [
        (10, 1985, "1980s"),
        (10, -43, "50–41 BC"),
        (100, 1985, "20th century"),
        (100, -43, "1st century BC"),
        (1000, -1500, "2nd millennium BC"),
        (1000, 2024, "3rd millennium"),
    ],
)
def test_stretches_of_years_have_their_names(step, year, words):
    assert upper_words(Unit(Kind.YEAR, step), seconds(year)) == words


def test_ordinals():
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 111)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "111th",
    ]


@given(st.integers(-(10**17), 10**17), st.sampled_from([level.minor for level in levels()]))
def test_a_unit_begins_before_what_lies_in_it_and_ends_after(instant, unit):
    number = unit.number_at(instant)

    assert unit.start_of(number) <= instant < unit.start_of(number + 1)


@given(st.integers(-(10**12), 10**12))
def test_weeks_begin_on_mondays_and_quarters_in_their_months(instant):
    monday = Unit(Kind.WEEK).start_of(Unit(Kind.WEEK).number_at(instant))
    quarter = Unit(Kind.MONTH, 3).start_of(Unit(Kind.MONTH, 3).number_at(instant))

    assert (monday // DAY + 3) % 7 == 0
    assert civil(quarter)[1:] in [(month, 1, 0, 0, 0) for month in (1, 4, 7, 10)]


def test_week_ends_and_nights_are_shaded_where_days_are_wide():
    scale = TimeScale(seconds(2024, 11, 25), 7 * DAY / WIDTH, WIDTH)

    assert week_ends(scale) == [(1000, 1400)]
    assert (pytest.approx(200 * 20 / 24), pytest.approx(200 * 30 / 24)) in nights(scale)
    assert week_ends(scale.zoomed(1 / 100, 0)) == []
    assert nights(scale.zoomed(1 / 10, 0)) == []


@pytest.mark.parametrize(
    ("unit", "instant", "words"),
    [
        (Unit(Kind.DAY), seconds(2024, 11, 27), "Wed 27 Nov"),
        (Unit(Kind.HOUR, 6), seconds(2024, 11, 27, 18), "Wed 27 Nov, 18:00"),
        (Unit(Kind.HOUR, 6), seconds(2024, 11, 27), "Wed 27 Nov"),
        (Unit(Kind.MONTH), seconds(2024, 11), "Nov 2024"),
        (Unit(Kind.MONTH), seconds(2024, 1), "2024"),
        (Unit(Kind.YEAR, 10), seconds(-49), "50 BC"),
    ],
)
def test_what_holds_the_hand_is_named(unit, instant, words):
    assert snap_words(unit, instant) == words
