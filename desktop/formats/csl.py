"""CSL-JSON, the bibliography that Zotero and every citation program reads: out.

An article's own reference, where it came with one, is kept; what Dateline knows better replaces it.
"""

import json
from pathlib import Path

from desktop.document import Document
from desktop.formats.files import whole_file
from desktop.formats.spans import is_exact, moments_of
from desktop.formats.wanted import Wanted
from desktop.model import Article
from desktop.when import When


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write all articles, or those that tell of the wanted events."""
    articles = [article for article in document.articles() if wanted.knows(article)]
    chosen = wanted.ids(document)
    if chosen is not None:
        claims = document.claims_of(chosen).values()
        told = {claim.article for each in claims for claim in each}
        articles = [article for article in articles if article.id in told]
    with whole_file(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        json.dump([reference(article) for article in articles], file, ensure_ascii=False, indent=1)
        file.write("\n")


def reference(article: Article) -> dict[str, object]:
    """An article as CSL-JSON, of the type that its own reference says, else of the web or press."""
    kept = _kept(article.reference)
    told: dict[str, object] = {
        "id": article.uid,
        "type": kept.get("type") or ("webpage" if article.url else "article-newspaper"),
        "title": article.title,
        "container-title": article.publisher,
        "author": kept.get("author") or ([{"literal": article.byline}] if article.byline else []),
        "issued": csl_date(article.published) if article.published else {},
        "URL": article.url,
        "language": article.language,
        "note": article.note,
    }
    return kept | {name: value for name, value in told.items() if value}


def _kept(text: str) -> dict[str, object]:
    try:
        kept = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def csl_date(when: When) -> dict[str, object]:
    """A date in parts, with `circa` where it is not sure; `edtf` is the date itself."""
    moments = [moment for moment in moments_of(when) if moment]
    parts = [
        [part for part in (moment.year, moment.month, moment.day) if part or part is moment.year]
        for moment in moments
    ]
    date: dict[str, object] = {"date-parts": [part[:3] for part in parts], "edtf": when.edtf}
    return date if is_exact(when) else {**date, "circa": True}
