"""The date on which an article says that it was published: whole dates, in the usual spellings."""

import re
from calendar import monthrange

from desktop.reading.extract.findings import Sourced

# Names of the months, by their first letters; a language's own months in its own order.
_MONTHS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "jan feb mär apr mai jun jul aug sep okt nov dez",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "it": "genn febb mar apr magg giu lugl ago sett ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb maart apr mei jun jul aug sep okt nov dec",
    "ru": "янв фев мар апр ма июн июл авг сен окт ноя дек",
    "uk": "січ лют бер кві тра чер лип сер вер жов лис гру",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar of the Levant": "كانون/الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول"
    " تشرين/الأول تشرين/الثاني كانون/الأول",
}
_BY_NAME = {
    name.replace("/", " "): number
    for months in _MONTHS.values()
    for number, name in enumerate(months.split(), 1)
}
_LONGEST_FIRST = sorted(_BY_NAME, key=len, reverse=True)
_MONTH = rf"(?P<month>(?:{'|'.join(_LONGEST_FIRST)})[^\W\d_]*)"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)"
_SPELLINGS = tuple(
    re.compile(spelling, re.IGNORECASE)
    for spelling in (
        rf"(?<!\d){_YEAR}[-/.](?P<month>[01]\d)[-/.](?P<day>[0-3]\d)(?!\d)",
        rf"{_DAY}(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de|d'))?[\s-]+{_MONTH}\.?,?(?:\s+de[l]?)?[\s-]+{_YEAR}",
        rf"\b{_MONTH}\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_DAY}\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}",
        rf"{_DAY}[/-](?P<month>[0-3]?\d)[/-]{_YEAR}",
        rf"{_YEAR}\s?年\s?(?P<month>[01]?\d)\s?月\s?(?P<day>[0-3]?\d)\s?日",
    )
)
# The spellings of which nobody can say whether day or month comes first.
_EITHER_ORDER = _SPELLINGS[4]
_INDIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_LABEL = re.compile(
    r"\b(?:first )?(?:published|posted|date|dated|issued|filed|released|publication date)\b"
    r"|veröffentlicht|erschienen|erstellt am|\bdatum\b|gepostet|\bstand:"
    r"|publi[ée]|publicado|publicação|pubblicato|gepubliceerd"
    r"|опубликован|опубліковано|дата|نُ?شر|تاريخ",
    re.IGNORECASE,
)
# How the foot of many web logs begins: the date follows, and in German the verb behind it.
_FOOT = re.compile(
    r"this (?:entry|post|article) was |posted (?:on|by) |dieser (?:beitrag|artikel|eintrag) wurde "
    r"|cet article a été |(?:esta entrada|este artículo) (?:fue|ha sido) ",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:updated|modified|last|aktualisiert|mis à jour|actualizado)\b", re.I)
_TOP_LINES = 12
_BOTTOM_LINES = 6
_LONGEST_LINE = 160
# What may stand beside a date in a line of its own: weekday, clock time, zone, place.
_MOST_BESIDE = 45
_LONGEST_LABEL = 60


def whole_date(words: str) -> str:
    """The first whole date in `words` as EDTF, or "" where there is none or its order is unsure."""
    found = dates_in(words)
    return found[0][0] if found else ""


def published_in(text: str) -> Sourced:
    """The date that the first or last lines of a plain text give as its own."""
    lines = [line.strip() for line in text[:8000].split("\n") if line.strip()][:_TOP_LINES]
    ranked = [_in_line(line, is_first=number == 0) for number, line in enumerate(lines)]
    last = [line.strip() for line in text[-3000:].split("\n") if line.strip()][-_BOTTOM_LINES:]
    ranked += [found for found in map(_labelled, last) if found]
    best = max(ranked, key=lambda found: found.confidence, default=Sourced())
    return best if best.confidence else Sourced()


def _in_line(line: str, *, is_first: bool) -> Sourced:
    if len(line) > _LONGEST_LINE:
        return _in_dateline(line)
    labelled = _labelled(line)
    if labelled:
        return labelled
    found = dates_in(line)
    if not found:
        return Sourced()
    date, first, last = found[0]
    if len(line) - (last - first) <= _MOST_BESIDE and not line.endswith((".", "!", "?")):
        return Sourced(date, "date line", 0.6 if is_first else 0.9)
    return _in_dateline(line)


def dated_line(line: str) -> Sourced:
    """The date of a short line that says when something was published, or holds little else.

    A line that only tells when it was changed says nothing of that.
    """
    if len(line) > _LONGEST_LINE:
        return Sourced()
    labelled = _labelled(line)
    if labelled.confidence > 0.9:
        return labelled
    found = dates_in(line)
    if labelled or not found:
        return Sourced()
    day, first, last = found[0]
    is_bare = len(line) - (last - first) <= _MOST_BESIDE and not line.endswith((".", "!", "?"))
    return Sourced(day, "date line", 0.85) if is_bare else Sourced()


def labelled_first(line: str) -> Sourced:
    """The date of a line that begins by saying when something was published, or nothing."""
    line = line.strip()
    if not (found := dates_in(line[:_LONGEST_LINE])):
        return Sourced()
    if not _FOOT.match(line) and (len(line) > _LONGEST_LINE or not _LABEL.match(line)):
        return Sourced()
    return Sourced(found[0][0], "date line", 0.95) if found[0][1] <= _LONGEST_LABEL else Sourced()


def is_label(line: str) -> bool:
    """True for a line that is nothing but a word such as "Published:"."""
    line = line.strip().rstrip(": ")
    found = _LABEL.match(line)
    return found is not None and found.end() == len(line)


def tells_of_change(line: str) -> bool:
    """True where a line's date is that of a change, and of nothing earlier."""
    return bool(_CHANGED.search(line)) and not _LABEL.search(line)


def _labelled(line: str) -> Sourced:
    """A date behind a word such as "Published"; one behind "Updated" counts less."""
    if len(line) > _LONGEST_LINE:
        return Sourced()
    for date, first, _ in dates_in(line):
        before = line[max(0, first - 40) : first]
        if _CHANGED.search(before):
            return Sourced(date, "date line", 0.7)
        if _LABEL.search(before):
            return Sourced(date, "date line", 0.95)
    return Sourced()


_DATELINE = re.compile(r"[^\W\d_a-zß-öø-ÿа-я][^\na-zß-öø-ÿ]{1,40}[,(]\s?[^\n–—]{6,40}?\s?[–—:-]")


def _in_dateline(line: str) -> Sourced:
    """A date between the place and the dash: "GENEVA, 29 November 2024 –"."""
    dateline = _DATELINE.match(line)
    date = whole_date(dateline[0]) if dateline else ""
    return Sourced(date, "dateline", 0.85) if date else Sourced()


def dates_in(words: str) -> list[tuple[str, int, int]]:
    """Each whole date as (EDTF, first, last), in order of place."""
    plain = words.translate(_INDIC_DIGITS)
    found = [
        (date, match.start(), match.end())
        for spelling in _SPELLINGS
        for match in spelling.finditer(plain)
        if (date := _date_of(match, may_turn=spelling is _EITHER_ORDER))
    ]
    return sorted(found, key=lambda one: one[1])


def _date_of(match: re.Match[str], *, may_turn: bool) -> str:
    year, month, day = int(match["year"]), _month_number(match["month"]), int(match["day"])
    if may_turn:
        if month > 12:
            month, day = day, month
        elif day <= 12 and day != month:
            return ""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return ""
    return f"{year:04}-{month:02}-{day:02}"


def _month_number(written: str) -> int:
    if written.isdigit():
        return int(written)
    small = written.lower()
    return next(_BY_NAME[name] for name in _LONGEST_FIRST if small.startswith(name))
