"""What programs put on the clipboard beside the words: the page's address and its title."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData

_SOURCE = re.compile(r"^SourceURL:\s*(\S{1,4000})", re.MULTILINE)
_META = re.compile(r"<meta\b[^>]{0,3000}>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]{0,200}>(.{1,1000}?)</title>", re.IGNORECASE | re.DOTALL)
_CANONICAL = re.compile(r"<link\b[^>]{0,3000}>", re.IGNORECASE)
_SEEN = 200_000
# What Firefox, Chromium and the systems' own clipboards call their formats.
_ADDRESSES = ("text/x-moz-url-priv", "text/x-moz-url", "chromium/x-source-url",
              "org.chromium.source-url")  # fmt: skip
_HTML = ("text/html", 'application/x-qt-windows-mime;value="HTML Format"', "HTML Format")


@dataclass(frozen=True, slots=True)
class Copied:
    """The words, and where they come from; "" where the clipboard does not say."""

    text: str
    url: str = ""
    title: str = ""


def copied(mime: QMimeData) -> Copied:
    """What was copied or dropped."""
    url = title = ""
    for name in _ADDRESSES:
        lines = _decoded(mime, name).split("\n")
        if not url and _is_address(lines[0].strip()):
            url = lines[0].strip()
            title = lines[1].strip() if len(lines) > 1 else ""
    for name in _HTML:
        html = _decoded(mime, name)[:_SEEN]
        url = url or _address_in(html)
        title = title or _title_in(html)
    return Copied(mime.text(), url, " ".join(title.split())[:500])


def _decoded(mime: QMimeData, name: str) -> str:
    """The bytes of a format as text: UTF-16 where every other byte is nought, else UTF-8."""
    content = bytes(mime.data(name).data()) if mime.hasFormat(name) else b""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[1:2] == b"\0"
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-16-le"
    return content.decode(encoding if is_wide else "utf-8", "replace").replace("\0", "")


def _address_in(html: str) -> str:
    source = _SOURCE.search(html[:2_000])
    if source and _is_address(source[1]):
        return source[1]
    wanted = [("link", 'rel="canonical"', "href"), ("meta", 'property="og:url"', "content")]
    for kind, mark, attribute in wanted:
        for tag in (_CANONICAL if kind == "link" else _META).findall(html):
            if mark in tag.lower() and _is_address(address := _attribute(tag, attribute)):
                return address
    return ""


def _title_in(html: str) -> str:
    for tag in _META.findall(html):
        if 'property="og:title"' in tag.lower():
            return _attribute(tag, "content")
    found = _TITLE.search(html)
    return unescape(found[1]) if found else ""


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag, re.IGNORECASE)
    return unescape(found[1] or found[2] or "") if found else ""


def _is_address(words: str) -> bool:
    try:
        parts = urlsplit(words)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
