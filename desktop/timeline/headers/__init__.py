"""The headers: the tracks' names, signs, order and groups, left of the timeline."""
