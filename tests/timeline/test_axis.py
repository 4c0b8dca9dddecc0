"""The calendar above the tracks."""

import itertools

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.atlas import Atlas
from desktop.timeline.drawing.axis import paint_axis
from desktop.timeline.drawing.rule import Rule
from desktop.timeline.drawing.style import dark, light
from desktop.when.calendar import DAY, seconds

pytestmark = pytest.mark.usefixtures("qapp")
WIDTH = 1200


def scale_of(days, start=(2024, 11, 26)):
    return TimeScale(seconds(*start), days * DAY / WIDTH, WIDTH)


def shown_labels(marks):
    upper = [(x + 8, text) for x, text in marks.upper]
    lower = [
        (x, text)
        for places, labels in ((marks.major, marks.major_labels), (marks.minor, marks.minor_labels))
        for x, text in zip(places.tolist(), labels, strict=True)
        if text
    ]
    return upper, lower


SPANS = [0.001, 0.04, 0.4, 4, 40, 400, 4e3, 4e4, 4e5, 4e6, 4e8, 4e11]


@pytest.mark.parametrize("days", SPANS)
def test_no_label_meets_another_while_one_pans(days):
    rule = Rule(light())
    scale = scale_of(days)
    for step in range(60):
        upper, lower = shown_labels(rule.marks(scale.panned(-17 * step)))

        for row in (upper, lower):
            row.sort()
            for (x, text), (following, other) in itertools.pairwise(row):
                assert x + rule.width(text) <= following + 4, (days, step, text, other)


def test_the_month_stays_at_the_edge_until_the_next_one_comes():
    rule = Rule(light())

    marks = rule.marks(scale_of(4))
    later = rule.marks(scale_of(4, (2024, 11, 29)))

    assert marks.upper[0] == (0, "November 2024")
    assert [text for _x, text in later.upper] == ["November 2024", "December 2024"]


def test_the_day_stays_at_the_edge_while_only_its_hours_are_in_view():
    rule = Rule(light())

    marks = rule.marks(TimeScale(seconds(2024, 11, 26, 3), 6 * 3600 / WIDTH, WIDTH))

    assert marks.major.tolist()[0] < 0 or marks.major_labels[0]
    assert len(marks.major_labels) >= 1


def test_the_month_that_began_before_the_picture_is_named_at_the_edge_at_once():
    marks = Rule(light()).marks(scale_of(36, (2024, 11, 24)))

    assert (marks.major.tolist()[0], marks.major_labels[0]) == (-2, "November")


@pytest.mark.parametrize("start", [(2024, 11, 27, 9, 20), (2024, 11, 27, 9, 40)])
def test_an_hour_that_has_passed_does_not_stand_at_the_edge(start):
    rule = Rule(light())
    scale = TimeScale(seconds(*start), 600 / WIDTH, WIDTH)

    labels = [rule.marks(scale.panned(-9 * step)).major_labels for step in range(9)]

    assert "09:00" not in [text for row in labels for text in row]


def test_nights_are_shaded_where_hours_are_told_and_move_with_them():
    rule = Rule(light())
    scale = scale_of(4)

    first, second = rule.marks(scale), rule.marks(scale.panned(-100))
    far = rule.marks(scale_of(40))

    assert 0 < np.median(first.night_right - first.night_left) < WIDTH / 4 / 2
    assert set((first.night_left - 100).tolist()) & set(second.night_left.tolist())
    assert not len(far.night_left)


def test_panning_shifts_every_line_by_the_same_pixels():
    rule = Rule(light())
    scale = scale_of(4)
    rule.marks(scale)
    before = rule.marks(scale.panned(-1))
    after = rule.marks(scale.panned(-38))

    shifted = before.minor - 37
    seen = shifted[(shifted >= 0) & (shifted < WIDTH)]
    assert np.isin(seen, after.minor).all()


def test_years_before_christ_have_names():
    upper, lower = shown_labels(Rule(light()).marks(scale_of(365 * 40, (-50,))))

    assert any("BC" in text for _x, text in upper + lower)
    assert not any(text.startswith("-") for _x, text in upper + lower)


@pytest.mark.parametrize("style", [light(), dark()], ids=["light", "dark"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_axis_looks_alike_on_screen_and_on_paper(style, ratio):
    marks = Rule(style).marks(scale_of(4))
    pictures = []
    for atlas in (Atlas(ratio), None):
        image = QImage(
            round(WIDTH * ratio), round(44 * ratio), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        paint_axis(painter, marks, style, WIDTH, atlas)
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        flat = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1)
        pictures.append(flat[:, : grey.width()].astype(np.int32))

    assert np.abs(pictures[0] - pictures[1]).mean() < 1
    assert np.ptp(pictures[0]) > 100
