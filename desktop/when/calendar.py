"""The calendar's arithmetic by the name of the house that uses it most."""

from desktop.calendar import (
    DAY,
    HOUR,
    MINUTE,
    add_months,
    civil,
    civil_from_days,
    days_from_civil,
    days_in_month,
    is_leap,
    julian_weekday,
    monday_of,
    seconds,
    week_of,
    weekday,
)

__all__ = [
    "DAY",
    "HOUR",
    "MINUTE",
    "add_months",
    "civil",
    "civil_from_days",
    "days_from_civil",
    "days_in_month",
    "is_leap",
    "julian_weekday",
    "monday_of",
    "seconds",
    "week_of",
    "weekday",
]
