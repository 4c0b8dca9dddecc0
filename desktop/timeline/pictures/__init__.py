"""Pictures: the timeline as a file, on paper, or cut into a poster."""
