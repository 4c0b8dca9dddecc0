"""Taking articles in, and saying what they are."""

import hashlib
import re
import time
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from desktop.document import Document
from desktop.i18n import _
from desktop.model import Article
from desktop.when import When

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|cmp|cmpid)=|$", re.IGNORECASE)


def add_article(document: Document, article: Article, original: bytes = b"") -> int:
    """Keep an article that was read, with its original; one with the same text is kept once.

    An article that an imported table told of by its hash alone gets its text.
    """
    text_hash = hashlib.sha256(article.text.encode()).hexdigest()
    known = document.article_with_hash(text_hash)
    if known and known.text:
        return known.id
    with document.step(_("Add article")):
        file = document.add_file(original) if original else ""
        added = article.added or int(time.time())
        if known:
            document.keep(replace(known, text=article.text, file=file, added=added))
            return known.id
        return document.add(replace(article, text_hash=text_hash, file=file, added=added))


def addresses(document: Document) -> dict[str, int]:
    """The articles that have a text by the `address_key` of where they were read."""
    return {
        key: article.id for article in document.articles()
        if article.text and (key := address_key(article.url))
    }  # fmt: skip


def address_key(url: str) -> str:
    """An address without scheme, www, tracking, fragment and last stroke; "" for none."""
    parts = urlsplit(url.strip()) if url.isprintable() and "[" not in url else None
    if parts is None or not parts.netloc:
        return ""
    kept = [one for one in parts.query.split("&") if not _TRACKING.match(one)]
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{'&'.join(kept)}"


def change_article(document: Document, article: Article) -> None:
    """Put a changed article in the place of the one with its id; its text stays as it was read."""
    kept = document.article(article.id)
    with document.step(_("Change article")):
        document.keep(replace(article, text=kept.text, text_hash=kept.text_hash))


def date_article(document: Document, article: int, published: When | None) -> None:
    """Say when an article was published; its dates are read from that day on."""
    with document.step(_("Change publication date")):
        document.keep(replace(document.article(article), published=published))


def remove_articles(document: Document, ids: Iterable[int]) -> None:
    """Take articles away with their quotes; the events stay."""
    with document.step(_("Delete article")):
        document.remove(Article, ids)
