"""The first page: every choice does its work at once, and nothing is asked."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.document import Document
from desktop.edits.tracks import start_tracks
from desktop.gui.desk import Desk, timelines_folder
from desktop.gui.first_page import FirstPage
from desktop.gui.settings import Settings


class Opened(list):
    """What the desk opened: (title, files brought)."""

    def open(self, desk, path):
        return self._show(Document.open(path), ())

    def new(self, desk, path, brought):
        document = Document.create(path)
        start_tracks(document)
        return self._show(document, brought)

    def _show(self, document, brought):
        self.append((document.title, list(brought)))
        shown = QWidget()
        shown.document = document
        return shown


@pytest.fixture
def opened():
    return Opened()


@pytest.fixture
def bare_desk(look, tmp_path, opened):
    made = Desk(Settings(tmp_path / "dateline.ini"), look, opened.open, opened.new)
    yield made
    for window in made.windows.values():
        window.document.close()


@pytest.fixture
def first_page(bare_desk, qtbot):
    made = FirstPage(bare_desk)
    qtbot.addWidget(made.page)
    made.show()
    QApplication.processEvents()
    return made


def choice(first_page, name):
    return next(
        button
        for button in first_page.page.findChildren(QPushButton)
        if button.accessibleName() == name
    )


def test_a_new_timeline_is_a_saved_file_with_six_tracks_at_once(first_page, opened):
    choice(first_page, "New timeline").click()

    assert opened == [("Untitled timeline", [])]
    made = Document.open(timelines_folder() / "Untitled timeline.dateline")
    assert made.tracks()[0].name == "Offensives"
    assert len(made.tracks()) == 6
    made.close()


def test_enter_opens_what_has_the_focus(first_page, opened):
    QTest.keyClick(choice(first_page, "New timeline"), Qt.Key.Key_Return)

    assert opened == [("Untitled timeline", [])]


def test_a_second_new_timeline_takes_another_name(first_page, bare_desk, opened):
    bare_desk.new()
    bare_desk.new()

    assert [title for title, _brought in opened] == ["Untitled timeline", "Untitled timeline 2"]


def test_a_sample_opens_as_the_users_own_copy_and_keeps_their_changes(first_page, opened):
    choice(first_page, "Berlin, November 1989").click()

    path = timelines_folder() / "Berlin, November 1989.dateline"
    assert opened == [("Berlin, November 1989", [])]
    assert path.exists()


def test_the_samples_stand_on_the_page_with_its_first_picture(bare_desk, qtbot):
    made = FirstPage(bare_desk)
    qtbot.addWidget(made.page)

    made.show()

    assert choice(made, "Rome, from village to empire").isVisible()


def test_a_recent_timeline_that_is_gone_is_greyed(first_page, bare_desk, tmp_path):
    bare_desk.settings.note_opened(tmp_path / "gone.dateline")
    bare_desk.noted.emit()

    assert not choice(first_page, "gone").isEnabled()


def test_the_recent_list_can_be_cleared(first_page, bare_desk, tmp_path):
    bare_desk.settings.note_opened(tmp_path / "gone.dateline")
    bare_desk.noted.emit()

    choice(first_page, "Clear the list of recent timelines").click()

    assert bare_desk.settings.recent() == []


def test_a_file_that_is_no_timeline_is_refused_in_the_page(first_page, bare_desk, tmp_path, opened):
    path = tmp_path / "letter.dateline"
    path.write_text("Dear reader")

    assert bare_desk.open(path) is None

    assert opened == []
    assert "letter.dateline" in first_page.page.banner.sentence


def test_a_dropped_article_begins_a_timeline_with_it(first_page, opened, tmp_path):
    article = tmp_path / "story.txt"
    article.write_text("The talks began on Friday.")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(article))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    entered = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, mime, left, none)
    QApplication.sendEvent(first_page.page, entered)
    QApplication.sendEvent(first_page.page, QDropEvent(QPointF(9, 9), copy, mime, left, none))

    assert entered.isAccepted()
    assert opened == [("Untitled timeline", [article])]


def test_the_page_gives_way_to_a_timeline_and_comes_back_after_the_last(
    first_page, bare_desk, opened
):
    window = bare_desk.new()
    assert not first_page.page.isVisible()

    path = next(iter(bare_desk.windows))
    window.close()
    window.document.close()
    bare_desk.let_go(path, goes_on=True)

    assert first_page.page.isVisible()


def test_everything_on_the_page_can_be_reached_by_tab_and_has_a_name(
    first_page, bare_desk, tmp_path
):
    buttons = [button for button in first_page.page.findChildren(QPushButton) if button.isVisible()]

    assert len(buttons) >= 4
    for button in buttons:
        assert button.accessibleName() or button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
