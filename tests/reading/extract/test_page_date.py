"""The day of publication, where a page's own words and marks disagree."""

import pytest
from lxml import html

from desktop.reading.extract.page_date import page_date

SHOWN = "<h1>A bridge falls in the night</h1><p>{line}</p><p>The bridge fell.</p>"


def day_of(line="", linked="", url="", **told):
    tree = html.fromstring(f"<html><body>{SHOWN.format(line=line)}</body></html>")
    names = {name.replace("__", ":"): words for name, words in told.items()}
    return page_date(tree, names, linked, url).value


def test_a_day_of_change_is_never_the_day_of_publication():
    assert day_of(article__modified_time="2024-12-03", og__updated_time="2024-12-04") == ""
    assert day_of("Last updated 4 December 2024") == ""


def test_the_byline_goes_before_metadata_that_may_tell_of_a_change():
    assert day_of("29 November 2024, Jane Doe", date="2024-12-03") == "2024-11-29"


def test_of_two_stamps_the_one_that_is_shown_is_taken():
    day = day_of("29 November 2024", "2024-11-29T08:00", article__published_time="2024-12-01")

    assert day == "2024-11-29"


def test_a_stamp_in_universal_time_yields_to_the_day_where_it_was_written():
    stamp = "2024-11-28T23:10:00Z"

    assert day_of("29 November 2024, 01:10", article__published_time=stamp) == "2024-11-29"
    assert day_of("27 November 2024", article__published_time=stamp) == "2024-11-28"


@pytest.mark.parametrize("name", ["vr:published-time", "article:published_time", "pubdate",
                                  "citation_publication_date", "parsely-pub-date"])  # fmt: skip
def test_metadata_of_publication_is_known_by_many_names(name):
    tree = html.fromstring("<html><body><p>Words.</p></body></html>")

    assert page_date(tree, {name: "2024-11-29"}, "", "").value == "2024-11-29"


@pytest.mark.parametrize(("url", "day"), [
    ("https://example.org/2024/11/29/bridge", "2024-11-29"),
    ("https://example.org/2024/11/3-questions", ""),
    ("https://example.org/2024/11/03-bridge", "2024-11-03"),
])  # fmt: skip
def test_an_address_names_a_day_only_where_it_does(url, day):
    assert day_of(url=url) == day
