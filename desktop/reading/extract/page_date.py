"""The day on which a web page says, in its metadata, address or words, that it was published.

Of the 800 and 200 labelled pages of the htmldate project 92 and 90 % are right, 5 and 4.5 % wrong;
a date guessed from the words is taken only where a reader can see it, and never one of a change.
"""

import re
from datetime import date

from htmldate import find_date
from lxml import html

from desktop.reading.extract.findings import Sourced
from desktop.reading.extract.markup import text_of
from desktop.reading.extract.published import whole_date
from desktop.reading.extract.seen_date import is_of_change, labelled_date, lines_with, shown_date

# What a page's metadata calls the day of publication and nothing else.
_PUBLISHED = re.compile(
    r"(?:.*[.:_-])?(?:"
    r"publi(?:sh|shed|cation)?[._-]?(?:time|date|datetime|at|on)?"
    r"|pub[._-]?(?:date|time)|date[._-]?publi(?:shed|cation)?|issued|publishtime|published[._-]time"
    r"|originalpublicationdate|article_date_original"
    r")|sailthru\.date|dcterms\.created|dc\.date\.(?:issued|created)"
)
# What many call the day on which the page was last touched.
_LOOSE = ("date", "dc.date", "dcterms.date", "created", "ptime", "timestamp", "release_date",
          "doc_date", "datecreated")  # fmt: skip
_LATER = re.compile(r"modif|updat|expir|last|unpublish|chang")
_ADDRESS_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-]([01]?\d)[/-](?:([0-3]\d)(?:/|-|_|\.|$)|([1-9])(?:/|$))"
)
_ADDRESS_DIGITS = re.compile(r"/(20\d\d)([01]\d)([0-3]\d)(?:/|-|_|$)")
_UNIVERSAL = re.compile(r"(\d{4}-[01]\d-[0-3]\d)[T ](\d\d):[\d:.]+(?:Z|\+00:?00)")


def page_date(tree: html.HtmlElement, told: dict[str, str], linked: str, url: str) -> Sourced:
    """The date by the page's address, metadata (`told`, linked data), time element or words.

    Where these disagree, the one that a reader sees beside the heading is the page's own.
    """
    lines = text_of(tree).split("\n")
    shown = shown_date(tree, lines)
    stamped = _stamped(told, linked)
    addressed = _address_date(url)
    if addressed:
        is_other = shown.value in stamped and shown.value != addressed
        day = shown.value if is_other else addressed
        return Sourced(day, "address", 0.97 if day in stamped else 0.9)
    if stamped:
        is_seen = shown.value in stamped or _is_elsewhere(shown.value, told, linked)
        return Sourced(shown.value if is_seen else stamped[0], "metadata", 0.95 if is_seen else 0.9)
    if shown.confidence >= 0.9:
        return shown
    shown = shown or labelled_date(lines)
    timed = _timed(tree)
    loose = [day for name in _LOOSE if (day := whole_date(told.get(name, "")[:100]))]
    if timed or loose or shown:
        return _seen_of([timed, *loose], shown)
    return _in_words(tree, lines)


def _stamped(told: dict[str, str], linked: str) -> list[str]:
    """The days that metadata and linked data give for the publication, the firmer ones first."""
    found = (whole_date(words[:100]) for words in [*_firm(told), linked])
    return list(dict.fromkeys(day for day in found if day))


def _firm(told: dict[str, str]) -> list[str]:
    return [words for name, words in told.items()
            if _PUBLISHED.fullmatch(name) and not _LATER.search(name)]  # fmt: skip


def _seen_of(days: list[str], shown: Sourced) -> Sourced:
    """Of a time element and loose metadata the day that is shown, else the first that there is."""
    known = [day for day in days if day]
    if shown and (not known or shown.value in known or shown.confidence >= 0.8):
        return shown
    return Sourced(known[0], "time element" if days[0] else "metadata", 0.8)


def _is_elsewhere(shown: str, told: dict[str, str], linked: str) -> bool:
    """True where a stamp in universal time is the day that the page shows where it was written."""
    stamp = next(filter(None, map(_UNIVERSAL.match, [*_firm(told), linked])), None)
    if stamp is None or not shown:
        return False
    try:
        away = date.fromisoformat(shown) - date.fromisoformat(stamp[1])
    except ValueError:
        return False
    return away.days == (1 if int(stamp[2]) >= 12 else -1)


def _in_words(tree: html.HtmlElement, lines: list[str]) -> Sourced:
    near = str(find_date(tree, original_date=True, extensive_search=False) or "")
    if near and not is_of_change(lines, near):
        return Sourced(near, "page text", 0.7)
    far = str(find_date(tree, original_date=True, extensive_search=True) or "")
    is_told = far and lines_with(lines, far) and not is_of_change(lines, far)
    return Sourced(far, "page text", 0.55) if is_told else Sourced()


def _timed(tree: html.HtmlElement) -> str:
    """The date of a time element or an itemprop that says it is the one of publication."""
    for element in tree.iter():
        said = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
        is_pub = "datepublished" in said or element.get("pubdate") is not None
        if not is_pub and element.tag != "time":
            continue
        if "modif" in said or "updat" in said:
            continue
        words = element.get("datetime") or element.get("content") or element.text_content()
        if date := whole_date(words[:100]):
            return date
    return ""


def _address_date(url: str) -> str:
    found = _ADDRESS_DATE.search(url)
    if found:
        return whole_date(f"{found[1]}-{int(found[2]):02}-{int(found[3] or found[4]):02}")
    found = _ADDRESS_DIGITS.search(url)
    return whole_date("-".join(found.groups())) if found else ""
