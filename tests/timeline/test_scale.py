"""The scale: exact at a minute today and at ten billion years."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.timeline.axis.scale import FARTHEST, WIDEST, YEAR, TimeScale

NOW = 1_732_708_800
INSTANTS = st.integers(-(10**17), 10**17)
RESOLUTIONS = st.floats(0.03, 1e13)


@given(INSTANTS, RESOLUTIONS, st.floats(-1000, 3000))
def test_a_pixel_and_its_second_belong_together(start, per_pixel, x):
    scale = TimeScale(float(start), per_pixel, 1600)

    assert scale.x(scale.seconds(x)) == pytest.approx(x, abs=0.51)


@given(INSTANTS, RESOLUTIONS)
def test_one_second_and_many_have_the_same_place(start, per_pixel):
    scale = TimeScale(float(start), per_pixel, 1600)
    seconds = np.array([start - 5, start, start + 12_345], np.int64)

    assert scale.x(seconds).tolist() == pytest.approx([scale.x(int(one)) for one in seconds])


def test_seconds_are_told_apart_at_the_closest_view_of_today():
    scale = TimeScale.fitted(NOW, NOW + 1, 1600)

    assert scale.span == pytest.approx(60)
    assert scale.x(NOW + 1) - scale.x(NOW) == pytest.approx(1600 / 60, abs=0.01)


def test_open_ends_lie_far_outside_of_any_picture():
    scale = TimeScale(NOW, 1.0, 1600)

    left, right = scale.x(np.array([-4 * 10**17, 4 * 10**17], np.int64))

    assert left < -1e17
    assert right > 1e17


@given(st.floats(0.2, 5), st.floats(0, 1600))
def test_the_second_under_the_pointer_stays_there_while_zooming(factor, x):
    scale = TimeScale(float(NOW), 3600.0, 1600)

    assert scale.zoomed(factor, x).seconds(x) == pytest.approx(scale.seconds(x), abs=1e-3)


def test_the_content_follows_the_hand():
    scale = TimeScale(float(NOW), 60.0, 1600)

    assert scale.panned(10).x(NOW) == pytest.approx(10)


def test_fitting_leaves_the_margins_free():
    scale = TimeScale.fitted(NOW, NOW + 86_400, 1000, 50)

    assert scale.x(NOW) == pytest.approx(50)
    assert scale.x(NOW + 86_400) == pytest.approx(950)


def test_a_single_instant_is_shown_with_time_on_either_side():
    scale = TimeScale.fitted(NOW, NOW, 1000)

    assert scale.x(NOW) == pytest.approx(500)
    assert scale.span > 7 * 86_400


def test_nobody_gets_closer_than_a_minute_or_farther_than_the_limits():
    near = TimeScale(float(NOW), 1.0, 1000).zoomed(1e9, 500)
    far = TimeScale(float(NOW), 1.0, 1000).zoomed(1e-30, 500)
    away = TimeScale(float(NOW), 1e12, 1000).panned(-1e30)

    assert near.span == pytest.approx(60)
    assert far.span == pytest.approx(WIDEST)
    assert away.start == FARTHEST


def test_ten_billion_years_ago_the_closest_view_still_moves_evenly():
    scale = TimeScale(-1e10 * YEAR, 1e-9, 1600)

    steps = {scale.panned(-dx).start - scale.start for dx in range(1, 4)}

    assert len(steps) == 3


@given(RESOLUTIONS)
def test_an_octave_holds_its_resolutions(per_pixel):
    scale = TimeScale(0.0, per_pixel, 5000)

    assert 2.0**scale.octave <= scale.per_pixel < 2.0 ** (scale.octave + 1)
