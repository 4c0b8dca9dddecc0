"""The columns of an exported table: what each is called, what it says, and how it is read back.

One row is an event. The first claim stands in columns of its own, further claims and the links are
JSON lists whose objects have the same names; `earliest`, `latest` and `standing` are worked out
from the rest for the reader's sake, and ignored when a table is read.
"""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from desktop.i18n import _
from desktop.when import EVER_AFTER, EVER_BEFORE, When
from desktop.when.calendar import DAY, civil

EVENT_COLUMNS = (
    ("uid", "identifies the event for ever; a row without one is a new event"),
    ("title", "what happened"),
    ("when", "the date as EDTF: 2024-11-29, 1066~, 2016-09~/2016-12, -0043; empty if undated"),
    ("earliest", "first day that the date may mean (ISO 8601, year 0 is 1 BC); worked out"),
    ("latest", "last day that the date may mean, itself included; worked out"),
    ("track", "the name of the track"),
    ("track_group", "the heads above it, outermost first, joined by ' / '; empty for most tracks"),
    ("place", "where it happened, in words"),
    ("latitude", "degrees north, six decimals"),
    ("longitude", "degrees east, six decimals"),
    ("tags", "names joined by '; ', a semicolon or backslash within a name after a backslash"),
    ("importance", "0 to 9, usually 5"),
    (
        "status",
        "reported, claimed, denied, contested, confirmed or planned, where a person said so",
    ),
    ("status_reason", "why that person said so"),
    ("standing", "the status that this and the claims come to; worked out"),
    ("note", "free text"),
    ("colour", "#RRGGBB where the event does not have its track's colour"),
    ("position", "order among events of the same day"),
)
CLAIM_COLUMNS = (
    ("quote", "the article's words that tell of the event"),
    ("said_by", "whose word it is, where it is not the article's own"),
    ("stance", "asserts, denies, attributes or doubts"),
    ("said_when", "when it was said, as EDTF"),
    ("killed_min", "people killed, at least"),
    ("killed_max", "people killed, at most"),
    ("injured_min", "people injured, at least"),
    ("injured_max", "people injured, at most"),
    ("whom", "who they were"),
    ("article_title", "the article"),
    ("article_publisher", "who printed it"),
    ("article_byline", "who wrote it"),
    ("article_url", "where it can be found"),
    ("article_published", "when it was published, as EDTF"),
    ("article_language", "its language, as a code"),
    ("claim_uid", "identifies the claim"),
    ("quote_first", "place of the quote's first character in the article's text, from 0"),
    ("quote_last", "place behind its last character"),
    ("quote_prefix", "the words before the quote, by which it is found again"),
    ("quote_suffix", "the words behind it"),
    ("date_first", "place of the words that dated the event"),
    ("date_last", "place behind them"),
    ("article_uid", "identifies the article"),
    ("article_hash", "SHA-256 of the article's text, which the table itself does not hold"),
)
LIST_COLUMNS = (
    ("other_claims", "JSON list of the further claims, each an object of the columns above"),
    ("links", "JSON list of {uid, target, kind, note}: arrows to other events in the table"),
)
WORKED_OUT = frozenset({"earliest", "latest", "standing"})
NAMES = tuple(name for name, _meaning in (*EVENT_COLUMNS, *CLAIM_COLUMNS, *LIST_COLUMNS))
CLAIM_NAMES = tuple(name for name, _meaning in CLAIM_COLUMNS)


@dataclass(frozen=True, slots=True)
class CellError(ValueError):
    """A cell that cannot be read; the reason names its column."""

    column: str
    reason: str

    def __str__(self) -> str:
        return f"{self.column}: {self.reason}"


def unused(name: str, header: list[str]) -> str:
    """A name for a column that is not ours: `name`, numbered where it is taken already."""
    number, fresh = 1, name
    while fresh in header or fresh.strip().casefold() in NAMES:
        number += 1
        fresh = f"{name}_{number}"
    return fresh


def days_of(when: When | None) -> tuple[str, str]:
    """The first and the last day that a date may mean, as text; "" for an open side.

    A clock time is said where the span does not begin or end at midnight.
    """
    if when is None:
        return "", ""
    bounds = when.bounds
    earliest = "" if bounds.earliest == EVER_BEFORE else _instant(bounds.earliest)
    if bounds.latest == EVER_AFTER:
        return earliest, ""
    ends_at_midnight = bounds.latest % DAY == 0
    return earliest, _instant(bounds.latest - DAY if ends_at_midnight else bounds.latest)


def _instant(seconds: int) -> str:
    year, month, day, hour, minute, second = civil(seconds)
    written = f"{'-' if year < 0 else '+' if year > 9999 else ''}{abs(year):04}-{month:02}-{day:02}"
    return written + (f"T{hour:02}:{minute:02}:{second:02}" if seconds % DAY else "")


def joined(names: list[str], mark: str = ";") -> str:
    """Names as one cell."""
    between = "; " if mark == ";" else f" {mark} "
    return between.join(name.replace("\\", "\\\\").replace(mark, "\\" + mark) for name in names)


def parted(cell: str, mark: str = ";") -> tuple[str, ...]:
    """The names in a cell that `joined` or a person wrote."""
    if "\\" not in cell:
        return tuple(name for part in cell.split(mark) if (name := part.strip()))
    names, name, is_escaped = [], "", False
    for letter in cell:
        if letter == "\\" and not is_escaped:
            is_escaped = True
        elif letter == mark and not is_escaped:
            names.append(name)
            name = ""
        else:
            name += letter
            is_escaped = False
    return tuple(stripped for part in (*names, name) if (stripped := part.strip()))


def degrees(micro: int | None) -> str:
    """Micro-degrees as degrees with six decimals."""
    if micro is None:
        return ""
    whole, part = divmod(abs(micro), 1_000_000)
    return f"{'-' if micro < 0 else ''}{whole}.{part:06}"


def micro_degrees(column: str, cell: str, most: int) -> int | None:
    """Degrees in a cell as micro-degrees; refused beyond `most` degrees."""
    if not cell.strip():
        return None
    try:
        value = Decimal(cell.strip().replace(",", "."))
    except InvalidOperation:
        raise CellError(column, _("“{cell}” is no number.").format(cell=short(cell))) from None
    if not value.is_finite() or abs(value) > most:
        reason = _("{cell} is not between −{most} and {most}.")
        raise CellError(column, reason.format(cell=short(cell), most=most))
    return int((value * 1_000_000).to_integral_value())


def number(column: str, cell: str, *, least: int = -(2**53), most: int = 2**53) -> int | None:
    """A whole number in a cell, None for an empty one."""
    text = cell.strip()
    if not text:
        return None
    digits = text.removesuffix(".0").lstrip("+-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 18):
        reason = _("“{cell}” is no whole number.")
        raise CellError(column, reason.format(cell=short(cell)))
    value = int(text.removesuffix(".0"))
    if not least <= value <= most:
        reason = _("{cell} is not between {least} and {most}.")
        raise CellError(column, reason.format(cell=short(cell), least=least, most=most))
    return value


def one_of(column: str, cell: str, choices: tuple[str, ...]) -> str:
    """A cell that must hold one of a few words."""
    word = cell.strip().casefold()
    if word in choices:
        return word
    reason = _("“{cell}” is none of {choices}.")
    listed = ", ".join(choice for choice in choices if choice)
    raise CellError(column, reason.format(cell=short(cell), choices=listed))


def short(cell: str) -> str:
    """A cell as a message may quote it."""
    return cell if len(cell) <= 60 else cell[:59] + "…"
