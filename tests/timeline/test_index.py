"""The index: what touches a stretch of time, whatever was changed before."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop.timeline.events.columns import EVER_AFTER, EVER_BEFORE
from desktop.timeline.events.index import Index
from tests.timeline.timelines import DAY, NOON, Table, random_table

INSTANT = st.integers(-1000, 1000)
LENGTH = st.sampled_from([1, 2, 20, 300, 5000])


@settings(max_examples=200)
@given(st.lists(st.tuples(INSTANT, LENGTH), max_size=50), INSTANT, LENGTH)
def test_what_touches_a_stretch_is_found_and_counted(events, start, length):
    table = Table([(first, first + long) for first, long in events])
    line = Index(table).line(1)
    stop = start + length

    found = line.within(start, stop)

    touching = (table.earliest < stop) & (table.latest > start)
    assert sorted(line.events.ids[found]) == table.ids[touching].tolist()
    assert line.count(start, stop) == touching.sum()


def test_a_few_events_that_span_everything_are_found_among_many():
    table = random_table(20_000, 1)
    table.earliest[:2], table.latest[:2] = EVER_BEFORE, EVER_AFTER
    line = Index(table).line(1)

    found = line.events.ids[line.within(NOON + 50 * DAY, NOON + 51 * DAY)]

    assert {1, 2} <= set(found.tolist())
    # No more is looked at than what can be there.
    assert sum(len(some.begun(NOON, NOON + 60)) for some in line.classes.values()) < 9000


def test_rows_of_a_crowd_hold_events_that_do_not_overlap():
    line = Index(random_table(5000, 1)).line(1)

    for number in line.classes:
        for row in line.rows(number, 12):
            assert (row.stops[:-1] <= row.starts[1:]).all()


def test_events_of_one_second_stand_as_they_were_put_by_hand():
    table = Table([(0, 9)] * 3, positions=[2, 0, 1])
    index = Index(table)

    index.change([], Table([(0, 9)], positions=[1], first_id=9))

    assert index.line(1).events.ids.tolist() == [2, 3, 9, 1]


def test_the_extent_leaves_open_ends_out():
    index = Index(Table([(EVER_BEFORE, 50), (10, EVER_AFTER), (20, 30)]))

    assert index.extent() == (10, 50)
    assert Index(Table([(EVER_BEFORE, EVER_AFTER)])).extent() is None
    assert Index().extent() is None


def test_an_event_is_found_with_its_track():
    index = Index(Table([(1, 2), (3, 4)], tracks=[5, 7]))

    assert index.track_of(2) == 7
    assert index.find(2).latest == 4
    assert index.find(99) is None


class ChangingIndex(RuleBasedStateMachine):
    """An index after any changes is the one that would be read anew."""

    def __init__(self):
        super().__init__()
        self.known = {}
        self.index = Index()
        self.next = 1

    @rule(spans=st.lists(st.tuples(INSTANT, LENGTH, st.integers(1, 3)), min_size=1, max_size=90))
    def add(self, spans):
        for start, length, track in spans:
            self.known[self.next] = (start, start + length, track)
            self.next += 1
        self.index.change([], self.table(range(self.next - len(spans), self.next)))

    @rule(chance=st.randoms(use_true_random=False), start=INSTANT, track=st.integers(1, 3))
    def move(self, chance, start, track):
        some = chance.sample(sorted(self.known), min(3, len(self.known)))
        for event in some:
            self.known[event] = (start, start + 7, track)
        self.index.change(some, self.table(some))

    @rule(chance=st.randoms(use_true_random=False))
    def remove(self, chance):
        some = chance.sample(sorted(self.known), min(4, len(self.known)))
        for event in some:
            del self.known[event]
        self.index.change(some, self.table([]))

    @rule(track=st.integers(1, 3))
    def draw_a_crowd(self, track):
        line = self.index.line(track)
        for number in line.classes:
            line.rows(number, 5)

    @invariant()
    def it_is_as_if_read_anew(self):
        fresh = Index(self.table(sorted(self.known)))
        for track in (1, 2, 3):
            line, other = self.index.line(track), fresh.line(track)
            assert line.events.ids.tolist() == other.events.ids.tolist()
            assert line.ends.tolist() == other.ends.tolist()
            assert set(line.classes) == set(other.classes)
        assert self.index.extent() == fresh.extent()

    @invariant()
    def rows_never_overlap(self):
        for track in (1, 2, 3):
            line = self.index.line(track)
            for number in line.classes:
                if line.has_rows(number, 3):
                    for row in line.rows(number, 3):
                        assert (row.stops[:-1] <= row.starts[1:]).all()

    def table(self, ids):
        ids = list(ids)
        table = Table([self.known[event][:2] for event in ids])
        table.ids = np.array(ids, np.int64)
        table.tracks = np.array([self.known[event][2] for event in ids], np.int64)
        return table


TestChangingIndex = ChangingIndex.TestCase
TestChangingIndex.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from([1, 20, 400, 9000])), min_size=1),
    st.lists(
        st.tuples(st.integers(0, 1000), st.integers(0, 40), st.sampled_from([1, 20, 400, 9000])),
        min_size=1,
        max_size=8,
    ),
)
def test_one_event_that_changes_leaves_the_line_as_if_it_were_read_anew(spans, changes):
    spans = [(start, start + length) for start, length in spans]
    index = Index(Table(spans))
    for count in range(1, 4):
        for number in index.line(1).classes:
            index.line(1).rows(number, count)

    for chosen, start, length in changes:
        event = chosen % len(spans) + 1
        spans[event - 1] = (start, start + length)
        index.change([event], Table([(start, start + length)], first_id=event))

        line, fresh = index.line(1), Index(Table(spans)).line(1)
        assert line.events.ids.tolist() == fresh.events.ids.tolist()
        assert line.events.latest.tolist() == fresh.events.latest.tolist()
        assert line.ends.tolist() == fresh.ends.tolist()
        assert line.classes.keys() == fresh.classes.keys()
        for number, some in line.classes.items():
            assert some.places.tolist() == fresh.classes[number].places.tolist()
            assert some.starts.tolist() == fresh.classes[number].starts.tolist()
            for row in line.rows(number, 3):
                assert row.starts.tolist() == line.events.earliest[row.places].tolist()
                assert row.stops.tolist() == line.events.latest[row.places].tolist()
                assert (row.starts[1:] >= row.stops[:-1]).all()
