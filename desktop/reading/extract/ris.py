"""RIS, the tagged lines that every reference manager writes, as CSL-JSON items.

Read here rather than by a package: it is one tag a line, and in the wild lines break, tags are
unknown and the end of a record is missing, none of which may cost the other records.
"""

import re
from collections.abc import Iterator

from desktop.reading.extract.csl_items import Item

_TAGGED = re.compile(r"\s{0,3}([A-Z][A-Z0-9])  ?-(?: |$)(.*)")
_MOST_VALUES = 2_000
_TYPES = {
    "NEWS": "article-newspaper", "MGZN": "article-magazine", "JOUR": "article-journal",
    "EJOUR": "article-journal", "ABST": "article-journal", "BLOG": "post-weblog",
    "ELEC": "webpage", "ICOMM": "webpage", "BOOK": "book", "EBOOK": "book", "CHAP": "chapter",
    "ECHAP": "chapter", "RPRT": "report", "GOVDOC": "report", "THES": "thesis",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "VIDEO": "motion_picture",
    "MPCT": "motion_picture", "SOUND": "song", "MAP": "map", "BILL": "bill",
    "CASE": "legal_case", "STAT": "legislation", "LEGAL": "legislation",
    "PCOMM": "personal_communication",
    "UNPB": "manuscript", "MANSCPT": "manuscript", "ART": "graphic", "PAT": "patent",
    "DATA": "dataset",
}  # fmt: skip
_FIELDS = {
    "title": ("TI", "T1", "CT", "BT"),
    "container-title": ("T2", "JF", "JO", "JA", "J2"),
    "abstract": ("AB", "N2"),
    "DOI": ("DO",),
    "publisher": ("PB",),
    "publisher-place": ("CY", "PP"),
    "volume": ("VL",),
    "issue": ("IS",),
    "language": ("LA",),
    "ISSN": ("SN",),
    "note": ("N1",),
    "archive": ("DP",),
}


def is_ris(start: str) -> bool:
    """True where the first tag opens a record."""
    return bool(re.match(r"\s*TY  ?- ", start.lstrip("\ufeff")))


def ris_items(text: str) -> Iterator[Item]:
    """The records in their order; a record ends at ER, at the next TY or with the file."""
    record: dict[str, list[str]] = {}
    last = ""
    for line in text.lstrip("\ufeff").split("\n"):
        tagged = _TAGGED.match(line.rstrip("\r"))
        if tagged is None:
            # A long abstract goes on in lines without a tag.
            if last and line.strip() and record:
                record[last][-1] += " " + line.strip()
            continue
        tag, value = tagged[1], tagged[2].strip()
        if tag in ("TY", "ER") and record:
            yield _item(record)
            record, last = {}, ""
        if tag != "ER" and (tag == "TY" or record):
            values = record.setdefault(tag, [])
            if len(values) < _MOST_VALUES:
                values.append(value)
            last = tag
    if record:
        yield _item(record)


def _item(record: dict[str, list[str]]) -> Item:
    def first(tags: tuple[str, ...]) -> str:
        return next((value for tag in tags for value in record.get(tag, []) if value), "")

    item: Item = {"type": _TYPES.get(first(("TY",)).upper(), "document")}
    item |= {name: first(tags) for name, tags in _FIELDS.items()}
    item["author"] = [person(name) for tag in ("AU", "A1") for name in record.get(tag, []) if name]
    # Several addresses stand in lines of their own, or joined in one.
    addresses = [part.strip() for value in record.get("UR", []) for part in value.split(";")]
    item["URL"] = next((one for one in addresses if one.startswith("http")), "")
    pages = [first(("SP",)), first(("EP",))]
    item["page"] = "-".join(page for page in pages if page)
    item["issued"] = first(("DA", "Y1", "PY"))
    item["keyword"] = ", ".join(record.get("KW", []))
    item["files"] = [
        path for tag in ("L1", "L2", "L4") for value in record.get(tag, [])
        for path in re.split(r";\s*(?=file:|files/|/)", value)
    ]  # fmt: skip
    return item


def person(name: str) -> dict[str, str]:
    """A name as CSL has it: family and given parted where a comma does so."""
    family, comma, given = name.partition(",")
    if comma and given.strip():
        return {"family": family.strip(), "given": given.strip()}
    return {"literal": name.strip().strip(",")}
