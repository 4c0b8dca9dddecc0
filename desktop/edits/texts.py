"""An article's text is corrected: every quote is found again, what moved or was lost is told."""

import hashlib
from dataclasses import dataclass, replace

from desktop.document import Document
from desktop.i18n import _
from desktop.model import Article, Claim
from desktop.reading.anchor import Found, relocate, selector
from desktop.reading.shifts import Shifts


@dataclass(frozen=True, slots=True)
class Relocation:
    """Where a claim's words are in the corrected text, and how sure that is."""

    claim: Claim
    found: Found


def find_relocations(document: Document, article: int, text: str) -> list[Relocation]:
    """Where every quote of the article would stand, were `text` its text; nothing is changed."""
    claims = document.claims_in(article)
    spans = [(claim.first, claim.last) for claim in claims]
    found = relocate(document.article(article).text, text, spans)
    return [Relocation(claim, place) for claim, place in zip(claims, found, strict=True)]


def correct_text(document: Document, article: int, text: str) -> list[Relocation]:
    """Put a corrected text in the place of the one that was read, and move its quotes along.

    A lost quote keeps its words and its old place, so that it can be found by hand.
    """
    kept = document.article(article)
    relocations = find_relocations(document, article, text)
    dates = _moved_dates(kept, text, [relocation.claim for relocation in relocations])
    with document.step(_("Correct text")):
        text_hash = hashlib.sha256(text.encode()).hexdigest()
        pages = _moved_pages(kept, text)
        document.keep(replace(kept, text=text, text_hash=text_hash, pages=pages))
        for relocation, date in zip(relocations, dates, strict=True):
            if relocation.found.how != "lost":
                document.keep(_moved(relocation, text, date))
    return relocations


def _moved_pages(article: Article, text: str) -> str:
    """Where the pages of a PDF begin in a corrected text."""
    if not article.pages:
        return ""
    shifts = Shifts(article.text, text)
    return " ".join(str(shifts.place(int(begin))) for begin in article.pages.split())


def is_lost(claim: Claim, article: Article) -> bool:
    """True where the article's text was corrected and the claim's words are not in their place.

    An article of which only the hash is known has lost nothing.
    """
    return bool(article.text) and article.text[claim.first : claim.last] != claim.exact


def _moved(relocation: Relocation, text: str, date: tuple[int, int] | None) -> Claim:
    found = relocation.found
    words = selector(text, found.first, found.last)
    return replace(
        relocation.claim,
        first=found.first,
        last=found.last,
        exact=words.exact,
        prefix=words.prefix,
        suffix=words.suffix,
        date_first=date[0] if date else None,
        date_last=date[1] if date else None,
    )


def _moved_dates(article: Article, text: str, claims: list[Claim]) -> list[tuple[int, int] | None]:
    spans = [(claim.date_first or 0, claim.date_last or 0) for claim in claims]
    found = relocate(article.text, text, spans)
    return [
        (place.first, place.last) if claim.date_first is not None and place.how != "lost" else None
        for claim, place in zip(claims, found, strict=True)
    ]
