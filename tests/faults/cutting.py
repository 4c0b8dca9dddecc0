"""Power cuts, simulated: what a disk may hold when the power goes in the midst of its writes.

A disk keeps for certain what was synced. What was written since may be there, or not, or torn at
its sectors, in any order; a file that was made or deleted since may be there or not.
"""

import random

SECTOR = 512


class Disk:
    """The files of one document under their names: what is certain, and what may come on top."""

    def __init__(self, files):
        self._certain = {path: bytearray(content) for path, content in files.items()}
        self._standing = set(files)
        self._written = []  # (kind, path, place, content), oldest first
        self._folder = []  # (kind, path), oldest first

    def take(self, deed):
        """Take one deed, as SQLite asks it of the system."""
        if deed.kind == "open":
            self._certain.setdefault(deed.path, bytearray())
            self._folder.append(("open", deed.path))
        elif deed.kind in ("write", "truncate"):
            self._written.append((deed.kind, deed.path, deed.place, deed.content))
        elif deed.kind == "sync":
            self._sync(deed.path)
        elif deed.kind == "delete":
            self._folder.append(("delete", deed.path))
            if deed.place:
                self._sync_folder()

    def cut(self, chance):
        """The files as they may be found after a cut just now: a choice of `chance`."""
        files = {path: bytearray(content) for path, content in self._certain.items()}
        standing = set(self._standing)
        share = chance.choice((0.0, 0.5, 0.9, 1.0))
        for kind, path in self._folder:
            if chance.random() < share:
                _move(standing, files, kind, path)
        share = chance.choice((0.0, 0.2, 0.5, 0.9, 1.0))
        for one in self._written:
            if chance.random() < share:
                _apply(files, _torn(one, chance))
        return {path: bytes(files[path]) for path in standing}

    def _sync(self, path):
        for one in self._written:
            if one[1] == path:
                _apply(self._certain, one)
        self._written = [one for one in self._written if one[1] != path]
        # SQLite syncs the folder too when it syncs a journal that it has made.
        self._sync_folder()

    def _sync_folder(self):
        for kind, path in self._folder:
            _move(self._standing, self._certain, kind, path)
            if kind == "delete":
                self._written = [one for one in self._written if one[1] != path]
        self._folder = []


def _move(standing, files, kind, path):
    if kind == "open":
        standing.add(path)
    else:
        standing.discard(path)
        files[path] = bytearray()


def _apply(files, deed):
    kind, path, place, content = deed
    file = files.setdefault(path, bytearray())
    if kind == "truncate":
        del file[place:]
        return
    file.extend(bytes(max(0, place - len(file))))
    file[place : place + len(content)] = content


def _torn(deed, chance):
    """The deed, or one in five times only some of its sectors."""
    kind, path, place, content = deed
    if kind != "write" or chance.random() > 0.2 or len(content) <= SECTOR:
        return deed
    first = chance.randrange(0, len(content), SECTOR)
    last = chance.randrange(first, len(content), SECTOR) + SECTOR
    return (kind, path, place + first, content[first:last])


def states(start, deeds, number, seed):
    """`number` states after cuts at random moments: the files, and how many steps were finished."""
    chance = random.Random(seed)
    moments = sorted(chance.randrange(len(deeds) + 1) for _ in range(number))
    disk, done, finished = Disk(start), 0, 0
    for moment in moments:
        for deed in deeds[done:moment]:
            disk.take(deed)
            finished += deed.kind == "finished"
        done = moment
        yield disk.cut(chance), finished
