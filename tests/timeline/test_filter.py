"""What a filter leaves on the timeline, and that it stays true whatever is done."""

import pytest

from desktop.document import Filter
from desktop.edits.events import remove_events, retitle_event
from desktop.errors import DatelineError
from desktop.model import Article, Claim
from desktop.timeline.telling.telling import name_of, tip_lines
from desktop.when import When


@pytest.fixture
def siege(shown):
    return shown.add("Siege begins", "2024-11-27")


@pytest.fixture
def raid(shown):
    return shown.add("Raid at dawn", "2024-11-28", track=2)


def drawn(shown):
    chips = {chip.event for chip in shown.stage.chips}
    return {int(event) for event in shown.stage.frame.ids.tolist()} | chips


def test_only_what_matches_is_drawn_and_counted_where_the_view_is(shown, siege, raid):
    lost = shown.add("Raid of unknown day", "", track=2)
    before = shown.stage.scale

    shown.stage.restrict(Filter("raid"))

    assert drawn(shown) == {raid, lost}
    assert shown.stage.contents.matched == 2
    assert shown.stage.contents.counts[2] == 2
    assert shown.stage.contents.counts[1] == 0
    assert shown.stage.scale == before


def test_without_the_filter_all_is_there_again(shown, siege, raid):
    shown.stage.restrict(Filter("nothing of the kind"))
    before = shown.stage.scale
    assert drawn(shown) == set()

    shown.stage.restrict(Filter())

    assert drawn(shown) == {siege, raid}
    assert shown.stage.contents.matched is None
    assert shown.stage.scale == before


def test_an_event_comes_in_and_falls_out_with_every_change_undo_and_redo(shown, siege, raid):
    shown.stage.restrict(Filter("raid"))

    retitle_event(shown.document, siege, "A second raid")
    assert drawn(shown) == {siege, raid}
    shown.document.undo()
    assert drawn(shown) == {raid}
    shown.document.redo()
    assert drawn(shown) == {siege, raid}
    remove_events(shown.document, [raid])
    assert drawn(shown) == {siege}


def test_tags_and_statuses_are_followed_too(shown, siege, raid):
    with shown.document.step("Tag"):
        shown.document.set_event_tags(siege, ["ground"])
    shown.stage.restrict(Filter("tag:ground"))
    assert drawn(shown) == {siege}

    with shown.document.step("Tag"):
        shown.document.set_event_tags(raid, ["ground"])
    assert drawn(shown) == {siege, raid}
    shown.document.undo()
    assert drawn(shown) == {siege}


def test_a_track_that_goes_away_leaves_nothing_of_its_filter(shown, siege, raid):
    shown.stage.restrict(Filter("track:Airstrikes"))
    track = shown.document.track(2)

    with shown.document.step("Rename"):
        shown.document.keep(type(track)(id=2, uid=track.uid, name="Elsewhere"))

    assert drawn(shown) == set()
    shown.document.undo()
    assert drawn(shown) == {raid}


def test_a_wrong_term_changes_nothing(shown, siege, raid):
    shown.stage.restrict(Filter("raid"))

    with pytest.raises(DatelineError):
        shown.stage.restrict(Filter("raid status:wrong"))

    assert drawn(shown) == {raid}


def test_on_an_earlier_day_later_articles_have_not_been_read(shown, siege, raid):
    document = shown.document
    with document.step("Read"):
        early, late = (
            document.add(Article(title=day, publisher=day, published=When(day)))
            for day in ("2024-11-28", "2024-12-09")
        )
        for event, article in ((siege, early), (siege, late), (raid, late)):
            document.add(Claim(event=event, article=article, first=0, last=1, exact="x"))

    shown.stage.restrict(Filter(known=When("2024-12-01")))

    assert drawn(shown) == {siege}
    assert shown.stage.contents.statuses([siege]) == {siege: "reported"}
    assert tip_lines(shown.stage, siege)[2:] == ["reported", "2024-11-28"]
    assert name_of(shown.stage, siege).endswith("reported")
    shown.stage.restrict(Filter(known=When("2024-12-09")))
    assert drawn(shown) == {siege, raid}
    assert shown.stage.contents.statuses([siege]) == {siege: "confirmed"}


def test_a_dimming_filter_keeps_what_it_does_not_match_in_the_picture(shown, siege, raid):
    shown.stage.restrict(Filter("raid", dims=True))

    contents = shown.stage.contents
    assert drawn(shown) == {siege, raid}
    assert contents.matched == 1
    assert contents.counts[1] == 0
    assert contents.lit.tolist() == [raid]
    assert contents.counted(1).ids.tolist() == []


def test_what_is_dimmed_fades_and_what_matches_does_not(shown, siege, raid):
    before = shown.canvas.grab().toImage()

    shown.stage.restrict(Filter("raid", dims=True))

    after = shown.canvas.grab().toImage()
    faded, kept = shown.middle(siege), shown.middle(raid)
    assert after.pixelColor(faded).lightness() > before.pixelColor(faded).lightness() + 20
    assert after.pixelColor(kept) == before.pixelColor(kept)


def test_a_change_is_followed_while_the_filter_dims(shown, siege, raid):
    shown.stage.restrict(Filter("raid", dims=True))

    retitle_event(shown.document, siege, "A second raid")
    assert shown.stage.contents.matched == 2
    shown.document.undo()
    assert shown.stage.contents.lit.tolist() == [raid]


def test_a_day_in_the_past_leaves_out_even_where_the_words_only_dim(shown, siege, raid):
    document = shown.document
    with document.step("Read"):
        late = document.add(Article(title="Late", published=When("2024-12-09")))
        document.add(Claim(event=raid, article=late, first=0, last=1, exact="x"))

    shown.stage.restrict(Filter("siege", When("2024-12-01"), dims=True))

    assert drawn(shown) == {siege}
