"""Rows that came out of a damaged or strange file otherwise than Dateline had saved them."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from desktop.document.damage import MOST_NAMED, sentence_of
from desktop.document.database import Database, sqlite3
from desktop.i18n import counted


def differing_rows(
    strange: Database, fresh: Database, table: str, *, has_all_columns: bool
) -> Iterator[str]:
    """A sentence for each row of `fresh` that has not the sum which `strange` kept of it.

    Without some of their columns rows are only missed, not compared. Nothing of the sums comes
    over.
    """
    kept = _kept_sums(strange, table)
    if not kept:
        return
    found = dict(fresh.execute(f"SELECT id, sum FROM {table}_sums").fetchall())
    wrong = iter(
        sorted(
            key
            for key, value in kept.items()
            if key not in found or (has_all_columns and found[key] != value)
        )
    )
    yield from (sentence_of(fresh, table, key) for key in islice(wrong, MOST_NAMED))
    rest = sum(1 for _key in wrong)
    if rest:
        yield counted("… and one more.", "… and {n} more.", rest)


def _kept_sums(strange: Database, table: str) -> dict[int, int]:
    """The sums as far as they can be read; {} where the file has none."""
    kept: dict[int, int] = {}
    with suppress(sqlite3.DatabaseError):  # what was read before it is kept
        rows = strange.execute(f"SELECT id, sum FROM {table}_sums")
        kept.update(row for row in rows if all(isinstance(number, int) for number in row))
    return kept
