"""The panel of articles: what has been read, and what has not."""
