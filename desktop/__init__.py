"""Dateline, a timeline editor for people who read."""

__version__ = "0.1.0"
