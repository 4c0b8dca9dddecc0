"""References in CSL-JSON, to which every other kind is brought, as what Dateline keeps of them."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.errors import FileError, WhenError
from desktop.i18n import _
from desktop.reading.extract.normal import normalise, one_line
from desktop.when import When, read_words

Item = dict[str, object]

_MOST_FIELDS = 200
_LONGEST = 200_000
_TAG = re.compile(r"</?(?:i|b|p|br|sc|sub|sup|span|jats:\w+)\b[^>]{0,200}>")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a bibliography tells of one article.

    `csl` is the whole reference as CSL-JSON text; `files` are the paths of what was attached, as
    written; `published` is EDTF.
    """

    title: str
    byline: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: str = ""
    abstract: str = ""
    csl: str = ""
    files: tuple[str, ...] = ()


def csl_items(text: str) -> Iterator[Item]:
    """The items of a CSL-JSON file: a list of them, or an object that holds the list."""
    try:
        root = json.loads(text)
    except (ValueError, RecursionError):
        raise FileError(_("it is no JSON that can be read")) from None
    if isinstance(root, dict):
        root = root.get("items") or root.get("references") or [root]
    for item in root if isinstance(root, list) else []:
        if isinstance(item, dict):
            yield item


def reference_of(item: Mapping[str, object]) -> Reference | None:
    """What is kept of an item; None where it has neither a title nor words of its own."""
    abstract = normalise(_TAG.sub("", said(item, "abstract")))
    title = one_line(_TAG.sub("", said(item, "title")), 500)
    if not title and not abstract:
        return None
    kept = {name: value for name, value in list(item.items())[:_MOST_FIELDS] if value}
    for name in ("abstract", "attachments", "files"):
        kept.pop(name, None)
    url = said(item, "URL")
    doi = said(item, "DOI").removeprefix("https://doi.org/")
    return Reference(
        title=title or one_line(abstract, 120),
        byline=_names(item.get("author") or item.get("editor")),
        publisher=one_line(said(item, "container-title") or said(item, "publisher"), 300),
        url=url or (f"https://doi.org/{doi}" if doi else ""),
        language=said(item, "language").replace("_", "-").split("-")[0].lower()[:8],
        published=published(item.get("issued")),
        abstract=abstract,
        csl=json.dumps(kept, ensure_ascii=False),
        files=tuple(_files(item)),
    )


def said(item: Mapping[str, object], name: str) -> str:
    """The text of a field, "" where it holds none."""
    value = item.get(name)
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value).strip()[:_LONGEST] if isinstance(value, str | int) else ""


def _names(people: object) -> str:
    names = []
    for person in people[:50] if isinstance(people, list) else []:
        if isinstance(person, dict):
            whole = " ".join(filter(None, (said(person, "given"), said(person, "family"))))
            names.append(one_line(said(person, "literal") or whole, 200))
    return ", ".join(name for name in names if name)


def _files(item: Mapping[str, object]) -> Iterator[str]:
    for name in ("files", "attachments"):
        listed = item.get(name)
        for one in listed[:20] if isinstance(listed, list) else []:
            path = said(one, "path") if isinstance(one, dict) else one
            if isinstance(path, str) and path:
                yield path


def published(issued: object) -> str:
    """CSL's date as EDTF: in parts, as EDTF, or in words; "" where no calendar holds it."""
    if isinstance(issued, str):
        return dated(issued)
    if not isinstance(issued, dict):
        return ""
    edtf = dated(said(issued, "edtf"))
    if edtf:
        return edtf
    parts = issued.get("date-parts")
    if isinstance(parts, list):
        ends = [_parts(part) for part in parts[:2] if isinstance(part, list)]
        found = dated("/".join(end for end in ends if end))
        if found:
            sure = not issued.get("circa")
            return found if sure or "/" in found else f"{found}~"
    return dated(said(issued, "raw")) or dated(said(issued, "literal"))


def _parts(part: list[object]) -> str:
    numbers = [int(str(one)) for one in part[:3] if re.fullmatch(r"-?\d{1,6}", str(one))]
    if not numbers:
        return ""
    year, *rest = numbers
    written = f"{'-' if year < 0 else ''}{abs(year):04}"
    for number in rest:
        if not number:
            break
        written += f"-{number:02}"
    return written


def dated(words: str) -> str:
    """A date in EDTF, RIS's strokes (2024/11/29/) or words as EDTF; "" where it is none."""
    text = words.strip()[:80]
    if re.fullmatch(r"\d{4}/\d{0,2}/?\d{0,2}/?.*", text):
        year, *rest = text.split("/")
        text = "-".join([year, *(f"{int(part):02}" for part in rest[:2] if part.isdecimal())])
    try:
        return When(text).edtf
    except WhenError:
        pass
    try:
        return read_words(text).when.edtf if text else ""
    except WhenError:
        return ""
