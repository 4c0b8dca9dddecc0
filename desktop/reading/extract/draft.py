"""An article as it was read, before the user has looked it over."""

from dataclasses import dataclass

from desktop.errors import WhenError
from desktop.model import Article
from desktop.reading.extract.findings import Findings
from desktop.reading.extract.normal import text_hash
from desktop.when import When


@dataclass(frozen=True, slots=True)
class Draft:
    """An article to be added, and how sure its title and date are.

    `title_from` is "given", "heading", "metadata", "first line", "file name" or "first words";
    `published_from` is "metadata", "time element", "date line", "dateline", "page text",
    "address", "file name" or "". `published_confidence` goes from 0 (no date) to 1. `warnings` are
    sentences for the user.
    """

    article: Article
    title_from: str = ""
    published_from: str = ""
    warnings: tuple[str, ...] = ()
    published_confidence: float = 0.0


def draft_of(found: Findings) -> Draft:
    """The draft of what was found; a date that no calendar holds is left out."""
    published = _when(found.published.value)
    return Draft(
        article=Article(
            title=found.title.value,
            byline=found.byline,
            publisher=found.publisher,
            url=found.url,
            language=found.language,
            published=published,
            text=found.text,
            text_hash=text_hash(found.text),
            pages=" ".join(map(str, found.pages)),
        ),
        title_from=found.title.source,
        published_from=found.published.source if published else "",
        warnings=found.warnings,
        published_confidence=found.published.confidence if published else 0.0,
    )


def _when(edtf: str) -> When | None:
    try:
        return When(edtf) if edtf else None
    except WhenError:
        return None
