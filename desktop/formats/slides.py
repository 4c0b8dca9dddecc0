"""TimelineJS's slides, which its sheet and its JSON tell of alike: to a draft, and from an event.

Years before Christ are negative, -44 is 44 BC. Only the day is kept where a time has no day. Texts
are HTML there: marks are taken away when read, quotes with their sources are written below `RULE`.
What its dates cannot say stands beside them as EDTF in `OWN`, which TimelineJS passes over.
"""

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.formats.columns import CellError
from desktop.formats.dating import edtf_of
from desktop.formats.incoming import Draft
from desktop.formats.rows import Gathered, extra_of
from desktop.formats.slide_dates import (
    edges_of,
    era_ends,
    event_ends,
    is_beyond,
    known_again,
    within,
)
from desktop.formats.spans import Moment, edtf_between, historical, is_exact
from desktop.i18n import _
from desktop.model import Event, Track
from desktop.when import When, in_words

RULE = '<hr class="dateline">'
OWN = "EDTF"
ERAS = Track(uid="timelinejs-eras", name="Eras", marker="era")
MEDIA = ("Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Background")
_BREAK = re.compile(r"(?i)<br\s*/?>|</(?:p|div|li|h\d|blockquote)>")
_MARK = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
# A displayed date belongs to one date; another date of the event makes it wrong.
_SHOWN, _SHOWN_FOR = "Display Date", "Display Date for"


@dataclass(frozen=True, slots=True)
class Slide:
    """One event of TimelineJS, its dates in parts; `edtf` is "" where they say all of it."""

    uid: str
    first: Moment
    last: Moment | None
    headline: str
    text: str
    shown: str
    track: Track
    is_era: bool
    extra: Mapping[str, str]
    edtf: str


def plain(text: str) -> str:
    """The words of a slide's HTML, without the quotes that Dateline wrote below them."""
    words = text.partition(RULE)[0]
    return html.unescape(_MARK.sub("", _BREAK.sub("\n", words))).strip()


def marked_up(text: str) -> str:
    """Words as the HTML of a slide."""
    return html.escape(text, quote=False).replace("\n", "<br>")


def draft_of_slide(line: int, cells: Mapping[str, str], uid: str = "") -> Draft | None:
    """A row by the names of the sheet's columns as a draft; None for the title and empty rows.

    Raises CellError where a cell cannot be read.
    """
    kind = cells.get("Type", "").strip().casefold()
    headline, text = plain(cells.get("Headline", "")), cells.get("Text", "")
    if kind == "title" or not any(cells.values()):
        return None
    dated = {
        side + part: cells.get(column + part.capitalize(), "")
        for side, column in (("", ""), ("end_", "End "))
        for part in ("year", "month", "day", "time")
    }
    is_era = kind == "era"
    edtf = edtf_of(dated)
    edtf = known_again(cells[OWN], edtf, is_era=is_era) if cells.get(OWN) else edtf
    when = When(edtf) if edtf else None
    group = cells.get("Group", "") or cells.get("Tag", "")
    note = plain(text)
    extra = {name: cell for name in MEDIA if (cell := cells.get(name, ""))}
    if cells.get(_SHOWN):
        extra |= {_SHOWN: cells[_SHOWN], _SHOWN_FOR: edtf}
    if marked_up(note) != text.partition(RULE)[0]:
        extra["Text"] = text
    title = headline or (note.splitlines() or [""])[0][:200] or edtf
    if not title:
        raise CellError("Headline", _("the event has no title."))
    return Draft(
        line=line,
        event=Event(
            track=0,
            uid=uid,
            title=title,
            when=when,
            note=note,
            extra=json.dumps(extra, ensure_ascii=False) if extra else "",
        ),
        track=track_of_eras(group).uid if is_era else group,
    )


def track_of_eras(group: str) -> Track:
    """The track on which the eras of a group come in."""
    return replace(ERAS, uid=f"{ERAS.uid} {group}", name=group) if group else ERAS


def slides_of(gathered: Gathered, *, names_scale: bool) -> list[Slide]:
    """The events that have a date; eras alone, which TimelineJS refuses, are events like others.

    So are eras beyond its human scale where the file does not name the scale, and no event does.
    """
    eras = {key for key, track in gathered.tracks.items() if track.marker == "era"}
    dated = [(event, event.when) for event in gathered.events if event.when]
    edges = edges_of(when for _event, when in dated)
    beyond = [is_beyond(when) for event, when in dated if event.track not in eras]
    is_seen = names_scale or any(beyond) or not any(is_beyond(when) for _event, when in dated)
    has_events = bool(beyond) and is_seen
    slides = []
    for event, when in dated:
        is_era = has_events and event.track in eras
        first, last = era_ends(when) if is_era else event_ends(when)
        if is_era and edges:
            first, last = within((first, last), edges)
        if first:
            slides.append(_slide_of(gathered, event, when, (first, last), is_era=is_era))
    return slides


def _slide_of(
    gathered: Gathered,
    event: Event,
    when: When,
    ends: tuple[Moment, Moment | None],
    *,
    is_era: bool,
) -> Slide:
    first, last = ends
    extra, track = extra_of(event), gathered.tracks[event.track]
    kept = extra.get("Text", "")
    text = kept if kept and plain(kept) == event.note else marked_up(event.note)
    shown = extra.get(_SHOWN, "") if extra.get(_SHOWN_FOR) == when.edtf else ""
    edtf = "" if edtf_between(first, last) == when.edtf else when.edtf
    return Slide(
        uid=event.uid,
        first=_counted(first),
        last=_counted(last) if last else None,
        headline=marked_up(event.title),
        text=text.partition(RULE)[0] + quotes_of(gathered, event),
        shown=shown or ("" if is_exact(when) and not edtf else in_words(when)),
        track=track,
        is_era=is_era,
        extra={name: cell for name, cell in extra.items() if name in MEDIA},
        edtf=edtf,
    )


def quotes_of(gathered: Gathered, event: Event) -> str:
    """The quotes of an event with their sources, as HTML; "" where there are none."""
    quotes = []
    for claim in gathered.claims.get(event.id, []):
        article = gathered.articles[claim.article]
        published = in_words(article.published) if article.published else ""
        source = ", ".join(filter(None, (article.publisher, article.title, published)))
        words = f"<blockquote>{marked_up(claim.exact)}</blockquote>" if claim.exact else ""
        quotes.append(f"{words}<p>{marked_up(source)}</p>")
    return RULE + "".join(dict.fromkeys(quotes)) if quotes else ""


def _counted(moment: Moment) -> Moment:
    return Moment(historical(moment.year), moment.month, moment.day, moment.clock)
