"""The hand: mouse, wheel, fingers and keys, each gesture ending in one edit."""
