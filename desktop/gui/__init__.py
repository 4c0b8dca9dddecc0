"""The windows, and what is laid out in them."""

from desktop.gui.late import import_plainly

import_plainly()
