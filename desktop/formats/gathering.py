"""Rows of named cells become the drafts of events; each that cannot be read is listed."""

from collections.abc import Callable, Iterable, Mapping

from desktop.formats.cells import draft_of, given_fields
from desktop.formats.columns import CellError
from desktop.formats.incoming import Draft, Incoming, Refused
from desktop.formats.many import many_values
from desktop.formats.table_text import Row
from desktop.i18n import _


def gather_drafts(
    rows: Iterable[Row],
    header: list[str],
    cells_of: Callable[[Mapping[str, str]], dict[str, str]],
    name: str,
    *,
    keeps_empty: bool = True,
) -> Incoming:
    """The drafts of a table whose rows `cells_of` turns into Dateline's own columns.

    A format with columns of its own keeps its empty cells, to write them back as they were.
    """
    with many_values():
        return _gathered(rows, header, cells_of, name, keeps_empty=keeps_empty)


def _gathered(
    rows: Iterable[Row],
    header: list[str],
    cells_of: Callable[[Mapping[str, str]], dict[str, str]],
    name: str,
    *,
    keeps_empty: bool,
) -> Incoming:
    drafts: list[Draft] = []
    refused: list[Refused] = []
    seen: dict[str, int] = {}
    given: dict[str, None] = {}
    for line, row in rows:
        try:
            cells = cells_of(_named(header, row))
            draft = draft_of(line, cells, name, keeps_empty=keeps_empty)
            _check_uid(draft, seen)
        except CellError as error:
            refused.append(Refused(line, str(error)))
        else:
            drafts.append(draft)
            if not given.keys() >= cells.keys():
                given.update(dict.fromkeys(cells))
    return Incoming(drafts, refused, given_fields(list(given)))


def _named(header: list[str], row: list[str]) -> dict[str, str]:
    if len(row) > len(header) and any(row[len(header) :]):
        reason = _("it has {n} cells, and the header has {columns}.")
        raise CellError(_("row"), reason.format(n=len(row), columns=len(header)))
    # Some programs leave out empty cells at the end of a row.
    return dict(zip(header, [*row, *[""] * (len(header) - len(row))], strict=False))


def _check_uid(draft: Draft, seen: dict[str, int]) -> None:
    uid = draft.event.uid
    if uid in seen:
        raise CellError("uid", _("it is the same as in line {line}.").format(line=seen[uid]))
    if uid:
        seen[uid] = draft.line
