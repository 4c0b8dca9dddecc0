"""An article's date is corrected: what it dated is offered anew, and is one step with it."""

import pytest
from PySide6.QtCore import Qt

from desktop.edits.articles import date_article
from desktop.edits.events import date_events, retitle_event
from desktop.edits.suggestions import find_suggestions, take_suggestions
from desktop.gui.dialogs.redating import RedatingPage
from desktop.when import When

LATER = When("2024-12-06")


@pytest.fixture
def page(window):
    return window.findChild(RedatingPage)


@pytest.fixture
def events(document, war, page):
    """All that the article tells of: Wednesday, Thursday, the day itself, next Monday."""
    return take_suggestions(document, war, find_suggestions(document, war))


def dates(document, events):
    return [document.event(event).when.edtf for event in events]


def test_a_corrected_date_offers_the_events_that_it_dated(document, war, page, events):
    date_article(document, war, LATER)

    assert page.isVisible()
    assert page.list.topLevelItemCount() == len(events)
    assert "6 Dec 2024" in page.sentence.text()
    first = page.list.topLevelItem(0)
    assert first.text(1) == "“Wednesday”"
    assert "27 Nov 2024" in first.text(2)
    assert "4 Dec 2024" in first.text(2)


def test_taking_the_offer_is_one_step_with_the_correction(document, war, page, events):
    before = dates(document, events)
    date_article(document, war, LATER)

    page.apply.click()

    assert dates(document, events)[:2] == ["2024-12-04", "2024-12-05"]
    assert document.article(war).published == LATER
    assert not page.isVisible()
    document.undo()
    assert dates(document, events) == before
    assert document.article(war).published == When("2024-11-29")
    assert not page.isVisible()


def test_only_ticked_events_are_dated_anew(document, war, page, events):
    date_article(document, war, LATER)

    page.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    page.apply.click()

    assert dates(document, events)[:2] == ["2024-11-27", "2024-12-05"]


def test_leaving_them_changes_nothing(document, war, page, events):
    before = dates(document, events)
    date_article(document, war, LATER)

    page.leave.click()

    assert dates(document, events) == before
    assert document.article(war).published == LATER
    assert not page.isVisible()


def test_nothing_is_offered_where_the_date_has_dated_nothing(document, war, page):
    date_article(document, war, LATER)

    assert not page.isVisible()


def test_undoing_the_correction_takes_the_offer_back(document, war, page, events):
    date_article(document, war, LATER)

    document.undo()

    assert not page.isVisible()


def test_an_event_that_is_dated_by_hand_meanwhile_ends_the_offer(document, war, page, events):
    date_article(document, war, LATER)

    date_events(document, events[:1], When("2024-01-01"))

    assert not page.isVisible()


def test_after_other_work_the_offer_is_a_step_of_its_own(document, war, page, events):
    date_article(document, war, LATER)
    retitle_event(document, events[0], "Fall of Ellery")

    page.apply.click()

    document.undo()
    assert document.event(events[0]).title == "Fall of Ellery"
    assert document.article(war).published == LATER
    assert dates(document, events)[0] == "2024-11-27"


def test_the_reader_offers_it_too_when_its_date_is_typed(window, document, war, page, events, keys):
    window.activateWindow()
    window.reader.show_article(war)
    window.reader.head.ask()
    window.reader.head.field.line.setText("2024-12-06")
    keys("Return")

    assert document.article(war).published == LATER
    assert page.isVisible()


def test_where_there_was_no_day_none_is_called_former(document, war, page, events):
    date_article(document, war, None)
    date_events(document, [events[0]], None)

    date_article(document, war, LATER)

    assert "former" not in page.sentence.text()
    assert "1 event can be dated" in page.sentence.text()
    assert "6 Dec 2024" in page.sentence.text()
