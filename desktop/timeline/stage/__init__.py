"""The stage: what is in view, where the view travels, and what lies under a point."""
