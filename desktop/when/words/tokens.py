"""A typed phrase cut into tokens, each of one kind, told by a letter (`english` lists the words).

Beside the words there are: N number · O ordinal · S decade (1980s) · D number with a point · C
clock · I ISO date · Z date of three numbers · T two numbers with a slash · X quarter or half of a
year (Q3) · c ISO week · the signs - / ? ~ themselves.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.english import WORDS

LONGEST = 160
"""Phrases with more characters are refused unread, and so are those of more than `MOST` tokens."""
MOST = 24

_DASHES = dict.fromkeys(map(ord, "‐‑−﹣－"), "-") | dict.fromkeys(map(ord, "–—―‒"), "–")
_SIGNS = dict.fromkeys(map(ord, "∼≈˜"), "~") | dict.fromkeys(map(ord, "’‘ʼ`´"), "'")
_TOKEN = r"""(?P<space>[\s,;]+|\.(?=\s|$))
    |(?P<phrase>(?:PHRASES)(?![^\W_]))
    |(?P<short>'[0-9]{2}\b(?!s))
    |(?P<I>[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:t[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)?(?![0-9w-]))
    |(?P<c>[0-9]{4}-?w[0-9]{2}(?:-?[1-7])?(?![0-9]))
    |(?P<Z>[0-9]{1,4}(?:\.\s?[0-9]{1,2}\.\s?|/[0-9]{1,2}/|-[0-9]{1,2}-)[0-9]{1,4}(?![0-9/]))
    |(?P<T>[0-9]{4}/[0-9]{1,2}(?![0-9/])|[0-9]{1,2}/[0-9]{4}(?![0-9/]))
    |(?P<C>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])|[0-9]{4}\s?(?:hours|hrs)\b)
    |(?P<S>'?[0-9]{1,6}0'?s\b)
    |(?P<X>[1-4]q\b|[12]h\b)
    |(?P<O>[0-9]{1,3}(?:st|nd|rd|th)\b)
    |(?P<D>[0-9]+\.[0-9]+(?![0-9]))
    |(?P<N>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)
    |(?P<Xq>[qh][1-4]\b)
    |(?P<sure>\(\s?\?\s?\)|\[\s?\?\s?\])
    |(?P<dotted>[a-z](?:\.\s?[a-z]){1,3}\b\.?)
    |(?P<hyphened>[a-z]+-[a-z]+)
    |(?P<word>[^\W\d_]+)\.?
    |(?P<sign>[-–/?~%])
    |(?P<other>.)"""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the phrase: its kind, the number it stands for (0 where none) and its letters."""

    kind: str
    value: int
    text: str


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Those of a token and of 29-Nov-2024, compiled with the words when they are first needed."""
    phrases = sorted((word for word in WORDS if " " in word), key=len, reverse=True)
    listed = "|".join(re.escape(phrase).replace(r"\ ", r"\ +") for phrase in phrases)
    months = "|".join(word for word, (kind, _value) in WORDS.items() if kind == "M")
    return (
        re.compile(_TOKEN.replace("PHRASES", listed), re.VERBOSE | re.DOTALL),
        re.compile(rf"(?:([0-9]{{1,4}})-)?\b({months})-([0-9]{{1,4}})\b"),
    )


def tidy(text: str) -> str:
    """Small letters, plain spaces and dashes, no invisible signs, no quotes or dots around."""
    if len(text) > 4 * LONGEST:
        text = text.strip()
    if len(text) > 4 * LONGEST:
        raise WhenError(_("A date has at most {n} characters.").format(n=LONGEST))
    text = unicodedata.normalize("NFKC", text.translate(_DASHES | _SIGNS))
    text = "".join(" " if sign.isspace() else sign * sign.isprintable() for sign in text)
    text = text.strip(" \"“”„«»'.,;:!").lower()
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    if len(text) > LONGEST:
        raise WhenError(_("A date has at most {n} characters.").format(n=LONGEST))
    return text


def kinds_of(tokens: tuple[Token, ...]) -> str:
    """The phrase as a text of kinds, a letter a token."""
    return "".join(token.kind for token in tokens)


def cut(text: str) -> tuple[Token, ...]:
    """The tokens of a tidy text, words that say nothing left out; an unknown word is refused."""
    tokens: list[Token] = []
    token, hyphened_date = _patterns()
    for found in token.finditer(hyphened_date.sub(r"\1 \2 \3", text)):
        tokens += _tokens(found)
    if len(tokens) > MOST:
        raise WhenError(_("“{text}…” is too long for a date.").format(text=text[:40]))
    return _without_joints(tokens)


def _tokens(found: re.Match[str]) -> list[Token]:
    group, text = found.lastgroup or "other", found[0]
    if group in ("phrase", "hyphened", "word", "dotted"):
        return _words(group, text)
    if group in ("space", "sure", "sign"):
        return _signs(text)
    if group == "short":
        raise WhenError(_("{text}: write the year with its century.").format(text=text))
    if group == "other":
        raise unknown(text)
    return [Token(group[:1], _value(group, text), text)]


def _value(group: str, text: str) -> int:
    """The number that the digits tell; of clock times, seconds; of parts of a year, their code."""
    if group == "C":
        return _seconds(text)
    if group in ("X", "Xq"):
        letter, digit = sorted(text, reverse=True)
        if letter == "h" and digit in "34":
            raise unknown(text)
        return int(digit) + (32 if letter == "q" else 39)
    return int(re.sub("[^0-9]", "", text))


def _seconds(text: str) -> int:
    """The second of the day, up to 24:00, of `18:00`, `18:00:30` or `1800 hours`."""
    parts = text.split(":") if ":" in text else [text[:2], text[2:4]]
    hour, minute, second = (*map(int, parts), 0)[:3]
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute + second):
        raise WhenError(
            _("{text}: hours are 0 to 23, minutes and seconds 0 to 59.").format(text=text)
        )
    return hour * 3600 + minute * 60 + second


def _signs(text: str) -> list[Token]:
    if text == "%":
        return [Token("?", 0, "?"), Token("~", 0, "~")]
    if "?" in text:
        return [Token("?", 0, text)]
    return [Token("-" if text == "–" else text, 0, text)] if text in "-–/~" else []


def _words(group: str, text: str) -> list[Token]:
    word = " ".join(text.rstrip(".").split())
    if group == "dotted":
        word = word.replace(".", "").replace(" ", "")
    if word in WORDS:
        kind, value = WORDS[word]
        return [] if kind == "w" else [Token(kind, value, text)]
    if group == "hyphened":
        first, _hyphen, last = word.partition("-")
        return [*_words("word", first), Token("-", 0, "-"), *_words("word", last)]
    raise unknown(text)


def unknown(text: str) -> WhenError:
    """The refusal of a word that dates are not made of."""
    return WhenError(_("“{text}” is not a word that dates are made of.").format(text=text[:40]))


def _without_joints(tokens: list[Token]) -> tuple[Token, ...]:
    """Without the hyphens of “mid-2016”, “19th-century” and “2016-Q3”, which say nothing."""
    kept: list[Token] = []
    for place, token in enumerate(tokens):
        before = tokens[place - 1].kind if place else ""
        after = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        is_joint = token.text == "-" and (
            before in ("L", "B", "F") or after in ("K", "J") or (before == "N" and after == "X")
        )
        if not is_joint:
            kept.append(token)
    return tuple(kept)
