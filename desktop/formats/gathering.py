"""Rows of named cells become the drafts of events; each that cannot be read is listed."""

from collections.abc import Callable, Iterable, Mapping

from desktop.formats.broken_text import BrokenRow
from desktop.formats.cells import Shape, draft_of, given_fields
from desktop.formats.columns import CellError
from desktop.formats.incoming import Draft, Incoming, Refused
from desktop.formats.many import many_values
from desktop.i18n import _

Row = tuple[int, list[str]]


def gather_drafts(
    rows: Iterable[Row],
    header: list[str],
    cells_of: Callable[[Mapping[str, str]], dict[str, str]],
    name: str,
) -> Incoming:
    """The drafts of a table whose rows `cells_of` turns into Dateline's own columns.

    A format with columns of its own keeps its empty cells, to write them back as they were.
    """
    given: dict[str, None] = {}

    def draft(line: int, row: list[str]) -> Draft:
        cells = cells_of(dict(zip(header, row, strict=False)))
        made = draft_of(line, cells, name, keeps_empty=True)
        if not given.keys() >= cells.keys():
            given.update(dict.fromkeys(cells))
        return made

    drafts, refused = _gathered(rows, len(header), draft)
    return Incoming(drafts, refused, given_fields(list(given)))


def gather_rows(
    rows: Iterable[Row],
    width: int,
    shape: Shape,
    name: str,
    worked_out: Callable[[list[str]], Iterable[str]] | None = None,
) -> Incoming:
    """The drafts of a table of `width` columns, which the shape names as Dateline's own.

    `worked_out` gives the cells behind them that the shape names too.
    """

    def draft(line: int, row: list[str]) -> Draft:
        more = worked_out(row) if worked_out is not None else ()
        return shape.draft(line, [*row, *more, ""], name)

    drafts, refused = _gathered(rows, width, draft)
    names = list(filter(None, shape.names)) if drafts else []
    return Incoming(drafts, refused, given_fields(names))


def _gathered(
    rows: Iterable[Row], width: int, draft_of_row: Callable[[int, list[str]], Draft]
) -> tuple[list[Draft], list[Refused]]:
    drafts: list[Draft] = []
    refused: list[Refused] = []
    seen: dict[str, int] = {}
    with many_values():
        for line, row in rows:
            try:
                if len(row) != width:
                    row = _fitted(row, width)
                draft = draft_of_row(line, row)
                uid = draft.event.uid
                if uid:
                    _check_uid(uid, line, seen)
            except CellError as error:
                refused.append(Refused(line, str(error)))
            else:
                drafts.append(draft)
    return drafts, refused


def _fitted(row: list[str], width: int) -> list[str]:
    """A row as wide as the header; some programs leave out empty cells at its end."""
    if isinstance(row, BrokenRow):
        raise CellError(_("row"), row.reason)
    if any(row[width:]):
        reason = _("it has {n} cells, and the header has {columns}.")
        raise CellError(_("row"), reason.format(n=len(row), columns=width))
    return [*row[:width], *[""] * (width - len(row))]


def _check_uid(uid: str, line: int, seen: dict[str, int]) -> None:
    first = seen.setdefault(uid, line)
    if first != line:
        raise CellError("uid", _("it is the same as in line {line}.").format(line=first))
