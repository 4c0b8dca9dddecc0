"""A chronology in Markdown: years, days, what happened, and each quote in a footnote.

Footnotes are written as Pandoc, GitHub and most word processors' importers read them: `[^1]`.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from desktop.document import Document
from desktop.formats.files import whole_file
from desktop.formats.rows import Gathered, gather
from desktop.formats.spans import first_day
from desktop.formats.wanted import Wanted
from desktop.i18n import _
from desktop.model import Claim, Event
from desktop.when import When, in_words

# What would make markup of a user's words; a heading's # and a list's - count only in front.
_SIGNS = re.compile(r"([\\`*_\[\]<>|~$^])|(?m:^(\s*)(#|[-+](?=\s)|\d+[.)](?=\s)))")


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events, the undated ones last; any suffix will do."""
    gathered = gather(document, wanted)
    notes = Footnotes(gathered)
    lines = [f"# {escaped(document.title)}", ""]
    lines += [f"*{one_line(gathered.told)}*", ""] if gathered.told else []
    for heading, grouped in groupby(gathered.events, key=heading_of):
        lines += [f"## {heading}", ""]
        for event in grouped:
            lines.append(_line(gathered, notes, event))
        lines.append("")
    lines += notes.lines
    with whole_file(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines).rstrip("\n") + "\n")


class Footnotes:
    """The footnotes so far, numbered as they were called for."""

    def __init__(self, gathered: Gathered) -> None:
        self.lines: list[str] = []
        self._gathered = gathered

    def mark(self, claim: Claim) -> str:
        """The mark that calls a new footnote with the claim's quote and source."""
        number = len(self.lines) + 1
        self.lines.append(f"[^{number}]: {' '.join(filter(None, self._parts(claim)))}")
        return f"[^{number}]"

    def _parts(self, claim: Claim) -> Iterator[str]:
        article = self._gathered.articles[claim.article]
        if claim.exact:
            yield f"“{one_line(claim.exact)}”"
        if claim.said_by:
            said = _("{stance} {who}.") if claim.stance != "asserts" else _("says {who}.")
            yield said.format(stance=claim.stance, who=one_line(claim.said_by))
        elif claim.stance != "asserts":
            yield f"({claim.stance})"
        dead = dead_of(claim)
        yield f"({dead})" if dead else ""
        published = in_words(article.published) if article.published else ""
        page = article.page_at(claim.first)
        on_page = _("p. {page}").format(page=page) if page else ""
        named = (article.byline, article.publisher, published, on_page)
        yield f"*{one_line(article.title)}*" if article.title.strip() else ""
        yield ", ".join(one_line(part) for part in named if part)
        if article.url.startswith(("http://", "https://")) and not re.search(
            r"[\s<>]", article.url
        ):
            yield f"<{article.url}>"


def dead_of(claim: Claim) -> str:
    """The killed and injured that a claim tells of: "3–5 killed, 12 injured"; "" for none."""
    parts = []
    for words, least, most in (
        (_("{n} killed"), claim.killed_min, claim.killed_max),
        (_("{n} injured"), claim.injured_min, claim.injured_max),
    ):
        ends = [str(count) for count in dict.fromkeys((least, most)) if count is not None]
        if ends:
            parts.append(words.format(n="–".join(ends)))
    return ", ".join(parts)


def heading_of(event: Event) -> str:
    """The year that an event begins in, as people count it."""
    if event.when is None:
        return _("Undated")
    year = first_day(event.when)[0]
    return (
        in_words(When(f"{'-' if year < 0 else ''}{abs(year):04}"))
        if abs(year) < 10_000
        else (in_words(When(f"Y{year}")))
    )


def _line(gathered: Gathered, notes: Footnotes, event: Event) -> str:
    when = f"**{in_words(event.when)}** — " if event.when else ""
    track = gathered.tracks[event.track].name
    marks = "".join(notes.mark(claim) for claim in gathered.claims.get(event.id, []))
    told = [f"{when}{one_line(event.title)}"]
    aside = [one_line(part) for part in (event.place, track) if part.strip()]
    if aside:
        told.append(f"({'; '.join(aside)})")
    status = gathered.statuses.get(event.id, "")
    if status and status != "reported":
        told.append(f"*{status}*")
    note = f"  \n  {one_line(event.note)}" if event.note.strip() else ""
    return f"- {' '.join(told)}{marks}{note}"


def one_line(text: str) -> str:
    """Words as they stand, without a line break and without becoming markup."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """Words with a backslash before every sign that Markdown would take for its own."""
    return _SIGNS.sub(lambda found: f"{found[2] or ''}\\{found[1] or found[3]}", text)
