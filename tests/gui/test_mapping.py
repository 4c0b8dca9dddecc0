"""The mapping page: what a table's columns are, and what its rows become, before it comes in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.gui.dialogs.mapping import MappingDialog

DIARY = "Datum;Was;Ort;Zusatz\n3.4.1917;Abreise;Zürich;a\n25.4.1917;Ankunft;Petrograd;b\n"
BAD = "Name,Date\nFirst,2024-01-02\nNever,2023-02-30\n"
ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,location\n"
    "SYR1,16 May 2025,1,Battles,Armed clash,Aleppo\n"
)


@pytest.fixture
def page_of(window, tmp_path, qtbot):
    """The page for a table with these words, once it has been read."""

    def make(words, name="table.csv"):
        path = tmp_path / name
        path.write_bytes(words if isinstance(words, bytes) else words.encode())
        page = MappingDialog(window, window.session, window.tasks, window.desk.settings, path)
        page.open()
        settle(page, qtbot)
        return page

    return make


def settle(page, qtbot):
    qtbot.waitUntil(lambda: page.is_settled, timeout=30_000)


def choose(choice, value):
    choice.setCurrentIndex(choice.findData(value))


def shown(page):
    rows = page.preview.events
    return [
        tuple(rows.topLevelItem(n).text(column).strip("\u2066\u2069") for column in (1, 2, 3))
        for n in range(rows.topLevelItemCount())
    ]


def test_columns_are_guessed_and_the_events_shown(page_of):
    page = page_of(DIARY)

    assert page.columns.columns() == ("when", "title", "place", "")
    assert shown(page) == [
        ("Abreise", "3 Apr 1917", "Events"),
        ("Ankunft", "25 Apr 1917", "Events"),
    ]
    assert page.page.summary == "2 new events"


def test_a_corrected_column_changes_the_events(page_of, qtbot):
    page = page_of(DIARY)

    choose(page.columns.choices[3], "title")
    settle(page, qtbot)

    assert page.columns.columns() == ("when", "", "place", "title")
    assert [title for title, _when, _track in shown(page)] == ["a", "b"]


def test_without_a_title_nothing_comes_in(page_of, qtbot):
    page = page_of(DIARY)

    choose(page.columns.choices[1], "")
    settle(page, qtbot)

    assert not page.is_ready
    assert "title" in page.page.summary


def test_the_answer_is_remembered_for_the_same_headings(page_of, document, qtbot):
    first = page_of(DIARY)
    choose(first.columns.choices[3], "track")
    settle(first, qtbot)
    QTest.keyClick(first, Qt.Key.Key_Return)

    again = page_of(DIARY.replace("Abreise", "Abfahrt"), "other.csv")

    assert again.columns.columns() == ("when", "title", "place", "track")
    assert len(document.events()) == 2


def test_rows_that_cannot_be_read_are_left_out_only_when_the_user_says_so(page_of, document):
    page = page_of(BAD)
    assert not page.is_ready
    (row,) = [page.preview.refused.topLevelItem(0)]
    assert row.text(0) == "3"

    page.preview.leave_out.setChecked(True)
    QTest.keyClick(page, Qt.Key.Key_Return)

    assert [event.title for event in document.events()] == ["First"]
    document.undo()
    assert document.events() == []


def test_the_list_of_refused_rows_can_be_copied(page_of):
    page_of(BAD).preview.copy()

    assert QGuiApplication.clipboard().text().startswith("3\twhen: ")


def test_an_order_of_dates_is_asked_for_where_it_is_unclear(page_of, qtbot):
    page = page_of("Name,Date\nTalks,3/4/2024\n")
    assert not page.is_ready

    choose(page.reading.order, True)
    settle(page, qtbot)

    assert shown(page) == [("Talks", "3 Apr 2024", "Events")]


def test_letters_of_another_country_can_be_corrected(page_of, qtbot):
    page = page_of("Title,Date\nKyjev – Łódź,1920\n".encode("cp1250"))

    choose(page.reading.letters, "cp1250")
    settle(page, qtbot)

    assert shown(page)[0][0] == "Kyjev – Łódź"


def test_a_known_format_is_named_and_needs_no_answer(page_of, document):
    page = page_of(ACLED)
    assert "ACLED" in page.page.kind
    assert not page.columns.isVisible()

    QTest.keyClick(page, Qt.Key.Key_Return)

    assert [event.title for event in document.events()] == ["Armed clash, Aleppo"]


def test_it_says_how_many_events_are_there_already(page_of):
    QTest.keyClick(page_of(ACLED), Qt.Key.Key_Return)

    page = page_of(ACLED + "SYR2,17 May 2025,1,Battles,Armed clash,Homs\n")

    assert page.page.summary == "1 new event, 1 unchanged"


def test_a_file_that_is_no_table_is_told_on_the_page(page_of):
    page = page_of(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))

    assert not page.is_ready
    assert page.page.summary


def test_cancel_during_the_import_leaves_all_as_it_was(page_of, document, monkeypatch):
    page = page_of("Name,Date\n" + "".join(f"Event {n},{1000 + n}\n" for n in range(900)))
    monkeypatch.setattr(page.page, "show_progress", lambda _done, _total: page.reject())

    page.import_events()

    assert document.events() == []
    assert "cancelled" in page.page.summary
    assert page.isVisible()


def test_names_that_look_like_tags_are_shown_as_they_are(page_of):
    page = page_of("Title,Date\n<img src=x>,1920\n")

    assert shown(page)[0][0] == "<img src=x>"
    assert "&lt;img" in page.preview.events.topLevelItem(0).toolTip(1)


def test_the_language_of_the_months_is_said(page_of):
    french = page_of("Titre,Date\nUn,3 mars 2024\nDeux,14 juillet 1789\n")
    english = page_of("Title,Date\nOne,3 May 2024\n", "english.csv")

    assert "Names of months are read as French." in french.page.told
    assert "Names of months" not in english.page.told
