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


def day_on(body, url="", **told):
    tree = html.fromstring(
        f"<html><head><title>Ferry aground</title></head><body>{body}</body></html>"
    )
    return page_date(tree, told, "", url).value


def test_a_time_beside_another_story_yields_to_the_day_below_the_heading():
    aside = "<aside><time datetime='2023-02-01'>1 February 2023</time></aside>"
    story = "<h1>Ferry runs aground</h1><p>Tuesday, 29 January 2019</p><p>It ran aground.</p>"

    assert day_on(aside + "<p>Menu</p>" * 20 + story) == "2019-01-29"


def test_the_day_nearest_to_the_heading_goes_before_those_of_a_list_that_repeats_it():
    story = "<h1>Ferry runs aground</h1><p>27 June 2019</p><p>It ran aground.</p>"
    others = (
        "<p>Rain for a week</p><p>30 July 2019</p><p>Ferry runs aground</p><p>5 August 2019</p>"
    )

    assert day_on(story + "<p>Words.</p>" * 20 + others) == "2019-06-27"


def test_a_day_in_the_heading_itself_is_not_the_one_of_publication():
    assert day_on("<h1>Minutes of 10 October 2019</h1><p>26 December 2019 by the board</p>") == (
        "2019-12-26"
    )


@pytest.mark.parametrize("line", [
    "<p>Datum:</p><p>3.2.2022</p>",
    "<p>Erstellt am: 3.2.2022</p>",
    "<p>This entry was posted on Thursday, 3 February 2022 at 10:00 and is filed under Sea.</p>",
    "<p>Dieser Beitrag wurde am Donnerstag, 3. Februar 2022 um 10 Uhr veröffentlicht.</p>",
])  # fmt: skip
def test_a_line_far_from_the_heading_may_say_when_the_page_was_published(line):
    before = "<h1>Ferry runs aground</h1>" + "<p>It ran aground.</p>" * 20

    assert day_on(before + line) == "2022-02-03"


def test_a_page_without_a_heading_is_known_by_its_title():
    assert day_on("<p>Ferry aground</p><p>3 February 2022</p><p>It ran.</p>") == "2022-02-03"


def test_an_address_may_write_its_day_in_eight_digits():
    assert day_on("<p>It ran.</p>", "https://example.org/20200428/ferry-aground") == "2020-04-28"
    assert day_on("<p>It ran.</p>", "https://example.org/20209928/ferry-aground") == ""
