"""The table: every event a row, edited in place."""
