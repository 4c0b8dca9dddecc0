"""Finds the expressions of time in an article and the days they mean; standard library only."""

from desktop.reading.dates.expression import DateExpression
from desktop.reading.dates.find import find_dates

__all__ = ["DateExpression", "find_dates"]
