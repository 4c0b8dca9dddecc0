"""The timeline as a picture file."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop.errors import FileError
from desktop.model import Event
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.style import dark, light, paper
from desktop.timeline.pictures.picture import png, render, write
from desktop.timeline.pictures.sheet import Page, Sheet
from desktop.when import When
from desktop.when.calendar import seconds

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def told(document):
    with document.step("Tell"):
        for title, when, track in (
            ("Siege", "2024-11-20/2024-11-24~", 1),
            ("Raid", "2024-11-22", 2),
            ("Rumour", "2024-11-25?", 3),
            ("Undated", None, 4),
        ):
            document.add(Event(track=track, title=title, when=When(when) if when else None))
    return document


def test_a_picture_has_the_size_that_was_asked_for(told):
    image = render(told, Sheet(width=900, height=500, ratio=2))

    assert (image.width(), image.height()) == (1800, 1000)


def test_a_picture_is_as_high_as_its_tracks_where_no_height_is_asked_for(told):
    with_six = render(told, Sheet(width=900))
    for track in told.tracks()[4:]:
        with told.step("Hide"):
            told.keep(replace(track, hidden=True))

    assert render(told, Sheet(width=900)).height() < with_six.height()


def test_a_transparent_picture_has_no_ground(told):
    clear = render(told, Sheet(is_transparent=True))
    solid = render(told, Sheet())

    assert clear.pixelColor(2, 2).alpha() == 0
    assert solid.pixelColor(2, 2) == light().background


def test_title_and_legend_can_be_left_out(told):
    full = render(told, Sheet(dated="23 Nov 2024"))
    bare = render(told, Sheet(has_title=False, has_legend=False))

    assert bare.height() < full.height() - 60


def test_the_whole_timeline_is_shown_or_the_view(told):
    whole = Page(told, Sheet(), light())
    width = 1000
    view = TimeScale(seconds(2024, 11, 22), 86_400 / width, width)
    part = Page(told, Sheet(is_whole=False), light(), view)

    assert len(whole.frame.ids) == 3
    assert len(part.frame.ids) == 2


def test_a_picture_can_be_made_in_the_dark_and_for_paper(told):
    assert render(told, Sheet(), dark()).pixelColor(2, 2) == dark().background
    assert render(told, Sheet(), paper()).pixelColor(2, 2).name() == "#ffffff"


def test_an_empty_timeline_makes_a_picture(document):
    assert not render(document, Sheet()).isNull()


def test_a_picture_that_no_machine_can_hold_is_refused(told):
    with pytest.raises(FileError, match="too large"):
        render(told, Sheet(width=100_000, height=100_000))


def test_a_track_of_impossible_height_is_drawn_all_the_same(told):
    with told.step("Damage"):
        told.keep(replace(told.track(1), height=2**63 - 1))

    image = render(told, Sheet(width=900, height=500, ratio=1))

    assert image.height() == 500


def test_the_file_is_a_png_with_its_title(told, tmp_path):
    path = tmp_path / "picture.png"

    write(told, path, Sheet(width=800))

    image = QImage(str(path))
    assert path.read_bytes() == png(told, Sheet(width=800))
    assert image.text("Title") == told.title
    assert [path.name for path in tmp_path.glob(".*")] == [".~lock.timeline.dateline#"]


def test_a_folder_that_is_not_there_is_told(told, tmp_path):
    with pytest.raises(FileError, match=r"picture\.png"):
        write(told, tmp_path / "nowhere" / "picture.png")


def test_the_same_page_is_painted_as_vectors(told):
    page = Page(told, Sheet(width=900), light())
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(page.width, page.height))
    generator.setViewBox(QRect(0, 0, page.width, page.height))

    painter = QPainter(generator)
    page.paint(painter)
    painter.end()

    svg = bytes(content.data()).decode()
    assert "Siege" in svg
    assert "linearGradient" in svg
    assert "<image" not in svg
