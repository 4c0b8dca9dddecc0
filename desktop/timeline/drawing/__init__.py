"""Drawing: a frame on any device, each kind of mark in a module of its own; decides nothing."""
