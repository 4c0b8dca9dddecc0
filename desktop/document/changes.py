"""What one step did, told in rows, and the step itself as the history lists it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows that one step touched, by table; `is_everything` after another program wrote."""

    step: str
    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    is_everything: bool = False

    def __contains__(self, table: str) -> bool:
        return self.is_everything or table in self.rows

    def of(self, table: str) -> frozenset[int]:
        """The ids of the touched rows of `table`; none are named where everything may differ."""
        return self.rows.get(table, frozenset())


def merged(changes: Iterable[Changes]) -> Changes:
    """What several steps touched together, under the name of the last one."""
    name, rows = "", dict[str, frozenset[int]]()
    for one in changes:
        name = one.step
        for table, ids in one.rows.items():
            rows[table] = rows.get(table, frozenset()) | ids
    return Changes(name, rows)


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history: `time` in seconds since 1970, `session` names one opening."""

    id: int
    name: str
    session: str
    time: int
    is_undone: bool
