"""How the samples that the first page offers are built as real documents from readable sources.

Each has a folder in resources/samples: the article, a table of events that quote it, and a small
file with what a table cannot hold.
"""

import hashlib
import time
import tomllib
from dataclasses import replace
from pathlib import Path

from desktop.document import Document
from desktop.document.uid import make_uids
from desktop.errors import FileError
from desktop.formats import csv
from desktop.formats.arrival import take_in
from desktop.formats.incoming import Draft, Incoming
from desktop.i18n import _
from desktop.model import Article, Claim, Track
from desktop.paths import resources_folder
from desktop.reading.anchor import selector
from desktop.reading.governing import dates_of
from desktop.shipped import SAMPLES
from desktop.when import When


def make_sample(name: str, path: Path) -> None:
    """Build the sample with this id as a new document at `path`, and close it."""
    sample = next((sample for sample in SAMPLES if sample.id == name), None)
    if sample is None:
        raise FileError(_("There is no sample called {name}.").format(name=name))
    folder = resources_folder() / "samples" / name
    looks = tomllib.loads((folder / "sample.toml").read_text("utf-8"))
    text = (folder / "article.txt").read_text("utf-8")
    document = Document.create(path, sample.title)
    try:
        with document.step(_("Sample")):
            article = document.article(document.add(_article(looks["article"], text)))
            document.add_all(_tracks(looks["track"]))
            take_in(document, _own(csv.read(folder / "events.csv"), article))
            _point_into(document, article)
        document.forget_history()
    finally:
        document.close()


def _article(looks: dict[str, str], text: str) -> Article:
    return Article(
        title=looks["title"],
        publisher=looks["publisher"],
        byline=looks.get("byline", ""),
        language=looks["language"],
        published=When(looks["published"]),
        note=looks["note"],
        text=text,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        added=int(time.time()),
    )


def _tracks(looks: list[dict[str, str]]) -> list[Track]:
    return [
        Track(
            name=track["name"],
            key=str(number),
            colour=track["colour"],
            marker=track["marker"],
            position=number,
            words=track["words"].replace(", ", "\n"),
        )
        for number, track in enumerate(looks, start=1)
    ]


def _own(incoming: Incoming, article: Article) -> Incoming:
    """The table's events, quoting this article; its short names only serve its own links.

    Two copies of a sample are two timelines, so their events do not share their uids.
    """
    names = [draft.event.uid for draft in incoming.drafts]
    uids = dict(zip(names, make_uids(len(names)), strict=True))
    return replace(incoming, drafts=[_own_draft(draft, article, uids) for draft in incoming.drafts])


def _own_draft(draft: Draft, article: Article, uids: dict[str, str]) -> Draft:
    return replace(
        draft,
        event=replace(draft.event, uid=uids[draft.event.uid]),
        claims=tuple(replace(claim, article=article) for claim in draft.claims),
        links=tuple(replace(link, target=uids[link.target]) for link in draft.links),
    )


def _point_into(document: Document, article: Article) -> None:
    """Give each quote its surroundings, and the words that dated its event."""
    for claim in document.claims_in(article.id):
        found = selector(article.text, claim.first, claim.last)
        anchored = replace(claim, prefix=found.prefix, suffix=found.suffix)
        document.keep(_dated(document, article, anchored))


def _dated(document: Document, article: Article, claim: Claim) -> Claim:
    """The claim with the nearest words of its paragraph that mean the event's very date."""
    when = document.event(claim.event).when
    start, stop = _paragraph(article.text, claim)
    saying = [
        found
        for found in dates_of(article)
        if when and found.edtf and start <= found.start < stop
        if When(found.edtf).bounds == when.bounds
    ]
    if not saying:
        return claim
    nearest = min(saying, key=lambda found: abs(found.start - claim.first))
    return replace(claim, date_first=nearest.start, date_last=nearest.end)


def _paragraph(text: str, claim: Claim) -> tuple[int, int]:
    stop = text.find("\n", claim.last)
    return text.rfind("\n", 0, claim.first) + 1, stop if stop >= 0 else len(text)
