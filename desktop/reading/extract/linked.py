"""What a page's linked data (JSON-LD of schema.org) tells of its article."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml import html

_KINDS = ("article", "posting", "report", "review", "webpage")
_MOST_LETTERS = 1_000_000
_MOST_NODES = 5000


@dataclass(frozen=True, slots=True)
class LinkedNews:
    """The fields of the first article in the linked data; empty where there is none."""

    headline: str = ""
    published: str = ""
    authors: str = ""
    publisher: str = ""
    language: str = ""


def linked_news(tree: html.HtmlElement) -> LinkedNews:
    """The most article-like node of the page's linked data."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script)]
    kinds = [(_rank(node), number, node) for number, node in enumerate(nodes)]
    ranked = [
        node for rank, _, node in sorted(kinds, key=lambda one: one[:2]) if rank < len(_KINDS)
    ]
    if not ranked:
        return LinkedNews()
    return LinkedNews(
        headline=_first(ranked, "headline"),
        published=_first(ranked, "datePublished"),
        authors=_authors(ranked),
        publisher=_first(ranked, "publisher"),
        language=_first(ranked, "inLanguage"),
    )


def _scripts(tree: html.HtmlElement) -> Iterator[object]:
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" in script.get("type", "") and len(text) <= _MOST_LETTERS:
            try:
                yield json.loads(text.strip().strip(";"), strict=False, parse_int=str)
            except (ValueError, RecursionError):
                continue


def _nodes(root: object) -> Iterator[dict[str, object]]:
    """Every object below `root`, the outer ones first."""
    waiting = deque([root])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _rank(node: dict[str, object]) -> int:
    kind = str(node.get("@type", "")).lower()
    return next((rank for rank, word in enumerate(_KINDS) if word in kind), len(_KINDS))


def _first(nodes: list[dict[str, object]], name: str) -> str:
    return next(filter(None, (_said(node.get(name)) for node in nodes)), "")


def _authors(nodes: list[dict[str, object]]) -> str:
    for node in nodes:
        author = node.get("author") or node.get("creator")
        people = author if isinstance(author, list) else [author]
        names = [name for name in map(_said, people[:20]) if name and "://" not in name]
        if names:
            return ", ".join(dict.fromkeys(names))
    return ""


def _said(value: object) -> str:
    """A text, or the name of what stands for a person or an organisation."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name", "")
    return unescape(value).strip()[:2000] if isinstance(value, str) else ""
