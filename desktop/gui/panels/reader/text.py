"""An article's text as a Qt document: paragraphs, chips behind dates, nothing read as HTML."""

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.gui.panels.date_chips import CHIP_KIND, CHIP_WORDS, Chip
from desktop.gui.panels.labels import is_right_to_left
from desktop.gui.panels.reader.marks import reading_option
from desktop.gui.panels.reader.offsets import CHIP, Inserted, Offsets, breaks, page_text
from desktop.model import Article

TOP = 20  # above the title
LINE_HEIGHT = 114.0  # per cent of the face's own, which already leaves some
_AIR = 0.5  # between paragraphs, in lines
_TITLE = 1.36


def cursor_over(document: QTextDocument, anchor: int, position: int) -> QTextCursor:
    """A cursor that selects what stands between two positions of a page."""
    cursor = QTextCursor(document)
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def begins_with_title(article: Article) -> bool:
    """True where the text's first line is the title, which then needs no other place."""
    first_line = article.text.lstrip().split("\n", 1)[0]
    return bool(article.title) and first_line.strip() == article.title.strip()


def title_block(document: QTextDocument, article: Article | None) -> QTextBlock | None:
    """The paragraph of the page that is the article's title, if its text begins with that."""
    if article is None or not begins_with_title(article):
        return None
    block = document.begin()
    while block.isValid() and not block.text().strip():
        block = block.next()
    return block


def leave_room(document: QTextDocument, article: Article | None, head: int) -> None:
    """Leave `head` pixels for what stands above the words: beneath a title of their own, if any."""
    title = title_block(document, article)
    frame = document.rootFrame()
    look = frame.frameFormat()
    above = TOP + head + 14 if title is None else TOP
    if look.topMargin() != above:
        look.setTopMargin(above)
        look.setBottomMargin(48)
        frame.setFrameFormat(look)
    if title is not None and title.blockFormat().bottomMargin() != head + 12:
        paragraph = title.blockFormat()
        paragraph.setBottomMargin(head + 12)
        QTextCursor(title).setBlockFormat(paragraph)


def write_page(
    document: QTextDocument, article: Article, chips: list[Chip], font: QFont
) -> Offsets:
    """Fill `document` with the article's text and chips; gives where each character went."""
    marks = [Inserted(chip.found.end, CHIP) for chip in chips]
    inserted = sorted([*marks, *breaks(article.text)], key=lambda piece: piece.point)
    offsets = Offsets(article.text, inserted)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setDefaultTextOption(reading_option(is_right_to_left=is_right_to_left(article.text)))
    document.setPlainText(page_text(article.text, inserted))
    _space_out(document, article)
    _set_chips(document, chips, offsets)
    return offsets


def _space_out(document: QTextDocument, article: Article) -> None:
    line = document.defaultFont().pointSizeF() * 1.6
    paragraph = QTextBlockFormat()
    paragraph.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    paragraph.setBottomMargin(line * _AIR)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(paragraph)
    if "\n\n" in article.text:
        _close_blank_lines(document, cursor)
    _set_title(document, cursor, article)
    cursor.endEditBlock()


def _close_blank_lines(document: QTextDocument, cursor: QTextCursor) -> None:
    """A blank line between paragraphs takes no room: the paragraphs have their air already."""
    closed = QTextBlockFormat()
    closed.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    closed.setBottomMargin(0)
    block = document.begin()
    while block.isValid():
        if block.length() == 1:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(closed)
        block = block.next()


def _set_title(document: QTextDocument, cursor: QTextCursor, article: Article) -> None:
    block = title_block(document, article)
    if block is None:
        return
    font = document.defaultFont()
    font.setPointSizeF(font.pointSizeF() * _TITLE)
    font.setBold(True)
    look = QTextCharFormat()
    look.setFont(font)
    cursor.setPosition(block.position())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)
    tight = QTextBlockFormat()
    tight.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    tight.setBottomMargin(0)
    cursor.mergeBlockFormat(tight)


def _set_chips(document: QTextDocument, chips: list[Chip], offsets: Offsets) -> None:
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    look = QTextCharFormat()
    look.setObjectType(CHIP_KIND)
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    for chip in chips:
        look.setProperty(CHIP_WORDS, chip.words)
        position = offsets.end(chip.found.end) + len(CHIP) - 1
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)
    cursor.endEditBlock()
