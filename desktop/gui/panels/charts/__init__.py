"""The panel of charts: events by unit of time, people hurt, claims by source."""
