"""A disk between SQLite and the real one: it writes down what reaches it, and fails as it is told.

A VFS of our own in the SQLite that the program uses, made by ctypes: no rights and no other program
are needed. Where that SQLite shows none of its functions, `Medium` refuses with `UnreachableError`.
"""

import ctypes
import sys
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils.utils import sqlite3

FULL, CANTOPEN, READONLY, BUSY = 13, 14, 8, 5
READ, WRITE, SYNC, TRUNCATE, DELETE = (
    10 | 1 << 8,
    10 | 3 << 8,
    10 | 4 << 8,
    10 | 6 << 8,
    10 | 10 << 8,
)
DIR_SYNC = 10 | 5 << 8
KINDS = {"open": CANTOPEN, "read": READ, "write": WRITE, "sync": SYNC, "truncate": TRUNCATE,
         "delete": DELETE}  # fmt: skip
_IS_MAIN, _IS_JOURNAL, _CREATES = 0x100, 0x800, 0x4


class UnreachableError(Exception):
    """This SQLite does not show the functions that a VFS needs."""


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_MOVE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_SIZED = CFUNCTYPE(c_int, c_void_p, c_int64)
_FLAGGED = CFUNCTYPE(c_int, c_void_p, c_int)


class _Vfs(Structure):
    _fields_ = (
        ("iVersion", c_int), ("szOsFile", c_int), ("mxPathname", c_int), ("pNext", c_void_p),
        ("zName", c_char_p), ("pAppData", c_void_p), ("xOpen", c_void_p), ("xDelete", c_void_p),
        ("rest", c_void_p * 16),
    )  # fmt: skip


class _Methods(Structure):
    _fields_ = (
        ("iVersion", c_int), ("xClose", c_void_p), ("xRead", c_void_p), ("xWrite", c_void_p),
        ("xTruncate", c_void_p), ("xSync", c_void_p), ("rest", c_void_p * 13),
    )  # fmt: skip


@dataclass(frozen=True)
class Deed:
    """One thing that was asked of the disk: `kind` of KINDS, or «finished» for a step of ours."""

    kind: str
    path: str = ""
    place: int = 0
    content: bytes = b""


class Medium:
    """Stands between SQLite and the disk, for connections that are opened while it is in place.

    `deeds` lists what reached the disk while `is_writing_down`; `answer`, given the kind and the
    path of each deed, gives the error code with which it fails, 0 for none.
    """

    def __init__(self):
        self.deeds = []
        self.is_writing_down = False
        self.answer = lambda kind, path: 0
        self._kept = []
        self._methods = {}
        try:
            self._library = ctypes.CDLL(sys.modules[sqlite3.connect.__module__].__file__)
            self._library.sqlite3_vfs_find.restype = POINTER(_Vfs)
            self._library.sqlite3_vfs_find.argtypes = [c_char_p]
            self._real = self._library.sqlite3_vfs_find(None)
        except (AttributeError, OSError) as error:
            raise UnreachableError from error
        self._own = _Vfs()
        ctypes.memmove(ctypes.byref(self._own), self._real, ctypes.sizeof(_Vfs))
        self._name = ctypes.create_string_buffer(b"medium")
        self._own.zName = cast(self._name, c_char_p)
        self._own.pNext = None
        self._own.xOpen = self._point(_OPEN, self._open)
        self._own.xDelete = self._point(_DELETE, self._delete)

    def fail(self, code, kinds=("open", "write", "sync", "truncate", "delete"), path=""):
        """Fail all deeds of these kinds from now on, on files whose path holds `path`."""
        self.answer = lambda kind, on: code if kind in kinds and path in on else 0

    def heal(self):
        """Fail nothing any more."""
        self.answer = lambda kind, path: 0

    def finished(self):
        """Write down that a step of the user's was told to be finished."""
        self.deeds.append(Deed("finished"))

    @contextmanager
    def in_place(self):
        """Let every file that SQLite opens meanwhile lie on this disk."""
        self._library.sqlite3_vfs_register(ctypes.byref(self._own), 1)
        try:
            yield self
        finally:
            self.heal()
            self._library.sqlite3_vfs_register(self._real, 1)
            self._library.sqlite3_vfs_unregister(ctypes.byref(self._own))

    def _point(self, kind, function):
        made = kind(function)
        self._kept.append(made)
        return cast(made, c_void_p).value

    def _ask(self, kind, path, place=0, content=b""):
        code = self.answer(kind, path)
        if not code and self.is_writing_down and kind != "read":
            self.deeds.append(Deed(kind, path, place, content))
        return code

    def _open(self, _vfs, name, file, flags, out):
        path = ctypes.string_at(name).decode("utf-8", "surrogateescape") if name else ""
        is_ours = flags & (_IS_MAIN | _IS_JOURNAL)
        is_new = bool(flags & _CREATES) and path and not Path(path).exists()
        if is_ours and is_new and (code := self._ask("open", path)):
            return code
        real = _OPEN(self._real.contents.xOpen)
        code = real(ctypes.addressof(self._real.contents), name, file, flags, out)
        methods = cast(file, POINTER(c_void_p))
        if code == 0 and is_ours and methods[0]:
            methods[0] = self._wrapped(methods[0], path)
        return code

    def _wrapped(self, address, path):
        key = (address, path)
        if key not in self._methods:
            old = _Methods.from_address(address)
            new = _Methods()
            ctypes.memmove(ctypes.byref(new), address, ctypes.sizeof(_Methods))
            new.xRead = self._point(_MOVE, self._reading(_MOVE(old.xRead), path))
            new.xWrite = self._point(_MOVE, self._writing(_MOVE(old.xWrite), path))
            new.xTruncate = self._point(_SIZED, self._truncating(_SIZED(old.xTruncate), path))
            new.xSync = self._point(_FLAGGED, self._syncing(_FLAGGED(old.xSync), path))
            self._methods[key] = new
        return ctypes.addressof(self._methods[key])

    def _reading(self, real, path):
        return lambda file, into, size, place: (
            self._ask("read", path) or real(file, into, size, place)
        )

    def _writing(self, real, path):
        def write(file, source, size, place):
            content = ctypes.string_at(source, size)
            return self._ask("write", path, place, content) or real(file, source, size, place)

        return write

    def _truncating(self, real, path):
        return lambda file, size: self._ask("truncate", path, size) or real(file, size)

    def _syncing(self, real, path):
        return lambda file, flags: self._ask("sync", path) or real(file, flags)

    def _delete(self, _vfs, name, syncs):
        path = name.decode("utf-8", "surrogateescape")
        if not Path(path).exists():
            return _DELETE(self._real.contents.xDelete)(
                ctypes.addressof(self._real.contents), name, syncs
            )
        code = self._ask("delete", path, syncs)
        return code or _DELETE(self._real.contents.xDelete)(
            ctypes.addressof(self._real.contents), name, syncs
        )
