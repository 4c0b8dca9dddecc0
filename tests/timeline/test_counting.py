"""What the charts count."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.document import ClaimColumns
from desktop.edits.articles import add_article
from desktop.edits.events import add_event
from desktop.model import Article, Claim
from desktop.timeline import counting
from desktop.timeline.axis.units import Kind
from desktop.timeline.counting import DAYS, MONTHS, WEEKS, YEARS, bins_of
from desktop.timeline.events.index import Index
from desktop.when import When
from desktop.when.calendar import DAY, civil, seconds


@pytest.fixture
def add(document):
    """Add an event at a date on the track of a key."""
    return lambda when, key="1": add_event(
        document, document.track_with_key(key).id, "Event", When(when)
    )


@pytest.fixture
def lines(document):
    """The events of the first two tracks as they are now."""

    def read():
        index = Index(document.event_columns())
        return [index.line(document.track_with_key(key).id).events for key in "12"]

    return read


@pytest.fixture
def tell(document):
    """Let a publisher tell of an event, with so many killed."""

    def do(event, publisher, killed=(None, None), injured=(None, None)):
        article = Article(
            title=f"Told by {publisher}", publisher=publisher, text=f"Words of {publisher}"
        )
        claim = Claim(
            event=event,
            article=add_article(document, article),
            first=0,
            last=5,
            exact="Words",
            killed_min=killed[0],
            killed_max=killed[1],
            injured_min=injured[0],
            injured_max=injured[1],
        )
        with document.step("Tell"):
            document.add(claim)

    return do


def november():
    return bins_of(DAYS, seconds(2024, 11, 1), seconds(2024, 12, 1))


def test_events_are_counted_on_the_day_on_which_they_begin_by_track(add, lines):
    add("2024-11-29")
    add("2024-11-29/2024-12-04")
    add("2024-11-30", "2")

    counts = counting.count_events(lines(), november())

    assert counts.shape == (2, 30)
    assert counts[0, 28] == 2
    assert counts[1, 29] == 1
    assert counts.sum() == 3


def test_what_is_out_of_view_is_not_counted(add, lines):
    add("2024-10-31")
    add("2024-12-01")

    assert counting.count_events(lines(), november()).sum() == 0


def test_an_event_without_a_known_beginning_counts_where_it_ends(add, lines):
    add("../2024-11-05")

    assert counting.count_events(lines(), november())[0, 4] == 1


def test_weeks_begin_on_mondays_and_months_on_their_first_day():
    weeks = bins_of(WEEKS, seconds(2024, 11, 27), seconds(2024, 11, 28))
    months = bins_of(MONTHS, seconds(2024, 1, 31), seconds(2024, 3, 1))

    assert [civil(edge)[:3] for edge in weeks.edges.tolist()] == [(2024, 11, 25), (2024, 12, 2)]
    assert [civil(edge)[:2] for edge in months.edges.tolist()] == [(2024, 1), (2024, 2), (2024, 3)]


def test_months_before_christ_are_counted_as_any(add, lines):
    add("-0043-03-15")
    ides = bins_of(MONTHS, seconds(-43, 1), seconds(-42, 1))

    assert counting.count_events(lines(), ides)[0].tolist() == [0, 0, 1] + [0] * 9


@pytest.mark.parametrize(
    ("span", "unit"),
    [(14 * DAY, DAYS), (365 * DAY, WEEKS), (5 * 365 * DAY, MONTHS), (60 * 365 * DAY, YEARS)],
)
def test_the_zoom_chooses_the_unit(span, unit):
    assert counting.unit_for(span, 1000) == unit


def test_a_unit_chosen_by_hand_holds_until_its_bars_could_not_be_seen():
    assert counting.unit_for(365 * DAY, 1000, DAYS) == DAYS
    assert counting.unit_for(4000 * 365 * DAY, 1000, DAYS).kind is Kind.YEAR


def test_two_sources_of_one_event_widen_its_band_and_are_not_added(add, lines, tell, document):
    event = add("2024-11-29")
    tell(event, "Wire", (10, 12))
    tell(event, "Radio", (7, None))
    tell(add("2024-11-29", "2"), "Wire", (1, 2))
    claims = document.claim_columns()

    band = counting.count_people(lines(), november(), claims, claims.killed)

    assert (band.least[28], band.most[28], band.events[28]) == (8, 14, 2)
    assert band.most.sum() == 14


def test_claims_without_numbers_tell_of_nobody(add, lines, tell, document):
    tell(add("2024-11-29"), "Wire", (None, 3))
    claims = document.claim_columns()

    killed = counting.count_people(lines(), november(), claims, claims.killed)
    injured = counting.count_people(lines(), november(), claims, claims.injured)

    assert (killed.least.sum(), killed.most.sum()) == (3, 3)
    assert injured.events.sum() == 0


def test_sources_are_counted_for_the_events_in_view_by_track(add, lines, tell, document):
    here, there = add("2024-11-29"), add("2025-06-01")
    tell(here, "Radio")
    tell(here, "Wire")
    tell(add("2024-11-02", "2"), "Wire")
    tell(there, "Radio")

    found = counting.count_sources(
        lines(), seconds(2024, 11, 1), seconds(2024, 12, 1), document.claim_columns()
    )

    assert found[0] == ("Wire", "Radio")
    assert found[1].tolist() == [[1, 1], [1, 0]]


def test_an_article_without_a_publisher_goes_by_its_title(add, tell, document):
    tell(add("2024-11-29"), "")

    assert document.claim_columns().names == ("Told by",)


def test_an_empty_timeline_counts_nothing(lines, document):
    claims = document.claim_columns()

    assert isinstance(claims, ClaimColumns)
    assert counting.count_events(lines(), november()).sum() == 0
    assert counting.count_people(lines(), november(), claims, claims.killed).most.sum() == 0
    assert counting.count_sources(lines(), 0, 1, claims)[0] == ()


@given(some.integers(0, 10**9))
def test_the_steps_of_an_axis_are_whole_and_few_and_reach_the_top(most):
    steps = counting.round_steps(most)

    assert steps[0] == 0
    assert steps[-1] >= most
    assert 2 <= len(steps) <= 6
    assert len(set(np.diff(steps).tolist())) == 1
