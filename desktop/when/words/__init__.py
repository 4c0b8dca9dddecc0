"""How a phrase that a person typed is understood: tokens, then dates, then ranges of them."""
