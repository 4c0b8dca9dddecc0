"""Events carried by the clipboard: within a timeline, to another one, and from a spreadsheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop.document import Document
from desktop.edits.copied import MOST_EVENTS, Copied, events_as_json, read_copied
from desktop.edits.events import move_events, remove_events
from desktop.edits.tracks import add_track
from desktop.errors import DatelineError, WhenError
from desktop.i18n import _
from desktop.model import Article, Event
from desktop.when import When, read_words

__all__ = ["cut_events", "events_as_json", "paste_events", "paste_rows"]

Row = Mapping[str, str]  # title, when, track, place, tags and note, as far as a table has them


def cut_events(document: Document, ids: Iterable[int]) -> None:
    """Take events away that lie on the clipboard by now."""
    with document.step(_("Cut events")):
        remove_events(document, ids)


def paste_events(document: Document, text: str, track: int, at: When | None = None) -> list[int]:
    """Put copied events on the tracks of the same names, or else on `track`.

    What articles say of them comes along where the article is in this timeline too. With `at` the
    first of them begins when that does, and the others keep their distance from it.
    """
    copied = read_copied(text)
    tracks = {one.name: one.id for one in document.tracks()}
    articles = {article.uid: article for article in document.articles()}
    with document.step(_("Paste events")):
        pasted = [_paste(document, one, tracks.get(one.track, track), articles) for one in copied]
        _begin_at(document, pasted, at)
    return pasted


def _paste(document: Document, copied: Copied, track: int, articles: Mapping[str, Article]) -> int:
    picture = copied.event.picture if _has_file(document, copied.event.picture) else ""
    made = document.add(replace(copied.event, track=track, picture=picture))
    if copied.tags:
        document.set_event_tags(made, copied.tags)
    for uid, claim in copied.claims:
        article = articles.get(uid)
        if article is not None and 0 <= claim.first <= claim.last <= len(article.text):
            document.add(replace(claim, event=made, article=article.id))
    return made


def _has_file(document: Document, sha256: str) -> bool:
    try:
        return bool(sha256) and bool(document.file(sha256))
    except DatelineError:
        return False


def paste_rows(
    document: Document, rows: Sequence[Row], track: int, at: When | None = None
) -> list[int]:
    """Make an event of each row: its title, its date in words, its track by name.

    Words that are no date stand in the note of an undated event; a new name makes a track.
    """
    if len(rows) > MOST_EVENTS:
        raise DatelineError(_("At most {n} rows are pasted at once.").format(n=f"{MOST_EVENTS:,}"))
    pasted = []
    with document.step(_("Paste events")):
        tracks = {one.name.casefold(): one.id for one in document.tracks()}
        for row in rows:
            name = row.get("track", "")
            if name and name.casefold() not in tracks:
                tracks[name.casefold()] = add_track(document, name)
            pasted.append(_paste_row(document, row, tracks.get(name.casefold(), track)))
        _begin_at(document, pasted, at)
    return pasted


def _paste_row(document: Document, row: Row, track: int) -> int:
    when, doubt = _dated(row.get("when", ""))
    note = "\n".join(part for part in (row.get("note", ""), doubt) if part)
    event = Event(track=track, title=row["title"], when=when, note=note, place=row.get("place", ""))
    made = document.add(event)
    tags = [tag.strip() for tag in row.get("tags", "").split(",") if tag.strip()]
    if tags:
        document.set_event_tags(made, tags)
    return made


def _begin_at(document: Document, pasted: Sequence[int], at: When | None) -> None:
    dates = [event.when for event in document.events(pasted) if event.when]
    starts = [when.bounds.earliest for when in dates if not when.is_open_start]
    if at is not None and starts:
        move_events(document, pasted, at.bounds.earliest - min(starts))


def _dated(words: str) -> tuple[When | None, str]:
    try:
        return (read_words(words).when if words else None), ""
    except WhenError:
        return None, words
