"""The claims, the article and the links that a row of text tells of."""

import json
from collections.abc import Mapping
from functools import lru_cache

from desktop.errors import WhenError
from desktop.formats.columns import CLAIM_NAMES, CellError, number, one_of, short
from desktop.formats.incoming import ClaimDraft, LinkDraft
from desktop.i18n import _
from desktop.model import STANCES, Article, Claim, Stance
from desktop.when import When, read_words

TELLING = ("quote", "said_by", "whom", "article_title", "article_url", "claim_uid", "killed_min",
           "killed_max", "injured_min", "injured_max", "article_uid")  # fmt: skip
"""What makes a row tell of a claim at all; a stance alone does not."""


def read_when(column: str, cell: str) -> When | None:
    """A date in EDTF or in words; None for an empty cell."""
    text = cell.strip()
    if not text:
        return None
    try:
        return _when(text)
    except WhenError as error:
        raise CellError(column, str(error)) from None


@lru_cache(maxsize=20_000)
def _when(text: str) -> When:
    """Tables name the same days again and again."""
    try:
        return When(text)
    except WhenError:
        return read_words(text).when


def _stance(cell: str) -> Stance:
    if not cell:
        return "asserts"
    found = one_of("stance", cell, STANCES)
    return next(stance for stance in STANCES if stance == found)


def claims_of(cells: Mapping[str, str], source: str) -> list[ClaimDraft]:
    """The claim in a row's own columns, where they tell of one, and those in its list."""
    told = [cells] if any(cells.get(name) for name in TELLING) else []
    others = cells.get("other_claims")
    further = json_list("other_claims", others, CLAIM_NAMES) if others else []
    return [_claim(claim, source) for claim in (*told, *further)]


def _claim(cells: Mapping[str, str], source: str) -> ClaimDraft:
    get = cells.get

    def count(column: str) -> int | None:
        cell = get(column)
        return number(column, cell, least=0) if cell else None

    claim = Claim(
        event=0,
        article=0,
        uid=get("claim_uid", "").strip(),
        exact=get("quote", ""),
        first=count("quote_first") or 0,
        last=count("quote_last") or 0,
        prefix=get("quote_prefix", ""),
        suffix=get("quote_suffix", ""),
        said_by=get("said_by", ""),
        stance=_stance(get("stance", "")),
        said_when=read_when("said_when", get("said_when", "")),
        killed_min=count("killed_min"),
        killed_max=count("killed_max"),
        injured_min=count("injured_min"),
        injured_max=count("injured_max"),
        whom=get("whom", ""),
        date_first=count("date_first"),
        date_last=count("date_last"),
    )
    return ClaimDraft(claim, _article(cells, source))


_ARTICLE = ("article_uid", "article_title", "article_publisher", "article_byline", "article_url",
            "article_published", "article_language", "article_hash")  # fmt: skip


def _article(cells: Mapping[str, str], source: str) -> Article:
    get = cells.get
    return _named_article(tuple(get(name, "") for name in _ARTICLE), source)


@lru_cache(maxsize=20_000)
def _named_article(cells: tuple[str, ...], source: str) -> Article:
    """Tables name the same articles again and again, and each is kept once."""
    uid, title, publisher, byline, url, published, language, text_hash = cells
    is_named = uid.strip() or title or url
    return Article(
        uid=uid.strip(),
        title=title if is_named else source,
        publisher=publisher,
        byline=byline,
        url=url,
        published=read_when("article_published", published),
        language=language,
        text_hash=text_hash.strip(),
    )


def links_of(cell: str) -> list[LinkDraft]:
    """The arrows that a JSON list in a cell tells of."""
    return [
        LinkDraft(
            target=link.get("target", ""),
            uid=link.get("uid", ""),
            kind=link.get("kind", "") or "leads to",
            note=link.get("note", ""),
        )
        for link in json_list("links", cell, ("uid", "target", "kind", "note"))
    ]


def json_list(column: str, cell: str, names: tuple[str, ...]) -> list[dict[str, str]]:
    """A JSON list of objects that hold nothing but text under these names."""
    if not cell.strip():
        return []
    try:
        values = json.loads(cell)
    except (ValueError, RecursionError):
        reason = _("“{cell}” is no JSON list.").format(cell=short(cell))
        raise CellError(column, reason) from None
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise CellError(column, _("it is no JSON list of objects."))
    for value in values:
        for name, inner in value.items():
            if name not in names or not isinstance(inner, str):
                raise CellError(column, _("“{name}” is not known there.").format(name=short(name)))
    return values
