"""Dated events as columns, and what finds the visible ones among a million; no Qt."""
