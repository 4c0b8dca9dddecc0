"""Electronic books: the chapters in their order, as plain words."""

from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

from desktop.errors import FileError
from desktop.i18n import _
from desktop.reading.extract.archive import Archive
from desktop.reading.extract.decode import decode
from desktop.reading.extract.findings import Findings, Sourced
from desktop.reading.extract.markup import html_tree, text_of, xml_tree
from desktop.reading.extract.published import whole_date

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"


def read_epub(content: bytes) -> Findings:
    """The whole book; title, authors, publisher, date and language from its package."""
    archive = Archive(content)
    place = _package_place(archive)
    package = xml_tree(archive.read(place))
    chapters = [_chapter(archive, name) for name in _spine(package, dirname(place))]
    date = whole_date(_told(package, "date"))
    return Findings(
        text="\n\n".join(chapter for chapter in chapters if chapter),
        title=Sourced(_told(package, "title"), "metadata", 0.9),
        published=Sourced(date, "metadata", 0.7) if date else Sourced(),
        byline=_told(package, "creator"),
        publisher=_told(package, "publisher"),
        language=_told(package, "language")[:2].lower(),
    )


def _package_place(archive: Archive) -> str:
    root = xml_tree(archive.read("META-INF/container.xml"))
    for file in root.iter(_CONTAINER):
        return str(file.get("full-path", ""))
    raise FileError(_("it is damaged"))


def _spine(package: etree._Element, folder: str) -> list[str]:
    """The names of the chapters' files, in reading order."""
    names = {
        item.get("id"): normpath(join(folder, unquote(item.get("href", ""))))
        for item in package.iter(_OPF + "item")
    }
    chosen = [names.get(entry.get("idref")) for entry in package.iter(_OPF + "itemref")]
    return [name for name in dict.fromkeys(chosen) if name]


def _chapter(archive: Archive, name: str) -> str:
    content = archive.read(name)
    if content and not content.lstrip()[:1] == b"<" and b"\0" in content[:200]:
        raise FileError(_("it is protected against copying"))
    tree = html_tree(decode(content))
    return text_of(tree) if tree is not None else ""


def _told(package: etree._Element, name: str) -> str:
    texts = ((element.text or "").strip() for element in package.iter(_DC + name))
    return ", ".join(text for text in texts if text)
