"""Claims as columns of numbers, for whatever counts them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.document.database import Database

NOT_SAID = -1
_QUERY = """
    SELECT event, ifnull(nullif(publisher, ''), title),
           coalesce(killed_min, killed_max, -1), coalesce(killed_max, killed_min, -1),
           coalesce(injured_min, injured_max, -1), coalesce(injured_max, injured_min, -1)
    FROM claims JOIN articles ON articles.id = claims.article
    WHERE claims.article NOT IN (SELECT value FROM json_each(?))
    ORDER BY claims.event, claims.id"""


@dataclass(frozen=True, slots=True, eq=False)
class ClaimColumns:
    """Every claim in the order of events; `sources` are places in `names`.

    A source is the article's publisher, or its title where none is known. `killed` and `injured`
    have a row a claim, least and most; a single number is both, `NOT_SAID` stands for none.
    """

    events: NDArray[np.int64]
    sources: NDArray[np.int64]
    killed: NDArray[np.int64]
    injured: NDArray[np.int64]
    names: tuple[str, ...]


def read_claims(db: Database, later: Iterable[int] = ()) -> ClaimColumns:
    """The claims of all events, without those that the articles `later` make."""
    places: dict[str, int] = {}
    rows = [
        (event, places.setdefault(name.strip(), len(places)), *people)
        for event, name, *people in db.execute(_QUERY, [json.dumps(list(later))])
    ]
    table = np.array(rows, np.int64).reshape(-1, 6)
    return ClaimColumns(
        events=table[:, 0],
        sources=table[:, 1],
        killed=table[:, 2:4],
        injured=table[:, 4:6],
        names=tuple(places),
    )
