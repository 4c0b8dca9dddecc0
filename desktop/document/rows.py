"""Values of the model as rows of a table, and back again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from typing import TypeVar

from desktop.document.uid import make_uids
from desktop.errors import WhenError
from desktop.model import Article, Claim, Event, Link, Tag, Track
from desktop.when import When

Row = Article | Track | Event | Claim | Link | Tag
Kind = type[Article] | type[Track] | type[Event] | type[Claim] | type[Link] | type[Tag]
Value = int | str | None
T = TypeVar("T", Article, Track, Event, Claim, Link, Tag)

TABLES: dict[Kind, str] = {
    Article: "articles",
    Track: "tracks",
    Event: "events",
    Claim: "claims",
    Link: "links",
    Tag: "tags",
}
FIELDS: dict[Kind, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind)) for kind in TABLES
}
WHENS = frozenset({"when", "published", "said_when"})
DERIVED = ("earliest", "certain_from", "certain_until", "latest", "marks")
_FLAGS = frozenset({"collapsed", "locked", "hidden"})

OPEN_START, OPEN_END, APPROXIMATE, UNCERTAIN, INTERVAL, ONE_OF = 1, 2, 4, 8, 16, 32


def columns_of(kind: Kind) -> str:
    """The columns that make a value of `kind`, quoted and in the order of its fields."""
    return ", ".join(f'"{name}"' for name in FIELDS[kind])


def read_row(kind: type[T], row: Sequence[Value]) -> T:
    """The value in `row`, whose columns are `columns_of(kind)`; a damaged date reads as none."""
    named = {name: _read(name, value) for name, value in zip(FIELDS[kind], row, strict=True)}
    make: Callable[..., T] = kind
    return make(**named)


def with_uids(rows: Iterable[T]) -> list[T]:
    """The same values, those without a uid given one."""
    listed = list(rows)
    fresh = iter(make_uids(sum(not row.uid for row in listed)))
    return [row if row.uid else replace(row, uid=next(fresh)) for row in listed]


def to_columns(row: Row) -> dict[str, Value]:
    """What the table holds of `row`: every column but the id, an event's bounds derived."""
    named = {name: _write(name, getattr(row, name)) for name in FIELDS[type(row)] if name != "id"}
    if isinstance(row, Event):
        named |= bounds_of(row.when)
    return named


def bounds_of(when: When | None) -> dict[str, Value]:
    """The four bounds (seconds) and the marks that the table keeps beside a date."""
    return dict(zip(DERIVED, derived(when), strict=True))


@lru_cache(maxsize=20_000)  # a table of events names the same days again and again
def derived(when: When | None) -> tuple[Value, ...]:
    """What stands in the columns `DERIVED` beside a date."""
    if when is None:
        return None, None, None, None, 0
    bounds = when.bounds
    span = (bounds.earliest, bounds.certain_from, bounds.certain_until, bounds.latest)
    return (*span, _marks(when))


def _marks(when: When) -> int:
    return int(
        OPEN_START * when.is_open_start
        | OPEN_END * when.is_open_end
        | APPROXIMATE * when.is_approximate
        | UNCERTAIN * when.is_uncertain
        | INTERVAL * when.is_interval
        | ONE_OF * when.is_one_of
    )


def _write(name: str, value: object) -> Value:
    if name in WHENS:
        return value.edtf if isinstance(value, When) else ""
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, int | str):
        return value
    raise TypeError(value)


def _read(name: str, value: Value) -> Value | When | bool:
    if name in WHENS:
        return _when(value)
    return bool(value) if name in _FLAGS else value


def _when(value: Value) -> When | None:
    try:
        return When(str(value)) if value else None
    except WhenError:
        return None
