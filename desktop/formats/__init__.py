"""Tables and other files that go out of a timeline and into it: READERS and WRITERS.

A reader gives an `Incoming`, which `take_in` makes part of a document in one undoable step.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.document import Document
from desktop.errors import FileError
from desktop.formats import csv, json
from desktop.formats.arrival import take_in
from desktop.formats.incoming import Incoming, Outcome, Refused
from desktop.i18n import _

__all__ = [
    "READERS",
    "WRITERS",
    "Incoming",
    "Outcome",
    "Reader",
    "Refused",
    "Writer",
    "export",
    "read",
    "take_in",
]


class Write(Protocol):
    """Writes all events of a document, or some, to a file."""

    def __call__(
        self,
        document: Document,
        path: Path,
        *,
        events: Iterable[int] | None = None,
        is_for_spreadsheet: bool = False,
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that events come from; `name` is for the user, `id` for the command line."""

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path], Incoming]


@dataclass(frozen=True, slots=True)
class Writer:
    """A format that events go to; `loses` tells the user what it cannot hold."""

    id: str
    name: str
    suffix: str
    write: Write
    loses: str


READERS: tuple[Reader, ...] = (
    Reader("csv", _("Table (CSV)"), (".csv", ".tsv", ".txt"), csv.read),
    Reader("json", _("Everything but files (JSON)"), (".json",), json.read),
)
WRITERS: tuple[Writer, ...] = (
    Writer(
        "csv",
        _("Table (CSV)"),
        ".csv",
        csv.write,
        _("the articles' texts, pictures, and the colours and order of tracks"),
    ),
    Writer(
        "json",
        _("Everything but files (JSON)"),
        ".json",
        json.write,
        _("pictures, the originals of articles, and the history"),
    ),
)


def read(path: Path, format_id: str = "") -> Incoming:
    """The events of a file, in the format named or else told by its suffix."""
    for reader in READERS:
        if reader.id == format_id or (not format_id and path.suffix.lower() in reader.suffixes):
            return reader.read(path)
    raise _unknown(path, format_id, [reader.id for reader in READERS])


def export(
    document: Document,
    path: Path,
    format_id: str = "",
    *,
    events: Iterable[int] | None = None,
    is_for_spreadsheet: bool = False,
) -> None:
    """Write a document's events, all or some, in the format named or told by the suffix."""
    for writer in WRITERS:
        if writer.id == format_id or (not format_id and path.suffix.lower() == writer.suffix):
            if path.resolve() == document.path.resolve():
                raise FileError(_("The export needs another name than the open timeline."))
            writer.write(document, path, events=events, is_for_spreadsheet=is_for_spreadsheet)
            return
    raise _unknown(path, format_id, [writer.id for writer in WRITERS])


def _unknown(path: Path, format_id: str, known: list[str]) -> FileError:
    sentence = _("{name}: the format {format} is not known here; known are {known}.")
    shown = format_id or path.suffix or _("without a suffix")
    return FileError(sentence.format(name=path.name, format=shown, known=", ".join(known)))
