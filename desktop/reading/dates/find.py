"""A text goes in, its expressions of time come out, in the order of the text."""

from desktop.reading.dates.accept import Doorkeeper
from desktop.reading.dates.clock import Clock
from desktop.reading.dates.context import Context
from desktop.reading.dates.expression import DateExpression
from desktop.reading.dates.grammar import Grammar
from desktop.reading.dates.numbers import classes_of_digits
from desktop.reading.dates.offsets import number
from desktop.reading.dates.pack import load_pack
from desktop.reading.dates.tokens import BREAK, read_tokens
from desktop.reading.dates.values import Span
from desktop.reading.dates.walk import Hit, Walk


def find_dates(text: str, published: str = "", language: str = "en") -> list[DateExpression]:
    """Every expression of time in `text`, sorted and not overlapping.

    `published` is the EDTF day of publication, "" where nobody knows it; `language` names a pack.
    """
    pack = load_pack(language or "en")
    tokens = read_tokens(text)
    hits = find_hits(Grammar(pack, tokens), Doorkeeper(pack, tokens))
    today = _day(published)
    return Walk(Context(pack, tokens), hits, Clock(today)).expressions()


def find_hits(grammar: Grammar, doorkeeper: Doorkeeper) -> list[Hit]:
    """The longest acceptable match at each place, left to right."""
    tokens, gate = grammar.tokens, grammar.pack.firsts["top"]
    hits: list[Hit] = []
    at = 0
    while at < len(tokens):
        word = tokens.words[at]
        if word not in gate and not word[0].isdigit():
            if word == BREAK:
                grammar.forget()
            at += 1
            continue
        found = sorted(grammar.matches("top", at), key=lambda match: -match[0])
        for after, bound in found:
            if doorkeeper.lets_in(bound, at, after):
                hits += _split(Hit(at, after - (number(bound, "trim") or 0), bound))
                at = after - (number(bound, "trim") or 0)
                break
        else:
            at += 1
    return hits


def _split(hit: Hit) -> list[Hit]:
    """`May 4 and 5` is two dates."""
    second = hit.bound.get("d_second@")
    if hit.bound.get("rule") == "list of days" and isinstance(second, int):
        other = {**hit.bound, "d": hit.bound["d_second"], "rule": "day"}
        return [
            Hit(hit.first, second - 1, {**hit.bound, "rule": "day"}),
            Hit(second, hit.after, other),
        ]
    return [hit]


def _day(published: str) -> Span | None:
    for name, value, _ in classes_of_digits(published.strip()[:10].lower(), 1):
        if name == "iso" and isinstance(value, tuple):
            return Span("day", value[0])
    return None
