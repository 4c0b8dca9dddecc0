"""One web page that holds everything it shows: a list to read, and a timeline to zoom above it.

Nothing is loaded from anywhere, and the page's own policy forbids it. Without scripts the list is
whole. All words of the user are escaped; addresses lead to the web or nowhere.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from pathlib import Path

from desktop.document import Document
from desktop.formats.files import whole_file
from desktop.formats.markdown import dead_of, heading_of
from desktop.formats.rows import Gathered, gather
from desktop.formats.wanted import Wanted
from desktop.i18n import _, counted
from desktop.model import Article, Claim, Event, Link
from desktop.paths import resources_folder
from desktop.when import When, in_words

_PARTS = ("page.css", "calendar.js", "timeline.js")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'"
)


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events, the undated ones last."""
    gathered = gather(document, wanted)
    with whole_file(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in _page(gathered, document.title))


def _page(gathered: Gathered, title: str) -> Iterator[str]:
    folder = resources_folder() / "page"
    style, *scripts = ((folder / name).read_text("utf-8") for name in _PARTS)
    number = counted("{n} event", "{n} events", len(gathered.events))
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="generator" content="Dateline"><meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>\n{style}</style></head><body>"
    told = " · ".join(part for part in (number, gathered.told) if part)
    yield f'<header><h1 dir="auto">{escape(title)}</h1><p class="told">{escape(told)}</p></header>'
    yield from _tools()
    yield "<main>"
    numbers = {track: place for place, track in enumerate(gathered.tracks)}
    titles = {event.id: event.title for event in gathered.events}
    for heading, group in groupby(gathered.events, key=heading_of):
        yield f"<section><h2>{escape(heading)}</h2>"
        for event in group:
            yield from _event(gathered, event, numbers[event.track], titles)
        yield "</section>"
    yield "</main>"
    yield f"<footer>{escape(_('Made with Dateline. This page works without a network.'))}</footer>"
    names = json.dumps([track.name for track in gathered.tracks.values()]).replace("<", "\\u003c")
    yield f'<script type="application/json" id="tracks">{names}</script>'
    yield f"<script>\n{''.join(scripts)}</script></body></html>"


def _tools() -> Iterator[str]:
    """What only works with scripts, and stays hidden without them."""
    said = {
        "search": _("Search events, quotes and sources"),
        "in": _("Zoom in"),
        "out": _("Zoom out"),
        "all": _("Show all"),
        "timeline": _("Timeline"),
    }
    told = {name: escape(words) for name, words in said.items()}
    yield '<div id="tools" hidden><form role="search" onsubmit="return false">'
    yield f'<input type="search" id="search" placeholder="{told["search"]}" '
    yield f'aria-label="{told["search"]}"><output id="found" aria-live="polite"></output>'
    yield f'<button type="button" id="out" title="{told["out"]}" aria-label="{told["out"]}">−'
    yield f'</button><button type="button" id="in" title="{told["in"]}" aria-label="{told["in"]}">+'
    yield f'</button><button type="button" id="all">{told["all"]}</button></form></div>'
    yield '<div id="timeline" hidden>'
    yield '<canvas id="canvas" tabindex="0" role="application" aria-describedby="keys" '
    yield f'aria-label="{told["timeline"]}"></canvas>'
    help_line = _("Drag or ← → to move, + − or Ctrl and the wheel to zoom, 0 for all, ↑ ↓ for the "
                  "events, Enter to read one, Esc back here, / to search.")  # fmt: skip
    yield '<p class="help"><output id="said" aria-live="polite"></output> '
    yield f'<span id="keys">{escape(help_line)}</span></p></div>'


def _event(
    gathered: Gathered, event: Event, number: int, titles: Mapping[int, str]
) -> Iterator[str]:
    track = gathered.tracks[event.track]
    colour = next(c for c in (event.colour, track.colour, "#8A8F99") if _COLOUR.fullmatch(c))
    when = in_words(event.when) if event.when else _("undated")
    machine = f' data-edtf="{escape(event.when.edtf)}"' if event.when else ""
    yield f'<article id="e{event.id}" tabindex="0" data-track="{number}"{_bounds(event.when)} '
    yield f'style="--colour: {colour}"><span class="when"{machine}>{escape(when)}</span>'
    yield f'<h3 dir="auto">{escape(event.title)}</h3>'
    status = gathered.statuses.get(event.id, "")
    said = "" if status == "reported" else status
    parts = dict.fromkeys((track.name, event.place, said, *gathered.tags.get(event.id, [])))
    aside = " · ".join(part for part in parts if part)
    yield f'<p class="aside" dir="auto">{escape(aside)}</p>'
    if event.note:
        yield f'<p class="note" dir="auto">{escape(event.note)}</p>'
    for claim in gathered.claims.get(event.id, []):
        yield _quote(claim, gathered.articles[claim.article])
    for link in gathered.links.get(event.id, []):
        yield _link(link, titles[link.target])
    yield "</article>"


def _link(link: Link, title: str) -> str:
    words = f'<a href="#e{link.target}">{escape(title)}</a>'
    note = f" ({escape(link.note)})" if link.note else ""
    return f'<p class="link" dir="auto">{escape(link.kind)} → {words}{note}</p>'


def _bounds(when: When | None) -> str:
    if when is None:
        return ""
    at = when.bounds
    return (
        f' data-first="{at.earliest}" data-from="{at.certain_from}" '
        f'data-until="{at.certain_until}" data-last="{at.latest}"'
    )


def _quote(claim: Claim, article: Article) -> str:
    published = in_words(article.published) if article.published else ""
    said = claim.said_by
    if claim.stance != "asserts":
        said = _("{who} ({stance})").format(who=said, stance=claim.stance) if said else claim.stance
    title = f"<i>{escape(article.title)}</i>" if article.title else ""
    if article.url.startswith(("http://", "https://")):
        title = f'<a href="{escape(article.url)}" rel="noreferrer noopener">{title or "↗"}</a>'
    named = [escape(part) for part in (article.byline, article.publisher) if part]
    parts = [escape(said), *named, title, escape(published), escape(dead_of(claim))]
    cite = f'<cite dir="auto">{", ".join(part for part in parts if part)}</cite>'
    return f'<blockquote dir="auto">{escape(claim.exact)}{cite}</blockquote>'
