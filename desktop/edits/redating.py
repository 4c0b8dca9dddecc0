"""An article's publication date is corrected: what was dated by its words is read again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.document import Document
from desktop.edits.readings import read_article
from desktop.i18n import _
from desktop.model import Article, Claim, Event
from desktop.reading.governing import dates_of, governing_date, publication_day
from desktop.when import When


@dataclass(frozen=True, slots=True)
class Redating:
    """An event whose date would change, from which words, and why; `old` is None if undated.

    `said_at` is where those words stand, for a claim that did not know its date words so far.
    """

    event: int
    title: str
    words: str
    old: When | None
    new: When
    why: str
    claim: int = 0
    said_at: tuple[int, int] | None = None


def find_redatings(document: Document, article: int, published: When | None) -> list[Redating]:
    """The events that the article's words would date otherwise, were it published then.

    An event whose date the user has set by hand is left alone.
    """
    before = read_article(document, article)
    return _differences(document, before, replace(before, published=published))


def find_left_behind(document: Document, article: int, former: When | None) -> list[Redating]:
    """The events that are still dated by the day on which the article was held published."""
    after = read_article(document, article)
    return _differences(document, replace(after, published=former), after)


def redate_article(
    document: Document, article: int, published: When | None, chosen: Iterable[Redating]
) -> None:
    """Correct the publication date, and the dates of the chosen events with it, as one step."""
    redatings = list(chosen)
    new = {redating.event: redating.new for redating in redatings}
    said = {one.claim: one.said_at for one in redatings if one.said_at is not None}
    with document.step(_("Change publication date")):
        document.keep(replace(document.article(article), published=published))
        document.keep([event.on(new[event.id]) for event in document.events(new)])
        document.keep(
            [
                replace(claim, date_first=said[claim.id][0], date_last=said[claim.id][1])
                for claim in document.claims_in(article)
                if claim.id in said
            ]
        )


def follow_correction(
    document: Document, article: int, step: int, chosen: Iterable[Redating]
) -> None:
    """Give the chosen events their new dates after the article was corrected in `step`.

    While nothing else was done since, both become one step.
    """
    published = document.article(article).published
    if last_step(document) == step:
        document.undo()
    redate_article(document, article, published, chosen)


def last_step(document: Document) -> int:
    """The id of the step that would be undone, 0 where there is none."""
    return max((step.id for step in document.history() if not step.is_undone), default=0)


def _differences(document: Document, before: Article, after: Article) -> list[Redating]:
    claims = {claim.event: claim for claim in document.claims_in(after.id)}
    events = document.events(claims)
    found = (_redating(event, claims[event.id], before, after) for event in events)
    return [redating for redating in found if redating]


def _redating(event: Event, claim: Claim, before: Article, after: Article) -> Redating | None:
    if event.when is None:
        return _first_date(event, claim, before, after)
    old, new = _meant(claim, before), _meant(claim, after)
    if old is None or new is None or event.when != old[0] or old[0] == new[0]:
        return None
    words = before.text[claim.date_first or 0 : claim.date_last or 0]
    return Redating(event.id, event.title, words, old[0], new[0], new[1])


def _first_date(event: Event, claim: Claim, before: Article, after: Article) -> Redating | None:
    """The date that an undated event gets by the article's day, which it lacked so far."""
    if before.published is not None or after.published is None:
        return None
    governing = governing_date(after, claim.first, claim.last)
    if governing is None:
        return None
    words = after.text[governing.first or 0 : governing.last or 0]
    made = Redating(event.id, event.title, words, None, governing.when, governing.why)
    if governing.first is None or governing.last is None:
        return made
    return replace(made, claim=claim.id, said_at=(governing.first, governing.last))


def _meant(claim: Claim, article: Article) -> tuple[When, str] | None:
    """What the words that dated the claim mean in `article`; without such words, its day."""
    if claim.date_first is None:
        if article.published is None:
            return None
        governing = publication_day(article.published)
        return governing.when, governing.why
    for found in dates_of(article):
        if (found.start, found.end) == (claim.date_first, claim.date_last) and found.edtf:
            return When(found.edtf), found.why
    return None
