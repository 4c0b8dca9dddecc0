"""The filter: one field, its terms, and what they let through."""
