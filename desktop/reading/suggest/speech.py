"""Who says so: the speaker of a sentence, and the words that are theirs."""

import re
from dataclasses import dataclass

from desktop.reading.suggest.pack import Pack

_ACCORDING = re.compile(r"(?:,\s*)?\baccording to\s+([^,;.]{2,100})", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|be|being|as|of|not|to)\s+$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|they|it|who|which)$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:on|in|by|at|late|early|last|earlier|meanwhile|but|and|however|yet|also|later|then)\b"
    r"[^,]{0,40},\s*|(?:but|and|yet|meanwhile,|however,)\s+)",
    re.IGNORECASE,
)
_BREAK = re.compile(r",\s+|;\s+|\s+(?:and|but|while)\s+(?=(?:an?|the)\s)")
_TRAIL = re.compile(r"\s+(?:has|had|have|also|later|earlier|then|again|on \w+day)$")
_SOMEBODY = re.compile(
    r"[A-Z0-9]|(?:the|an?|he|she|they|it|local|army|police|two|some|many)\b|\w+s$"
)
# What may stand behind a closing «he said»: to whom, and when.
_ASIDE = re.compile(
    r"\s*(?:(?:(?:to|via)\s+)?(?:[A-Z][\w.]+|reporters|journalists|state|local|a|the)"
    r"(?:\s[\w’']+){0,4}\s*)?"
    r"(?:(?:on|in|late|early|earlier|last|yesterday|today|at|during|after)\b[^.]{0,40})?[.”\"]*$"
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,/'-]{2,40}(?:\(?(?:[A-Z][a-z]{2,8}\.? ?\d{1,2}|\d{1,2} ?[A-Z][a-z]{2,8})\b\)?"
    r"(?: \d{4})?)?,?\s*(?:\([^)]{2,30}\))?:?\s*[-–—]+\s+"
)
# The clock time that opens a line of a live report, and a date that opens a sentence.
_STAMP = re.compile(r"^\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: ?[-–—:])?\s+")
_DATE = re.compile(
    r"^(?:on|in|by|at) (?:\d{1,2} \w+(?: \d{4})?|[A-Z]\w+day|[A-Z]\w+ \d{1,4}|\d{4}),? (?=[A-Zat])",
    re.I,
)
_CLAUSE = re.compile(r"\b(?:had|has|have|was|were|is|are|would|will|could|can|that|did)\b")
_WORDS_FOLLOW = re.compile(r"\s*[,:.\"“]|\s+that\b")
_CLOSING = re.compile(r"[,\"”'’]\s+(?=[^,\"”]{0,110}$)")


@dataclass(frozen=True, slots=True)
class Speech:
    """Who speaks («» for the article itself), the verb of saying, and the words said, as a span."""

    by: str
    verb: str
    first: int
    last: int


def find_speech(pack: Pack, sentence: str, previous: str) -> Speech:
    """The speech in a sentence; a pronoun stands for the `previous` speaker."""
    said = [
        found
        for found in pack.say.finditer(sentence)
        if not _PASSIVE.search(sentence[max(0, found.start() - 12) : found.start()])
        and not sentence.startswith(" by ", found.end())
        and (found[0] != "wrote" or _WORDS_FOLLOW.match(sentence, found.end()))
    ]
    speech = (_behind(sentence, said[-1]) if said else None) or _before(sentence, said)
    if speech is None:
        return _according(sentence)
    if _PRONOUN.match(speech.by):
        return Speech(previous, speech.verb, speech.first, speech.last)
    return speech


def without_dateline(sentence: str) -> str:
    """The sentence without the «PARIS (Agency) -» that opens a wire report."""
    return _DATELINE.sub("", sentence)


def _behind(sentence: str, said: re.Match[str]) -> Speech | None:
    """Read «…, the mayor said on Friday» and «…, said the mayor»."""
    if said.start() < 12:
        return None
    before = sentence[: said.start()]
    closing = list(_CLOSING.finditer(before))
    if not closing:
        return None
    cut, tail = closing[-1], sentence[said.end() :]
    subject = before[cut.end() :].strip() if _ASIDE.match(tail) else ""
    if not subject and cut.end() == len(before):
        subject = _turned(tail)
    subject = _TRAIL.sub("", subject)
    return Speech(subject, said[0].lower(), 0, cut.start() + 1) if subject else None


def _turned(tail: str) -> str:
    """The speaker behind «…, said»: a name, and not the first words of what was said."""
    subject = re.split(r"[,.]", tail)[0].strip()
    is_name = re.match(r"(?:[A-Z]|the\s|an?\s)", subject) and not _CLAUSE.search(subject)
    return subject if is_name and len(subject.split()) <= 12 else ""


def _before(sentence: str, said: list[re.Match[str]]) -> Speech | None:
    """Read «The mayor said that …»."""
    for verb in said:
        if subject := _subject(sentence[: verb.start()]):
            return Speech(subject, verb[0].lower(), verb.end(), len(sentence))
    return None


def _according(sentence: str) -> Speech:
    found = _ACCORDING.search(sentence)
    if not found:
        return Speech("", "", 0, len(sentence))
    by = found[1].strip(' ."”')
    if found.start() < 3:
        return Speech(by, "according to", found.end(), len(sentence))
    return Speech(by, "according to", 0, found.start())


def _subject(before: str) -> str:
    """The one who speaks, out of the words before the verb of saying."""
    words = _STAMP.sub("", _DATELINE.sub("", before.strip().lstrip('"“”')))
    words = _DATE.sub("", _LEAD.sub("", words))
    parts = _BREAK.split(words.rstrip(" ,"))
    # «David Carden, the coordinator, said»: what stands between commas tells who that is.
    words = parts[0] if words.rstrip().endswith(",") else parts[-1]
    words = _TRAIL.sub("", words.strip(" ,\"“”'"))
    return words if len(words) <= 110 and _SOMEBODY.match(words) else ""
