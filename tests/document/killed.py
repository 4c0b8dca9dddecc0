"""Edits at random until it is killed: the program that test_kill starts.

Reads lines «document reports seed»; for each it forks a child, which opens the document, walks
through the edits and appends to `reports`, after each commit, the number of the last step and the
digest of the whole content.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

from desktop.document import Document, journal
from desktop.document.database import load_utilities
from tests.document.walker import Walker, content


def digest(document):
    """The SHA-256 of every row that steps can change."""
    return hashlib.sha256(json.dumps(content(document)).encode()).hexdigest()


def last_step(document):
    """The number of the step that undo would take back, 0 for none."""
    step = journal.last_step(document._db)
    return step.id if step else 0


def walk(path, reports, seed):
    """Edit until killed, reporting each state once it is on the disk."""
    document = Document.open(Path(path))
    walker = Walker(document, seed)
    file = os.open(reports, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    while True:
        os.write(file, f"{last_step(document)} {digest(document)}\n".encode())
        walker.step()


def main():
    """Start a walk for each line, and print the process that takes it."""
    load_utilities()  # before the forks, which else would each load it within their short lives
    for line in sys.stdin:
        path, reports, seed = line.split()
        child = os.fork()
        if child == 0:
            walk(path, reports, int(seed))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("ended\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
