"""Tables and other files that go out of a timeline and into it: READERS and WRITERS.

A reader gives an `Incoming`, which `take_in` makes part of a document in one undoable step.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.document import Document, Filter
from desktop.errors import FileError
from desktop.formats import (
    acled,
    csl,
    csv,
    html,
    ical,
    json,
    markdown,
    preceden,
    table_text,
    tables,
    timelinejs,
    timelinejs_json,
    ucdp,
    xlsx,
)
from desktop.formats.arrival import foresee, take_in
from desktop.formats.incoming import Incoming, Outcome, Refused
from desktop.formats.wanted import Wanted
from desktop.i18n import _
from desktop.paths import real

__all__ = [
    "EVENT_FILES",
    "READERS",
    "SUFFIXES",
    "WRITERS",
    "Incoming",
    "Outcome",
    "Reader",
    "Refused",
    "Writer",
    "export",
    "foresee",
    "read",
    "recognise",
    "take_in",
    "writer_for",
]


class Write(Protocol):
    """Writes the wanted events of a document to a file."""

    def __call__(self, document: Document, path: Path, wanted: Wanted) -> None: ...


def _ical(path: Path) -> Incoming:
    # Loaded with the first calendar: the window stands before worker processes.
    from desktop.formats import ical_in

    return ical_in.read(path)


def _timeline_project(path: Path) -> Incoming:
    # Loaded with the first such file: the window stands before lxml.
    from desktop.formats import timeline_project

    return timeline_project.read(path)


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that events come from; `name` is for the user, `id` for the command line.

    Of the formats that share a suffix, the first whose `knows` says so of a file's beginning reads
    it.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path], Incoming]
    knows: Callable[[bytes], bool] | None = None


@dataclass(frozen=True, slots=True)
class Writer:
    """A format that events go to; `losses` knows what it cannot hold."""

    id: str
    name: str
    suffix: str
    write: Write


def _begins(*columns: tuple[str, ...]) -> Callable[[bytes], bool]:
    """Knows a table by columns that its first line names, all of one of these."""
    return lambda head: table_text.begins_with(head, *columns)


_TEXT = (".csv", ".tsv", ".txt")
_TABLES = (*_TEXT, *table_text.BOOKS)
READERS: tuple[Reader, ...] = (
    Reader("csv", _("Table (CSV)"), _TEXT, csv.read, _begins(("title", "when"), ("uid", "title"))),
    Reader("acled", _("ACLED"), _TABLES, acled.read, _begins(acled.KNOWN_BY)),
    Reader("ucdp", _("UCDP GED"), _TABLES, ucdp.read, _begins(ucdp.KNOWN_BY)),
    Reader(
        "timelinejs", _("TimelineJS table"), _TABLES, timelinejs.read, _begins(timelinejs.KNOWN_BY)
    ),
    Reader("preceden", _("Preceden"), _TABLES, preceden.read, _begins(preceden.KNOWN_BY)),
    Reader("table", _("Any table (CSV, TSV)"), _TEXT, tables.read),
    Reader("xlsx", _("Spreadsheet (XLSX, ODS, XLS)"), table_text.BOOKS, tables.read),
    Reader(
        "timelinejs-json",
        _("TimelineJS (JSON)"),
        (".json",),
        timelinejs_json.read,
        timelinejs_json.is_timelinejs,
    ),
    Reader("json", _("Everything but files (JSON)"), (".json",), json.read),
    Reader("ical", _("Calendar (iCalendar)"), (".ics", ".ical"), _ical),
    Reader("timeline-project", _("Timeline Project"), (".timeline", ".xml"), _timeline_project),
)
SUFFIXES = tuple(dict.fromkeys(suffix for reader in READERS for suffix in reader.suffixes))
"""Every suffix that events come from."""
EVENT_FILES = tuple(suffix for suffix in SUFFIXES if suffix not in (".txt", ".json", ".xml"))
"""The suffixes that tell of events alone; files with others may be articles."""

WRITERS: tuple[Writer, ...] = (
    Writer("csv", _("Table (CSV)"), ".csv", csv.write),
    Writer("json", _("Everything but files (JSON)"), ".json", json.write),
    Writer("xlsx", _("Workbook (Excel, LibreOffice)"), ".xlsx", xlsx.write),
    Writer("html", _("Web page for any browser (HTML)"), ".html", html.write),
    Writer("markdown", _("Chronology with footnotes (Markdown)"), ".md", markdown.write),
    Writer("ical", _("Calendar (iCalendar)"), ".ics", ical.write),
    Writer("timelinejs", _("TimelineJS table (CSV)"), ".csv", timelinejs.write),
    Writer("timelinejs-json", _("TimelineJS (JSON)"), ".json", timelinejs_json.write),
    Writer("acled", _("ACLED's columns (CSV)"), ".csv", acled.write),
    Writer("ucdp", _("UCDP GED's columns (CSV)"), ".csv", ucdp.write),
    Writer("csl", _("References of the articles (CSL-JSON)"), ".json", csl.write),
)


def read(path: Path, format_id: str = "") -> Incoming:
    """The events of a file, in the format named or else told by its suffix and its beginning."""
    return recognise(path, format_id).read(path)


def recognise(path: Path, format_id: str = "") -> Reader:
    """The reader of the format named, or the one that knows the file."""
    named = [reader for reader in READERS if reader.id == format_id]
    if named:
        return named[0]
    fitting = [reader for reader in READERS if path.suffix.lower() in reader.suffixes]
    if format_id or not fitting:
        raise _unknown(path, format_id, [reader.id for reader in READERS])
    heads = table_text.heads_of(path)
    return next(
        reader
        for reader in fitting
        if reader.knows is None or any(reader.knows(head) for head in heads)
    )


def writer_for(path: Path, format_id: str = "") -> Writer:
    """The writer of the format named, or the first one of the suffix."""
    for writer in WRITERS:
        if writer.id == format_id or (not format_id and path.suffix.lower() == writer.suffix):
            return writer
    raise _unknown(path, format_id, [writer.id for writer in WRITERS])


def export(
    document: Document,
    path: Path,
    format_id: str = "",
    *,
    events: Iterable[int] | None = None,
    filter_by: Filter | None = None,
    is_for_spreadsheet: bool = False,
) -> None:
    """Write a document's events, all or some, in the format named or told by the suffix."""
    writer = writer_for(path, format_id)
    if real(path) == real(document.path):
        raise FileError(_("The export needs another name than the open timeline."))
    wanted = Wanted(
        events=events, filter=filter_by or Filter(), is_for_spreadsheet=is_for_spreadsheet
    )
    writer.write(document, path, wanted)


def _unknown(path: Path, format_id: str, known: list[str]) -> FileError:
    sentence = _("{name}: the format {format} is not known here; known are {known}.")
    shown = format_id or path.suffix or _("without a suffix")
    return FileError(sentence.format(name=path.name, format=shown, known=", ".join(known)))
