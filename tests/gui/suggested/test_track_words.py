"""The words of a track are edited a line each, and what filing taught can be forgotten."""

import pytest

from desktop.edits.events import place_event
from desktop.edits.suggestions import filed
from desktop.gui.dialogs.track_words import TrackWordsDialog
from desktop.gui.menubar import MenuBar
from desktop.model import Quote, Selection


@pytest.fixture
def dialog(window, document):
    def open_for(key):
        window.session.select(Selection(track=document.track_with_key(key).id))
        window.findChild(MenuBar).actions_by_id["track_words"].trigger()
        return window.findChild(TrackWordsDialog)

    return open_for


def test_changed_words_are_kept_without_empty_lines_as_one_step(dialog, document):
    shown = dialog("6")
    before = document.track_with_key("6").words
    shown.lines.setPlainText("  port   of ellery = 9\n\nharbour=2\nharbour=2\n")

    shown.keep()

    assert document.track_with_key("6").words == "port of ellery=9\nharbour=2"
    document.undo()
    assert document.track_with_key("6").words == before


def test_escape_keeps_nothing(dialog, document):
    shown = dialog("6")
    shown.lines.setPlainText("harbour")

    shown.reject()

    assert document.undo_name == ""


def test_words_that_a_user_gives_a_track_change_its_suggestions(panel, dialog, settle):
    shown = dialog("6")
    shown.lines.setPlainText("port of ellery=9")

    shown.keep()
    settle()

    assert panel.rows.rows[0].track.name == "Background"


def test_learning_is_reset_and_that_can_be_undone(dialog, document, war):
    place_event(document, document.tracks()[0], Quote(war, 20, 29, "x"))
    shown = dialog("6")
    assert shown.learnt.text().startswith("1 quote")

    shown.reset.click()

    assert filed(document) == []
    assert not shown.reset.isEnabled()
    document.undo()
    assert len(filed(document)) == 1


def test_a_document_that_may_only_be_read_says_so(dialog, document):
    shown = dialog("6")
    shown.lines.setPlainText("harbour")
    document.why_read_only = "Another program writes here."

    shown.keep()

    assert shown.told.text() == "Another program writes here."
    assert shown.isVisible()
