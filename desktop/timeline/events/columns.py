"""Dated events as columns: what the index is made of and what a frame is made from."""

from dataclasses import dataclass, fields
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop.when import bounds

Seconds = NDArray[np.int64]
Ids = NDArray[np.int64]
Places = NDArray[np.intp]
Bytes = NDArray[np.uint8]
Kind = TypeVar("Kind", bound=np.generic)
EVER_BEFORE = bounds.EVER_BEFORE
EVER_AFTER = bounds.EVER_AFTER


class Columns(Protocol):
    """Events of any tracks, such as `document.event_columns()` gives; dated ones only."""

    @property
    def ids(self) -> Ids: ...  # noqa: D102 - the names of the columns speak for themselves
    @property
    def tracks(self) -> Ids: ...  # noqa: D102 - as above
    @property
    def earliest(self) -> Seconds: ...  # noqa: D102 - as above
    @property
    def certain_from(self) -> Seconds: ...  # noqa: D102 - as above
    @property
    def certain_until(self) -> Seconds: ...  # noqa: D102 - as above
    @property
    def latest(self) -> Seconds: ...  # noqa: D102 - as above
    @property
    def marks(self) -> Bytes: ...  # noqa: D102 - as above
    @property
    def standing(self) -> Bytes: ...  # noqa: D102 - as above
    @property
    def importance(self) -> Bytes: ...  # noqa: D102 - as above
    @property
    def positions(self) -> Ids: ...  # noqa: D102 - as above


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """Events side by side, all arrays of one length; bounds in seconds since 1970."""

    ids: Ids
    earliest: Seconds
    certain_from: Seconds
    certain_until: Seconds
    latest: Seconds
    marks: Bytes
    standing: Bytes
    importance: Bytes
    positions: Ids

    def __len__(self) -> int:
        """The number of events."""
        return len(self.ids)

    def take(self, places: Places | slice | NDArray[np.bool_]) -> "Events":
        """Those at `places`, in that order."""
        return Events(*(getattr(self, name)[places] for name in _NAMES))

    def without(self, places: Places) -> "Events":
        """Those that are not at `places`."""
        if not len(places):
            return self
        gone: int | Places = int(places[0]) if len(places) == 1 else places
        return Events(*(np.delete(getattr(self, name), gone) for name in _NAMES))

    def insert(self, places: Places, others: "Events") -> "Events":
        """With `others` before the given places, as np.insert does it."""
        made = [np.insert(getattr(self, name), places, getattr(others, name)) for name in _NAMES]
        return Events(*made)

    def exchange(self, gone: int, where: int, other: "Events") -> "Events":
        """With the one event of `other` for the one at `gone`; it comes to stand at `where`."""
        return Events(
            *(
                exchanged(getattr(self, name), gone, where, getattr(other, name)[0])
                for name in _NAMES
            )
        )

    def columns(self) -> dict[str, NDArray[Any]]:
        """Each array by its name."""
        return {name: getattr(self, name) for name in _NAMES}

    @classmethod
    def of(cls, columns: Columns) -> "Events":
        """The columns without their tracks; the arrays are shared, not copied."""
        return cls(*(getattr(columns, name) for name in _NAMES))

    @classmethod
    def joined(cls, many: "list[Events]") -> "Events":
        """One after the other."""
        if len(many) == 1:
            return many[0]
        return cls(*(np.concatenate([getattr(one, name) for one in many]) for name in _NAMES))


_NAMES = tuple(column.name for column in fields(Events))


def no_events() -> Events:
    """Columns without a row."""
    large, small = np.empty(0, np.int64), np.empty(0, np.uint8)
    return Events(large, large, large, large, large, small, small, small, large)


def exchanged(column: NDArray[Kind], gone: int, where: int, value: Kind | int) -> NDArray[Kind]:
    """A column without the value at `gone` and with another at `where`: only those between move."""
    made = column.copy()
    if gone < where:
        made[gone:where] = column[gone + 1 : where + 1]
    else:
        made[where + 1 : gone + 1] = column[where:gone]
    made[where] = value
    return made


def among(ids: Ids, asked: Ids) -> NDArray[np.bool_]:
    """True for each of `ids` that is asked for; quickest for one."""
    if len(asked) == 1:
        return np.asarray(ids == asked[0], np.bool_)
    return np.asarray(np.isin(ids, asked), np.bool_)
