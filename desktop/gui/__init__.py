"""The windows, and what is laid out in them."""
