"""A disk that fails as it is told, and a timeline that lies on it."""

import pytest

from desktop.document import Document
from desktop.edits.tracks import start_tracks
from tests.faults.medium import Medium, UnreachableError


@pytest.fixture
def medium():
    """Every file that SQLite opens in the test lies on this disk."""
    try:
        made = Medium()
    except UnreachableError:
        pytest.skip("this SQLite lets no disk of ours stand before the real one")
    with made.in_place():
        yield made


@pytest.fixture
def war(medium, tmp_path):
    """A timeline with its first tracks and no history, on the disk that fails as it is told."""
    document = Document.create(tmp_path / "war.dateline")
    start_tracks(document)
    document.forget_history()
    yield document
    medium.heal()
    document.close()
