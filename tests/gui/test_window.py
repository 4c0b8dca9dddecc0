"""The window: what is brought is taken in, what was there is there again, everything has a name."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.document import Document
from desktop.edits.events import add_event
from desktop.gui.dialogs.mapping import MappingDialog
from desktop.gui.menubar import MenuBar
from desktop.gui.opening import make_window
from desktop.gui.panels.topbar import TopBar
from desktop.model import Article, Selection
from desktop.when import When

STORY = """Talks open in the old port

HARBOUR CITY, 29 November 2024 (Meridian Wire) - The talks began on Thursday.
"""


def show(desk, document):
    return desk.keep(document.path, make_window(desk, document))


def drop(window, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    middle = window.rect().center()
    QApplication.sendEvent(window, QDragEnterEvent(middle, copy, mime, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), copy, mime, left, none))


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=30_000)


def test_a_dropped_article_is_read_with_its_date_and_shown(window, document, tmp_path, qtbot):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")

    drop(window, tmp_path / "story.txt")
    settle(window, qtbot)

    (article,) = document.articles()
    assert article.title == "Talks open in the old port"
    assert article.published == When("2024-11-29")
    assert window.session.selection.article == article.id
    assert document.undo_name == "Add article"


def test_a_pasted_text_becomes_an_article(window, document, keys, qtbot):
    QGuiApplication.clipboard().setText(STORY)

    window.reader.setFocus()
    keys("Ctrl+Shift+V")
    settle(window, qtbot)

    assert [article.title for article in document.articles()] == ["Talks open in the old port"]


def test_an_empty_clipboard_is_told_of(window, document, keys):
    QGuiApplication.clipboard().clear()

    keys("Ctrl+Shift+V")

    assert "nothing to paste" in window.banner.sentence
    assert document.articles() == []


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_added(
    window, document, tmp_path, qtbot
):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")

    drop(window, tmp_path / "empty.txt", tmp_path / "story.txt")
    settle(window, qtbot)

    assert len(document.articles()) == 1
    assert "empty.txt" in window.banner.sentence


def test_a_dropped_table_is_imported_as_one_step(window, document, tmp_path, qtbot):
    (tmp_path / "events.csv").write_text("title,when,track\nTalks,2024-11-28,Diplomacy\n")

    drop(window, tmp_path / "events.csv")
    page = window.findChild(MappingDialog)
    qtbot.waitUntil(lambda: page.is_ready, timeout=30_000)
    QTest.keyClick(page, Qt.Key.Key_Return)

    assert [event.title for event in document.events()] == ["Talks"]
    assert "1 events added" in window.banner.sentence
    document.undo()
    assert document.events() == []


def test_a_dropped_timeline_opens_beside(window, desk, tmp_path):
    Document.create(tmp_path / "other.dateline").close()

    drop(window, tmp_path / "other.dateline")

    assert len(desk.windows) == 2


def test_a_timeline_is_renamed_in_place(window, document, keys):
    title = window.topbar.title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "The winter offensive")
    QTest.keyClick(title, Qt.Key.Key_Return)

    assert document.title == "The winter offensive"
    assert window.windowTitle().startswith("The winter offensive")
    assert document.undo_name == "Rename timeline"


def test_escape_takes_a_typed_title_back(window, document):
    before, title = document.title, window.topbar.title
    title.setFocus()
    QTest.keyClicks(title, "xyz")
    QTest.keyClick(title, Qt.Key.Key_Escape)

    assert document.title == before
    assert title.text() == before


def test_the_status_bar_counts_and_says_the_date_in_words(window, document):
    event = add_event(document, document.tracks()[0].id, "Siege", When("2024-11-27/2024-11-29~"))

    window.session.select(Selection(events=(event,)))

    assert window.statusbar.counts.text() == "1 event · 6 tracks · 0 articles"
    assert "27 Nov" in window.statusbar.date.text()
    assert "Saved" in window.statusbar.saved.text()


def test_a_timeline_opens_again_where_it_was_left(desk, document, tmp_path, qtbot):
    for number in range(3):
        add_event(document, document.tracks()[0].id, "Siege", When(f"2024-1{number}-01"))
    path = document.path
    first = show(desk, document)
    bounds = When("2024-11-01/2024-11-30").bounds
    first.timeline.stage.glide = 0
    first.timeline.zoom_to(bounds.earliest, bounds.latest)
    left = first.timeline.scale
    first.close()

    again = desk.open(path)

    assert again.timeline.scale.start == pytest.approx(left.start, abs=60)
    assert again.timeline.scale.per_pixel == pytest.approx(left.per_pixel)


def test_ctrl_f_finds_words_in_the_article(window, document, tmp_path, keys, qtbot):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    drop(window, tmp_path / "story.txt")
    settle(window, qtbot)
    window.reader.setFocus()

    keys("Ctrl+F")

    assert window.reader.finder.isVisible()


def test_an_empty_timeline_stands_about_its_articles_day(desk, document, qtbot):
    with document.step("Add"):
        document.add(Article(title="Talks", text="Talks began.", published=When("1848-03-18")))

    shown = show(desk, document)
    qtbot.waitUntil(lambda: shown.overview is not None)

    scale = shown.timeline.scale
    assert scale.start < When("1848-03-18").bounds.earliest < scale.stop


def test_what_is_being_typed_is_kept_when_the_window_closes(desk, document, qtbot):
    event = add_event(document, document.tracks()[0].id, "Siege", When("2024-11-27"))
    path, shown = document.path, show(desk, document)
    shown.activateWindow()
    shown.session.select(Selection(events=(event,)))
    shown.inspector.edit_title()
    QTest.keyClicks(shown.inspector.form.title, "Siege of the citadel")

    shown.close()

    again = Document.open(path)
    assert [one.title for one in again.events()] == ["Siege of the citadel"]
    again.close()


def test_undo_in_a_field_without_typing_takes_the_documents_step_back(window, document, keys):
    event = add_event(document, document.tracks()[0].id, "Siege", When("2024-11-27"))
    window.session.select(Selection(events=(event,)))
    window.inspector.edit_title()

    keys("Ctrl+Z")

    assert document.events() == []


def test_the_search_opens_by_its_key_and_goes_to_a_day(window, document, keys):
    add_event(document, document.tracks()[0].id, "Siege", When("2024-11-27"))

    window.timeline.stage.glide = 0
    keys("Ctrl+K")
    QTest.keyClicks(window.search, "5 march 1848")
    keys("Return")

    scale = window.timeline.scale
    assert scale.start <= When("1848-03-05").bounds.earliest < scale.stop


def test_everything_that_takes_the_focus_has_a_name(window, document):
    event = add_event(document, document.tracks()[0].id, "Siege", When("2024-11-27"))
    window.session.select(Selection(events=(event,)))
    nameless = [
        f"{type(part).__name__} {part.objectName()} in {type(part.parent()).__name__}"
        for part in window.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]

    assert nameless == []


@pytest.mark.parametrize("size", [(1366, 768), (1600, 1000)])
def test_every_panel_has_its_share_and_nothing_is_cut_off(window, document, size):
    window.resize(*size)
    QApplication.processEvents()

    assert window.size().toTuple() == size
    for panel, least in (
        (window.articles, 0.11),
        (window.reader, 0.45),
        (window.inspector, 0.17),
        (window.timeline, 0.9),
    ):
        assert panel.width() / size[0] >= least, type(panel).__name__
    assert 0.35 <= window.timeline.height() / size[1] <= 0.55


def test_the_window_stands_in_right_to_left(desk, document, qapp, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        shown = show(desk, document)
        qtbot.waitExposed(shown)
        assert shown.articles.mapTo(shown, shown.articles.rect().center()).x() > shown.width() / 2
        shown.grab()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_window_shows_its_timeline_first_and_all_else_right_after(desk, document, qtbot):
    path = document.path
    document.close()

    shown = desk.open(path)
    with qtbot.waitSignal(shown.timeline.painted):
        pass
    assert shown.findChild(MenuBar) is None
    place = shown.timeline.canvas.mapTo(shown, QPoint(0, 0))

    qtbot.waitUntil(lambda: shown.findChild(MenuBar) is not None)
    qtbot.waitUntil(lambda: shown.reader.isVisible() and shown.findChild(TopBar).isVisible())
    shown.grab()
    moved = shown.timeline.canvas.mapTo(shown, QPoint(0, 0)) - place
    assert moved.manhattanLength() <= 6


def test_a_panel_that_is_asked_for_before_the_first_picture_is_there(desk, document):
    path = document.path
    document.close()

    shown = desk.open(path)

    assert shown.reader.article is None
    shown.close()
