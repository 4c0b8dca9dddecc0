"""PDF files: the words of each page in reading order, with the place at which it begins."""

import time

import pypdfium2

from desktop.errors import FileError
from desktop.i18n import _
from desktop.reading.extract.findings import Findings, Sourced
from desktop.reading.extract.lines import (
    Line,
    headline_of,
    lines_of,
    paragraphs_of,
    without_running_heads,
)
from desktop.reading.extract.normal import normalise
from desktop.reading.extract.words import words_of

MOST_PAGES = 2000
# Reading stops here, with a warning, rather than being stopped with nothing.
MOST_SECONDS = 6.5
_PASSWORD = 4
_PROGRAM_NAMES = (".doc", ".docx", ".indd", ".pdf", ".qxd", ".rtf", ".tex", ".pages")
_SENTENCE_ENDS = tuple(".!?…:;»”\"')]؟۔。")


def read_pdf(content: bytes) -> Findings:
    """The text of a PDF with the places at which its pages begin; its title, not its file date."""
    document = _opened(content)
    number = len(document)
    pages, end = [], time.monotonic() + MOST_SECONDS
    for index in range(min(number, MOST_PAGES)):
        pages.append(_lines(document, index))
        if time.monotonic() > end:
            break
    if not any(letter.isalnum() for page in pages for line in page for letter in line.text):
        raise FileError(_("it holds pictures of pages, but no text"))
    text, starts = _joined([paragraphs_of(page) for page in without_running_heads(pages)])
    told = document.get_metadata_dict(skip_empty=True)
    heading = Sourced(headline_of(pages[0]), "heading", 0.7)
    return Findings(
        text=text,
        title=heading.or_else(_title(str(told.get("Title", "")))),
        byline=str(told.get("Author", "")),
        pages=tuple(starts),
        warnings=_warnings(len(pages), number),
    )


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise FileError(_("it is locked with a password")) from error
        raise FileError(_("it is damaged")) from error


def _lines(document: pypdfium2.PdfDocument, index: int) -> list[Line]:
    """The lines of one page; none where the page is damaged."""
    try:
        page = document[index].get_textpage()
    except pypdfium2.PdfiumError:
        return []
    return lines_of(words_of(page))


def _joined(pages: list[list[str]]) -> tuple[str, list[int]]:
    """The whole text and where its second and later pages begin."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for number, paragraphs in enumerate(pages):
        words = normalise("\n\n".join(paragraphs))
        if words and length:
            goes_on = words[0].islower() and not parts[-1].endswith(_SENTENCE_ENDS)
            parts.append(" " if goes_on else "\n\n")
            length += len(parts[-1])
        if number:
            starts.append(length)
        if words:
            parts.append(words)
            length += len(words)
    return "".join(parts), starts


def _title(title: str) -> Sourced:
    """The title in the file's properties unless a program wrote its file name there."""
    small = title.strip().lower()
    is_name = small.endswith(_PROGRAM_NAMES) or small.startswith(("microsoft ", "untitled"))
    return Sourced() if is_name or len(small) < 4 else Sourced(title, "metadata", 0.6)


def _warnings(read: int, number: int) -> tuple[str, ...]:
    if read == number:
        return ()
    return (_("Only the first {read} of {n} pages were read.").format(read=read, n=number),)
