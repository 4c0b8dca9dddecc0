"""The timeline: scale, ticks, index and layout decide (no Qt); paint, picture and view draw."""
