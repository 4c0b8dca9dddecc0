"""The reader: an article's text, its dates, and the words that became events."""
