"""TimeMap's workbook: its tabs of events, sources, associations and sites joined into one table.

Both the tabs that people fill in (Events, Sources, Associations, Sites) and those that the server
reads (EXPORT_…) are known; columns that end in a number are one list.
"""

import re
from collections.abc import Mapping

from desktop.formats.columns import joined

Rows = list[list[str]]
Book = Mapping[str, Rows]
_Cells = dict[str, str]

_HEADER = ["uid", "title", "when", "time", "track", "place", "latitude", "longitude", "tags",
           "note", "colour", "article_title", "article_url", "article_byline"]  # fmt: skip
_USED = re.compile(
    r"(id|description|date|time|location|latitude|longitude|category|colour|comments"
    r"|association_?\d*|source_?\d*)"
)


def join_tabs(book: Book) -> Rows | None:
    """The events in Dateline's own columns, further ones behind; None for any other workbook."""
    events = _tab(book, "events")
    if not events or "description" not in events[0] or "date" not in events[0]:
        return None
    sources = _by_id(_tab(book, "sources"))
    associations = _by_id(_tab(book, "associations"))
    if not sources and not associations:
        return None
    sites = {cells.get("location", "").casefold(): cells for cells in _tab(book, "sites")}
    further = [name for name in events[0] if name and not _USED.fullmatch(name)]
    rows = [[*_HEADER, *further]]
    for event in events:
        told = _told(event, sources, associations, sites)
        rows.append([*(told.get(name, "") for name in _HEADER), *(event[one] for one in further)])
    return rows


def _tab(book: Book, name: str) -> list[_Cells]:
    """The rows of a tab by their columns' names; the served tab goes before the working one."""
    tabs = {tab.strip().casefold(): rows for tab, rows in book.items()}
    rows = tabs.get(f"export_{name}") or tabs.get(name) or []
    if not rows:
        return []
    header = [re.sub(r"\s+", "_", cell.strip().casefold()) for cell in rows[0]]
    return [dict(zip(header, row, strict=False)) for row in rows[1:] if any(row)]


def _by_id(rows: list[_Cells]) -> dict[str, _Cells]:
    return {cells["id"].strip(): cells for cells in rows if cells.get("id", "").strip()}


def _told(
    event: _Cells,
    sources: Mapping[str, _Cells],
    associations: Mapping[str, _Cells],
    sites: Mapping[str, _Cells],
) -> _Cells:
    site = sites.get(event.get("location", "").casefold(), {})
    track, tags = _track_and_tags(event, associations)
    return {
        "uid": f"timemap-{event['id'].strip()}" if event.get("id", "").strip() else "",
        "title": event.get("description", ""),
        "when": event.get("date", ""),
        "time": event.get("time", "") if event.get("date", "").strip() else "",
        "track": track,
        "place": event.get("location", ""),
        "latitude": event.get("latitude") or site.get("lat", ""),
        "longitude": event.get("longitude") or site.get("long", ""),
        "tags": joined(tags),
        "note": event.get("comments", ""),
        "colour": event.get("colour", "") if event.get("colour", "").startswith("#") else "",
        **_source(event, sources),
    }


def _list(cells: _Cells, name: str) -> list[str]:
    """What the columns `name`, `name1`, `name_2`, … hold."""
    return [
        cell.strip()
        for column, cell in cells.items()
        if re.fullmatch(rf"{name}_?\d*", column) and cell.strip()
    ]


def _track_and_tags(event: _Cells, associations: Mapping[str, _Cells]) -> tuple[str, list[str]]:
    """The category is the track; without one the head of the first filter is."""
    track, tags = event.get("category_full") or event.get("category", ""), []
    for name in _list(event, "association"):
        known = associations.get(name, {})
        title = known.get("title") or known.get("description") or known.get("desc") or name
        if known.get("mode", "").strip().casefold() == "category" and not track:
            track = title
            continue
        tags.append(title)
    heads = [path for name in _list(event, "association")
             for path in _list(associations.get(name, {}), "filter_path")[:1]]  # fmt: skip
    return track or (heads[0] if heads else ""), tags


def _source(event: _Cells, sources: Mapping[str, _Cells]) -> _Cells:
    """The first source as the event's article; ids that no tab explains stay as they are."""
    named = _list(event, "source")
    if not named:
        return {}
    source = sources.get(named[0], {})
    paths = [source.get("url", ""), *_list(source, "path")]
    return {
        "article_title": source.get("title") or source.get("description") or named[0],
        "article_url": next((path for path in paths if path.startswith("http")), ""),
        "article_byline": source.get("author", ""),
    }
