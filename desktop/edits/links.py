"""Arrows between events."""

from collections.abc import Iterable

from desktop.document import Document
from desktop.i18n import _
from desktop.model import Link


def link_events(document: Document, source: int, target: int, kind: str = "leads to") -> int:
    """Draw an arrow from one event to another; the same arrow twice is drawn once."""
    for link in document.links_of(source):
        if (link.source, link.target, link.kind) == (source, target, kind):
            return link.id
    with document.step(_("Link events")):
        return document.add(Link(source=source, target=target, kind=kind))


def remove_links(document: Document, ids: Iterable[int]) -> None:
    """Take arrows away."""
    with document.step(_("Remove link")):
        document.remove(Link, ids)
