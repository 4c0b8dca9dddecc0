import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from lxml.builder import ElementMaker

from desktop.errors import FileError
from desktop.reading import extract
from desktop.reading.extract import SUFFIXES, Draft, read_article
from desktop.when import When
from desktop.worker import Worker

SAMPLES = Path(__file__).parents[2] / "samples" / "articles"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Kept title</dc:title>'
    "<dc:creator>Jane Doe</dc:creator></c>"
)
_OCF = ElementMaker(
    namespace=(ocf := "urn:oasis:names:tc:opendocument:xmlns:container"), nsmap={None: ocf}
)
CONTAINER = etree.tostring(
    _OCF.container(_OCF.rootfiles(_OCF.rootfile({"full-path": "O/book.opf"}))), encoding="unicode"
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<metadata><dc:title>A short book</dc:title><dc:creator>Jane Doe</dc:creator>"
    "<dc:date>1916-07-01</dc:date><dc:language>en-GB</dc:language></metadata>"
    '<manifest><item id="b" href="two.xhtml"/><item id="a" href="one.xhtml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


@pytest.fixture(scope="module")
def worker():
    with Worker() as worker:
        yield worker


@pytest.fixture
def read(worker, tmp_path):
    def read(name: str, content: bytes | str) -> Draft:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_article(path, worker=worker)

    return read


def packed(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(body: str) -> bytes:
    document = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return packed({"word/document.xml": document, "docProps/core.xml": CORE})


@pytest.mark.parametrize(
    ("name", "published", "source", "byline", "publisher"),
    [
        ("town-hall.txt", "2024-11-29", "date line", "Jane Doe", "Reuters"),
        ("town-hall.md", "2024-11-29", "metadata", "Jane Doe", "The Valdera Courier"),
        ("town-hall.html", "2024-11-29", "metadata", "Jane Doe, Tom Okoro", "The Valdera Courier"),
        ("town-hall.mhtml", "2024-11-29", "address", "", "courier.example"),
        ("town-hall.pdf", "2024-11-29", "date line", "", ""),
        ("town-hall.rtf", "", "", "Jane Doe", ""),
    ],
)
def test_each_kind_of_file_tells_its_title_date_and_author(
    worker, name, published, source, byline, publisher
):
    draft = read_article(SAMPLES / name, worker=worker)

    article = draft.article
    assert article.title == "Town hall opens after repairs"
    assert article.published == (When(published) if published else None)
    assert (draft.published_from, bool(draft.published_confidence)) == (source, bool(published))
    assert (article.byline, article.publisher, article.language) == (byline, publisher, "en")
    assert "Workers finished the roof" in article.text
    assert article.text_hash == extract.text_hash(article.text)


def test_a_page_gives_its_words_and_nothing_that_runs_or_is_fetched(worker):
    text = read_article(SAMPLES / "town-hall.html", worker=worker).article.text

    assert "“We are glad that the long wait is over,” Mayor Ana Ruiz told reporters" in text
    assert text.count("Town hall opens after repairs") <= 1
    for unwanted in ("script", "tracker", "color", "Sport", "newsletter"):
        assert unwanted not in text


def test_markdown_is_read_without_its_marks(worker):
    text = read_article(SAMPLES / "town-hall.md", worker=worker).article.text

    assert text.startswith(
        "Town hall opens after repairs\n\nWorkers finished the roof of the town hall"
    )
    assert "\n• The tiles cost 2.4 million euros.\n• Two neighbours complained.\n" in text


def test_a_mail_is_read_in_its_plain_form_and_names_what_was_attached(worker):
    draft = read_article(SAMPLES / "town-hall.eml", worker=worker)

    assert draft.article.title == "Town hall opens – at last"
    assert draft.article.byline == "Jane Doe"
    assert draft.article.published == When("2024-11-29")
    assert draft.article.text.startswith("Workers finished the roof of the café")
    assert "bill.pdf" in draft.warnings[0]


def test_a_pdf_keeps_its_pages_and_joins_its_lines(worker):
    draft = read_article(SAMPLES / "town-hall.pdf", worker=worker)

    text = draft.article.text
    (second,) = map(int, draft.article.pages.split())
    assert text[second:] == "A second hall, in the old harbour, will open in spring."
    assert text.startswith("Town hall opens after repairs\n\n29 November 2024\n\nWorkers finished")
    assert (
        "closed since March 2020, when a storm tore off the tiles on its northern side.\n\n" in text
    )


def test_right_to_left_lines_of_a_pdf_are_in_reading_order(worker):
    text = read_article(SAMPLES / "right-to-left.pdf", worker=worker).article.text

    assert text == (
        "وصل العمال إلى مبنى البلدية القديم يوم الثلاثاء 29 نوفمبر 2024 بعد أسبوع من الموعد، "
        "وقال رئيس البلدية إن المشروع Town Hall سيكتمل في الربيع.\n\n"
        "وأضاف «نحن سعداء» أمام 1,500 شخص."
    )


def test_a_word_document_is_read_as_it_stands_after_its_changes(read):
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The roof</w:t></w:r></w:p>'
        '<w:p><w:r><w:t xml:space="preserve">It was </w:t></w:r><w:del><w:r><w:delText>not '
        "</w:delText></w:r></w:del><w:r><w:t>finished</w:t><w:tab/><w:t>at last.</w:t></w:r></w:p>"
    )

    draft = read("roof.docx", word(body))

    assert draft.article.text == "The roof\n\nIt was finished\tat last."
    assert (draft.article.title, draft.article.byline) == ("The roof", "Jane Doe")


def test_an_open_document_is_read_with_its_blanks(read):
    content = (
        f"<office:document-content {OPEN}><office:body><office:text><text:h>The roof</text:h>"
        '<text:p>It was<text:s text:c="2"/><text:span>finished</text:span> at<text:line-break/>'
        "last.</text:p></office:text></office:body></office:document-content>"
    )

    draft = read(
        "roof.odt",
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}),
    )

    assert draft.article.text == "The roof\n\nIt was  finished at\nlast."
    assert draft.article.title == "The roof"


def test_a_book_is_read_in_the_order_of_its_spine(read):
    parts = {
        "META-INF/container.xml": CONTAINER,
        "O/book.opf": PACKAGE,
        "O/one.xhtml": "<html><head><title>x</title></head><h1>One</h1><p>First.</p></html>",
        "O/two.xhtml": "<html><p>Second,<br/>and last.</p><script>bad()</script></html>",
    }

    article = read("book.epub", packed(parts)).article

    assert article.text == "One\n\nFirst.\n\nSecond,\nand last."
    assert (article.title, article.byline, article.language) == ("A short book", "Jane Doe", "en")
    assert article.published == When("1916-07-01")


def test_what_a_file_holds_counts_for_more_than_its_suffix(read):
    assert "words here" in read("saved.pdf", "<!doctype html><p>Some words here</p>").article.text
    assert "Town hall" in read("pdf.txt", (SAMPLES / "town-hall.pdf").read_bytes()).article.text


def test_the_same_article_twice_has_the_same_hash(read):
    one = read("one.txt", "Title\r\nThe same words.\r\n").article
    other = read("two.txt", "\ufeffTitle\nThe same words.").article

    assert one.text_hash == other.text_hash


def test_a_file_without_a_worker_is_read_by_one_of_its_own():
    assert read_article(str(SAMPLES / "wire.txt")).article.publisher == "Reuters"


def test_every_suffix_is_known():
    assert {
        ".txt",
        ".md",
        ".html",
        ".mhtml",
        ".pdf",
        ".docx",
        ".odt",
        ".epub",
        ".rtf",
        ".eml",
    } <= set(SUFFIXES)


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(FileError, match=r"“none\.txt” cannot be read: there is no such file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(FileError, match="it is a folder"):
        read_article(tmp_path)
    with pytest.raises(FileError, match="no file can have this name"):
        read_article(str(tmp_path / "a\0b.txt"))


def test_a_file_larger_than_any_article_is_not_read(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate((50 << 20) + 1)

    with pytest.raises(FileError, match="larger than 50 MB"):
        read_article(tmp_path / "huge.txt")
