"""Opens older documents until it is killed: the program that test_versions starts.

Reads lines «document report»; for each it forks a child, which makes `report`, then opens.
"""

import os
import sys
import time
from pathlib import Path

from desktop.document import Document


def main():
    """Open the document of each line in a process of its own, and print that process."""
    for line in sys.stdin:
        path, report = line.split()
        child = os.fork()
        if child == 0:
            Path(report).touch()
            Document.open(Path(path))
            time.sleep(60)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("ended\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
