"""Exports again and again until it is killed: the program that test_surroundings starts.

Reads lines «document folder»; for each it forks a child that writes every format, over and over.
"""

import os
import sys
from pathlib import Path

from desktop.document import Document
from desktop.formats import export


def write(path, folder):
    """Export into `folder` in every format, again and again."""
    document = Document.open(Path(path))
    while True:
        for target in sorted(Path(folder).glob("war.*")):
            export(document, target)


def main():
    """Start a child for each line, and print its number."""
    for line in sys.stdin:
        path, folder = line.split()
        child = os.fork()
        if child == 0:
            write(path, folder)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("ended\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
