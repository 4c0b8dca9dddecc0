"""Steps through an article: to the next of its dates or quotes, to the events of a paragraph."""

from collections.abc import Iterable

from desktop.document import Document
from desktop.edits.texts import is_lost
from desktop.gui.panels.reader.page import ReaderPage
from desktop.model import Article

Words = tuple[int, int]


def quote_spans(document: Document, article: Article | None) -> list[Words]:
    """The words of every quote of an article that still stands in its text."""
    if article is None:
        return []
    quoted = document.claims_in(article.id)
    return [(claim.first, claim.last) for claim in quoted if not is_lost(claim, article)]


def events_between(document: Document, article: Article, first: int, last: int) -> tuple[int, ...]:
    """The events that quote any of the words [first, last), in the order of the article."""
    claims = sorted(document.claims_in(article.id), key=lambda claim: claim.first)
    met = [claim for claim in claims if claim.first < last and claim.last > first]
    return tuple(dict.fromkeys(claim.event for claim in met if not is_lost(claim, article)))


def paragraph_around(text: str, first: int, last: int) -> Words:
    """The whole paragraphs of a text in which the words [first, last) stand."""
    end = text.find("\n", last)
    return text.rfind("\n", 0, first) + 1, len(text) if end < 0 else end


def select_next(page: ReaderPage, spans: Iterable[Words], by: int) -> None:
    """Select the first of these words behind the cursor (by 1) or the last before it (by -1)."""
    here = page.selected_span()
    ordered = sorted(span for span in spans if (span > here if by > 0 else span < here))
    if ordered:
        span = ordered[0] if by > 0 else ordered[-1]
        page.select_words(*span)
        page.bring_into_view(span[0])
