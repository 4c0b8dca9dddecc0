"""Dateline, a timeline editor for people who read."""

import os

__version__ = "0.1.0"

# numpy's linear algebra starts a thread for each core when it loads, which nearly doubles the time
# that loading takes; nothing here multiplies matrices.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
