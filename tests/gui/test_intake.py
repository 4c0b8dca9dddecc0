"""Bringing in many files, folders and copied words: the rest is read, and all is told."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop.gui.copied import copied
from desktop.gui.dialogs.refusals import RefusalsDialog
from desktop.gui.gathering import sort_files

STORY = "Talks open in the old port\n\nPublished 29 November 2024\n\nThe talks opened on {day}.\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "saved"
    (made / "deep" / "er").mkdir(parents=True)
    (made / "page_files").mkdir()
    (made / ".git").mkdir()
    (made / "page_files" / "script.js").write_text("alert()")
    (made / ".git" / "config").write_text("no")
    (made / "page.html").write_text("<p>" + "Words of a page that was saved. " * 9)
    (made / "one.txt").write_text(STORY.format(day="Monday"))
    (made / "deep" / "er" / "two.txt").write_text(STORY.format(day="Tuesday"))
    (made / "deep" / "same.txt").write_text(STORY.format(day="Monday"))
    (made / "empty.txt").write_text("")
    (made / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return made


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=60_000)


def test_a_folder_comes_in_as_one_step_and_the_rest_is_listed(window, document, folder, qtbot):
    window.intake.take_files([folder])
    settle(window, qtbot)

    assert len(document.articles()) == 3
    assert "3 things need a look" in window.banner.sentence
    document.undo()
    assert document.articles() == []


def test_the_list_of_what_was_left_out_can_be_copied(window):
    page = RefusalsDialog(window, [("a.txt", "It is\nempty."), ("b.png", "It is a picture.")])

    page.copy()

    assert QGuiApplication.clipboard().text() == "a.txt\tIt is empty.\nb.png\tIt is a picture."


def test_a_saved_page_hides_its_scripts_and_a_hidden_folder_its_files(folder):
    found = sort_files([folder], ".dateline")

    names = {path.name for path in found.articles}
    assert {"page.html", "one.txt", "two.txt"} <= names
    assert not names & {"script.js", "config"}


def test_a_table_in_a_folder_is_asked_about_and_references_go_first(folder):
    (folder / "events.csv").write_text("title,when\nA,2024\n")
    (folder / "zotero.ris").write_text("TY  - BOOK\nTI  - A\nER  - \n")

    found = sort_files([folder], ".dateline")

    assert [path.name for path in found.tables] == ["events.csv"]
    assert found.articles[0].name == "zotero.ris"


def test_the_same_address_is_kept_once(window, document, tmp_path, qtbot):
    for name, words in (("a", "First version. "), ("b", "Second version, longer. ")):
        link = '<link rel="canonical" href="https://www.example.org/story/?utm_source=x">'
        (tmp_path / f"{name}.html").write_text(f"<html><head>{link}</head><p>{words * 20}")

    window.intake.take_files([tmp_path / "a.html", tmp_path / "b.html"])
    settle(window, qtbot)

    assert len(document.articles()) == 1
    assert "already" in window.banner.sentence


def on_clipboard(**formats):
    mime = QMimeData()
    mime.setText("The words that were copied.")
    for name, content in formats.items():
        mime.setData(name.replace("_", "/", 1).replace("_", "-"), content)
    return mime


def test_firefox_tells_address_and_title():
    words = "https://example.org/a\nA title".encode("utf-16-le")

    found = copied(on_clipboard(text_x_moz_url=words))

    assert (found.url, found.title) == ("https://example.org/a", "A title")


def test_chromium_tells_the_address_in_its_html():
    mime = QMimeData()
    mime.setText("x")
    head = b"Version:0.9\r\nSourceURL:https://example.org/b\r\n<html><title>B &amp; C</title>"
    mime.setData("text/html", head)

    assert copied(mime).url == "https://example.org/b"
    assert copied(mime).title == "B & C"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "http://[", ""])
def test_only_addresses_of_the_web_are_taken(address):
    mime = QMimeData()
    mime.setText("x")
    mime.setData("text/html", f"SourceURL:{address}\r\n<p>x".encode())

    assert copied(mime).url == ""


def test_a_pasted_page_keeps_its_address(window, document, qtbot):
    mime = QMimeData()
    mime.setText(STORY.format(day="Friday"))
    mime.setData("chromium/x-source-url", b"https://example.org/talks")
    QGuiApplication.clipboard().setMimeData(mime)

    window.intake.take_clipboard()
    settle(window, qtbot)

    (article,) = document.articles()
    assert article.url == "https://example.org/talks"
