"""Rows of text become drafts of events: every cell is checked, every refusal names its column."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from sys import intern

from desktop.formats.claim_cells import TELLING, claims_of, json_list, links_of, read_when
from desktop.formats.columns import NAMES, CellError, micro_degrees, number, one_of, parted
from desktop.formats.incoming import Draft
from desktop.i18n import _
from desktop.model import STATUSES, Event, Status

__all__ = ["Shape", "draft_of", "given_fields", "json_list", "read_when"]

_NAMES = frozenset(NAMES)


def given_fields(header: list[str]) -> frozenset[str]:
    """The fields of Event that a table with these columns tells of."""
    own = {"title", "when", "track", "place", "latitude", "longitude", "importance", "status",
           "status_reason", "note", "colour", "position"}  # fmt: skip
    return frozenset(own.intersection(header)) | ({"extra"} if set(header) - _NAMES else set())


def draft_of(
    line: int, cells: Mapping[str, str], source: str, *, keeps_empty: bool = False
) -> Draft:
    """The event that a row tells of; raises CellError where a cell cannot be read.

    `source` names the file, for quotes that come without an article. Foreign columns without a
    word are left out, unless the format must write them back as they were.
    """
    shape = _shape(tuple(cells), keeps_empty=keeps_empty)
    return shape.draft(line, [*cells.values(), ""], source)


@lru_cache(maxsize=500)
def _shape(names: tuple[str, ...], *, keeps_empty: bool) -> "Shape":
    """Rows of one table mostly have the same columns."""
    return Shape(names, keeps_empty=keeps_empty)


class Shape:
    """The columns of a table, looked up once for all of its rows; one named "" is passed over."""

    def __init__(self, names: Sequence[str], *, keeps_empty: bool = False) -> None:
        self.names = tuple(names)
        places = {name: place for place, name in enumerate(names)}
        self._places = tuple(places.get(name, -1) for name in _OF_EVENT)
        foreign = [name for name in places if name and name not in _NAMES]
        self._foreign = tuple((f"{quoted(name)}: ", places[name]) for name in foreign)
        self._keeps_empty = keeps_empty
        self._has_tags = "tags" in places
        self._telling = tuple(places[name] for name in (*TELLING, "other_claims") if name in places)

    def draft(self, line: int, cells: Sequence[str], source: str) -> Draft:
        """The event of a row, its cells in the order of the columns and an empty one behind."""
        title, uid, track, groups, tags, links = [cells[place] for place in self._places[:6]]
        uid = uid.strip()
        if not title.strip() and not uid:
            raise CellError("title", _("the event has no title."))
        is_told = any(cells[place] for place in self._telling)
        return Draft(
            line,
            self._event(cells, title, uid),
            intern(track),
            parted(tags) if tags else () if self._has_tags else None,
            tuple(claims_of(dict(zip(self.names, cells, strict=False)), source)) if is_told else (),
            tuple(links_of(links)) if links else (),
            parted(groups, "/") if groups else (),
        )

    def _event(self, cells: Sequence[str], title: str, uid: str) -> Event:
        when, position, importance, note, place, latitude, longitude, colour, status, reason = [
            cells[place] for place in self._places[6:]
        ]
        return Event(
            track=0,
            uid=uid,
            title=title,
            when=read_when("when", when) if when else None,
            position=(number("position", position) or 0) if position else 0,
            importance=_importance(importance) if importance else 5,
            note=note,
            place=intern(place) if place else "",
            latitude=micro_degrees("latitude", latitude, 90) if latitude else None,
            longitude=micro_degrees("longitude", longitude, 180) if longitude else None,
            colour=colour,
            status=_status(status) if status else "",
            status_reason=reason,
            extra=self._extra(cells) if self._foreign else "",
        )

    def _extra(self, cells: Sequence[str]) -> str:
        """The columns that fill no field, as a JSON object."""
        told: Iterable[str] = [
            name + quoted(cells[place])
            for name, place in self._foreign
            if cells[place] or self._keeps_empty
        ]
        together = ", ".join(told)
        return f"{{{together}}}" if together else ""


_OF_EVENT = (
    "title", "uid", "track", "track_group", "tags", "links",
    "when", "position", "importance", "note", "place", "latitude", "longitude", "colour", "status",
    "status_reason",
)  # fmt: skip


def _importance(cell: str) -> int:
    read = number("importance", cell, least=0, most=9)
    return 5 if read is None else read


def _status(cell: str) -> Status:
    if not cell:
        return ""
    found = one_of("status", cell, STATUSES)
    return next(status for status in STATUSES if status == found)
