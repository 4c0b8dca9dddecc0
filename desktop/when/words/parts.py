"""Parts and bundles of years: decades, centuries, seasons, quarters, halves, early and late.

Early, mid and late are the first, middle and last four months of a year; days 1-10, 11-20 and 21
to the end of a month; years 0-3, 4-6 and 7-9 of a decade; thirds of a century, as cataloguers of
art count them (CDWA): 0-33, 34-66, 67-99. A century is the hundred years with its digits.
"""

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.bounds import span_of
from desktop.when.calendar import civil, days_in_month
from desktop.when.edtf import parse
from desktop.when.english import THIRDS
from desktop.when.spelling import spell_year
from desktop.when.words.dates import Production, Tokens, year_of
from desktop.when.words.said import Context, Said
from desktop.when.words.tokens import Token
from desktop.when.written import Date, Interval, Precision

_YEAR = "(?:N|NE|EN)"


def _decade(tokens: Tokens, context: Context) -> Said | None:
    token, era = tokens[0], tokens[1].value if len(tokens) > 1 else None
    if era is None and token.value < 1000:
        raise WhenError(
            _("“{text}”: of which century? Write 1980s or 180s AD.").format(text=token.text)
        )
    if token.value % 100 == 0:
        raise WhenError(
            _("“{text}” may be ten years or a hundred: write {first}–{last} or a century.").format(
                text=token.text, first=token.value, last=token.value + 9
            )
        )
    if era == 0:
        return Said(f"{spell_year(-8 - token.value)}/{spell_year(1 - token.value)}")
    return Said(f"{token.value // 10:03d}X" if token.value < 10_000 else _tens(token.value))


def _tens(first: int) -> str:
    return f"{spell_year(first)}/{spell_year(first + 9)}"


def _century(tokens: Tokens, context: Context) -> Said | None:
    if tokens[1].kind == "A" and not tokens[1].value:
        return None
    return _bundle(tokens, 100, "XX")


def _millennium(tokens: Tokens, context: Context) -> Said | None:
    return _bundle(tokens, 10, "XXX")


def _bundle(tokens: Tokens, most: int, unknown: str) -> Said:
    number, is_before = tokens[0].value - 1, tokens[-1].kind == "E" and tokens[-1].value == 0
    if not 0 <= number < most:
        raise WhenError(
            _("“{text}”: count from 1 to {most} here.").format(text=tokens[0].text, most=most)
        )
    digits = f"{number:0{4 - len(unknown)}d}"
    return Said(f"{'-' if is_before else ''}{digits}{unknown}")


def _season(tokens: Tokens, context: Context) -> Said | None:
    """`spring 1793`, `1793 spring`, `southern spring 1793`."""
    season = next(token for token in tokens if token.kind == "P")
    shift = sum(token.value for token in tokens if token.kind == "z")
    years = tuple(token for token in tokens if token.kind in ("N", "E"))
    return Said(f"{spell_year(year_of(years))}-{season.value + shift}")


def _winter(tokens: Tokens, context: Context) -> Said | None:
    """`winter 1793–94`, `winter 1793/94`: the winter that begins in the first year."""
    season = next(token for token in tokens if token.kind == "P")
    shift = sum(token.value for token in tokens if token.kind == "z")
    years = [token for token in tokens if token.kind not in ("P", "z", "-", "/")]
    first, last = _two_years(years)
    if last - first != 1 or season.value + shift not in (24, 28, 30):
        raise WhenError(_("Only a winter spans two years, the second behind the first."))
    return Said(f"{spell_year(first)}-{season.value + shift}")


def _two_years(tokens: list[Token]) -> tuple[int, int]:
    if tokens[0].kind == "T":
        first, _slash, last = tokens[0].text.partition("/")
    else:
        era = tuple(token for token in tokens if token.kind == "E")
        numbers = [token for token in tokens if token.kind == "N"]
        if era:
            return year_of((numbers[0], *era)), year_of((numbers[1], *era))
        first, last = numbers[0].text, numbers[1].text
    if len(first) != 4 or len(last) not in (2, 4):
        return 0, 0
    begins = int(first)
    ends = int(last) if len(last) == 4 else begins // 100 * 100 + int(last)
    return begins, ends + 100 if len(last) == 2 and ends < begins else ends


def _quarter(tokens: Tokens, context: Context) -> Said | None:
    """`Q3 2016`, `H1 2016`, either way round."""
    part = next(token for token in tokens if token.kind == "X")
    years = tuple(token for token in tokens if token.kind != "X")
    return Said(f"{spell_year(year_of(years))}-{part.value}")


def part_of(count: int, place: int, whole: Said) -> Said:
    """The `place`th of `count` equal parts (2 halves, 4 quarters) of a year, month or bundle."""
    if not 1 <= place <= count:
        raise WhenError(
            _("There are {count} of them, not {place}.").format(count=count, place=place)
        )
    date = parse(whole.edtf)
    years = _years_of(whole)
    if isinstance(date, Date) and date.precision is Precision.YEAR:
        return Said(f"{whole.edtf}-{(39 if count == 2 else 32) + place}", whole.note)
    if years and years[1] % count == 0:
        length = years[1] // count
        first = years[0] + (place - 1) * length
        return Said(f"{spell_year(first)}/{spell_year(first + length - 1)}", whole.note)
    if isinstance(date, Date) and date.precision is Precision.MONTH and count == 2 and date.month:
        last = days_in_month(date.year, date.month)
        first_day, last_day = ("01", "15") if place == 1 else ("16", f"{last:02d}")
        return Said(f"{whole.edtf}-{first_day}/{whole.edtf}-{last_day}", whole.note)
    raise WhenError(_("Only years, decades and centuries have halves and quarters here."))


def third_of(third: int, whole: Said) -> Said:
    """Early (0), mid (1) or late (2) in a year, month, decade or century."""
    date = parse(whole.edtf)
    years = _years_of(whole)
    if years:
        first, last = _third_of_years(third, *years)
    elif isinstance(date, Date) and date.precision is Precision.YEAR:
        year = whole.edtf
        first = (year, f"{year}-05", f"{year}-09")[third]
        last = (f"{year}-04", f"{year}-08", f"{year}-12")[third]
    elif isinstance(date, Date) and date.precision is Precision.MONTH and date.month:
        month, length = whole.edtf, days_in_month(date.year, date.month)
        first = f"{month}-{(1, 11, 21)[third]:02d}"
        last = f"{month}-{(10, 20, length)[third]:02d}"
    else:
        raise WhenError(
            _("“{word}” goes with a year, a month, a decade, a century or a day.").format(
                word=THIRDS[third]
            )
        )
    return Said(f"{first}{'~' * (third > 0)}/{last}{'~' * (third < 2)}", whole.note)


def _third_of_years(third: int, first: int, count: int) -> tuple[str, str]:
    cuts = (0, 4, 7, 10) if count == 10 else (0, count // 3 + 1, count * 2 // 3 + 1, count)
    return spell_year(first + cuts[third]), spell_year(first + cuts[third + 1] - 1)


def _years_of(said: Said) -> tuple[int, int] | None:
    """The first year and the number of years of a decade or longer, also where it is a range."""
    date = parse(said.edtf)
    if isinstance(date, Date) and date.precision < Precision.YEAR:
        start, stop = span_of(date)
        return civil(start)[0], civil(stop)[0] - civil(start)[0]
    if isinstance(date, Interval) and isinstance(date.first, Date) and isinstance(date.last, Date):
        years = date.last.year - date.first.year + 1
        if date.first.precision is date.last.precision is Precision.YEAR and years == 10:
            return date.first.year, 10
    return None


def _some(tokens: Tokens, context: Context) -> Said | None:
    """`some month of 1984`, `some day in April 1984`."""
    unit, rest = tokens[1].value, tuple(token for token in tokens[2:] if token.kind != "i")
    if unit not in (1, 3) or (unit == 3 and rest[0].kind == "M"):
        return None
    if rest[0].kind == "M":
        return Said(f"{spell_year(year_of(rest[1:]))}-{rest[0].value:02d}-XX")
    return Said(f"{spell_year(year_of(rest))}-XX{'-XX' * (unit == 1)}")


PARTS: tuple[Production, ...] = (
    ("SE?", _decade),
    ("O[KA]E?", _century),
    ("OJE?", _millennium),
    (f"z?P{_YEAR}|{_YEAR}z?P", _season),
    ("z?P(?:N[-/]NE?|T)", _winter),
    (f"X{_YEAR}|{_YEAR}X", _quarter),
    (f"jYi?M?{_YEAR}", _some),
)
