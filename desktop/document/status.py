"""What the claims make of an event: how many say so, and whether anyone denies it."""

from collections.abc import Iterable

from desktop.document.database import Database
from desktop.model import STATUSES, Status

_COUNTS = """
    SELECT sum(stance IN ('denies', 'doubts')) AS against,
           sum(stance IN ('asserts', 'attributes')) AS in_favour,
           sum(stance = 'asserts' AND said_by = '') AS plain,
           count(DISTINCT CASE WHEN stance = 'asserts'
                 THEN ifnull(nullif(publisher, ''), articles.id) END) AS sources
    FROM claims JOIN articles ON articles.id = claims.article
    WHERE claims.event = events.id AND claims.article NOT IN ({later})"""

# In the order of model.STATUSES: none, reported, claimed, denied, contested, confirmed, planned.
_DERIVED = """(SELECT CASE
        WHEN against > 0 AND in_favour > 0 THEN 4 WHEN against > 0 THEN 3
        WHEN sources > 1 THEN 5 WHEN plain > 0 THEN 1 WHEN in_favour > 0 THEN 2 ELSE 0 END
    FROM ({counts}))"""
_NAMED = " ".join(f"WHEN '{status}' THEN {n}" for n, status in enumerate(STATUSES) if status)


def standing_sql(later: Iterable[int] = ()) -> str:
    """An expression over a row of `events`: the place of its status in model.STATUSES.

    Claims of the articles `later` do not count: nobody had read them yet.
    """
    derived = _DERIVED.format(counts=_COUNTS.format(later=", ".join(str(int(n)) for n in later)))
    return f"""(CASE WHEN status != '' THEN CASE status {_NAMED} ELSE 0 END
        WHEN NOT EXISTS (SELECT 1 FROM claims WHERE claims.event = events.id) THEN 0
        ELSE {derived} END)"""


def read_statuses(db: Database, ids: str, later: Iterable[int] = ()) -> dict[int, Status]:
    """The status of each event whose id the JSON list `ids` names.

    A denial beside an assertion is contested; two publishers that assert it confirm it; what is
    only put into somebody's mouth is claimed. An override by the user comes first. Claims of the
    articles `later` do not count.
    """
    standing = standing_sql(later)
    query = f"SELECT id, {standing} FROM events WHERE id IN (SELECT value FROM json_each(?))"
    return {int(event): STATUSES[number] for event, number in db.execute(query, [ids])}
