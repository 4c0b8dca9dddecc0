"""A poster wastes no row of pages on its legend."""

import pytest

from desktop.document import Document
from desktop.formats.samples import make_sample
from desktop.timeline.drawing.style import paper
from desktop.timeline.pictures.paper import Paper
from desktop.timeline.pictures.press import Press
from desktop.timeline.pictures.sheet import Page, Sheet


@pytest.fixture
def rome(tmp_path, look):
    make_sample("rome", tmp_path / "rome.dateline")
    document = Document.open(tmp_path / "rome.dateline")
    yield document
    document.close()


@pytest.mark.parametrize(
    "wanted",
    [
        Paper(across=2),
        Paper(across=4, enlarged=2.0),
        Paper(kind="Letter", across=6, enlarged=3.0),
        Paper(kind="A3", is_landscape=False, across=1, enlarged=1.5),
    ],
)
def test_the_last_row_of_pages_shows_tracks_too(wanted, rome):
    press = Press(rome, Sheet(), paper(), wanted)

    last = press.tiles[-1]
    above = [tile.part.bottom() for tile in press.tiles if tile.row == last.rows - 1]
    assert press.page.height - press.page.foot > max(above, default=0)
    assert 0.8 * wanted.enlarged < press.paper.enlarged < wanted.enlarged
    assert last.columns == wanted.across


def test_a_poster_whose_rows_are_full_is_as_large_as_was_asked(rome):
    wanted = Paper(across=3, enlarged=1.0)

    press = Press(rome, Sheet(has_legend=False), paper(), wanted)

    assert press.paper == wanted
    assert press.page.width == wanted.sheet_width


def test_the_foot_is_what_a_legend_adds(rome):
    with_legend, without = (Page(rome, Sheet(has_legend=has), paper()) for has in (True, False))

    assert with_legend.foot - without.foot == with_legend.height - without.height > 0
