"""The garbage collector rests while the program starts: what a start makes stays.

It went through the growing heap again and again, for an eighth of the start. The command line puts
it to rest before Qt is loaded.
"""

import gc


def go_on() -> None:
    """Collect again, but do not look through what has come with the start; once."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def forget_start() -> None:
    """Look through all again, for something that came with the start has gone."""
    gc.unfreeze()
