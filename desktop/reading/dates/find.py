"""A text goes in, its expressions of time come out, in the order of the text."""

import datetime
import re

from desktop.reading.dates.expression import DateExpression

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = "|".join(name.title() for name in _MONTHS)
_WORDS = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})(?:,?\s+(?P<y1>\d{{4}}))?"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{_MONTH})\s+(?P<y3>\d{{4}})"
    rf"|(?P<w>{'|'.join(day.title() for day in _WEEKDAYS)})"
    r"|(?P<rel>[Yy]esterday|[Tt]oday|[Tt]omorrow)"
    r"|(?P<y>(?<=\bin )[12]\d{3}))\b"
)


def find_dates(text: str, published: str = "", language: str = "en") -> list[DateExpression]:
    """Every expression of time in `text`, sorted and not overlapping.

    `published` is the EDTF day of publication, "" where nobody knows it; `language` names a pack.
    """
    today = _day(published)
    found = []
    for match in _WORDS.finditer(text):
        edtf, why = _read(match, today)
        if edtf:
            found.append(
                DateExpression(
                    match.start(), match.end(), match[0], "date", edtf, edtf, "first", why=why
                )
            )
    return found


def _day(published: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(published[:10])
    except ValueError:
        return None


def _read(match: re.Match[str], today: datetime.date | None) -> tuple[str, str]:
    parts = match.groupdict()
    if parts["iso"] or parts["y"]:
        return parts["iso"] or parts["y"], "The date as it is written."
    if parts["w"] or parts["rel"]:
        return _against(match, today)
    month = _MONTHS.index((parts["m1"] or parts["m2"] or parts["m3"]).lower()) + 1
    day = int(parts["d1"] or parts["d2"] or 0)
    year = parts["y1"] or parts["y2"] or parts["y3"] or (str(today.year) if today else "")
    if not year or (not day and not parts["y3"]):
        return "", ""
    edtf = f"{year}-{month:02}" + (f"-{day:02}" if day else "")
    return (edtf if not day or _day(edtf) else ""), "The date as it is written."


def _against(match: re.Match[str], today: datetime.date | None) -> tuple[str, str]:
    if today is None:
        return "", ""
    if match["w"]:
        back = (today.weekday() - _WEEKDAYS.index(match["w"].lower())) % 7
        day = today - datetime.timedelta(back)
        return day.isoformat(), f"{match['w']}: the last one on or before {today:%A %d %b %Y}."
    shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["rel"].lower()]
    day = today + datetime.timedelta(shift)
    return day.isoformat(), f"{match['rel'].capitalize()}, seen from {today:%A %d %b %Y}."
