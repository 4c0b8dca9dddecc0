"""The timeline as SVG or PDF: lines and words, the same bytes for the same timeline every time."""

import hashlib
import re
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop.document import Document
from desktop.errors import FileError
from desktop.i18n import _
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.style import Style, light
from desktop.timeline.pictures.paper import DOTS, Paper
from desktop.timeline.pictures.press import Press
from desktop.timeline.pictures.sheet import Page, Sheet

_FINE = 1200  # dots to an inch by which PDF rounds its lines
_LONGEST = 14_400  # points of a PDF page's side; readers refuse more
# What no XML 1.0 may hold, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FAMILY = re.compile(r'font-family="([^"]*)(?<!sans-serif)"')
# A clock and a random number; blanks of the same length keep the file's table of places right.
_CLOCKS = re.compile(
    rb"/CreationDate \(D:[^)]*\)|/ModDate \(D:[^)]*\)|"
    rb"xmp:(?:Create|Modify|Metadata)Date=\"[^\"]*\"|xmpMM:DocumentID=\"[^\"]*\""
)
_ID = re.compile(rb"/ID \[ <([0-9a-fA-F]+)> <([0-9a-fA-F]+)> \]")


def svg(
    document: Document,
    sheet: Sheet | None = None,
    style: Style | None = None,
    scale: TimeScale | None = None,
) -> bytes:
    """The picture as SVG 1.1, its words in Noto Sans or else the reader's own sans-serif."""
    page = Page(document, sheet or Sheet(), style or light(), scale)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # SVG Tiny, which is the other version, knows no clipping.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DOTS)
    generator.setSize(QSize(page.width, page.height))
    generator.setViewBox(QRect(0, 0, page.width, page.height))
    painter = QPainter(generator)
    page.paint(painter)
    painter.end()
    return _mended(bytes(content.data()).decode("utf-8", "replace"), document.title).encode()


def _mended(text: str, title: str) -> str:
    """With a title that screen readers say, sans-serif to fall back on, no forbidden letters."""
    clean = _FORBIDDEN.sub(" ", text)
    clean = _FAMILY.sub(r'font-family="\1, sans-serif"', clean)
    named = escape(_FORBIDDEN.sub(" ", title))
    head = f'<svg role="img" aria-label={quoteattr(_FORBIDDEN.sub(" ", title))} '
    clean = clean.replace("<svg ", head, 1)
    clean = re.sub(r"<title>.*?</title>\s*<desc>.*?</desc>", "", clean, count=1, flags=re.DOTALL)
    return re.sub(r"(<svg[^>]*>)", lambda found: f"{found[1]}\n<title>{named}</title>", clean,
                  count=1)  # fmt: skip


def pdf(
    document: Document,
    sheet: Sheet | None = None,
    style: Style | None = None,
    scale: TimeScale | None = None,
    paper: Paper | None = None,
) -> bytes:
    """The picture as PDF with its fonts in it: a page as large as the sheet, or pages of paper."""
    asked, look = sheet or Sheet(), style or light()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_FINE)
    writer.setTitle(_FORBIDDEN.sub(" ", document.title))
    writer.setCreator("Dateline")
    if paper is not None:
        Press(document, asked, look, paper, scale).print_on(writer)
    else:
        _draw(writer, Page(document, asked, look, scale))
    buffer.close()
    return _without_clock(bytes(content.data()))


def _draw(writer: QPdfWriter, page: Page) -> None:
    size = QSizeF(page.width * 72 / DOTS, page.height * 72 / DOTS)
    if max(size.width(), size.height()) > _LONGEST:
        raise FileError(_("A PDF page of this size is too large; choose a smaller one."))
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    shape = QPageSize(size, QPageSize.Unit.Point, "", exact)
    writer.setPageLayout(
        QPageLayout(shape, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    painter = QPainter(writer)
    painter.scale(_FINE / DOTS, _FINE / DOTS)
    page.paint(painter)
    painter.end()


def _without_clock(content: bytes) -> bytes:
    """Without the time of its making, and with a name that its content gives it."""
    calm = _CLOCKS.sub(lambda found: b" " * len(found[0]), content)
    named = _ID.search(calm)
    if named is None:
        return calm
    bare = calm[: named.start()] + calm[named.end() :]
    digest = hashlib.sha256(bare).hexdigest().encode()[: len(named[1])].ljust(len(named[1]), b"0")
    mark = b"/ID [ <" + digest + b"> <" + digest + b"> ]"
    return calm[: named.start()] + mark + calm[named.end() :]
