"""BibTeX and BibLaTeX as CSL-JSON items.

Read here rather than by a package: of an entry with a lost brace bibtexparser 2.1 keeps nothing and
pybtex 0.26 refuses the whole file; here its fields up to that place come in, and every other entry.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from desktop.reading.extract.csl_items import Item
from desktop.reading.extract.latex import plain_letters
from desktop.reading.extract.ris import person

_ENTRY = re.compile(r"^[ \t]*@[ \t]*([A-Za-z]{2,30})[ \t\r\n]*[{(]", re.MULTILINE)
_NAME = re.compile(r"[\s,]*([A-Za-z][\w:.+/-]{0,60})\s*=\s*")
_BARE = re.compile(r"[^\s,{}\"#=]{1,200}")
_LONGEST = 2_000_000
_MOST_FIELDS = 300
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_TYPES = {
    "article": "article-journal", "book": "book", "incollection": "chapter", "inbook": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "report": "report",
    "techreport": "report", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "unpublished": "manuscript",
    "newspaper": "article-newspaper", "patent": "patent", "dataset": "dataset",
    "video": "motion_picture",
}  # fmt: skip
_FIELDS = {
    "title": ("title",),
    "container-title": ("journaltitle", "journal", "booktitle", "newspaper", "magazine"),
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "publisher-place": ("address", "location"),
    "abstract": ("abstract",),
    "DOI": ("doi",),
    "page": ("pages",),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "language": ("langid", "language"),
    "ISSN": ("issn",),
    "ISBN": ("isbn",),
    "keyword": ("keywords",),
    "note": ("note",),
}
_LANGUAGES = {"english": "en", "american": "en", "british": "en", "german": "de", "ngerman": "de",
              "french": "fr", "spanish": "es", "russian": "ru", "ukrainian": "uk",
              "arabic": "ar"}  # fmt: skip


def is_bibtex(start: str) -> bool:
    """True where an entry begins among the first lines."""
    return bool(_ENTRY.search(start[:20_000]))


def bibtex_items(text: str) -> Iterator[Item]:
    """The entries in their order; strings are put in where they are named."""
    begins = list(_ENTRY.finditer(text))
    strings = {name: str(number) for number, name in enumerate(_MONTHS, 1)}
    for entry, following in zip_longest(begins, begins[1:]):
        kind = entry[1].lower()
        if kind in ("comment", "preamble"):
            continue
        stop = following.start() if following else len(text)
        body = text[entry.end() : min(stop, entry.end() + _LONGEST)]
        if kind == "string":
            strings |= _fields(body, strings)
            continue
        _key, _comma, rest = body.partition(",")
        fields = _fields(rest, strings)
        if fields:
            yield _item(kind, fields)


def _fields(body: str, strings: dict[str, str]) -> dict[str, str]:
    """The fields up to the entry's end, or to the first place that makes no sense."""
    fields: dict[str, str] = {}
    place = 0
    while len(fields) < _MOST_FIELDS and (named := _NAME.match(body, place)):
        value, place = _value(body, named.end(), strings)
        fields.setdefault(named[1].lower(), value)
    return fields


def _value(body: str, place: int, strings: dict[str, str]) -> tuple[str, int]:
    """A value, of parts joined by #, and where it ends."""
    parts: list[str] = []
    while place < len(body):
        mark = body[place]
        if mark in '{"':
            end = _closing(body, place)
            parts.append(body[place + 1 : end])
            place = end + 1
        elif bare := _BARE.match(body, place):
            parts.append(strings.get(bare[0].lower(), bare[0]))
            place = bare.end()
        else:
            break
        joint = re.compile(r"\s*#\s*").match(body, place)
        if joint is None:
            break
        place = joint.end()
    return "".join(parts), place


def _closing(body: str, place: int) -> int:
    """Where the brace or quotation mark at `place` closes; the end of a text where it does not."""
    opener, depth = body[place], 0
    for found in re.compile(r"\\.|[{}\"]", re.DOTALL).finditer(body, place + 1):
        mark = found[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            if depth == 0 and opener == "{":
                return found.start()
            depth -= 1
        elif mark == '"' and opener == '"' and depth <= 0:
            return found.start()
    return len(body)


def _item(kind: str, fields: dict[str, str]) -> Item:
    def first(names: tuple[str, ...]) -> str:
        return next((plain_letters(fields[name]) for name in names if fields.get(name)), "")

    item: Item = {"type": _TYPES.get(kind, "document")}
    item |= {name: first(names) for name, names in _FIELDS.items()}
    language = str(item["language"]).lower()
    item["language"] = _LANGUAGES.get(language, language)
    people = re.split(r"\s+and\s+", fields.get("author") or fields.get("editor") or "")
    item["author"] = [
        {"literal": plain_letters(name)} if name.startswith("{") else person(plain_letters(name))
        for name in people if name.strip() and name != "others"
    ]  # fmt: skip
    item["URL"] = re.sub(r"\\([_%&#~])", r"\1", fields.get("url", "").strip("{} "))
    item["issued"] = first(("date",)) or _issued(
        first(("year",)), first(("month",)), first(("day",))
    )
    item["files"] = list(_files(fields.get("file", "")))
    return item


def _issued(year: str, month: str, day: str) -> str:
    number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else 0
    number = int(month) if month.isdecimal() and len(month) < 3 else number
    if not number:
        return year
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day.isdecimal() else "")


def _files(cell: str) -> Iterator[str]:
    """Zotero writes Title:path:type, joined by semicolons; JabRef :path:type; others the path."""
    for part in re.split(r"(?<!\\);", cell):
        pieces = re.split(r"(?<!\\):", part.strip())
        path = pieces[1] if len(pieces) >= 3 else part
        if path.strip():
            yield re.sub(r"\\([:;\\])", r"\1", path.strip())
