"""Web addresses in an article open only after asking, and nothing else is ever one."""

import pytest
from PySide6.QtGui import QDesktopServices

from desktop.edits.articles import add_article
from desktop.gui.dialogs.address import AddressDialog
from desktop.gui.menubar import MenuBar
from desktop.gui.panels.reader.addresses import address_at, full_words
from desktop.model import Article, Selection


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a?b=c.", "https://example.org/a?b=c"),
        ("(http://example.org/a_(b))", "http://example.org/a_(b)"),
        ("Write to mailto:desk@example.org, please", "mailto:desk@example.org"),
        ("https://ex\u0430mple.org/", "https://xn--exmple-4nf.org/"),
        ("https://example.org/\u202egpj", "https://example.org/%E2%80%AEgpj"),
    ],
)
def test_an_address_is_told_in_full_as_it_will_be_asked_for(text, address):
    found = address_at(text, 0, len(text))

    assert full_words(found) == address


@pytest.mark.parametrize(
    "text",
    ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "www.example.org", "https://",
     "smb://host/x", "https://example.org/" + "a" * 3_000],
)  # fmt: skip
def test_nothing_else_is_an_address(text):
    assert address_at(text, 0, len(text)) is None


@pytest.mark.parametrize(("answer", "opened"), [("go", 1), ("reject", 0)])
def test_an_address_opens_only_when_the_user_says_so(window, document, monkeypatch, answer, opened):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    article = add_article(document, Article(title="A", text="See https://example.org/a now."))
    window.session.select(Selection(article=article))
    window.reader.page.select_words(6, 8)

    window.findChild(MenuBar).actions_by_id["open_address"].trigger()
    dialog = window.findChild(AddressDialog)
    assert asked == []
    assert dialog.target.toPlainText() == "https://example.org/a"
    dialog.go.click() if answer == "go" else dialog.reject()

    assert asked == ["https://example.org/a"] * opened
