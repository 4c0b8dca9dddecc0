"""What a web page tells of itself: title, date, author, outlet, address, language.

Pages contradict themselves, so the title is put to the vote and each date has a confidence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from desktop.reading.extract.findings import Sourced
from desktop.reading.extract.linked import LinkedNews, linked_news
from desktop.reading.extract.normal import one_line
from desktop.reading.extract.page_date import page_date
from desktop.reading.extract.plain import web_address

_STROKE = re.compile(r"\s+[|·•–—»«:/-]+\s+|\s*[|»]\s*")
_AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author",
            "citation_author", "dcterms.creator", "article:author_name")  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright",
            "apple-mobile-web-app-title")  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What was voted for; empty where the page is silent."""

    title: Sourced
    published: Sourced
    byline: str
    publisher: str
    url: str
    language: str


def page_metadata(tree: html.HtmlElement, address: str = "") -> PageMetadata:
    """The page's metadata; `address` is where it was saved from, if that is known."""
    told = _meta(tree)
    news = linked_news(tree)
    url = _address(tree, told, address)
    return PageMetadata(
        title=_title(tree, told, news),
        published=page_date(tree, told, news.published, url),
        byline=_byline(tree, told, news),
        publisher=_publisher(tree, told, news, url),
        url=url,
        language=_language(tree, told, news),
    )


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """The first content of each meta element, by its name in small letters."""
    told: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            told.setdefault(name.lower(), content[:2000])
    return told


def _title(tree: html.HtmlElement, told: dict[str, str], news: LinkedNews) -> Sourced:
    """The title with the most votes: the same words from several places count together."""
    candidates = list(_titles(tree, told, news))
    votes: dict[str, float] = {}
    for title, weight, _ in candidates:
        votes[_letters(title)] = votes.get(_letters(title), 0.0) + weight
    best = max(candidates, key=lambda one: (votes[_letters(one[0])], one[1]), default=None)
    if best is None:
        return Sourced()
    return Sourced(best[0], best[2], min(0.95, votes[_letters(best[0])] / 2))


def _titles(
    tree: html.HtmlElement, told: dict[str, str], news: LinkedNews
) -> Iterator[tuple[str, float, str]]:
    """Each title that the page gives, its weight, and whether it is a heading or metadata."""
    names = [told.get("og:site_name", ""), news.publisher]
    page_title = one_line(tree.findtext(".//title") or "", 500)
    headings = [one_line(heading.text_content()[:1000], 500) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if len(heading) > 2 and heading not in names]
    for heading in headings:
        is_in_title = _letters(heading)[:40] in _letters(page_title)
        weight = 1.5 if is_in_title and len(heading) > 12 else 0.8 / len(headings)
        yield heading, weight, "heading"
    for title, weight in (
        (news.headline, 1.0),
        (told.get("og:title", ""), 0.9),
        (told.get("twitter:title", ""), 0.5),
        (told.get("title", ""), 0.3),
        (told.get("dc.title", ""), 0.3),
        (page_title, 0.7),
    ):
        if clean := _without_outlet(one_line(title, 500), names, headings):
            yield clean, weight, "metadata"


def _without_outlet(title: str, names: list[str], headings: list[str]) -> str:
    """A title without " | Outlet" behind it: cut back to a heading, else at a known name."""
    for heading in headings:
        if len(heading) > 12 and title.startswith(heading):
            return heading
    parts = _STROKE.split(title)
    known = {_letters(name) for name in names if name}
    if len(parts) > 1 and _letters(parts[-1]) in known:
        return title[: title.rindex(parts[-1])].rstrip(" |·•–—»«:/-")
    if len(parts) > 1 and _letters(parts[0]) in known:
        return title[len(parts[0]) :].lstrip(" |·•–—»«:/-")
    if len(parts) > 1 and len(parts[-1].split()) <= 4 and len(parts[0].split()) >= 4:
        return title[: title.rindex(parts[-1])].rstrip(" |·•–—»«:/-")
    return title


def _byline(tree: html.HtmlElement, told: dict[str, str], news: LinkedNews) -> str:
    if news.authors:
        return news.authors
    for name in _AUTHORS:
        author = told.get(name, "")
        if author and "://" not in author and not author.startswith("@"):
            return author
    for element in tree.iter():
        said = f"{element.get('rel', '')} {element.get('itemprop', '')}".split()
        if "author" in said:
            return one_line(element.text_content()[:500], 150)
    return ""


def _publisher(tree: html.HtmlElement, told: dict[str, str], news: LinkedNews, url: str) -> str:
    given = [
        told.get("og:site_name", ""),
        news.publisher,
        *(told.get(name, "") for name in _OUTLETS),
    ]
    for name in given:
        if name and "://" not in name:
            return name.removeprefix("@")
    parts = _STROKE.split(one_line(tree.findtext(".//title") or "", 500))
    if len(parts) > 1 and 0 < len(parts[-1].split()) <= 4:
        return parts[-1]
    host = re.match(r"https?://(?:www\d?\.)?([^/:?#]+)", url)
    return host[1] if host else ""


def _address(tree: html.HtmlElement, told: dict[str, str], address: str) -> str:
    links = (link.get("href", "") for link in tree.iter("link") if link.get("rel") == "canonical")
    given = [*links, told.get("og:url", ""), address, told.get("twitter:url", "")]
    return next(filter(None, map(web_address, given)), "")


def _language(tree: html.HtmlElement, told: dict[str, str], news: LinkedNews) -> str:
    given = [tree.get("lang", ""), tree.get("{http://www.w3.org/XML/1998/namespace}lang", "")]
    given += [news.language, told.get("og:locale", ""), told.get("content-language", "")]
    for said in given:
        if found := re.match(r"[A-Za-z]{2}(?=$|[-_])", said.strip()):
            return found[0].lower()
    return ""


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
