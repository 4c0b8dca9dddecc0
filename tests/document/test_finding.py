"""What is searched for is found at every key, by whichever way the index is asked."""

import pytest

from desktop.document import finding
from desktop.model import Event

TITLES = ("Siege of Kars", "Sieges end", "Siegfried", "Été à Paris", "Überfall", "Осада Карса",
          "foo_bar fell", "Sie", "S", "Zoo 9")  # fmt: skip


@pytest.fixture
def found(document):
    with document.step("Many"):
        document.add_all(Event(track=1, title=title) for title in TITLES)
        document.add_all(Event(track=1, title=f"Word{n:03} many") for n in range(300))
    return lambda words: {hit.title for hit in document.search(words, limit=20)}


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("s", {"Siege of Kars", "Sieges end", "Siegfried", "Sie", "S"}),
        ("si", {"Siege of Kars", "Sieges end", "Siegfried", "Sie"}),
        ("sieg", {"Siege of Kars", "Sieges end", "Siegfried"}),
        ("SIEGE", {"Siege of Kars", "Sieges end"}),
        ("siege k", {"Siege of Kars"}),
        ("kars s", {"Siege of Kars"}),
        ("ete", {"Été à Paris"}),
        ("été", {"Été à Paris"}),
        ("É", {"Été à Paris", "Sieges end"}),
        ("überf", {"Überfall"}),
        ("осад", {"Осада Карса"}),
        ("foo_b", {"foo_bar fell"}),
        ("9", {"Zoo 9"}),
        ("siegx", set()),
        ("word150 m", {"Word150 many"}),
        ("many word299", {"Word299 many"}),
    ],
)
def test_words_that_begin_so_are_found(found, words, titles):
    assert found(words) == titles


def test_of_very_many_as_many_are_given_as_were_asked_for(found):
    assert len(found("w")) == len(found("word")) == len(found("word m")) == 20


def test_each_way_of_asking_gives_the_same(found, monkeypatch):
    words = ["s", "sieg", "kars s", "foo_b", "9 z", "q", "осад"]
    by_words = [found(one) for one in words]

    monkeypatch.setattr(finding, "_WORDS_AT_ONCE", ())

    assert [found(one) for one in words] == by_words
