"""The bar that turns selected words into an event: track, date, title."""
