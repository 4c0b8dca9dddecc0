"""Values of the model as plain JSON objects, and back again with every type checked.

A field that has its usual value is left out; ids are left out too, for a uid says who is who.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from typing import TypeVar

from desktop.errors import WhenError
from desktop.formats.columns import CellError, short
from desktop.i18n import _
from desktop.model import STANCES, STATUSES, Article, Claim, Event, Link, Tag, Track
from desktop.when import When

Plain = str | int | bool | None
T = TypeVar("T", Article, Track, Event, Claim, Link, Tag)

_WHENS = frozenset({"when", "published", "said_when"})
_CHOICES: Mapping[str, tuple[str, ...]] = {"status": STATUSES, "stance": STANCES}
# What points to another value, or to a file that the text of JSON cannot hold.
_APART = frozenset({"id", "track", "event", "article", "source", "target", "parent", "file",
                    "picture", "added", "extra"})  # fmt: skip


_FIELDS: Mapping[type, Mapping[str, Field[object]]] = {
    kind: {field.name: field for field in fields(kind) if field.name not in _APART}
    for kind in (Article, Track, Event, Claim, Link, Tag)
}


def to_plain(value: Article | Track | Event | Claim | Link | Tag) -> dict[str, Plain]:
    """The fields of a value that say something, in their order; dates as EDTF."""
    named: dict[str, Plain] = {}
    for name, field in _FIELDS[type(value)].items():
        said = getattr(value, name)
        if said != field.default:
            named[name] = said.edtf if isinstance(said, When) else said
    return named


def from_plain(
    kind: type[T], said: Mapping[str, object], others: Iterable[str] = (), **apart: object
) -> T:
    """A value of `kind`; CellError names the field that is unknown, wanting or of another type.

    `others` are names that the caller has read, `apart` the fields that point to other values.
    """
    known = _FIELDS[kind]
    for name in said:
        if name not in known and name not in others:
            raise CellError(short(name), _("it is not known here."))
    for name, field in known.items():
        if field.default is MISSING and name not in said:
            raise CellError(name, _("it is wanting."))
    read = {name: _read(known[name], value) for name, value in said.items() if name in known}
    make: Callable[..., T] = kind
    return make(**read, **apart)


def _read(field: Field[object], value: object) -> object:
    if field.name in _WHENS:
        return _when(field.name, value)
    is_right = _is_right(field, value)
    if not is_right or value not in _CHOICES.get(field.name, (value,)):
        raise CellError(field.name, _("“{value}” cannot stand there.").format(value=_shown(value)))
    return value


def _is_right(field: Field[object], value: object) -> bool:
    if isinstance(value, bool):
        return isinstance(field.default, bool)
    if isinstance(value, int):
        is_number = field.default is None or isinstance(field.default, int)
        is_place = field.name in ("first", "last")
        return (is_number or is_place) and abs(value) < 2**53
    return isinstance(value, str) and (
        isinstance(field.default, str) or field.name in ("title", "name", "exact")
    )


def _when(name: str, value: object) -> When:
    try:
        return When(value if isinstance(value, str) else "")
    except WhenError as error:
        raise CellError(name, str(error)) from None


def _shown(value: object) -> str:
    return short(str(value))
