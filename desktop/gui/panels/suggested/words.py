"""What is said of a suggestion: when, who says so, how sure it is, and why it was made."""

from desktop.gui.panels.labels import isolated
from desktop.i18n import _, counted
from desktop.model import Status, Track
from desktop.reading.suggest import Suggestion
from desktop.when import When, in_words
from desktop.when.calendar import weekday

_DAY = 86_400


def date_words(when: When | None, today: When | None) -> str:
    """The date in few words: a plain day of the year of `today` with its weekday."""
    if when is None:
        return _("undated")
    words, bounds = in_words(when, today=today), when.bounds
    is_day = len(when.edtf.rstrip("?~%")) == 10 and bounds.earliest % _DAY == 0
    if not is_day or not words[:1].isdigit():
        return words
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    middle = (bounds.earliest + bounds.latest - 1) // 2
    return f"{names[weekday(middle // _DAY) - 1]} {words}"


def second_line(suggestion: Suggestion) -> tuple[str, str]:
    """Who says so; and how sure it is, where it was and how many were killed."""
    parts = (status_word(suggestion.status), suggestion.place, killed_words(suggestion))
    return suggestion.said_by, " · ".join(part for part in parts if part)


def status_word(status: Status) -> str:
    """A status as a word within a line; "" for none."""
    words = {
        "": "",
        "reported": _("reported"),
        "claimed": _("claimed"),
        "denied": _("denied"),
        "contested": _("contested"),
        "confirmed": _("confirmed"),
        "planned": _("planned"),
    }
    return words[status]


def killed_words(suggestion: Suggestion) -> str:
    """How many were killed: “27 or more killed”, “4 killed”, “3–5 killed”; "" where none are."""
    least, most = suggestion.killed or (None, None)
    if least is None:
        return "" if most is None else _("up to {n} killed").format(n=most)
    if most is None:
        return _("{n} or more killed").format(n=least)
    if most == least:
        return counted("{n} killed", "{n} killed", least)
    return _("{least}–{most} killed").format(least=least, most=most)


def why(suggestion: Suggestion, track: Track) -> str:
    """Why this track and why this date, a line each."""
    terms = ", ".join(f"“{term.rstrip('*')}”" for term in suggestion.because)
    if terms:
        reason = _("{track}: because of {terms}").format(track=track.name, terms=terms)
    else:
        reason = _("{track}: no word speaks for another track").format(track=track.name)
    governing = suggestion.governing
    if governing is None:
        return f"{reason}\n{_('No date was found for these words')}"
    return f"{reason}\n{isolated(in_words(governing.when))}: {governing.why}"


def empty_words(article: int | None, *, has_claims: bool) -> str:
    """Why nothing is listed, calmly."""
    if article is None:
        return _("Open an article, and what it tells of is suggested here.")
    if has_claims:
        return _("Nothing is left to suggest for this article.")
    return _("No event was found in this article. Select words to place one.")
