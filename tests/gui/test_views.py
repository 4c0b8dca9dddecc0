"""View ▸ Views: what is looked at, saved under a name, taken up again, and kept in the file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document import Document, Filter
from desktop.edits import tracks
from desktop.edits import views as edits
from desktop.edits.events import add_event
from desktop.edits.solo import switch_solo
from desktop.errors import DatelineError
from desktop.gui.dialogs.asking import Asking
from desktop.gui.dialogs.views import ViewsDialog
from desktop.gui.menubar import MenuBar
from desktop.gui.panels.filter.bar import FilterBar
from desktop.when import When


@pytest.fixture
def do(window):
    """Do an action by its id, as its menu would."""
    window.timeline.stage.glide = 0
    return lambda name: window.findChild(MenuBar).actions_by_id[name].trigger()


@pytest.fixture
def save(window, do):
    """Save what is in view under a name, as one would by the menu."""

    def named(name):
        do("save_view")
        asking = window.findChildren(Asking)[-1]
        asking.answer.setText(name)
        asking.keep()

    return named


@pytest.fixture
def siege(document):
    add_event(document, 1, "Raid", When("2024-11-20"))
    return add_event(document, 2, "Siege", When("2024-11-27"))


def span(window):
    scale = window.timeline.scale
    return round(scale.start), round(scale.stop)


def test_a_view_brings_back_time_filter_tracks_and_table(window, document, do, save, siege):
    do("filter")
    bar = window.findChild(FilterBar)
    bar.show_filter(Filter("siege", When("2024-12-01"), dims=True))
    tracks.hide_track(document, 3, is_hidden=True)
    tracks.resize_track(document, 2, 120)
    do("table")
    before = span(window)
    save("Close look")

    bar.close_bar()
    do("table")
    do("zoom_in")
    tracks.hide_track(document, 3, is_hidden=False)
    tracks.resize_track(document, 2, 0)
    do("view_1")

    assert span(window) == before
    assert window.timeline.stage.contents.filter == Filter("siege", When("2024-12-01"), dims=True)
    assert bar.isVisible()
    assert document.track(3).hidden
    assert document.track(2).height == 120
    assert window.arrangement.has_table


def test_a_view_without_a_filter_takes_the_filter_away(window, document, do, save, siege):
    save("All")
    do("filter")
    bar = window.findChild(FilterBar)
    bar.line.setText("siege")

    do("view_1")

    assert not window.timeline.stage.contents.filter
    assert bar.isHidden()


def test_tracks_that_a_view_changes_are_one_step_back(document, do, save, siege):
    save("All")
    switch_solo(document, 2)
    alone = document.tracks()

    do("view_1")
    assert not any(track.hidden for track in document.tracks())
    document.undo()

    assert document.tracks() == alone


def test_a_view_is_in_the_menu_and_in_the_search_and_undo_takes_it_back(
    window, document, save, siege
):
    actions = window.findChild(MenuBar).actions_by_id
    assert not actions["view_1"].isVisible()

    save("The first week")

    assert actions["view_1"].text() == "The first week"
    assert actions["view_1"].isVisible()
    assert "Views: The first week" in [found.words for found in window.commands()]
    document.undo()
    assert not actions["view_1"].isVisible()


def test_views_survive_the_closing_of_the_file(tmp_path):
    path = tmp_path / "kept.dateline"
    document = Document.create(path)
    edits.save_view(document, edits.View(name="Week", start=0.5, stop=86_400.0, words="siege"))
    document.close()

    again = Document.open(path)

    assert edits.views_of(again) == (
        edits.View(name="Week", start=0.5, stop=86_400.0, words="siege"),
    )
    again.close()


def test_the_list_renames_overwrites_shows_and_deletes(window, document, do, save, siege):
    save("One")
    save("Two")
    do("zoom_in")
    do("manage_views")
    listed = window.findChild(ViewsDialog)

    listed.overwrite_chosen()
    assert edits.view_named(document, "One").start == window.timeline.scale.start
    listed.list.item(0).setText("First")
    assert [view.name for view in edits.views_of(document)] == ["First", "Two"]
    listed.list.item(0).setText("two")
    assert "already" in listed.told.text()
    listed.delete_chosen()
    assert [view.name for view in edits.views_of(document)] == ["Two"]
    QTest.keyClick(listed.list, Qt.Key.Key_Return)
    assert listed.isHidden()


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_name_that_is_none_is_refused(document, name):
    with pytest.raises(DatelineError):
        edits.save_view(document, edits.View(name=name, start=0, stop=1))


@pytest.mark.parametrize(
    "kept",
    ["", "[", "{}", "[1]", '[{"name": "x"}]', '[{"name": "x", "start": "inf", "stop": 3}]',
     '[{"name": "x", "start": 3, "stop": 3}]', "[" * 5000],
)  # fmt: skip
def test_what_a_damaged_file_holds_is_no_view(document, kept):
    with document.step("Damage"):
        document.set_setting("views", kept)

    assert edits.views_of(document) == ()


def test_a_view_whose_day_is_damaged_is_shown_without_it(window, document, do, siege):
    edits.save_view(document, edits.View(name="Odd", start=0, stop=9e8, known="13th of never"))

    do("view_1")

    assert not window.timeline.stage.contents.filter
    assert window.banner.sentence == ""
