"""The line under an article's title keeps its date, however many have written it."""

import pytest

from desktop.gui.panels.reader.head import short_byline


@pytest.mark.parametrize(
    ("byline", "short"),
    [
        ("", ""),
        ("Ida Roe", "Ida Roe"),
        ("Ida Roe, Jon Bell", "Ida Roe, Jon Bell"),
        ("Ida Roe, Jon Bell, Ann Lee, Tom Poe", "Ida Roe and 3 others"),
    ],
)
def test_many_authors_are_counted(byline, short):
    assert short_byline(byline) == short


def test_a_byline_that_is_a_whole_page_is_cut():
    assert len(short_byline("x" * 10_000)) <= 80
