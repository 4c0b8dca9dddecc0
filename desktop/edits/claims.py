"""An article's words as evidence for an event."""

from collections.abc import Iterable

from desktop.document import Document
from desktop.i18n import _
from desktop.model import Article, Claim, Quote, Stance


def claim_of(
    article: Article, event: int, first: int, last: int, *, stance: Stance = "asserts"
) -> Claim:
    """The claim that the words [first, last) of `article` make about `event`."""
    from desktop.reading.anchor import selector  # which a window's first picture does without

    found = selector(article.text, first, last)
    return Claim(
        event=event,
        article=article.id,
        first=first,
        last=last,
        exact=found.exact,
        prefix=found.prefix,
        suffix=found.suffix,
        stance=stance,
    )


def add_claim(document: Document, event: int, quote: Quote, *, stance: Stance = "asserts") -> int:
    """Add what another article, or another sentence, says of an event."""
    article = document.article(quote.article)
    with document.step(_("Add source") if stance == "asserts" else _("Add denial")):
        return document.add(claim_of(article, event, quote.first, quote.last, stance=stance))


def change_claim(document: Document, claim: Claim) -> None:
    """Put a changed claim in the place of the one with its id."""
    with document.step(_("Change source")):
        document.keep(claim)


def remove_claims(document: Document, ids: Iterable[int]) -> None:
    """Take quotes away from their events, which stay."""
    with document.step(_("Remove source")):
        document.remove(Claim, ids)
