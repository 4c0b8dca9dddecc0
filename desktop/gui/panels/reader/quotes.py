"""Which words of an article stand out: its dates, what was quoted from it, what was found in it."""

from collections.abc import Iterable

from PySide6.QtGui import QPalette

from desktop.document import Document
from desktop.edits.texts import is_lost
from desktop.gui.panels.colours import track_colour
from desktop.gui.panels.date_chips import Chip
from desktop.gui.panels.reader.find import FindBar
from desktop.gui.panels.reader.marks import Look, Stretch
from desktop.gui.panels.reader.offsets import Offsets
from desktop.gui.panels.reader.page import ReaderPage
from desktop.model import Claim, Selection

Words = tuple[int, int]


def quotes_at(document: Document, article: int, first: int, last: int) -> tuple[int, ...]:
    """The event whose quote holds the words [first, last) most closely; empty where none does."""
    around = [claim for claim in document.claims_in(article) if _holds(claim, first, last)]
    closest = min(around, key=lambda claim: claim.last - claim.first, default=None)
    return (closest.event,) if closest else ()


def all_stretches(
    document: Document, page: ReaderPage, selection: Selection, shown: Words | None, finder: FindBar
) -> list[Stretch]:
    """All that stands out on a page: quotes, what was found or pointed at (`shown`), and dates."""
    if page.article is None:
        return []
    offsets, palette = page.offsets, page.palette()
    quoted = document.claims_in(page.article.id)
    claims = [claim for claim in quoted if not is_lost(claim, page.article)]
    is_quoted = shown in {(claim.first, claim.last) for claim in claims}
    pointed = [shown] if shown and not is_quoted else []
    current = finder.current or (pointed[0] if pointed else None)
    return [
        *quote_stretches(document, claims, selection, offsets, palette),
        *found_stretches([*finder.places, *pointed], current, offsets, palette),
        *date_stretches(page.chips, offsets, palette),
    ]


def date_stretches(chips: Iterable[Chip], offsets: Offsets, palette: QPalette) -> list[Stretch]:
    """The words of each date, to be underlined."""
    accent = palette.color(QPalette.ColorRole.Accent)
    return [
        Stretch(offsets.start(chip.found.start), offsets.end(chip.found.end), "date", accent)
        for chip in chips
    ]


def quote_stretches(
    document: Document,
    claims: list[Claim],
    selection: Selection,
    offsets: Offsets,
    palette: QPalette,
) -> list[Stretch]:
    """The words of each claim in its track's colour, stronger where its event is selected."""
    tracks = {track.id: track.colour for track in document.tracks()}
    events = {event.id: event for event in document.events({claim.event for claim in claims})}
    stretches = []
    for claim in claims:
        event = events[claim.event]
        colour = track_colour(event.colour or tracks[event.track], palette)
        look: Look = "chosen" if claim.event in selection.events else "quote"
        span = offsets.start(claim.first), offsets.start(claim.last)
        stretches.append(Stretch(*span, look, colour, claim.event))
    return stretches


def found_stretches(
    places: Iterable[Words], current: Words | None, offsets: Offsets, palette: QPalette
) -> list[Stretch]:
    """The places where words were found, the current one stronger."""
    accent = palette.color(QPalette.ColorRole.Accent)
    return [
        Stretch(
            offsets.start(first),
            offsets.end(last),
            "met" if (first, last) == current else "found",
            accent,
        )
        for first, last in places
    ]


def words_of_event(document: Document, event: int, article: int | None) -> tuple[int, Words] | None:
    """An article that tells of an event and its words; the article at hand before any other."""
    claims = document.claims(event)
    here = [claim for claim in claims if claim.article == article]
    chosen = (here or claims)[:1]
    return (chosen[0].article, (chosen[0].first, chosen[0].last)) if chosen else None


def _holds(claim: Claim, first: int, last: int) -> bool:
    return claim.first <= first and last <= claim.last
