"""A `When` in the words of a careful writer, which `read_words` takes back to the same bounds."""

from dataclasses import replace

from desktop.when.bounds import span_of
from desktop.when.edtf import date_of
from desktop.when.english import MONTHS, THIRDS, say
from desktop.when.naming import Manner, is_winter, long_ago, name
from desktop.when.pairs import DASHES, Joint, pair, side
from desktop.when.spelling import show_year, spell_instant, spell_year
from desktop.when.when import When
from desktop.when.words.parts import third_of
from desktop.when.words.said import Said
from desktop.when.written import Choice, Date, End, Interval, Precision


def in_words(when: When, *, long: bool = False, today: When | None = None) -> str:
    """British wording: `29 Nov 2024`, `c. 1066`, `44 BC`, `late 2016`, `before March 2020`.

    `long` has months in full and weekdays; the year of `today` is left out beside a day. What no
    usual words say (`2004-06~-11`) is given as EDTF.
    """
    written = when.written
    manner = Manner(long, _year_of(today))
    if isinstance(written, Date):
        return marked_name(written, manner) or when.edtf
    if isinstance(written, Interval):
        return _interval(when.edtf, written, manner) or when.edtf
    return _choice(written, manner) or when.edtf


def _year_of(today: When | None) -> int | None:
    return today.written.year if today and isinstance(today.written, Date) else None


def marked_name(date: Date, manner: Manner) -> str:
    """A date with its marks; empty where they stand on a part of it only."""
    text = name(date, manner)
    if not date.marks:
        return text
    is_partly = len(date.marks) > 1 or date.loose is not date.precision
    if is_partly or ("–" in text and not is_winter(date)):
        return ""
    if date.is_approximate:
        ago = long_ago(date)
        is_circa = date.precision <= Precision.YEAR and not ago
        text = say("circa" if is_circa else "about", date=ago or text)
    return say("perhaps", date=text) if date.is_uncertain else text


def _interval(text: str, interval: Interval, manner: Manner) -> str:
    first, last = interval.first, interval.last
    if isinstance(first, Date) and isinstance(last, Date):
        return (_third(text, first) if "~" in text else "") or _from_to(first, last, manner)
    if isinstance(first, Date):
        return _with_end("since" if last is End.OPEN else "unknown end", first, manner)
    if isinstance(last, Date):
        return _with_end("until" if first is End.OPEN else "unknown start", last, manner)
    return ""


def _with_end(what: str, date: Date, manner: Manner) -> str:
    words = side(date, marked_name(date, manner))
    return say(what, date=words) if words else ""


def _from_to(first: Date, last: Date, manner: Manner) -> str:
    if first.is_exact and last.is_exact:
        words = pair(first, last, manner, DASHES)
        if words:
            return words
    is_alike = first.precision is last.precision and first.precision >= Precision.DAY
    if not is_alike or first.year != last.year:
        manner = replace(manner, year=None)
    begins = side(first, marked_name(first, manner))
    ends = side(last, marked_name(last, manner))
    return f"{begins} – {ends}" if begins and ends else ""


def _third(text: str, first: Date) -> str:
    """`late 2016`, `mid-March 2020`, `early 19th century`, where those words give this EDTF."""
    for whole, words in _wholes(first):
        for third, word in enumerate(THIRDS):
            if third_of(third, Said(whole)).edtf == text:
                return say(word, date=words)
    return ""


def _wholes(date: Date) -> list[tuple[str, str]]:
    """The units that begin with or around a date: EDTF text and name."""
    year, shown = spell_year(date.year), show_year(date.year)
    if date.precision is Precision.DAY and date.month:
        return [
            (f"{year}-{date.month:02d}", say("month", month=MONTHS[date.month - 1], year=shown))
        ]
    wholes = [(year, shown)]
    if 0 < date.year < 10_000:
        wholes += [(f"{date.year // 10:03d}X", ""), (f"{date.year // 100:02d}XX", "")]
    elif -9_000 < date.year <= 0:
        tens = (1 - date.year) // 10 * 10
        wholes.append((f"-{-date.year // 100:02d}XX", ""))
        if tens % 100:
            wholes.append(
                (f"{spell_year(-8 - tens)}/{spell_year(1 - tens)}", say("decade BC", year=tens))
            )
    named = [(text, words or name(date_of(text), Manner())) for text, words in wholes]
    return [(text, words) for text, words in named if "–" not in words]


def _choice(choice: Choice, manner: Manner) -> str:
    runs = choice.runs
    singles = [first for first, last in runs if first is last and isinstance(first, Date)]
    word = say("or" if choice.is_one_of else "and")
    if len(singles) == len(runs):
        return _listed(singles, word, manner)
    if len(runs) > 1 or not choice.is_one_of:
        return ""
    first, last = runs[0]
    if isinstance(first, Date) and isinstance(last, Date):
        words = _joined(first, last, manner, Joint(say("and"), say("and")))
        return say("between", dates=words) if words else ""
    if isinstance(last, Date):
        return _beside("before", last, 1, manner)
    return _beside("after", first, 0, manner) if isinstance(first, Date) else ""


def _listed(dates: list[Date], word: str, manner: Manner) -> str:
    if len(dates) == 1:
        return ""
    dates = sorted(dates, key=span_of)
    if len(dates) == 2:
        return _joined(dates[0], dates[1], manner, Joint(word, word))
    plain = replace(manner, year=None)
    names = [side(date, marked_name(date, plain)) for date in dates]
    return word.join(names) if all(names) else ""


def _joined(first: Date, last: Date, manner: Manner, joint: Joint) -> str:
    words = pair(first, last, manner, joint) if first.is_exact and last.is_exact else ""
    if words:
        return words
    plain = replace(manner, year=None)
    names = [side(date, marked_name(date, plain)) for date in (first, last)]
    return joint.wide.join(names) if all(names) else ""


def _beside(word: str, date: Date, end: int, manner: Manner) -> str:
    """`before` the unit that follows, `after` the unit that goes before."""
    if date.is_unspecified or date.loose is not date.precision:
        return ""
    unit = Precision.MONTH if date.precision is Precision.PART else date.precision
    unit = max(unit, Precision.YEAR)
    if date.is_approximate and unit is not date.precision:
        return ""
    instant = span_of(date)[end]
    if not end and date.precision < Precision.MINUTE:
        instant -= 1
    text = spell_instant(instant, unit)
    words = marked_name(date_of(f"{text}{date.marks[:1]}"), manner)
    return say(word, date=words) if words else ""
