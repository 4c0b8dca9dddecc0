"""XML and HTML from strangers as trees, and the text of a tree; nothing is ever fetched."""

import re

from lxml import etree, html

from desktop.errors import FileError
from desktop.i18n import _

_PARAGRAPHS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "ul",
    ]
)
_LINES = frozenset(["br", "li", "tr", "option"])
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "select",
        "button",
        "input",
        "textarea",
        "nav",
    ]
)
_BLANKS = re.compile(r"[ \t\n\r\f]+")


def xml_tree(content: bytes) -> etree._Element:
    """The root of strict XML; a document type of its own, as bombs have one, is refused."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileError(_("it is damaged")) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileError(_("it declares entities, which no article needs"))
    return root


def html_tree(text: str) -> html.HtmlElement | None:
    """The root of a page however broken, or None where there is no element in it."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    # NUL ends the text for libxml2, and lone surrogates cannot be passed to it.
    content = text.replace("\0", "").encode("utf-8", "replace")
    try:
        return html.document_fromstring(content, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def text_of(root: etree._Element) -> str:
    """The text that a reader sees, paragraphs apart by an empty line, list entries by a line."""
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = _tag(element)
        if event == "start" and (tag in _UNSEEN or element.get("hidden") is not None):
            walk.skip_subtree()
        parts.append(_break(tag))
        if event == "start":
            if tag not in _UNSEEN and element.get("hidden") is None:
                parts.append(_inline(element.text))
        elif element is not root:
            parts.append(_inline(element.tail))
    return _tidy("".join(parts))


def _tag(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else "script"


def _break(tag: str) -> str:
    if tag in _PARAGRAPHS:
        return "\n\n"
    if tag in ("td", "th"):
        return "\t"
    return "\v" if tag in _LINES else ""


def _inline(text: str | None) -> str:
    return _BLANKS.sub(" ", text) if text else ""


def _tidy(text: str) -> str:
    """One empty line between paragraphs, one line end for a run of vertical tabs."""
    text = re.sub(r"[ \t]*\n[ \t\n\v]*", "\n\n", text)
    text = re.sub(r"[ \t]*\v[ \t\v]*", "\n", text)
    return re.sub(r" {2,}", " ", re.sub(r"[ \t]*\t[ \t]*", "\t", text)).strip()
