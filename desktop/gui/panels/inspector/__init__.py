"""The inspector: one event, or what many have in common, in fields."""
