"""Rows of text become drafts of events: every cell is checked, every refusal names its column."""

import json
from collections.abc import Mapping
from functools import lru_cache
from sys import intern

from desktop.errors import WhenError
from desktop.formats.columns import (
    CLAIM_NAMES,
    NAMES,
    CellError,
    micro_degrees,
    number,
    one_of,
    parted,
    short,
)
from desktop.formats.incoming import ClaimDraft, Draft, LinkDraft
from desktop.i18n import _
from desktop.model import STANCES, STATUSES, Article, Claim, Event, Stance, Status
from desktop.when import When, read_words

_NAMES = frozenset(NAMES)
# What makes a row tell of a claim at all; a stance alone does not.
_TELLING = ("quote", "said_by", "whom", "article_title", "article_url", "claim_uid", "killed_min",
            "killed_max", "injured_min", "injured_max", "article_uid")  # fmt: skip


def given_fields(header: list[str]) -> frozenset[str]:
    """The fields of Event that a table with these columns tells of."""
    own = {"title", "when", "track", "place", "latitude", "longitude", "importance", "status",
           "status_reason", "note", "colour", "position"}  # fmt: skip
    return frozenset(own.intersection(header)) | ({"extra"} if set(header) - _NAMES else set())


def draft_of(
    line: int, cells: Mapping[str, str], source: str, *, keeps_empty: bool = False
) -> Draft:
    """The event that a row tells of; raises CellError where a cell cannot be read.

    `source` names the file, for quotes that come without an article. Foreign columns without a
    word are left out, unless the format must write them back as they were.
    """
    title, uid = cells.get("title", ""), cells.get("uid", "").strip()
    if not title.strip() and not uid:
        raise CellError("title", _("the event has no title."))
    tags = cells.get("tags")
    return Draft(
        line=line,
        event=_event(cells, title, uid, keeps_empty=keeps_empty),
        track=intern(cells.get("track", "")),
        groups=parted(cells.get("track_group", ""), "/"),
        tags=None if tags is None else parted(tags),
        claims=tuple(_claims(cells, source)),
        links=tuple(_links(cells.get("links", ""))),
    )


def _event(cells: Mapping[str, str], title: str, uid: str, *, keeps_empty: bool) -> Event:
    get = cells.get
    foreign = {
        name: cell for name, cell in cells.items() if name not in _NAMES and (cell or keeps_empty)
    }
    importance = get("importance", "").strip()
    position, latitude, longitude = get("position"), get("latitude"), get("longitude")
    return Event(
        track=0,
        uid=uid,
        title=title,
        when=read_when("when", get("when", "")),
        position=(number("position", position) or 0) if position else 0,
        importance=_importance(importance) if importance else 5,
        note=get("note", ""),
        place=intern(get("place", "")),
        latitude=micro_degrees("latitude", latitude, 90) if latitude else None,
        longitude=micro_degrees("longitude", longitude, 180) if longitude else None,
        colour=get("colour", ""),
        status=_status(get("status", "")),
        status_reason=get("status_reason", ""),
        extra=json.dumps(foreign, ensure_ascii=False) if foreign else "",
    )


def _importance(cell: str) -> int:
    read = number("importance", cell, least=0, most=9)
    return 5 if read is None else read


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


def _status(cell: str) -> Status:
    if not cell:
        return ""
    found = one_of("status", cell, STATUSES)
    return next(status for status in STATUSES if status == found)


def _stance(cell: str) -> Stance:
    if not cell:
        return "asserts"
    found = one_of("stance", cell, STANCES)
    return next(stance for stance in STANCES if stance == found)


def _claims(cells: Mapping[str, str], source: str) -> list[ClaimDraft]:
    told = [cells] if any(cells.get(name) for name in _TELLING) else []
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


def _links(cell: str) -> list[LinkDraft]:
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
