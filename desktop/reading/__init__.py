"""A text becomes an article: its words, its dates, what it suggests."""
