"""What is known of an event can be changed in place, one edit for each finished change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.edits.articles import add_article
from desktop.edits.claims import add_claim
from desktop.edits.events import date_events, place_event, retitle_event, tag_events
from desktop.edits.texts import correct_text
from desktop.edits.tracks import lock_track
from desktop.errors import DatelineError
from desktop.gui.panels.inspector.panel import InspectorPanel
from desktop.gui.panels.inspector.people import count_words, read_count
from desktop.gui.panels.labels import Plain
from desktop.model import Article, Quote, Selection
from desktop.when import When

ENTER = Qt.Key.Key_Return


@pytest.fixture
def inspector(shown):
    return shown(InspectorPanel, 320, 900)


def write(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def steps(document):
    return len(document.history())


def test_nothing_selected_shows_a_calm_hint(inspector):
    assert inspector.hint.isVisible()
    assert not inspector.form.isVisible()


def test_a_title_is_changed_once_at_enter(inspector, document, place, select):
    event = place("Two boats sank")
    select(event)
    before = steps(document)

    write(inspector.form.title, "Boats lost")
    QTest.keyClick(inspector.form.title, ENTER)
    inspector.form.place.setFocus()

    assert document.event(event).title == "Boats lost"
    assert steps(document) == before + 1


def test_leaving_a_field_unchanged_makes_no_edit(inspector, document, place, select):
    select(place("Two boats sank"))
    before = steps(document)

    for field in (inspector.form.title, inspector.form.when.line, inspector.form.note):
        field.setFocus()
    inspector.form.tags.setFocus()
    inspector.form.place.setFocus()

    assert steps(document) == before


def test_a_date_is_read_while_it_is_typed(inspector, place, select):
    select(place("Two boats sank"))

    write(inspector.form.when.line, "late 2016")

    assert "2016-09~/2016-12" in inspector.form.when.reading.text()


def test_a_date_that_cannot_be_read_stays_in_the_field_with_the_reason(
    inspector, document, place, select
):
    event = place("Two boats sank")
    select(event)
    before = document.event(event).when

    write(inspector.form.when.line, "the other day perhaps")
    QTest.keyClick(inspector.form.when.line, ENTER)

    assert document.event(event).when == before
    assert inspector.form.when.line.text() == "the other day perhaps"
    assert inspector.form.when.reading.property("role") == "danger"


def test_an_ambiguous_day_is_asked_once_for_each_article(inspector, document, place, select):
    first, second = place("Two boats sank"), place("The mayor denied")
    select(first)
    field = inspector.form.when

    write(field.line, "03/04/2020")
    QTest.mouseClick(field._answers[0], Qt.MouseButton.LeftButton)
    select(second)
    write(field.line, "05/06/2020")
    QTest.keyClick(field.line, ENTER)

    assert document.event(first).when == When("2020-04-03")
    assert document.event(second).when == When("2020-06-05")


def test_what_is_being_typed_survives_a_change_of_something_else(
    inspector, document, place, select
):
    event = place("Two boats sank")
    select(event)
    write(inspector.form.title, "Half a ti")
    inspector.form.title.setCursorPosition(4)

    date_events(document, [event], When("2024-11-26"))

    assert inspector.form.title.text() == "Half a ti"
    assert inspector.form.title.cursorPosition() == 4
    assert inspector.form.when.line.text() == "2024-11-26"


def test_turning_to_another_event_keeps_what_was_typed_for_the_first(
    inspector, document, place, select
):
    first, second = place("Two boats sank"), place("The mayor denied")
    select(first)
    write(inspector.form.title, "Boats lost")

    select(second)

    assert document.event(first).title == "Boats lost"
    assert document.event(second).title == "The mayor denied"


def test_several_events_show_what_they_share_and_change_together(
    inspector, document, place, select
):
    first, second = place("Two boats sank", "1"), place("The mayor denied", "3")
    select(first, second)

    assert inspector.form.track.currentIndex() == -1
    assert inspector.form.when.line.placeholderText() == "several"
    write(inspector.form.place, "Port Ellery")
    QTest.keyClick(inspector.form.place, ENTER)

    assert [document.event(one).place for one in (first, second)] == ["Port Ellery"] * 2
    document.undo()
    assert [document.event(one).place for one in (first, second)] == ["", ""]


def test_an_override_of_the_status_waits_for_a_reason(inspector, document, place, select):
    event = place("Two boats sank")
    select(event)
    status = inspector.form.status

    status.choice.setCurrentIndex(status.choice.findData("denied"))
    status.choice.activated.emit(status.choice.currentIndex())
    assert document.event(event).status == ""
    write(status.reason, "The owner has both")
    QTest.keyClick(status.reason, ENTER)

    assert document.event(event).status == "denied"
    assert document.event(event).status_reason == "The owner has both"


def test_tags_are_written_with_commas(inspector, document, place, select):
    event = place("Two boats sank")
    select(event)

    write(inspector.form.tags, "storm,  harbour ,")
    QTest.keyClick(inspector.form.tags, ENTER)

    assert sorted(document.tags_of(event)) == ["harbour", "storm"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_tag_is_completed_from_those_there_are(inspector, document, place, select):
    event, other = place("Two boats sank"), place("The mayor denied")
    tag_events(document, [other], ["storm surge"])
    select(event)

    write(inspector.form.tags, "harbour, sto")
    inspector.form.tags._complete("storm surge")
    QTest.keyClick(inspector.form.tags, ENTER)

    assert sorted(document.tags_of(event)) == ["harbour", "storm surge"]


def test_a_source_leads_to_its_words(inspector, session, place, select):
    event = place("Two boats sank")
    select(event)

    QTest.mouseClick(inspector.sources.blocks[0], Qt.MouseButton.LeftButton)

    claim = session.document.claims(event)[0]
    assert session.selection == Selection((event,), claim.article, (claim.first, claim.last))


def test_selected_words_become_a_second_source_with_one_press(
    inspector, session, document, news, place
):
    event = place("Two boats sank")
    first = document.article(news).text.index("The mayor")
    session.select(Selection((event,), news, (first, first + 37)))

    QTest.mouseClick(inspector.sources.deny, Qt.MouseButton.LeftButton)

    assert [claim.stance for claim in document.claims(event)] == ["asserts", "denies"]
    assert inspector.form.status.choice.currentText() == "Contested — 1 source, 1 denial"


def test_said_by_and_casualties_belong_to_the_source_in_hand(
    inspector, document, news, place, select
):
    event = place("Two boats sank")
    add_claim(document, event, Quote(news, 0, 22, "Boats left the harbour"))
    select(event)

    QTest.mouseClick(inspector.sources.blocks[1], Qt.MouseButton.LeftButton)
    write(inspector.form.said_by, "Harbour master")
    QTest.keyClick(inspector.form.said_by, ENTER)
    write(inspector.form.killed, "4-6")
    QTest.keyClick(inspector.form.killed, ENTER)

    first, second = document.claims(event)
    assert (first.said_by, first.killed_min) == ("", None)
    assert (second.said_by, second.killed_min, second.killed_max) == ("Harbour master", 4, 6)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("27", (27, 27)),
        ("4–6", (4, 6)),
        ("1,500", (1500, 1500)),
        ("at least 27", (27, None)),
        ("27+", (27, None)),
        ("up to 30", (None, 30)),
        ("", (None, None)),
    ],
)
def test_counts_of_people_are_read_as_they_are_written(text, count):
    assert read_count(text) == count
    assert read_count(count_words(*count)) == count


def test_a_count_that_is_none_is_refused():
    with pytest.raises(DatelineError):
        read_count("many")


def test_a_locked_track_refuses_and_the_panel_says_why(inspector, document, place, select):
    event = place("Two boats sank")
    lock_track(document, document.event(event).track, is_locked=True)
    select(event)

    write(inspector.form.title, "Boats lost")
    QTest.keyClick(inspector.form.title, ENTER)

    assert document.event(event).title == "Two boats sank"
    assert inspector.form.refusal.isVisible()


def test_a_hostile_title_is_shown_as_it_is(inspector, document, place, select):
    event = place("Two boats sank")
    retitle_event(document, event, "<img src='file:///dev/zero'>")
    other = place("The mayor denied")

    from desktop.edits.links import link_events

    link_events(document, event, other, "causes")
    select(other)
    inspector.grab()

    assert inspector.links.rows[0].accessibleName() == "<img src='file:///dev/zero'>"
    assert "&lt;img" in inspector.links.rows[0].toolTip()


def test_a_link_leads_to_the_other_event(inspector, session, document, place, select):
    from desktop.edits.links import link_events

    event, other = place("Two boats sank"), place("The mayor denied")
    link_events(document, event, other, "contradicts")
    select(other)
    asked = []
    inspector.links.asked.connect(asked.append)

    QTest.mouseClick(inspector.links.rows[0], Qt.MouseButton.LeftButton)

    assert asked == [event]


def test_a_removed_event_leaves_the_hint(inspector, document, place, select):
    event = place("Two boats sank")
    select(event)

    document.undo()

    assert inspector.hint.isVisible()


def test_an_impossible_importance_is_shown_as_the_nearest_and_not_changed_unasked(
    inspector, document, place, select
):
    event = place("Two boats sank")
    with document.step("Damage"):
        document.keep(replace(document.event(event), importance=-(2**63)))
    before = steps(document)

    select(event)
    inspector.form.importance.commit()

    assert inspector.form.importance.value() == 0
    assert steps(document) == before


def test_a_quote_from_a_pdf_tells_its_page_also_after_a_correction(shown, session, document):
    text = "The first page.\n\nBoats sank in the harbour.\n\nThe third page."
    begins = f"{text.index('Boats')} {text.index('The third')}"
    article = add_article(document, Article(title="Report", text=text, pages=begins))
    first = text.index("Boats")
    quote = Quote(article, first, first + 10, "Boats sank")
    event = place_event(document, document.tracks()[0], quote)
    panel = shown(InspectorPanel)

    correct_text(document, article, "A new beginning of the text.\n\n" + text)
    session.select(Selection(events=(event,)))

    origins = [label.text() for label in panel.findChildren(Plain)]
    assert any("p. 2" in origin for origin in origins), origins
