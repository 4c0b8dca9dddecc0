"""Word and OpenDocument texts, read from their XML alone: no styles, pictures, fields or macros."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from desktop.errors import FileError
from desktop.i18n import _
from desktop.reading.extract.archive import Archive
from desktop.reading.extract.findings import Findings, Sourced
from desktop.reading.extract.markup import xml_tree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD_MARKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "‑"}
# Deleted and moved words, instructions of fields, and the second copy of a text box.
_WORD_UNSEEN = {
    _W + "del", _W + "moveFrom", _W + "instrText", _W + "delText", _W + "pPr", _W + "rPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OPEN_MARKS = {_T + "tab": "\t", _T + "line-break": "\n"}
_OPEN_UNSEEN = {_T + "tracked-changes", _O + "annotation", _T + "note-citation"}
_DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_SPACES = 100


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one format writes paragraphs: its tags, and the text that an element begins with."""

    paragraph: str
    unseen: set[str]
    inside: Callable[[etree._Element], str]
    has_tails: bool


def _word_text(element: etree._Element) -> str:
    if element.tag == _W + "t":
        return element.text or ""
    return _WORD_MARKS.get(element.tag, "")


def _open_text(element: etree._Element) -> str:
    if element.tag == _T + "s":
        count = element.get(_T + "c", "1")
        return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
    return _OPEN_MARKS.get(element.tag, "") + (element.text or "")


_WORD = _Kind(_W + "p", _WORD_UNSEEN, _word_text, has_tails=False)
_OPEN = _Kind(_T + "p", _OPEN_UNSEEN, _open_text, has_tails=True)


def read_docx(content: bytes) -> Findings:
    """The paragraphs of a Word document, then its foot- and endnotes; title and author."""
    archive = Archive(content)
    body = xml_tree(archive.read("word/document.xml"))
    paragraphs = list(_paragraphs(body, _WORD))
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if notes := archive.read(name):
            paragraphs += _paragraphs(xml_tree(notes), _WORD)
    return _findings(paragraphs, archive.read("docProps/core.xml"), _word_heading(body))


def read_odt(content: bytes) -> Findings:
    """The paragraphs of an OpenDocument text; title and author."""
    archive = Archive(content)
    if b"manifest:encryption-data" in archive.read("META-INF/manifest.xml"):
        raise FileError(_("it is locked with a password"))
    root = xml_tree(archive.read("content.xml"))
    for heading in root.iter(_T + "h"):
        heading.tag = _T + "p"
        heading.set("heading", "yes")
    paragraphs = list(_paragraphs(root, _OPEN))
    first = root.find(f".//{_T}p[@heading]")
    heading = "".join(first.itertext()) if first is not None else ""
    return _findings(paragraphs, archive.read("meta.xml"), heading)


def _findings(paragraphs: list[str], about: bytes, heading: str) -> Findings:
    told = _told(about)
    title = Sourced(heading.strip(), "heading", 0.9)
    return Findings(
        text="\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip()),
        title=title.or_else(Sourced(told.get("title", ""), "metadata", 0.7)),
        byline=told.get("creator", ""),
        language=told.get("language", "")[:2].lower(),
    )


def _told(about: bytes) -> dict[str, str]:
    """The Dublin Core fields of a document's properties."""
    if not about:
        return {}
    return {
        str(element.tag).removeprefix(_DC): (element.text or "").strip()
        for element in xml_tree(about).iter(_DC + "*")
    }


def _paragraphs(root: etree._Element, kind: _Kind) -> Iterator[str]:
    """Each paragraph's text; one within another, as of a note or a box, comes before it."""
    open_ones: list[list[str]] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag == kind.paragraph:
                open_ones.append([])
            if element.tag in kind.unseen:
                walk.skip_subtree()
            elif open_ones:
                open_ones[-1].append(kind.inside(element))
            continue
        if element.tag == kind.paragraph:
            yield "".join(open_ones.pop())
        if open_ones and kind.has_tails:
            open_ones[-1].append(element.tail or "")


def _word_heading(body: etree._Element) -> str:
    """The first paragraph whose style is a title or a heading."""
    for style in body.iter(_W + "pStyle"):
        if style.get(_W + "val", "").lower().startswith(("title", "heading1", "titel", "titre")):
            paragraph = next(style.iterancestors(_W + "p"), None)
            if paragraph is not None:
                return "".join(element.text or "" for element in paragraph.iter(_W + "t"))
    return ""
