"""SVG and PDF: words that can be selected, nothing outside its place, the same bytes each time."""

import re
from xml.etree import ElementTree

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from desktop.document import Filter
from desktop.errors import FileError
from desktop.model import Event
from desktop.timeline.drawing.style import contrast, grey, light
from desktop.timeline.pictures import picture
from desktop.timeline.pictures.imprint import day_of_data
from desktop.timeline.pictures.paper import Paper, tiles
from desktop.timeline.pictures.sheet import Page, Sheet
from desktop.timeline.pictures.vectors import pdf, svg
from desktop.when import When

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def told(document):
    with document.step("Tell"):
        for title, when, track in (
            ("Siege & <storm>", "2024-11-20/2024-11-24~", 1),
            ("Raid", "2024-11-22", 2),
            ("Rumour", "2024-11-25?", 3),
            ("\x01مدينة", "2024-12-25", 3),
            ("Undated", None, 4),
        ):
            document.add(Event(track=track, title=title, when=When(when) if when else None))
    return document


def words_of(content):
    """The words of each page, as a reader of PDF selects them."""
    book = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range() for page in book]
    finally:
        book.close()


def size_of(content, page=0):
    book = pypdfium2.PdfDocument(content)
    try:
        return tuple(round(length) for length in book[page].get_size())
    finally:
        book.close()


def test_an_svg_holds_its_words_and_is_proper_xml(told):
    root = ElementTree.fromstring(svg(told, Sheet(width=900)))

    words = "".join(root.itertext())
    assert "Siege & <storm>" in words
    assert "مدينة" in words
    assert root[0].text == told.title
    assert root.get("viewBox").startswith("0 0 900 ")


def test_an_svg_falls_back_on_another_font_and_loads_nothing(told):
    content = svg(told).decode()

    families = set(re.findall(r'font-family="([^"]*)"', content))
    assert all(family.endswith("sans-serif") for family in families)
    assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]*"', "", content)
    assert "clip-path" in content


@pytest.mark.parametrize("make", [svg, pdf])
def test_the_same_timeline_makes_the_same_bytes(make, told):
    first = make(told, Sheet(width=900))

    assert make(told, Sheet(width=900)) == first


def test_a_pdf_names_no_clock_and_holds_its_fonts(told):
    content = pdf(told)

    assert b"CreationDate" not in content
    assert b"uuid:" not in content
    assert b"/FontFile2" in content


def test_the_words_of_a_pdf_can_be_selected(told):
    (words,) = words_of(pdf(told))

    for word in (told.title, "Siege & <storm>", "Rumour", "Undated"):
        assert word in words


def test_a_page_of_pdf_is_as_large_as_the_picture(told):
    page = Page(told, Sheet(width=960), light())
    size = size_of(pdf(told, Sheet(width=960)))

    assert size == pytest.approx((720, page.height * 0.75), abs=0.6)


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        (Paper(kind="A4"), (842, 595)),
        (Paper(kind="A3", is_landscape=False), (842, 1191)),
        (Paper(kind="Letter"), (792, 612)),
    ],
)
def test_a_timeline_is_fitted_onto_one_page(paper, size, told):
    content = pdf(told, paper=paper)

    assert size_of(content) == size
    assert len(words_of(content)) == 1


def test_a_poster_names_the_place_of_each_page_and_repeats_no_page(told):
    pages = words_of(pdf(told, paper=Paper(across=3, enlarged=2)))

    assert len(pages) % 3 == 0
    assert "row 1 of" in pages[1]
    assert "column 2 of 3" in pages[1]
    assert told.title in pages[0].splitlines()
    assert told.title not in pages[1].splitlines()


def test_the_pages_of_a_poster_overlap_and_leave_nothing_out():
    paper = Paper(across=3, overlap=10)

    pages = tiles(paper, paper.sheet_width, 2000)

    assert {page.columns for page in pages} == {3}
    assert max(page.part.right() for page in pages) >= paper.sheet_width - 2
    assert max(page.part.bottom() for page in pages) >= 1999
    first, second = pages[0], pages[1]
    assert (first.part.right() - second.part.left()) * first.scale == pytest.approx(10)


def test_a_picture_tells_its_filter_and_what_it_leaves_out(told):
    sheet = Sheet(is_told=True, dated=day_of_data(told), filter=Filter("before:2024-12"))

    (words,) = words_of(pdf(told, sheet))

    assert "Filter: before:2024-12" in words
    assert "Not shown: 2 of 5 events (2 by the filter)" in words
    assert "As of " in words
    assert "مدينة" not in words


def test_a_hidden_track_counts_among_what_is_not_shown(told):
    with told.step("Hide"):
        told.keep(type(told.track(1))(**{**_fields(told.track(1)), "hidden": True}))

    (words,) = words_of(pdf(told, Sheet(is_told=True)))

    assert "Not shown: 1 of 5 events (1 on hidden tracks)" in words


def _fields(track):
    return {name: getattr(track, name) for name in track.__dataclass_fields__}


def test_in_grey_no_pixel_has_a_colour_and_words_stand_out(told):
    image = picture.render(told, Sheet(width=600), grey())

    assert image.convertToFormat(QImage.Format.Format_RGB32).allGray()
    for colour in ("#000000", "#D55E00", "#F0E442", "#ffffff"):
        fill = grey().fill(colour)
        assert contrast(fill, grey().words_on(fill)) >= 2.9


@pytest.mark.parametrize("form", picture.FORMS)
def test_each_kind_of_picture_is_written_by_its_suffix(form, told, tmp_path):
    picture.write(told, tmp_path / f"a.{form}", Sheet(width=500))

    begins = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    assert (tmp_path / f"a.{form}").read_bytes().startswith(begins[form])
    assert [path.name for path in tmp_path.glob(".*")] == [".~lock.timeline.dateline#"]


def test_a_page_of_pdf_that_no_reader_takes_is_refused(told):
    with pytest.raises(FileError, match="too large"):
        pdf(told, Sheet(width=30_000))
