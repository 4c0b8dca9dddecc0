"""The words for what a column can be, and for how a table is read."""

from desktop.formats.plan import FIELDS
from desktop.i18n import _

_NAMED = {
    "title": _("Title"),
    "when": _("Date, or its start"),
    "end": _("End"),
    "time": _("Time"),
    "end_time": _("Time of the end"),
    "year": _("Year"),
    "month": _("Month"),
    "day": _("Day"),
    "end_year": _("Year of the end"),
    "end_month": _("Month of the end"),
    "end_day": _("Day of the end"),
    "track": _("Track"),
    "track_group": _("Groups of the track"),
    "place": _("Place"),
    "latitude": _("Latitude"),
    "longitude": _("Longitude"),
    "note": _("Note"),
    "tags": _("Tags"),
    "importance": _("Importance, 0 to 9"),
    "status": _("Status"),
    "status_reason": _("Reason of the status"),
    "colour": _("Colour, #RRGGBB"),
    "position": _("Order on one day"),
    "uid": _("Identifier (uid)"),
    "quote": _("Quote"),
    "said_by": _("Said by"),
    "stance": _("Stance"),
    "said_when": _("Said when"),
    "killed_min": _("Killed, at least"),
    "killed_max": _("Killed, at most"),
    "injured_min": _("Injured, at least"),
    "injured_max": _("Injured, at most"),
    "whom": _("Who they were"),
    "article_title": _("Source: title"),
    "article_publisher": _("Source: outlet"),
    "article_byline": _("Source: author"),
    "article_url": _("Source: address"),
    "article_published": _("Source: date"),
    "article_language": _("Source: language"),
}


def field_words(field: str) -> str:
    """What a field is called where a column is chosen for it; "" is kept aside."""
    return _NAMED.get(field, field) if field else _("Kept beside the event")


def field_choices() -> list[str]:
    """Every field in the order in which it is offered: common ones first."""
    return ["", *_NAMED, *(field for field in FIELDS if field not in _NAMED)]


def marks() -> list[tuple[str, str]]:
    """What may stand between cells, in words."""
    return [
        (",", _("Comma")),
        (";", _("Semicolon")),
        ("\t", _("Tab")),
        ("|", _("Bar |")),
    ]


def encodings() -> list[tuple[str, str]]:
    """The ways of writing letters that tables are met with, in words."""
    return [
        ("utf-8", _("Unicode (UTF-8)")),
        ("utf-16", _("Unicode (UTF-16)")),
        ("cp1252", _("Western European")),
        ("cp1250", _("Central European")),
        ("cp1251", _("Cyrillic")),
        ("koi8-r", _("Cyrillic (KOI8-R)")),
        ("cp1253", _("Greek")),
        ("cp1254", _("Turkish")),
        ("cp1255", _("Hebrew")),
        ("cp1256", _("Arabic")),
        ("cp437", _("DOS")),
        ("mac-roman", _("Old Macintosh")),
        ("gb18030", _("Chinese (GB18030)")),
        ("shift-jis", _("Japanese (Shift JIS)")),
    ]


def orders() -> list[tuple[bool | None, str]]:
    """How 3/4/2024 may be meant, in words."""
    return [
        (None, _("Say where it is unclear")),
        (True, _("3/4 is 3 April")),
        (False, _("3/4 is March 4")),
    ]
