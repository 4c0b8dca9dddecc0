"""Edit ▸ Copy events and Paste events."""

import json
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.edits.copying import paste_events
from desktop.edits.events import add_event
from desktop.errors import DatelineError
from desktop.gui.dialogs.asking import Asking
from desktop.gui.menu.clipboard import MIME
from desktop.gui.menubar import MenuBar
from desktop.model import Article, Claim, Event, Selection
from desktop.when import When


@pytest.fixture
def do(window):
    """Do an action by its id, as its menu would."""
    return lambda name: window.findChild(MenuBar).actions_by_id[name].trigger()


@pytest.fixture
def event(window, document):
    made = add_event(document, document.track_with_key("2").id, "Raid", When("2024-11-29~"))
    with document.step("Tag"):
        document.set_event_tags(made, ["night"])
    window.session.select(Selection(events=(made,)))
    return made


def test_a_copied_event_is_pasted_with_its_date_tags_and_track(window, document, do, event):
    do("copy_events")
    with document.step("Remove"):
        document.remove(Event, [event])

    do("paste_events")

    (back,) = document.events()
    assert (back.title, back.when) == ("Raid", When("2024-11-29~"))
    assert document.tags_of(back.id) == ["night"]
    assert document.track(back.track).name == "Airstrikes"
    assert window.session.selection.events == (back.id,)


def test_a_copy_in_the_same_timeline_has_all_that_the_event_has(document, do, event):
    with document.step("Status"):
        document.keep(replace(document.event(event), status="planned", latitude=5, longitude=6))
    do("copy_events")

    do("paste_events")

    copies = [(one.status, one.latitude) for one in document.events()]
    assert copies == [("planned", 5), ("planned", 5)]


def test_copied_events_are_a_table_elsewhere(do, event):
    do("copy_events")

    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert rows[1][0] == "Raid"
    assert rows[1][2] == "Airstrikes"


def test_rows_of_a_spreadsheet_become_events_in_one_step(document, do):
    QGuiApplication.clipboard().setText("Talks\t3 Dec 2024\tDiplomacy\nLater\tsome day\tStrikes")

    do("paste_events")

    talks, later = document.events()
    assert (talks.when, document.track(talks.track).name) == (When("2024-12-03"), "Diplomacy")
    assert (later.when, later.note) == (None, "some day")
    assert document.track(later.track).name == "Strikes"
    document.undo()
    assert document.events() == []
    assert len(document.tracks()) == 6


def test_an_article_on_the_clipboard_is_no_event(window, document, do):
    QGuiApplication.clipboard().setText("A text of some words.")

    do("paste_events")

    assert document.events() == []
    assert "no events" in window.banner.sentence


def test_the_usual_keys_cut_and_paste_where_the_timeline_has_the_focus(
    window, document, keys, event
):
    window.timeline.setFocus()
    keys("Ctrl+X")
    assert document.events() == []

    keys("Ctrl+V")

    (back,) = document.events()
    assert (back.title, back.when) == ("Raid", When("2024-11-29~"))
    document.undo()
    document.undo()
    assert [one.id for one in document.events()] == [event]


def test_a_cut_event_comes_back_with_what_articles_say_of_it(window, document, keys, do, event):
    with document.step("Read"):
        article = document.add(Article(title="News", text="A raid at dawn."))
        said = Claim(event=event, article=article, first=2, last=6, exact="raid", said_by="Mayor",
                     killed_min=2, stance="denies")  # fmt: skip
        document.add(said)

    do("cut_events")
    do("paste_events")

    (back,) = document.events()
    (claim,) = document.claims(back.id)
    assert (claim.exact, claim.said_by, claim.killed_min, claim.stance) == (
        "raid", "Mayor", 2, "denies"
    )  # fmt: skip


def test_ctrl_c_in_the_article_copies_its_words(window, document, event, keys):
    with document.step("Read"):
        article = document.add(Article(title="News", text="A raid at dawn."))
    window.session.select(Selection(events=(event,), article=article))
    window.reader.setFocus()
    page = window.focusWidget()
    page.selectAll()

    keys("Ctrl+C")

    assert "raid at dawn" in QGuiApplication.clipboard().text()
    assert not QGuiApplication.clipboard().mimeData().hasFormat(MIME)


def test_events_are_pasted_at_a_date_and_keep_their_distance(window, document, do, event):
    later = add_event(document, 1, "Talks", When("2024-12-01"))
    window.session.select(Selection(events=(event, later)))
    do("copy_events")
    do("paste_at_date")
    asking = window.findChild(Asking)
    asking.answer.setText("10 Jan 2025")

    asking.keep()

    pasted = [one.when for one in document.events(window.session.selection.events)]
    first = pasted[0].bounds.earliest
    assert first == When("2025-01-10").bounds.earliest
    assert pasted[1].bounds.earliest - first == 3 * 86_400


def test_a_table_with_headings_in_any_order_is_pasted_by_its_headings(document, do):
    QGuiApplication.clipboard().setText(
        "Place\tEvent\tTags\tWhen\tOdd\nMill Hill\tShells hit\tnight, UN\t3 Dec 2024\tx"
    )

    do("paste_events")

    (made,) = document.events()
    assert (made.title, made.place, made.when) == ("Shells hit", "Mill Hill", When("2024-12-03"))
    assert document.tags_of(made.id) == ["night", "UN"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"events": [{}]}',
        '{"events": 5}',
        '{"events": [{"title": 1, "when": "x"}]}',
    ],
)
def test_what_another_program_calls_events_is_refused_or_harmless(document, text):
    with pytest.raises(DatelineError):
        paste_events(document, text, 1)


def test_numbers_and_names_from_elsewhere_stay_within_bounds(document):
    told = {"title": "x", "importance": 99, "status": "wild", "latitude": 2**80, "tags": "no",
            "claims": [{"of": "nobody", "first": -5}]}  # fmt: skip

    (made,) = paste_events(document, json.dumps({"events": [told]}), 1)

    event = document.event(made)
    assert (event.importance, event.status, event.latitude) == (9, "", None)
    assert document.claims(made) == []


def test_rows_copied_from_the_table_come_back_with_its_columns(window, document, do, event):
    do("table")
    do("copy_events")

    headings, row = QGuiApplication.clipboard().text().splitlines()
    assert headings.split("\t")[:3] == ["Title", "When", "Track"]
    QGuiApplication.clipboard().setText(f"{headings}\n{row}")
    do("paste_events")

    copy = document.events()[-1]
    assert (copy.title, document.tags_of(copy.id)) == ("Raid", ["night"])
    assert copy.when == When("2024-11-29~")
