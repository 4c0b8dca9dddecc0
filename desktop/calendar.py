"""The proleptic Gregorian calendar in whole numbers: any astronomical year, no zone.

Days and seconds count from 1970-01-01T00:00. Year 0 is 1 BC, year -43 is 44 BC. The two day
formulas are Howard Hinnant's (chrono-compatible low-level date algorithms, 2013).
"""

DAY = 86_400
HOUR = 3_600
MINUTE = 60
_DAYS_BEFORE_1970 = 719_468  # from 0000-03-01, where the formulas begin their eras of 400 years
_MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """True where February has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31; months are 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month]


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to this day, negative before it; the day is not checked."""
    if month <= 2:
        year -= 1
        month += 12
    era, of_era = divmod(year, 400)
    of_year = (153 * (month - 3) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _DAYS_BEFORE_1970


def civil_from_days(days: int) -> tuple[int, int, int]:
    """The year, month and day that lie `days` after 1970-01-01."""
    era, of_era = divmod(days + _DAYS_BEFORE_1970, 146_097)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    year += era * 400
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def weekday(days: int) -> int:
    """The ISO day of the week, Monday 1 to Sunday 7; 1970-01-01 was a Thursday."""
    return (days + 3) % 7 + 1


def julian_weekday(year: int, month: int, day: int) -> int:
    """The ISO weekday of a date that is written in the Julian calendar, 1 to 7."""
    if month <= 2:
        year -= 1
        month += 12
    return (365 * year + year // 4 + (153 * (month - 3) + 2) // 5 + day - 1) % 7 + 1


def seconds(
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> int:
    """Seconds from 1970-01-01T00:00 to this instant; the parts are not checked."""
    return days_from_civil(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second


def civil(instant: int) -> tuple[int, int, int, int, int, int]:
    """The year, month, day, hour, minute and second of an instant in seconds since 1970."""
    days, rest = divmod(instant, DAY)
    hour, rest = divmod(rest, HOUR)
    minute, second = divmod(rest, MINUTE)
    return (*civil_from_days(days), hour, minute, second)


def add_months(instant: int, months: int) -> int:
    """The same day and clock time `months` later; a day the month lacks becomes its last one."""
    days, clock = divmod(instant, DAY)
    year, month, day = civil_from_days(days)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    day = min(day, days_in_month(year, month + 1))
    return days_from_civil(year, month + 1, day) * DAY + clock


def week_of(days: int) -> tuple[int, int]:
    """The ISO 8601 year and week (1 to 53) in which a day lies."""
    thursday = days - weekday(days) + 4
    year, _, _ = civil_from_days(thursday)
    return year, (thursday - days_from_civil(year, 1, 1)) // 7 + 1


def monday_of(year: int, week: int) -> int:
    """The day on which an ISO 8601 week begins; week 1 is the one that holds 4 January."""
    fourth = days_from_civil(year, 1, 4)
    return fourth - weekday(fourth) + 1 + 7 * (week - 1)
