"""Feasts of the Islamic calendar, reckoned by its table of thirty years; a day may be off."""

from desktop.reading.dates.values import edtf_day

_EPOCH = -492_148  # days from 1970 to 1 Muharram 1, 16 July 622 in the Julian calendar
_FEASTS = {
    "ramadan": (9, 1, 30),
    "eid al - fitr": (10, 1, 1),
    "eid al - adha": (12, 10, 1),
    "ashura": (1, 10, 1),
}


def moon_feast(name: str, year: int) -> str:
    """The feast in a year of the common calendar as EDTF, "" where it is not known or not in it."""
    if name not in _FEASTS:
        return ""
    month, day, length = _FEASTS[name]
    for moon_year in range((year - 622) * 33 // 32, (year - 622) * 33 // 32 + 3):
        first = _day(moon_year, month, day)
        written = edtf_day(first)
        if written.startswith(f"{year:04}-"):
            return f"{written}~" if length == 1 else f"{written}~/{edtf_day(first + length - 1)}~"
    return ""


def _day(year: int, month: int, day: int) -> int:
    leaps = (3 + 11 * year) // 30
    return _EPOCH + (year - 1) * 354 + leaps + 29 * (month - 1) + month // 2 + day - 1
