"""Suggestions are taken, corrected and dropped by keys, and each gesture can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.edits.events import place_event
from desktop.edits.tracks import change_track, lock_track
from desktop.gui.panels.suggested.look import readable
from desktop.gui.panels.suggested.words import date_words, killed_words
from desktop.model import COLOURS, Quote, Selection
from desktop.reading.suggest import Suggestion
from desktop.timeline.drawing.style import contrast
from desktop.when import When

DEPOT = "Jets bombed a fuel depot on Thursday"


def words(panel):
    return [row.words for row in panel.rows.rows]


def in_hand(panel):
    return panel.list.currentIndex().row()


def test_the_open_article_is_suggested_for_by_itself(panel, document):
    assert len(words(panel)) == 4
    assert panel.rows.rows[0].words.startswith("Raiders captured the port")
    assert panel.rows.rows[0].track.name == "Offensives"
    assert panel.rows.date_of(panel.rows.rows[0]).strip("\u2066\u2069") == "Wed 27 Nov"
    assert document.events() == []


def test_enter_takes_one_and_the_next_is_in_hand(panel, document, keys, settle):
    second = words(panel)[1]

    keys("Return")
    settle()

    (event,) = document.events()
    assert event.when == When("2024-11-27")
    assert words(panel)[0] == second
    assert in_hand(panel) == 0
    assert panel.list.hasFocus()


def test_the_taken_event_is_in_hand_with_the_words_of_the_next(panel, window, document, keys):
    keys("Return")

    (event,) = document.events()
    assert window.session.selection.events == (event.id,)
    assert window.session.selection.words == panel.rows.rows[0].place


def test_undoing_all_gives_the_first_back_into_the_hand(panel, document, keys, settle):
    before = words(panel)
    keys("Shift+Return")
    settle()

    keys("Ctrl+Z")
    settle()

    assert words(panel) == before
    assert in_hand(panel) == 0


def test_a_taken_suggestion_comes_back_with_undo_and_is_in_hand(panel, document, keys, settle):
    before = words(panel)
    keys("Down", "Return")
    settle()

    keys("Ctrl+Z")
    settle()

    assert document.events() == []
    assert words(panel) == before
    assert in_hand(panel) == 1


def test_shift_enter_takes_all_that_are_left_as_one_step(panel, document, keys, settle):
    keys("Delete")
    settle()

    keys("Shift+Return")
    settle()

    assert len(document.events()) == 3
    assert words(panel) == []
    document.undo()
    assert document.events() == []


def test_delete_drops_the_suggestion_and_neither_event_nor_article(
    panel, document, war, keys, settle
):
    first, *rest = words(panel)

    keys("Delete")
    settle()

    assert words(panel) == rest
    assert [article.id for article in document.articles()] == [war]
    document.undo()
    settle()
    assert words(panel) == [first, *rest]


def test_typing_corrects_the_title_and_enter_takes_it(panel, document, keys, settle):
    QTest.keyClicks(panel.list, "F")
    editor = panel.list.findChild(QLineEdit)
    QTest.keyClicks(editor, "all of Ellery")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()

    assert [event.title for event in document.events()] == ["Fall of Ellery"]
    assert panel.list.hasFocus()


def test_escape_leaves_the_proposed_title(panel, document, keys, settle):
    QTest.keyClicks(panel.list, "F")
    QTest.keyClick(panel.list.findChild(QLineEdit), Qt.Key.Key_Escape)

    keys("Return")
    settle()

    assert [event.title for event in document.events()] == [
        "Raiders captured the port of Ellery on Wednesday"
    ]


def test_a_tracks_key_takes_the_suggestion_onto_that_track(panel, document, keys, settle):
    keys("5")
    settle()

    (event,) = document.events()
    assert document.track(event.track).name == "Diplomacy"


def test_a_typed_date_takes_the_place_of_the_proposed_one(panel, document, keys, settle):
    keys("Ctrl+D")
    QTest.keyClicks(panel.date.line, "20 nov 2024")
    keys("Return")
    keys("Return")
    settle()

    (event,) = document.events()
    assert event.when == When("2024-11-20")
    (claim,) = document.claims(event.id)
    assert claim.date_first is None


def test_a_date_that_is_emptied_makes_an_undated_event(panel, document, keys, settle):
    keys("F2")
    keys("Delete", "Return", "Return")
    settle()

    assert [event.when for event in document.events()] == [None]


def test_a_selected_suggestion_shows_its_words_in_the_reader(panel, window, war, keys):
    keys("Down")

    row = panel.rows.rows[1]
    assert window.session.selection == Selection(article=war, words=row.place)
    assert panel.list.hasFocus()


def test_words_that_are_placed_by_hand_leave_the_list_at_once(panel, document, war, settle):
    text = document.article(war).text
    first = text.index(DEPOT)

    place_event(document, document.tracks()[1], Quote(war, first, first + len(DEPOT), DEPOT))

    assert DEPOT not in words(panel)
    settle()
    assert DEPOT not in words(panel)


def test_a_locked_track_refuses_in_a_sentence_and_the_suggestion_stays(
    panel, document, keys, settle
):
    lock_track(document, document.track_with_key("5").id, is_locked=True)
    settle()

    keys("5")

    assert document.events() == []
    assert "locked" in panel.note.text()
    assert len(words(panel)) == 4


def test_another_article_is_suggested_for_when_it_is_opened(panel, window, echo, settle):
    window.session.select(Selection(article=echo))
    settle()

    assert all("Ellery" in text or "denied" in text for text in words(panel))


def test_what_the_user_teaches_a_track_shows_at_once(panel, document, settle):
    harbours = document.track_with_key("6")
    assert panel.rows.rows[0].track.name == "Offensives"

    change_track(document, type(harbours)(**{**as_fields(harbours), "words": "port of ellery=9"}))
    settle()

    assert panel.rows.rows[0].track.name == "Background"


def as_fields(track):
    return {name: getattr(track, name) for name in type(track).__slots__}


def test_an_empty_list_says_so_calmly(window, settle):
    settle()

    assert "suggested here" in window.suggested.note.text()


def test_the_action_turns_to_the_first_article_and_gives_the_list_the_focus(
    window, war, keys, settle
):
    window.activateWindow()
    keys("F7")
    settle()

    assert window.session.selection.article == war
    assert window.suggested.list.hasFocus()


def test_why_this_track_and_this_date_stands_in_the_tooltip_as_plain_text(panel, document, settle):
    track = document.track_with_key("1")
    change_track(document, type(track)(**{**as_fields(track), "name": "<b>Attacks</b>"}))
    settle()

    tip = panel.rows.index(0).data(Qt.ItemDataRole.ToolTipRole)

    assert "&lt;b&gt;Attacks" in tip
    assert "captur" in tip
    assert "Wednesday" in tip


@pytest.mark.parametrize("ground", ["#ffffff", "#1b1f26"])
def test_every_tracks_name_is_readable_on_every_ground(ground):
    text = QColor("#1b1f26" if ground == "#ffffff" else "#e8ebf0")

    for colour in COLOURS:
        assert contrast(readable(QColor(colour), QColor(ground), text), QColor(ground)) >= 4.5


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2024-11-28", "Thu 28 Nov"),
        ("2024-11-29?", "Fri 29 Nov?"),
        ("2016-09~/2016-12", "late 2016"),
        ("2020-03", "March 2020"),
    ],
)
def test_a_day_of_this_year_is_said_with_its_weekday(edtf, said):
    assert date_words(When(edtf), When("2024-11-29")) == said


@pytest.mark.parametrize(
    ("killed", "said"),
    [
        (None, ""),
        ((27, None), "27 or more killed"),
        ((4, 4), "4 killed"),
        ((3, 5), "3–5 killed"),
        ((None, 9), "up to 9 killed"),
    ],
)
def test_the_killed_are_counted_as_the_text_counts_them(killed, said):
    suggestion = Suggestion("", None, 1, 0, 1, "", "reported", "", killed, 1.0, ())

    assert killed_words(suggestion) == said


def test_rows_are_drawn_in_every_direction_and_state(panel):
    QApplication.processEvents()
    before = panel.list.grab().toImage()
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert panel.list.grab().toImage() != before
