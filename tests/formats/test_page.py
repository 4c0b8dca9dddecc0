"""The page for a browser holds everything itself, runs nothing of the data, and can be read."""

import re
from html.parser import HTMLParser

import pytest

from desktop import formats
from desktop.document import Document
from desktop.formats.samples import make_sample
from desktop.model import Event, Track
from desktop.paths import resources_folder
from desktop.when import When

VOID = {"meta", "input", "br", "hr", "link", "img"}


class Page(HTMLParser):
    """What a browser would see: tags, attributes, and words outside scripts."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.words, self._open = [], [], [], []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open and self._open[-1] not in ("script", "style"):
            self.words.append(data)


@pytest.fixture
def page(tmp_path):
    make_sample("berlin", tmp_path / "berlin.dateline")
    document = Document.open(tmp_path / "berlin.dateline")
    formats.export(document, tmp_path / "page.html")
    document.close()
    return (tmp_path / "page.html").read_text("utf-8")


def test_every_event_and_quote_can_be_read_without_scripts(page):
    words = " ".join(Page(page).words)

    assert words.count("Anna Lindqvist") >= 20
    assert "Half a million on Alexanderplatz" in words
    assert "4 Nov 1989" in words


def test_nothing_is_loaded_from_anywhere(page):
    seen = Page(page)

    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(seen.tags)
    assert not [value for name, value in seen.attributes if name in ("src", "srcset", "action")]
    assert "default-src 'none'" in page
    assert not re.search(r"@import|url\(\s*['\"]?http|fetch\(|XMLHttpRequest|import\(", page)


def test_the_words_of_the_user_are_never_markup(tmp_path):
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    document = Document.create(tmp_path / "evil.dateline", evil)
    with document.step("Place"):
        document.add(Track(name=evil, colour='red"><b>'))
        document.add(Event(track=1, title=evil, note=evil, place=evil, when=When("1914")))

    formats.export(document, tmp_path / "page.html")
    document.close()

    seen = Page((tmp_path / "page.html").read_text("utf-8"))
    assert seen.tags.count("script") == 2
    assert "img" not in seen.tags
    assert "b" not in seen.tags
    assert not [name for name, _value in seen.attributes if name == "onerror"]


def test_the_script_stays_small():
    script = (resources_folder() / "page" / "timeline.js").read_text("utf-8")

    assert len(script.splitlines()) <= 300
