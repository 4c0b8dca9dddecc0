"""The pages of a damaged file, looked at one by one, where its schema does not lead to them.

After SQLite's own description of its format: https://www.sqlite.org/fileformat2.html
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

_HEAD = 100
_BRANCH, _LEAF = 5, 13
_SAMPLED = 8  # cells, or branches, that are looked at before a page is given up
_MOST_SEEN = 64
_MAGIC = b"SQLite format 3\0"
OUR_PAGE = 4096
Kinds = Sequence[str]  # what a value may be, one letter each: n nothing, i integer, t text, b bytes


class Pages:
    """A file's whole content, of which nothing is taken for granted."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.size = _size(content[:_HEAD])
        self.count = len(content) // self.size

    @cached_property
    def loose(self) -> list[int]:
        """Numbers of the pages with rows that no page above leads to, and that are not free."""
        tops, below = [], self._free()
        for number in range(2, self.count + 1):
            kind = self._content[(number - 1) * self.size]
            if kind in (_BRANCH, _LEAF):
                tops.append(number)
            if kind == _BRANCH:
                below.update(self._branches(number))
        return [number for number in tops if number not in below]

    def fits(self, number: int, kinds: Sequence[Kinds]) -> bool:
        """True where the first rows below a page are of such columns."""
        return any(_are_of(serials, kinds) for serials in self._first_rows(number))

    def is_empty(self, number: int) -> bool:
        """True where a page stands at the top of a table without rows."""
        page = self._page(number)
        return page[:1] == bytes([_LEAF]) and page[3:5] == bytes(2)

    def with_table(self, root: int, name: str, wording: str) -> bytes:
        """A first page of ours that leads to one table and says nothing else."""
        record = _record("table", name, name, root, wording)
        cell = _varint(len(record)) + b"\1" + record
        place = self.size - len(cell)
        tree = (
            bytes([_LEAF, 0, 0, 0, 1]) + place.to_bytes(2, "big") + b"\0" + place.to_bytes(2, "big")
        )
        head = self._head() + tree
        return head + bytes(place - len(head)) + cell

    def _head(self) -> bytes:
        size = self.size if self.size < 65_536 else 1
        numbers = (1, self.count, 0, 0, 1, 4, 0, 0, 1)  # counter, pages, …, format 4, …, UTF-8
        fixed = _MAGIC + size.to_bytes(2, "big") + bytes([1, 1, 0, 64, 32, 32])
        said = fixed + b"".join(number.to_bytes(4, "big") for number in numbers)
        return said.ljust(92, b"\0") + b"\0\0\0\1" + (3_045_000).to_bytes(4, "big")

    def _page(self, number: int) -> bytes:
        if not 2 <= number <= self.count:
            return b""
        return self._content[(number - 1) * self.size : number * self.size]

    def _free(self) -> set[int]:
        found: set[int] = set()
        trunk = _number(self._content, 32)
        while trunk not in found and (page := self._page(trunk)):
            held = min(_number(page, 4), self.size // 4 - 2)
            found |= {trunk, *(_number(page, 8 + 4 * place) for place in range(held))}
            trunk = _number(page, 0)
        return found

    def _branches(self, number: int) -> Iterator[int]:
        page = self._page(number)
        yield _number(page, 8)
        yield from (_number(page, place) for place in _cells(page, 12))

    def _first_rows(self, number: int) -> Iterator[list[int]]:
        """The kinds of values in rows below a page, of some pages only: branches may go round."""
        waiting, seen = [number], 0
        while waiting and seen < _MOST_SEEN:
            seen += 1
            number = waiting.pop()
            page = self._page(number)
            if page[:1] == bytes([_LEAF]):
                yield from (_serials(page, place) for place in _cells(page, 8)[:_SAMPLED])
            elif page[:1] == bytes([_BRANCH]):
                waiting += list(self._branches(number))[:_SAMPLED]


def _size(head: bytes) -> int:
    said = int.from_bytes(head[16:18], "big")
    if said == 1:
        return 65_536
    is_size = said >= 512 and said & (said - 1) == 0
    return said if is_size and head.startswith(_MAGIC) else OUR_PAGE


def _number(page: bytes, place: int) -> int:
    return int.from_bytes(page[place : place + 4], "big")


def _cells(page: bytes, first: int) -> list[int]:
    """Where the cells of a page begin, as far as that can be."""
    held = min(int.from_bytes(page[3:5], "big"), len(page) // 4)
    places = (int.from_bytes(page[first + 2 * n : first + 2 * n + 2], "big") for n in range(held))
    return [place for place in places if first <= place < len(page) - 4]


def _serials(page: bytes, place: int) -> list[int]:
    """What kinds of values a row holds, as SQLite numbers them; [] where that is no row."""
    _length, place = _read_varint(page, place)
    _key, place = _read_varint(page, place)
    head, first = _read_varint(page, place)
    end, found = place + head, []
    if end > len(page):
        return []
    place = first
    while place < end:
        serial, place = _read_varint(page, place)
        found.append(serial)
    return found


def _are_of(serials: Sequence[int], kinds: Sequence[Kinds]) -> bool:
    if len(serials) != len(kinds):
        return False
    return all(_letter(serial) in kind for serial, kind in zip(serials, kinds, strict=True))


def _letter(serial: int) -> str:
    if serial == 0:
        return "n"
    if serial < 12:
        return "-" if serial in (7, 10, 11) else "i"
    return "t" if serial % 2 else "b"


def _read_varint(page: bytes, place: int) -> tuple[int, int]:
    found = 0
    for step, byte in enumerate(page[place : place + 9]):
        if step == 8:
            return found << 8 | byte, place + 9
        found = found << 7 | byte & 0x7F
        if byte < 0x80:
            return found, place + step + 1
    return found, len(page)


def _varint(number: int) -> bytes:
    """At most two bytes, which is enough for what stands in one page."""
    return bytes([number]) if number < 0x80 else bytes([0x80 | number >> 7, number & 0x7F])


def _record(kind: str, name: str, table: str, root: int, wording: str) -> bytes:
    words = [kind.encode(), name.encode(), table.encode(), wording.encode()]
    serials = [_varint(13 + 2 * len(word)) for word in words]
    serials.insert(3, b"\4")  # an integer of four bytes
    values = [*words[:3], root.to_bytes(4, "big"), words[3]]
    head = b"".join(serials)
    return _varint(len(head) + 1) + head + b"".join(values)
