"""Event ▸ Arrange and Event ▸ Colour."""

import pytest

from desktop.edits.events import add_event
from desktop.gui.dialogs.asking import Asking
from desktop.gui.menubar import MenuBar
from desktop.model import COLOURS, Selection
from desktop.when import When
from desktop.when.calendar import seconds


@pytest.fixture
def put(document):
    """Put an event on Offensives."""
    track = document.track_with_key("1").id
    return lambda title, when: add_event(document, track, title, When(when))


@pytest.fixture
def do(window):
    """Do an action with these events in hand; what it asks is answered."""

    def act(name, *events, answer=""):
        window.session.select(Selection(events=events))
        window.findChild(MenuBar).actions_by_id[name].trigger()
        asking = window.findChild(Asking)
        if asking is not None:
            asking.answer.setText(answer)
            asking.keep()
        return asking

    return act


def dates(document):
    return {event.title: event.when.edtf for event in document.events()}


def test_an_event_and_all_that_follow_it_are_shifted_by_a_typed_span(document, do, put):
    put("Before", "2024-11-01")
    event = put("Here", "2024-11-10")
    put("After", "2024-11-20")

    do("shift_following", event, answer="+3 days")

    assert dates(document) == {
        "Before": "2024-11-01",
        "Here": "2024-11-13",
        "After": "2024-11-23",
    }


def test_what_is_understood_is_shown_and_nonsense_cannot_be_kept(window, document, put):
    window.session.select(Selection(events=(put("Here", "2024-11-10"),)))
    window.findChild(MenuBar).actions_by_id["shift"].trigger()
    asking = window.findChild(Asking)

    asking.answer.setText("-2 weeks")
    assert asking.told.text() == "1 event, 2 weeks earlier"

    asking.answer.setText("soon")
    assert "no length of time" in asking.told.text()
    assert not asking.buttons.buttons()[0].isEnabled()
    asking.reject()


def test_an_event_is_repeated_and_all_are_in_hand(window, document, do, put):
    do("repeat", put("Talks", "2024-11-01"), answer="every 2 weeks, 2 times")

    found = sorted(event.when.edtf for event in document.events())
    assert found == ["2024-11-01", "2024-11-15", "2024-11-29"]
    assert len(window.session.selection.events) == 3


def test_a_span_is_split_at_a_typed_date(document, do, put):
    do("split_at", put("Siege", "2024-11-01/2024-11-10"), answer="4 Nov 2024")

    found = sorted(event.when.edtf for event in document.events())
    assert found == ["2024-11-01/2024-11-03", "2024-11-04/2024-11-10"]


def test_a_refused_split_is_told_where_it_was_asked(document, do, put):
    asking = do("split_at", put("Siege", "2024-11-01/2024-11-10"), answer="2025")

    assert "between its start and its end" in asking.told.text()
    assert len(document.events()) == 1
    asking.reject()


def test_two_events_join_and_the_one_is_in_hand(window, document, do, put):
    one, other = put("Start", "2024-11-01"), put("End", "2024-11-05")

    do("join", one, other)

    assert dates(document) == {"Start": "2024-11-01/2024-11-05"}
    assert window.session.selection.events == (one,)


def test_events_get_a_colour_and_lose_it_again(document, do, put):
    event = put("Here", "2024-11-10")

    do("colour_blue", event)
    assert document.event_colours() == {event: COLOURS[1]}

    do("colour_track", event)
    assert document.event_colours() == {}


def test_two_events_of_a_day_change_places(document, do, put):
    put("First", "2024-11-10")
    second = put("Second", "2024-11-10")

    do("order_before", second)

    assert [event.title for event in document.events()] == ["Second", "First"]


def test_an_event_is_split_where_its_menu_was_opened(window, document, put):
    event = put("Siege", "2024-11-10/2024-11-19")
    menu = window.timeline.hooks.event_menu((event,), seconds(2024, 11, 15))

    split = next(entry for entry in menu.actions() if entry.text().startswith("Split at"))
    split.trigger()

    assert split.text() == "Split at 15 Nov 2024"
    assert sorted(event.when.edtf for event in document.events()) == [
        "2024-11-10/2024-11-14",
        "2024-11-15/2024-11-19",
    ]


def test_nothing_is_split_beyond_its_ends_or_where_nobody_points(window, put):
    event = put("Siege", "2024-11-10/2024-11-19")

    for place in (None, seconds(2024, 11, 10), seconds(2024, 12, 1)):
        words = [
            entry.text() for entry in window.timeline.hooks.event_menu((event,), place).actions()
        ]

        assert not any(text.startswith("Split at") for text in words)


def test_a_ruler_is_asked_for_between_two_dates(window, put):
    put("Siege", "2024-11-10/2024-11-19")
    window.findChild(MenuBar).actions_by_id["measure_dates"].trigger()
    asking = window.findChild(Asking)

    asking.answer.setText("28 Nov 2024 to 2 Dec 2024")
    told = asking.told.text()
    asking.keep()

    assert told == "4 days · 28 Nov 2024 – 2 Dec 2024"
    assert window.timeline.stage.ruler.start.middle == seconds(2024, 11, 28)
