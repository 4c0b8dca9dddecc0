"""The readings that a user chose for an article's dates, in the place of those that were found."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.model import Article
from desktop.reading.anchor import Selector, find_again
from desktop.reading.dates import DateExpression
from desktop.when import When


@dataclass(frozen=True, slots=True)
class Pick:
    """Some words of an article and the EDTF date that they mean; "" where they mean none.

    `first` is where they stood in code points when they were picked; `words` finds them again.
    """

    words: Selector
    first: int
    edtf: str


@dataclass(frozen=True, slots=True)
class PickedArticle(Article):
    """An article together with what its user chose for its dates."""

    picks: tuple[Pick, ...] = ()


def with_picks(article: Article, picks: Iterable[Pick]) -> PickedArticle:
    """The same article, whose dates are read as the user chose."""
    values = {field.name: getattr(article, field.name) for field in fields(Article)}
    return PickedArticle(**values, picks=tuple(picks))


def as_picked(article: Article, found: tuple[DateExpression, ...]) -> tuple[DateExpression, ...]:
    """The expressions of an article, each picked one with the reading that was picked for it."""
    if not isinstance(article, PickedArticle) or not article.picks:
        return found
    chosen = {_place(article.text, pick): pick.edtf for pick in article.picks}
    return tuple(
        _chosen(one, chosen[one.start, one.end]) if (one.start, one.end) in chosen else one
        for one in found
    )


def _place(text: str, pick: Pick) -> tuple[int, int]:
    last = pick.first + len(pick.words.exact)
    if text[pick.first : last] == pick.words.exact:
        return pick.first, last
    again = find_again(text, pick.words, pick.first)
    return (again.first, again.last) if again.how in ("exact", "moved") else (-1, -1)


def _chosen(found: DateExpression, edtf: str) -> DateExpression:
    if edtf == found.edtf:
        return found
    others = [other for other in (found.edtf, *found.others) if other and other != edtf]
    try:
        timex3 = When(edtf).timex3 if edtf else ""
    except WhenError:
        return found
    why = _("You chose this reading") if edtf else _("You said that this is no date")
    return replace(
        found, edtf=edtf, timex3=timex3, others=tuple(others), why=why, confidence=1.0, rule="pick"
    )
