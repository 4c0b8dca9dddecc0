"""Web pages: the readable words by trafilatura, what the page tells of itself by a vote."""

import re

from lxml import html

from desktop.errors import FileError
from desktop.i18n import _
from desktop.reading.extract.decode import decode
from desktop.reading.extract.findings import Findings
from desktop.reading.extract.markup import html_tree, text_of
from desktop.reading.extract.metadata import page_metadata
from desktop.reading.extract.text import readable

# Below this what trafilatura kept of a page is too little to be the article.
_LEAST_SHARE = 0.1
_LEAST_LETTERS = 120
# A page as long as a book is all text, and trafilatura would take minutes for it.
_MOST_LETTERS = 1_500_000
_ITEM = re.compile(r"[-•*] ")


def read_page(content: bytes) -> Findings:
    """A web page in any encoding."""
    return read_declared_page(content)


def read_declared_page(content: bytes, charset: str = "", address: str = "") -> Findings:
    """A web page whose carrier told its charset and address."""
    tree = html_tree(readable(decode(content, charset)))
    if tree is None:
        raise FileError(_("no page was found in it"))
    told = page_metadata(tree, address)
    return Findings(
        text=_body(tree),
        title=told.title,
        published=told.published,
        byline=told.byline,
        publisher=told.publisher,
        url=told.url,
        language=told.language,
    )


def _body(tree: html.HtmlElement) -> str:
    """The article's words; all that is to be seen where no article stands out."""
    everything = text_of(tree)
    if len(everything) > _MOST_LETTERS:
        return everything
    main = _main_text(tree)
    if len(main) >= _LEAST_LETTERS or len(main) > _LEAST_SHARE * len(everything):
        return main
    return everything


def _main_text(tree: html.HtmlElement) -> str:
    import trafilatura  # half a second, for pages only

    found = trafilatura.extract(
        tree, output_format="txt", include_comments=False, include_tables=True,
        include_formatting=False, with_metadata=False,
    )  # fmt: skip
    return _apart(str(found or ""))


def _apart(text: str) -> str:
    """An empty line between paragraphs, none between the entries of a list."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    parts: list[str] = []
    for line, before in zip(lines, ["", *lines], strict=False):
        if before:
            parts.append("\n" if _ITEM.match(line) and _ITEM.match(before) else "\n\n")
        parts.append(line)
    return "".join(parts)
