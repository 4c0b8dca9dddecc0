"""Reads an article for what a researcher would place: event, date, track, speaker, status."""

from desktop.reading.suggest.suggest import Suggestion, suggest
from desktop.reading.suggest.tracks import Filed, Sorter, TrackWords

__all__ = ["Filed", "Sorter", "Suggestion", "TrackWords", "suggest"]
