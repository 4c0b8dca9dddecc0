"""Start Dateline: `python3 main.py` opens it, `python3 main.py --test` runs its tests.

Either sets up what is needed on first use.
"""

import sys
from pathlib import Path

if __name__ == "__main__":
    try:
        sys.path.insert(0, str(Path(__file__).resolve().parent / "packaging"))
        from set_up import prepare

        arguments = prepare(sys.argv[1:])
        del sys.path[0]
        from desktop.cli import main

        sys.exit(main(arguments))
    except KeyboardInterrupt:
        sys.exit(130)
