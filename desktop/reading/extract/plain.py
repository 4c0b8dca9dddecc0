"""What a plain text tells of itself: title, by whom, from which outlet, in which language, when."""

import re
from dataclasses import replace

from desktop.reading.extract.findings import Findings, Sourced
from desktop.reading.extract.language import language_of
from desktop.reading.extract.normal import normalise, one_line
from desktop.reading.extract.outlets import outlet_called, outlet_in, outlet_of_line
from desktop.reading.extract.published import published_in, whole_date

_LONGEST_TITLE = 200
_LINES_BEFORE_TITLE = 4
_TOP_LINES = 10
_LABELLED = re.compile(
    r"(title|headline|author|by|source|outlet|publisher|url|link)\s*:\s*(\S.*)", re.I
)
_PEOPLE = r"(?P<names>[^\W\d_a-z][^\n]{2,120})"
_BYLINE = re.compile(rf"(?:By|BY|Von|Par|Por|Di|Door|Автор:?|Автори?:|بقلم:?)\s+{_PEOPLE}")
_REPORTED = re.compile(
    r"\((?:Additional )?[Rr]eporting (?:and \w+ )?by ([^()]{3,600}?)[.;)]? ?(?:\)|$)", re.M
)
_NOT_REPORTERS = re.compile(r"(?:writing|editing|edited|compiled|graphics|production) ", re.I)
_NOBODY = ("admin", "administrator", "editor", "staff", "webmaster", "unknown")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,2000}")
_MAIL = re.compile(r"\s*[<(]?[\w.+-]{1,64}@[\w.-]{1,80}[>)]?")
_CAPITALS = re.compile(
    r"[^\W\d_]{2,}(?: [^\W\d_]+)*(?:,[^–—\n-]{1,40})?(?: \([^()\n]{2,30}\))? ?[-–—] "
)


def complete(findings: Findings, name: str = "") -> Findings:
    """The same with the text normalised, and from it what the file itself did not tell.

    `name` is the file's name without its suffix, the last resort for a title and date.
    """
    text = normalise(findings.text)
    lines = [line.strip() for line in text[:20_000].split("\n") if line.strip()]
    labelled = _labelled(lines)
    return replace(
        findings,
        text=text,
        title=_clean(findings.title.or_else(_title(lines, labelled, name))),
        published=findings.published.or_else(published_in(text)).or_else(_named_date(name)),
        byline=_people(findings.byline or labelled.get("author", "") or _byline(lines, text)),
        publisher=one_line(
            findings.publisher or labelled.get("source", "") or outlet_in(text), 100
        ),
        url=web_address(findings.url) or web_address(labelled.get("url", "")),
        language=language_of(text, findings.language),
    )


def web_address(words: str) -> str:
    """`words` if they are one http or https address, else ""."""
    found = _ADDRESS.fullmatch(words.strip())
    return found[0] if found else ""


def _clean(title: Sourced) -> Sourced:
    return replace(title, value=one_line(title.value))


def _labelled(lines: list[str]) -> dict[str, str]:
    """What lines such as "Source: …" at the top say, by title, author, source and url."""
    same = {"headline": "title", "by": "author", "outlet": "source", "publisher": "source",
            "link": "url"}  # fmt: skip
    found: dict[str, str] = {}
    for line in lines[:_TOP_LINES]:
        match = _LABELLED.fullmatch(line[:400])
        if match:
            label = match[1].lower()
            found.setdefault(same.get(label, label), match[2])
    return found


def _title(lines: list[str], labelled: dict[str, str], name: str) -> Sourced:
    if "title" in labelled:
        return Sourced(labelled["title"], "first line", 0.95)
    for line in lines[:_LINES_BEFORE_TITLE]:
        if _is_furniture(line):
            continue
        if _is_headline(line) and len(lines) > 1:
            return Sourced(line, "first line", 0.8)
        break
    words = re.sub(r"[-_\s]+", " ", name).strip()
    if sum(letter.isalpha() for letter in words) > 3:
        return Sourced(words, "file name", 0.4)
    return Sourced(one_line(lines[0], 80), "first words", 0.3) if lines else Sourced()


def _is_furniture(line: str) -> bool:
    """Whether a line above the title is only an outlet, a date, an author or an address."""
    if outlet_called(line) or _BYLINE.fullmatch(line) or _ADDRESS.fullmatch(line):
        return True
    if outlet_of_line(line) and whole_date(line) and len(line) < 80:
        return True
    if _LABELLED.fullmatch(line[:400]):
        return True
    return len(line) < 40 and bool(whole_date(line)) and not re.search(r"[^\W\d_]{10,}", line)


def _is_headline(line: str) -> bool:
    if not 3 <= len(line) <= _LONGEST_TITLE or not any(letter.isalpha() for letter in line):
        return False
    if line.endswith((",", ";", ":")) or _is_dateline(line):
        return False
    # One full stop at the end makes a sentence, unless it is short: "War is over."
    return not line.endswith(".") or line.endswith("...") or len(line) <= 60


def _is_dateline(line: str) -> bool:
    start = _CAPITALS.match(line[:120])
    return start is not None and start[0].split(",")[0].split("(")[0].strip(" -–—").isupper()


def _byline(lines: list[str], text: str) -> str:
    for line in lines[:_TOP_LINES]:
        match = _BYLINE.fullmatch(line[:200])
        if match and len(match["names"].split()) <= 14 and not line.endswith("."):
            return match["names"]
    reporters = [
        name
        for credit in _REPORTED.finditer(text[-4000:])
        for part in credit[1].split(";")
        if not _NOT_REPORTERS.match(part.strip())
        for name in _names(part)
    ]
    return ", ".join(dict.fromkeys(reporters))


def _names(part: str) -> list[str]:
    """The names without their places in "Reporting by A in B" and "A and C"."""
    part = re.sub(r"^\s*(?:additional )?reporting (?:and \w+ )?by ", "", part, flags=re.I)
    people = re.split(r",| and ", part)
    return [re.split(r" in | at ", person)[0].strip() for person in people if person.strip()]


def _people(byline: str) -> str:
    """A byline without "By", mail addresses, and the date or outlet behind a stroke."""
    byline = re.split(r"\s[|•·]\s|\s+-\s+|\s—\s", _MAIL.sub("", one_line(byline, 250)))[0]
    date = re.search(r",?\s+\(?(?:[A-Z][a-z]{2,8}\.? )?\d", byline)
    if date:
        byline = byline[: date.start()]
    byline = re.sub(r"^(?:By|BY|by)\s+", "", byline).strip(" ,;|")
    return "" if byline.lower() in _NOBODY else byline


def _named_date(name: str) -> Sourced:
    date = whole_date(re.sub(r"_", " ", name)) or _packed_date(name)
    return Sourced(date, "file name", 0.6) if date else Sourced()


def _packed_date(name: str) -> str:
    found = re.search(r"(?<!\d)(20[0-3]\d|19\d\d)([01]\d)([0-3]\d)(?!\d)", name)
    return whole_date("-".join(found.groups())) if found else ""
