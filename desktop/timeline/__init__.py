"""The timeline: axis, events and frames decide (no Qt); drawing, stage and hand show and take.

`view` is the whole of it as one widget, `pictures` the same as a file or on paper.
"""
