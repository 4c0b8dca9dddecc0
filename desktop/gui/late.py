"""Modules that are loaded when something of them is first asked for, not when they are imported.

The first picture of a window needs few of its panels' modules. A window says what it is made of at
its head, where readers and type checkers look for it, and pays for it after the picture.
"""

import builtins
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

from PySide6 import QtCore

_BEFORE = "__orig_import__"  # where PySide6 keeps the import that it took the place of


@contextmanager
def late(*packages: str) -> Iterator[None]:
    """Let the modules below these packages, if imported in this block, wait until they are used.

    Only whole modules can wait: `from package import module`.
    """
    finder = _Waiting(packages)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def import_plainly() -> None:
    """Import as Python does from now on: PySide6 reads the source of each module that is loaded.

    It looks there for the use of its optional features, of which Dateline has none.
    """
    assert QtCore  # it is PySide6's coming that changes the import
    if hasattr(builtins, _BEFORE):
        builtins.__import__ = getattr(builtins, _BEFORE)


class _Waiting:
    """Finds modules of some packages, and has them wait."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._packages = tuple(f"{package}." for package in packages)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module with a loader that waits; None leaves it to others."""
        if not fullname.startswith(self._packages):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None and not spec.submodule_search_locations:
            spec.loader = importlib.util.LazyLoader(spec.loader)
        return spec
