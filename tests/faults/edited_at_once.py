"""One of two programs that edit the same timeline at once: test_two_homes starts them.

Each adds events, and retitles events of both. Prints a line for each change that it made.
"""

import random
import sys
from pathlib import Path

from desktop.document import Document, holding
from desktop.edits.events import add_event, retitle_event
from desktop.errors import DatelineError


def main(path, name, edits):
    """Edit without asking whether another one does, as on a disk that knows no locks."""
    holding.beside.take = lambda path: None
    document, chance = Document.open(Path(path)), random.Random(name)
    sys.stdout.write(f"open {document.is_read_only}\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(edits):
        title = f"{name}-{number}"
        try:
            if number % 2:
                event = chance.choice(document.events())
                retitle_event(document, event.id, title)
                sys.stdout.write(f"retitled {event.title} {title}\n")
            else:
                add_event(document, 1, title)
                sys.stdout.write(f"added - {title}\n")
        except DatelineError as error:
            sys.stdout.write(f"refused - {error}\n")
    document.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
