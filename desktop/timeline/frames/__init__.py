"""Frames: what stands where in one picture, decided before anything is drawn; no Qt."""
