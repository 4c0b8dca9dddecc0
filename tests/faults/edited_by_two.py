"""One of two programs that both want to edit the same timeline: test_two_programs starts them.

Prints a line for each time that it has the file: when it asked first, and when it had it.
"""

import random
import sys
import time
from pathlib import Path

from desktop.document import Document
from desktop.edits.events import add_event
from desktop.errors import DatelineError


def main(path, name, edits):
    """Edit when the other has gone, for a random while, until `edits` are made."""
    chance, made = random.Random(name), 0
    while made < edits:
        asked = time.monotonic()
        document = Document.open(Path(path))
        while document.is_read_only:
            time.sleep(0.05)
            document.follow()
            document.take_over()
        sys.stdout.write(f"had {asked} {time.monotonic()}\n")
        for _ in range(min(chance.randrange(20, 120), edits - made)):
            try:
                add_event(document, 1, f"{name} {made}")
            except DatelineError as error:
                sys.stdout.write(f"refused {error}\n")
                continue
            made += 1
        document.close()
        sys.stdout.write(f"left {time.monotonic()}\n")
        sys.stdout.flush()
        time.sleep(0.1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
