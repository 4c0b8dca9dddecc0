"""What the claims make of an event: how many say so, and whether anyone denies it."""

from sqlite_utils import Database

from desktop.model import STATUSES, Status

_COUNTS = """
    SELECT sum(stance IN ('denies', 'doubts')) AS against,
           sum(stance IN ('asserts', 'attributes')) AS in_favour,
           sum(stance = 'asserts' AND said_by = '') AS plain,
           count(DISTINCT CASE WHEN stance = 'asserts'
                 THEN ifnull(nullif(publisher, ''), articles.id) END) AS sources
    FROM claims JOIN articles ON articles.id = claims.article WHERE claims.event = events.id"""

# In the order of model.STATUSES: none, reported, claimed, denied, contested, confirmed, planned.
_DERIVED = f"""(SELECT CASE
        WHEN against > 0 AND in_favour > 0 THEN 4 WHEN against > 0 THEN 3
        WHEN sources > 1 THEN 5 WHEN plain > 0 THEN 1 WHEN in_favour > 0 THEN 2 ELSE 0 END
    FROM ({_COUNTS}))"""
_NAMED = " ".join(f"WHEN '{status}' THEN {n}" for n, status in enumerate(STATUSES) if status)

# An expression over a row of `events`: the place of its status in model.STATUSES.
STANDING_SQL = f"""(CASE WHEN status != '' THEN CASE status {_NAMED} ELSE 0 END
    WHEN NOT EXISTS (SELECT 1 FROM claims WHERE claims.event = events.id) THEN 0
    ELSE {_DERIVED} END)"""


def read_statuses(db: Database, ids: str) -> dict[int, Status]:
    """The status of each event whose id the JSON list `ids` names.

    A denial beside an assertion is contested; two publishers that assert it confirm it; what is
    only put into somebody's mouth is claimed. An override by the user comes first.
    """
    query = f"SELECT id, {STANDING_SQL} FROM events WHERE id IN (SELECT value FROM json_each(?))"
    return {int(event): STATUSES[number] for event, number in db.execute(query, [ids])}
