"""Telling: the events in view in words, for tooltips and for screen readers."""
