"""The parts of the window: each shows something of the document and refreshes itself."""
