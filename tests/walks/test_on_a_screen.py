"""The main gesture on a real X screen, with the pointer and the keys of a person."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.document import Document
from desktop.edits.articles import add_article
from desktop.model import Article
from desktop.when import When
from tests.walks.screen import Screen, missing

WORDS = "Waves had broken the outer wall"
TEXT = f"""Boats left the harbour on Friday.
{WORDS} on Wednesday. Two boats sank."""

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"no screen without {missing()}")


@pytest.fixture
def file(document):
    add_article(document, Article(title="Harbour", text=TEXT, published=When("2024-11-29")))
    document.close()
    return document.path


def test_words_dragged_over_and_a_key_are_an_event_in_the_file(file):
    root = Path(__file__).parent.parent.parent
    with Screen() as screen:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.walks.shown_window", str(file), WORDS],
            env=screen.environment,
            cwd=root,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            start, end = json.loads(program.stdout.readline())
            screen.drag(start, end)
            screen.do("key 2")
            placed = json.loads(program.stdout.readline())
            screen.do("key Return")
        finally:
            program.kill()
            program.wait(10)
            program.stdout.close()

    assert placed == [WORDS]
    again = Document.open(file)
    assert [event.when for event in again.events()] == [When("2024-11-27")]
    again.close()
