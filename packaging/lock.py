"""Make requirements.lock anew from pyproject.toml: `python3 packaging/lock.py`; needs uv.

The lock holds hashes and no addresses, so it is good for whatever index a user's pip is set to.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
HEAD = "# Made by `python3 packaging/lock.py` from pyproject.toml. Do not edit.\n"


def main() -> None:
    """Resolve for every system and Python that is supported, and write the lock."""
    subprocess.run(["uv", "lock", "--upgrade", "--system-certs"], cwd=ROOT, check=True)
    exported = subprocess.run(
        ["uv", "export", "--format", "requirements-txt", "--no-emit-project", "--all-groups",
         "--no-annotate", "--no-header", "--frozen"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    if "://" in exported:
        sys.exit("The lock would name an address. Which dependency is not from an index?")
    LOCK.write_text(HEAD + exported, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
