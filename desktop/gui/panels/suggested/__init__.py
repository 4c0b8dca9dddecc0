"""The panel of suggestions: sentences that tell of events, to take or to leave."""
