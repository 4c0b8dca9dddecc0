"""Time as the axis shows it: scale, ticks and calendar units, any year; no Qt."""
