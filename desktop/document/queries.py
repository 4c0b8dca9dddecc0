"""What a document is asked: each query gives plain values, in the order they are shown in."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.document import (
    column_cache,
    columns,
    doubting,
    filtering,
    scanning,
    search,
    status,
)
from desktop.document.causes import told
from desktop.document.claim_columns import ClaimColumns, read_claims
from desktop.document.columns import EventColumns
from desktop.document.filtering import Filter
from desktop.document.kept import Kept
from desktop.document.search import Hit
from desktop.model import Article, Claim, Event, Link, Status, Tag, Track
from desktop.when import When

_IN_TIME = 'earliest IS NULL, earliest, position, events."id"'


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a document holds."""

    articles: int
    tracks: int
    events: int


class Queries(Kept):
    """The questions; `Document` adds what changes the answers."""

    def articles(self) -> list[Article]:
        """Every article, in the order in which they were added."""
        return self._all(Article, "1 ORDER BY id")

    def article(self, article: int) -> Article:
        """The article with this id; refused when it is gone."""
        return self._one(Article, article)

    def article_with_hash(self, text_hash: str) -> Article | None:
        """The article whose text has this SHA-256, if it was read before."""
        found = self._all(Article, "text_hash = ? LIMIT 1", [text_hash])
        return found[0] if found else None

    def tracks(self) -> list[Track]:
        """Every track from the top down, hidden ones too."""
        return self._all(Track, "1 ORDER BY position, id")

    def track(self, track: int) -> Track:
        """The track with this id; refused when it is gone."""
        return self._one(Track, track)

    def track_with_key(self, key: str) -> Track | None:
        """The track on which `key` places events, if any."""
        found = self._all(Track, "key = ? AND key != '' ORDER BY position LIMIT 1", [key])
        return found[0] if found else None

    def events(self, ids: Iterable[int] | None = None) -> list[Event]:
        """Every event, or those with these ids, in the order of time; undated ones last."""
        if ids is None:
            return self._all(Event, f"1 ORDER BY {_IN_TIME}")
        return self._all(
            Event, f"id IN (SELECT value FROM json_each(?)) ORDER BY {_IN_TIME}", [_list(ids)]
        )

    def event(self, event: int) -> Event:
        """The event with this id; refused when it is gone."""
        return self._one(Event, event)

    def events_on(self, track: int) -> list[Event]:
        """The events of one track, in the order of time; undated ones last."""
        return self._all(Event, f"track = ? ORDER BY {_IN_TIME}", [track])

    def newest_event(self) -> int:
        """The highest id of an event, 0 where there is none."""
        return int(self._ask("SELECT ifnull(max(id), 0) FROM events")[0][0])

    def events_near(self, first: int, last: int, most: int) -> list[Event]:
        """At most so many events that touch the seconds [first, last), the nearest first."""
        condition = "earliest < ? AND latest > ? ORDER BY abs(earliest - ?), id LIMIT ?"
        return self._all(Event, condition, [last, first, first, most])

    def undated(self, track: int) -> list[Event]:
        """The events of a track that nobody has dated yet."""
        return self._all(Event, "track = ? AND earliest IS NULL ORDER BY position, id", [track])

    def claims(self, event: int) -> list[Claim]:
        """What articles say of one event, in the order in which it was taken down."""
        return self._all(Claim, "event = ? ORDER BY id", [event])

    def claims_in(self, article: int) -> list[Claim]:
        """The claims taken from one article, in the order of its words."""
        return self._all(Claim, "article = ? ORDER BY first, id", [article])

    def claims_of(self, events: Iterable[int]) -> dict[int, list[Claim]]:
        """The claims of each of these events that has any."""
        gathered: defaultdict[int, list[Claim]] = defaultdict(list)
        condition = "event IN (SELECT value FROM json_each(?)) ORDER BY id"
        for claim in self._all(Claim, condition, [_list(events)]):
            gathered[claim.event].append(claim)
        return dict(gathered)

    def claims_since(self, claim: int, most: int) -> list[Claim]:
        """The claims taken down after one, oldest first; only the newest `most` of them."""
        newest = self._all(Claim, "id > ? ORDER BY id DESC LIMIT ?", [claim, most])
        return newest[::-1]

    def events_of_claims(self, claims: Iterable[int]) -> frozenset[int]:
        """The events that these claims tell of or, as far as the journal knows, told of."""
        asked = frozenset(claims)
        query = "SELECT id, event FROM claims WHERE id IN (SELECT value FROM json_each(?))"
        known = dict(self._ask(query, [_list(asked)]))
        journal = """FROM journal WHERE step IN (SELECT id FROM steps) AND tbl = 'claims'
            AND row IN (SELECT value FROM json_each(?))"""
        query = f"""SELECT json_extract(before, '$.event') {journal}
            UNION SELECT json_extract(after, '$.event') {journal}"""
        gone = _list(asked - known.keys())
        told_of = self._ask(query, [gone, gone]) if gone != "[]" else []
        return frozenset(known.values()) | {event for (event,) in told_of if event is not None}

    def claim(self, claim: int) -> Claim:
        """The claim with this id; refused when it is gone."""
        return self._one(Claim, claim)

    def links(self) -> list[Link]:
        """Every arrow between two events."""
        return self._all(Link, "1 ORDER BY id")

    def links_of(self, event: int) -> list[Link]:
        """The arrows that begin or end at one event."""
        return self._all(Link, "source = ? OR target = ? ORDER BY id", [event, event])

    def tags(self) -> list[Tag]:
        """Every tag, in the order of the alphabet."""
        return self._all(Tag, "1 ORDER BY name COLLATE NOCASE")

    def tags_of(self, event: int) -> list[str]:
        """The names of one event's tags."""
        return self.tag_names([event]).get(event, [])

    def tag_names(self, events: Iterable[int] | None = None) -> dict[int, list[str]]:
        """The names of the tags of each tagged event, or of these events."""
        gathered: defaultdict[int, list[str]] = defaultdict(list)
        query = "SELECT event, name FROM event_tags JOIN tags ON tags.id = tag"
        if events is None:
            rows = self._ask(f"{query} ORDER BY event_tags.id")
        else:
            chosen = "event IN (SELECT value FROM json_each(?))"
            rows = self._ask(f"{query} WHERE {chosen} ORDER BY event_tags.id", [_list(events)])
        for event, name in rows:
            gathered[event].append(name)
        return dict(gathered)

    def event_uids(self) -> dict[str, int]:
        """The id of every event by its uid."""
        return dict(self._ask("SELECT uid, id FROM events"))

    def titles(self, ids: Iterable[int]) -> dict[int, str]:
        """The title of each of these events."""
        query = "SELECT id, title FROM events WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._ask(query, [_list(ids)]))

    def event_texts(self) -> list[tuple[int, str, str, str]]:
        """The id, title, place and note of every event, for a table that filters as one types."""
        return self._ask("SELECT id, title, place, note FROM events ORDER BY id")

    def counts(self) -> Counts:
        """How many articles, tracks and events there are."""
        tables = ("articles", "tracks", "events")
        query = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
        return Counts(*self._ask(f"SELECT {query}")[0])

    def event_counts(self) -> dict[int, int]:
        """How many events stand on each track that has any."""
        return dict(self._ask("SELECT track, count(*) FROM events GROUP BY track"))

    def claim_counts(self) -> dict[int, int]:
        """How many events each article tells of, where it tells of any."""
        query = "SELECT article, count(DISTINCT event) FROM claims GROUP BY article"
        return dict(self._ask(query))

    def event_columns(
        self,
        tracks: Iterable[int] | None = None,
        ids: Iterable[int] | None = None,
        known: When | None = None,
        until: int = 0,
    ) -> EventColumns:
        """The dated events as numbers: all, those of some tracks, some by id, or up to an id.

        Their standing is that of the day `known`, before later articles came out.
        """
        if tracks is None and ids is None and known is None and not until:
            with told(self.path):
                return column_cache.read_all(self._db, self.path)
        condition = "1"
        if tracks is not None:
            condition = f"track IN ({', '.join(str(int(track)) for track in tracks)})"
        elif ids is not None:
            condition = f"events.id IN ({', '.join(str(int(event)) for event in ids)})"
        elif until:
            condition = f"events.id <= {int(until)}"
        with told(self.path):
            later = filtering.later_articles(self._db, known)
            return columns.read_columns(self._db, condition, later)

    def first_part(self) -> int:
        """The id up to which a large timeline is shown before it is read whole; 0 where all is."""
        with told(self.path):
            return column_cache.first_part(self._db, self.path)

    def read_ahead(self, report: Callable[[int], object]) -> None:
        """Read, on another thread, what `event_columns` is asked for next; told how many are read.

        It has a connection of its own, and keeps nobody from writing for long.
        """
        with told(self.path):
            column_cache.prepare(self.path, report)

    def keep_columns(self, columns: EventColumns, colours: Mapping[int, str]) -> None:
        """Let the next opening find these columns, which tell of the document as it stands."""
        with told(self.path):
            column_cache.keep(self._db, self.path, columns, colours)

    def matching(self, wanted: Filter, today: When | None = None) -> NDArray[np.int64]:
        """The ids of the events that a filter lets through, in order; a wrong term is refused.

        Relative dates in it count from `today`.
        """
        self._make_index_ours()
        with told(self.path):
            return filtering.matching(self._db, wanted, today)

    def claim_columns(self, known: When | None = None) -> ClaimColumns:
        """Every claim as numbers: its event, its source, how many people it tells of.

        With a day `known`, only those of articles that had come out by then.
        """
        with told(self.path):
            return read_claims(self._db, filtering.later_articles(self._db, known))

    def event_colours(self, ids: Iterable[int] | None = None) -> dict[int, str]:
        """The colour (`#RRGGBB`) of each event, or of these, that has one of its own."""
        if ids is None:
            with told(self.path):
                return column_cache.read_colours(self._db, self.path)
        query = "SELECT id, colour FROM events WHERE colour != '' AND id IN"
        return dict(self._ask(f"{query} (SELECT value FROM json_each(?))", [_list(ids)]))

    def span(self) -> tuple[int, int] | None:
        """The first and the last second of what is dated, open ends left out."""
        query = """SELECT min(CASE WHEN marks & 1 THEN latest ELSE earliest END),
            max(CASE WHEN marks & 2 THEN earliest ELSE latest END) FROM events
            WHERE earliest IS NOT NULL AND marks & 3 != 3"""
        ((first, last),) = self._ask(query)
        return None if first is None else (first, last)

    def statuses(self, ids: Iterable[int], known: When | None = None) -> dict[int, Status]:
        """What the claims, or the user's own word, make of each event: now, or on a day."""
        with told(self.path):
            later = filtering.later_articles(self._db, known)
            return status.read_statuses(self._db, _list(ids), later)

    def status_of(self, event: int) -> Status:
        """What the claims, or the user's own word, make of one event."""
        return self.statuses([event]).get(event, "")

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """Events and articles in which a word begins with each of `words`."""
        self._make_index_ours()
        with told(self.path):
            if doubting.is_doubted(self._db):
                return scanning.find(self._db, words, limit)
            return search.find(self._db, words, limit)

    def _make_index_ours(self) -> None:
        """Make a doubted search index anew where that may be; here nothing is written."""


def _list(ids: Iterable[int]) -> str:
    return json.dumps([int(key) for key in ids])
