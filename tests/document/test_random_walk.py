"""Any walk of edits can be undone to its start and redone to its end, row for row."""

import pytest

from desktop.document import Document
from desktop.edits import tracks
from tests.document.walker import Walker, content, last_step


@pytest.mark.parametrize("seed", range(12))
def test_undo_walks_home_and_redo_walks_back(tmp_path, seed):
    document = Document.create(tmp_path / "walk.dateline")
    document._db.execute("PRAGMA synchronous = OFF")
    tracks.start_tracks(document)
    document.forget_history()
    walker, shapes = Walker(document, seed), [content(document)]

    for _ in range(200):
        last = last_step(document)
        walker.step()
        if last_step(document) != last:
            shapes.append(content(document))
        else:
            assert content(document) == shapes[-1]
        if walker.random.random() < 0.05 and len(shapes) > 2:
            document.undo()
            shapes.pop()
            assert content(document) == shapes[-1]

    assert len(shapes) > 40
    for shape in reversed(shapes[:-1]):
        document.undo()
        assert content(document) == shape
    assert document.undo() is None
    for shape in shapes[1:]:
        document.redo()
        assert content(document) == shape
    assert [fault for fault in document.check() if "quoted" not in fault] == []
    document.close()
