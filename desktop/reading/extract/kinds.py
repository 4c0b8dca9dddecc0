"""Which reader a file gets: by what it holds first, then by its suffix. Runs in the worker."""

from collections.abc import Callable
from pathlib import PurePath

from desktop.errors import FileError
from desktop.i18n import _
from desktop.reading.extract.findings import Findings
from desktop.reading.extract.plain import complete

Reader = Callable[[bytes], Findings]

_BY_SUFFIX = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "page", ".htm": "page", ".xhtml": "page", ".mhtml": "archived_page",
    ".mht": "archived_page", ".pdf": "pdf", ".docx": "docx", ".odt": "odt", ".epub": "epub",
    ".rtf": "rtf", ".eml": "mail",
}  # fmt: skip
SUFFIXES = tuple(_BY_SUFFIX)
_BINARY = ("pdf", "docx", "odt", "epub", "rtf")
_MOST_LETTERS = 5_000_000
# What a file begins with that is no article at all.
_STRANGERS = (
    (b"\x89PNG", _("it is a picture")),
    (b"\xff\xd8\xff", _("it is a picture")),
    (b"GIF8", _("it is a picture")),
    (b"SQLite format 3\0", _("it is a database")),
    (b"\xd0\xcf\x11\xe0", _("it is an old Word file, which Word or LibreOffice can save as .docx")),
    (b"\x1f\x8b", _("it is a packed archive")),
    (b"7z\xbc\xaf", _("it is a packed archive")),
    (b"Rar!", _("it is a packed archive")),
    (b"\x7fELF", _("it is a program")),
    (b"MZ", _("it is a program")),
)


def find_article(content: bytes, name: str) -> Findings:
    """What is found in the bytes of the file `name`; a FileError holds the mere cause."""
    path = PurePath(name)
    kind = _kind(content, path.suffix.lower())
    found = complete(_reader(kind)(content), path.stem)
    if not any(letter.isalnum() for letter in found.text):
        raise FileError(_("no readable text was found in it"))
    if len(found.text) > _MOST_LETTERS:
        raise FileError(_("it holds more than {n} million letters").format(n=5))
    return found


def _kind(content: bytes, suffix: str) -> str:
    called = _BY_SUFFIX.get(suffix, "text")
    held = _held(content)
    if held:
        return held
    for start, cause in _STRANGERS:
        if content.startswith(start):
            raise FileError(cause)
    if called in _BINARY:
        raise FileError(_("it is called {suffix}, but holds something else").format(suffix=suffix))
    return called


def _held(content: bytes) -> str:
    """The kind that the first bytes give away, or ""."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if content.startswith(b"PK\x03\x04"):
        from desktop.reading.extract.archive import Archive  # most files are no archive

        return Archive(content).kind()
    small = start.lower()
    if small.startswith((b"<!doctype html", b"<html")):
        return "page"
    return ""


# The parsers load when one is needed; by name, so that whoever makes a bundle finds them.
def _reader(kind: str) -> Reader:
    if kind in ("page", "archived_page", "mail"):
        return _web_reader(kind)
    if kind in ("docx", "odt", "epub"):
        return _packed_reader(kind)
    if kind == "pdf":
        from desktop.reading.extract.pdf import read_pdf

        return read_pdf
    if kind == "markdown":
        from desktop.reading.extract.markdown import read_markdown

        return read_markdown
    from desktop.reading.extract.text import read_rtf, read_text

    return read_rtf if kind == "rtf" else read_text


def _web_reader(kind: str) -> Reader:
    if kind == "page":
        from desktop.reading.extract.page import read_page

        return read_page
    from desktop.reading.extract.mail import read_archived_page, read_mail

    return read_mail if kind == "mail" else read_archived_page


def _packed_reader(kind: str) -> Reader:
    if kind == "epub":
        from desktop.reading.extract.epub import read_epub

        return read_epub
    from desktop.reading.extract.office import read_docx, read_odt

    return read_docx if kind == "docx" else read_odt
