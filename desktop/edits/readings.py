"""Choosing what an article's date words mean; the choice is kept with the article."""

import json
from dataclasses import asdict

from desktop.document import Document
from desktop.i18n import _
from desktop.model import Article
from desktop.reading.anchor import Selector, selector
from desktop.reading.picks import Pick, with_picks

_FARTHEST = 1 << 31


def read_article(document: Document, article: int) -> Article:
    """The article, its dates to be read as the user chose."""
    found = document.article(article)
    picks = _picks(document, found)
    return with_picks(found, picks) if picks else found


def pick_reading(document: Document, article: int, first: int, last: int, edtf: str) -> None:
    """Let the words [first, last) mean this EDTF date in this article; "" where they mean none."""
    found = document.article(article)
    words = selector(found.text, first, last)
    with document.step(_("Choose a reading")):
        _keep(document, found, [*_others(document, found, words, first), Pick(words, first, edtf)])


def drop_pick(document: Document, article: int, first: int, last: int) -> None:
    """Let the words [first, last) mean again what is found in them."""
    found = document.article(article)
    words = selector(found.text, first, last)
    with document.step(_("Forget the chosen reading")):
        _keep(document, found, _others(document, found, words, first))


def _others(document: Document, article: Article, words: Selector, first: int) -> list[Pick]:
    """The picks for all words but these: at this place, or in these very surroundings."""
    picks = _picks(document, article)
    return [pick for pick in picks if pick.words != words and (pick.first != first)]


def _picks(document: Document, article: Article) -> list[Pick]:
    try:
        kept = json.loads(document.setting(_name(article), "[]"))
        return [_pick(one) for one in kept]
    except (ValueError, TypeError, LookupError, RecursionError):
        return []  # a file that others wrote: what was found stands


def _pick(kept: dict[str, object]) -> Pick:
    words, first, edtf = kept["words"], kept["first"], kept["edtf"]
    if not (isinstance(words, dict) and isinstance(first, int) and isinstance(edtf, str)):
        raise TypeError(kept)
    texts = {name: str(text) for name, text in words.items()}
    return Pick(Selector(**texts), min(max(first, 0), _FARTHEST), edtf)


def _keep(document: Document, article: Article, picks: list[Pick]) -> None:
    kept = json.dumps([asdict(pick) for pick in picks], ensure_ascii=False)
    document.set_setting(_name(article), kept)


def _name(article: Article) -> str:
    return f"readings {article.uid}"
