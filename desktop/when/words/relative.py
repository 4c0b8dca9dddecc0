"""Dates that count from today: yesterday, last Friday, two weeks ago, next month, last spring.

A weekday is the latest such day, today included; `last` excludes today. Weeks are Monday to Sunday.
"""

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.bounds import span_of
from desktop.when.calendar import DAY, add_months, civil, civil_from_days, weekday
from desktop.when.edtf import date_of
from desktop.when.english import SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from desktop.when.spelling import spell_day, spell_instant, spell_month, spell_year
from desktop.when.words.dates import Production, Tokens
from desktop.when.words.said import Context, Said
from desktop.when.written import LAST_YEAR, Precision

_DAYS_IN = {1: 1, 2: 7, 6: 14}
_MONTHS_IN = {3: 1, 4: 12, 5: 120, 8: 1200}


def show_day(days: int) -> str:
    """`Fri 29 Nov 2024`, for notes."""
    year, month, day = civil_from_days(days)
    return f"{SHORT_WEEKDAYS[weekday(days) - 1]} {day} {SHORT_MONTHS[month - 1]} {year}"


def _on(days: int) -> Said:
    return Said(spell_day(days), _("That is {day}.").format(day=show_day(days)))


def _days(first: int, last: int) -> Said:
    note = _("That is {first} to {last}.").format(first=show_day(first), last=show_day(last))
    return Said(f"{spell_day(first)}/{spell_day(last)}", note)


def _words_of(tokens: Tokens) -> str:
    return " ".join(token.text for token in tokens)


def _near_day(tokens: Tokens, context: Context) -> Said | None:
    return _on(context.day_for(_words_of(tokens)) + tokens[0].value)


def _weekday(tokens: Tokens, context: Context) -> Said | None:
    today = context.day_for(_words_of(tokens))
    return _on(today - (weekday(today) - tokens[0].value) % 7)


def _short_weekday(tokens: Tokens, context: Context) -> Said | None:
    name = WEEKDAYS[tokens[0].value - 1]
    raise WhenError(
        _("“{text}” alone is no date: write {name}, or the date.").format(
            text=tokens[0].text, name=name
        )
    )


def _which_weekday(tokens: Tokens, context: Context) -> Said | None:
    """`last`, `this`, `next` and a weekday; next Friday is refused where it could be two days."""
    today = context.day_for(_words_of(tokens))
    which, day = tokens[0].value, tokens[1].value
    if which == -1:
        return _on(today - ((weekday(today) - day) % 7 or 7))
    of_this_week = today - weekday(today) + day
    if which == 0:
        return _on(of_this_week)
    if of_this_week > today:
        raise WhenError(
            _("{text}: {first} or {last}? Write the date.").format(
                text=_words_of(tokens),
                first=show_day(of_this_week),
                last=show_day(of_this_week + 7),
            )
        )
    return _on(of_this_week + 7)


def _weekday_of_week(tokens: Tokens, context: Context) -> Said | None:
    """`Friday last week`."""
    which = next(token for token in tokens if token.kind == "l").value
    day = next(token for token in tokens if token.kind in "Wv").value
    if next(token for token in tokens if token.kind == "Y").value != 2:
        return None
    today = context.day_for(_words_of(tokens))
    return _on(today - weekday(today) + day + 7 * which)


def _which_unit(tokens: Tokens, context: Context) -> Said | None:
    """`last week`, `this month`, `next year`, `last weekend`."""
    which, unit = tokens[0].value, tokens[1].value
    today = context.day_for(_words_of(tokens))
    monday = today - weekday(today) + 1 + 7 * which
    year, month, _day = civil_from_days(today)
    if unit == 2:
        return _days(monday, monday + 6)
    if unit == 7:
        return _days(monday + 5, monday + 6)
    if unit == 3:
        return Said(spell_month(year * 12 + month - 1 + which))
    return Said(spell_year(year + which)) if unit == 4 else None


def _which_century(tokens: Tokens, context: Context) -> Said | None:
    year = civil_from_days(context.day_for(_words_of(tokens)))[0] + 100 * tokens[0].value
    return Said(f"{year // 100:02d}XX") if 100 <= year <= 9999 else None


def _which_month(tokens: Tokens, context: Context) -> Said | None:
    today = context.day_for(_words_of(tokens))
    year, month, _day = civil_from_days(today)
    which, named = tokens[0].value, tokens[1].value
    if which == -1:
        year -= named >= month
    elif which == 1:
        year += named <= month
    return Said(f"{spell_year(year)}-{named:02d}")


def _which_season(tokens: Tokens, context: Context) -> Said | None:
    """The latest season that is over, the one of now or of this year, or the first to come."""
    now = context.day_for(_words_of(tokens)) * DAY
    which, code = tokens[0].value, tokens[1].value
    year = civil(now)[0]
    texts = [f"{spell_year(near)}-{code}" for near in range(year - 2, year + 3)]
    spans = {text: span_of(date_of(text)) for text in texts}
    if which == -1:
        return Said(max(text for text in texts if spans[text][1] <= now))
    if which == 1:
        return Said(min(text for text in texts if spans[text][0] > now))
    current = [text for text in texts if spans[text][0] <= now < spans[text][1]]
    return Said((current or [texts[2]])[0])


def _away(tokens: Tokens, context: Context) -> Said | None:
    """`three days ago`, `a month ago`, `two years from now`, to the unit that is named."""
    if tokens[0].kind != "Q":
        return _count_away(tokens[:-1], context, tokens[-1].value)
    said = _count_away(tokens[1:-1], context, tokens[-1].value)
    if said is None or tokens[0].value != 1 or tokens[-2].value != 5:
        return said
    # Nearly a decade is nine years and some months.
    return Said(spell_year(date_of(said.edtf).year - tokens[-1].value), said.note)


def _ahead(tokens: Tokens, context: Context) -> Said | None:
    """`in two weeks`."""
    return _count_away(tokens[1:], context, 1)


def _count_away(tokens: Tokens, context: Context, sign: int) -> Said | None:
    number, unit = _number(tokens[:-1]), tokens[-1].value
    if number is None or unit not in (*_DAYS_IN, *_MONTHS_IN):
        return None
    text = _words_of(tokens)
    if unit == 4 and number >= 1000:
        return _long_ago(number, context) if sign < 0 else None
    today = context.day_for(text)
    if number > 10_000:
        raise WhenError(_("“{text}” is too many to count from today.").format(text=text))
    if unit in _DAYS_IN:
        return _on(today + sign * int(number) * _DAYS_IN[unit])
    months = add_months(today * DAY, sign * int(number) * _MONTHS_IN[unit])
    return Said(spell_instant(months, Precision.MONTH if unit == 3 else Precision.YEAR))


def _number(tokens: Tokens) -> float | None:
    """The count that the tokens tell: `3`, `two`, `13.8 billion`."""
    number = float(tokens[0].text.replace(",", "")) if tokens[0].kind in "ND" else tokens[0].value
    for token in tokens[1:]:
        number *= 10**token.value
    return number if number == int(number) else None


def _long_ago(number: float, context: Context) -> Said:
    """Thousands of years ago are about a year; from 100,000 on, today counts for nothing."""
    year = -round(number)
    if number < 100_000:
        year += context.year if context.year is not None else 2000
    if abs(year) > LAST_YEAR:
        raise WhenError(_("Years reach {last} both ways.").format(last=f"{LAST_YEAR:,}"))
    return Said(f"{spell_year(year)}~")


def _thousands_ago(tokens: Tokens, context: Context) -> Said | None:
    """`5 ka`, `66 Ma`, `13.8 Ga`."""
    number = _number(tokens)
    return _long_ago(number, context) if number is not None and number >= 1000 else None


def _past(tokens: Tokens, context: Context) -> Said | None:
    """`past three days`, `last two weeks`: the days that end with today."""
    today = context.day_for(_words_of(tokens))
    number, unit = _number(tokens[1:-1]) if len(tokens) > 2 else 1, tokens[-1].value
    if number is None or not 1 <= number <= 1000 or unit not in (*_DAYS_IN, *_MONTHS_IN):
        return None
    if unit in _DAYS_IN:
        return _days(today - int(number) * _DAYS_IN[unit] + 1, today)
    return _days(add_months(today * DAY, -int(number) * _MONTHS_IN[unit]) // DAY + 1, today)


_COUNT = "(?:[NDq]m*)"
RELATIVE: tuple[Production, ...] = (
    ("d", _near_day),
    ("W", _weekday),
    ("v", _short_weekday),
    ("l[Wv]", _which_weekday),
    ("[Wv]lY|lY[Wv]", _weekday_of_week),
    ("lY", _which_unit),
    ("lK", _which_century),
    ("lM", _which_month),
    ("lP", _which_season),
    (f"Q?{_COUNT}[Y#K]a", _away),
    (f"i{_COUNT}[Y#]", _ahead),
    ("[ND]k", _thousands_ago),
    (f"[hl]{_COUNT}[Y#]|hY", _past),
)
