"""A locked track stays as it is on every route: triggers refuse, so that no edit need ask."""

from desktop.document.database import Database

LOCKED = "dateline: locked"

_RECORDING = "EXISTS (SELECT 1 FROM recording)"
_OF_EVENT = "SELECT track FROM events WHERE id = {side}.event"


def guard(db: Database) -> None:
    """Refuse every change, within a step, of what stands on a locked track."""
    _refuse(db, "tracks", "DELETE", "old.locked")
    _refuse(db, "events", "INSERT", _is_locked("new.track"))
    _refuse(db, "events", "UPDATE", _is_locked("old.track, new.track"))
    _refuse(db, "events", "DELETE", _is_locked("old.track"))
    for table in ("claims", "event_tags"):
        _refuse(db, table, "INSERT", _is_locked(_OF_EVENT.format(side="new")))
        _refuse(db, table, "UPDATE", _is_locked(_OF_EVENT.format(side="new")))
        _refuse(db, table, "DELETE", _is_locked(_OF_EVENT.format(side="old")))


def _is_locked(tracks: str) -> str:
    return f"EXISTS (SELECT 1 FROM tracks WHERE locked AND id IN ({tracks}))"


def _refuse(db: Database, table: str, verb: str, condition: str) -> None:
    db.execute(f"""
        CREATE TEMP TRIGGER lock_{table}_{verb} BEFORE {verb} ON main.{table}
        WHEN {_RECORDING} AND {condition} BEGIN SELECT RAISE(ABORT, '{LOCKED}'); END""")
