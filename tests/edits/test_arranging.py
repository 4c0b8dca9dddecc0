"""Arranging many events at once."""

import pytest

from desktop.edits import arranging
from desktop.edits.events import add_event
from desktop.errors import WhenError
from desktop.when import When
from desktop.when.calendar import seconds
from desktop.when.span import Span, read_span


@pytest.fixture
def put(document):
    """Put an event on Offensives."""
    track = document.track_with_key("1").id
    return lambda title, when=None: add_event(document, track, title, when and When(when))


def dates(document):
    return {event.title: event.when and event.when.edtf for event in document.events()}


def test_events_are_shifted_by_the_calendar_in_one_step(document, put):
    ids = [put("A", "2024-01-31"), put("B", "2024-02~"), put("C")]

    arranging.shift_events(document, ids, read_span("+1 month"))

    assert dates(document) == {"A": "2024-02-29", "B": "2024-03~", "C": None}
    document.undo()
    assert dates(document)["A"] == "2024-01-31"


def test_a_repeated_event_keeps_its_tags_and_counts_from_the_first(document, put):
    event = put("Rent", "2024-01-31")
    with document.step("Tag"):
        document.set_event_tags(event, ["money"])

    made = arranging.repeat_events(document, [event], Span(1), 2)

    assert [document.event(one).when.edtf for one in made] == ["2024-02-29", "2024-03-31"]
    assert [document.tags_of(one) for one in made] == [["money"], ["money"]]


def test_an_undated_event_is_not_repeated(document, put):
    with pytest.raises(WhenError, match="without a date"):
        arranging.repeat_events(document, [put("Some day")], Span(1), 2)


def test_a_span_is_split_in_two_that_meet(document, put):
    event = put("Siege", "2024-11-01/2024-11-10")

    other = arranging.split_event(
        document, event, arranging.middle_of(When("2024-11-01/2024-11-10"))
    )

    assert document.event(event).when == When("2024-11-01/2024-11-05")
    assert document.event(other).when == When("2024-11-06/2024-11-10")
    assert document.event(other).title == "Siege"


def test_an_event_is_not_split_outside_itself(document, put):
    event = put("Siege", "2024-11-01/2024-11-10")

    with pytest.raises(WhenError, match="between its start and its end"):
        arranging.split_event(document, event, seconds(2025))


def test_joined_events_reach_from_first_to_last_with_their_marks(document, put):
    ids = [put("End", "2024-11-29~"), put("Start", "2024-11-20?"), put("Between", "2024-11-25")]

    joined = arranging.join_events(document, ids)

    assert dates(document) == {"Start": "2024-11-20?/2024-11-29~"}
    document.undo()
    assert len(document.events()) == 3
    assert joined in [event.id for event in document.events()]


def test_a_decade_joins_as_the_years_it_has(document, put):
    arranging.join_events(document, [put("Eighties", "198X"), put("Wall", "1989-11-09")])

    (when,) = dates(document).values()
    assert When(when).bounds.earliest == seconds(1980)
    assert When(when).bounds.latest >= seconds(1989, 11, 10)


def test_starts_and_ends_are_aligned_with_the_event_chosen_last(document, put):
    one, other = put("A", "2024-11-01/2024-11-03"), put("B", "2024-11-10/2024-11-14")

    arranging.align_starts(document, [one, other], other)
    assert dates(document)["A"] == "2024-11-10/2024-11-12"

    arranging.align_ends(document, [one, other], other)
    assert dates(document)["A"] == "2024-11-12/2024-11-14"
    assert dates(document)["B"] == "2024-11-10/2024-11-14"


def test_importance_stays_between_its_ends(document, put):
    event = put("A", "2024")

    arranging.weigh_events(document, [event], 20)
    assert document.event(event).importance == 9

    arranging.weigh_events(document, [event], -1)
    assert document.event(event).importance == 8


def test_a_colour_is_given_and_taken_back(document, put):
    event = put("A", "2024")

    arranging.colour_events(document, [event], "#123456")
    assert document.event_colours() == {event: "#123456"}

    arranging.colour_events(document, [event], "")
    assert document.event_colours() == {}


def test_events_of_one_day_are_ordered_by_hand(document, put):
    for title in "ABC":
        put(title, "2024-11-29")
    put("Other day", "2024-11-30")
    last = next(event for event in document.events() if event.title == "C")

    arranging.order_event(document, last.id, -1)

    assert [event.title for event in document.events()] == ["A", "C", "B", "Other day"]
