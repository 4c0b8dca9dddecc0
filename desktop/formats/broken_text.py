"""Text of tables that is not quite as it should be: stray bytes, other encodings, broken rows."""

import codecs
import re

from desktop.errors import FileError
from desktop.i18n import _

_HEAD = 64 << 10
_CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32)})
_SEPARATOR = re.compile(r"sep=.(?=\r?\n)", re.IGNORECASE)
_PAGE = re.compile(rb"\s*<(!doctype html|html|\?xml|table)\b", re.IGNORECASE)
_MARKED = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
           (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip


class BrokenRow(list[str]):
    """A row that cannot be cut into cells; it has none, and says why."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


def header_broken(name: str, line: int, row: list[str]) -> FileError:
    """What is said where the row that names the columns is a broken one."""
    reason = row.reason if isinstance(row, BrokenRow) else ""
    sentence = _("{name}, line {line}: the columns have no names: {reason}")
    return FileError(sentence.format(name=name, line=line, reason=reason))


def wide_encoding(content: bytes) -> str:
    """UTF-16 or UTF-32 by its mark or by its zero bytes; "" for all else."""
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return encoding
    head = content[: _HEAD // 2 * 2]
    most, few = len(head) * 0.2, len(head) * 0.01
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > most and even < few:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd < few else ""


def refuse_no_text(content: bytes, name: str) -> None:
    """Refuse what is of another kind, whatever it is called."""
    if _PAGE.match(content[:200]):
        raise FileError(_("{name} is a page and no text table.").format(name=name))
    head = content[:_HEAD]
    strange = len(head) - len(head.translate(None, _CONTROLS))
    is_other = content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"SQLite format 3"))
    if is_other or strange > max(len(head) * 0.02, 4):
        raise FileError(_("{name} is no text table.").format(name=name))


def mended(content: bytes) -> str | None:
    """UTF-8 with bytes of Windows' Western letters strewn in; None where it is not mostly UTF-8."""
    bad = 0

    def take_western(error: UnicodeError) -> tuple[str, int]:
        nonlocal bad
        if not isinstance(error, UnicodeDecodeError):
            raise error
        bad += error.end - error.start
        return error.object[error.start : error.end].decode("cp1252", "replace"), error.end

    codecs.register_error("dateline-western", take_western)
    text = content.decode("utf-8", errors="dateline-western")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return text if good >= bad else None


def cleaned(text: str) -> str:
    """The text without marks of its encoding, and without Excel's line that names the separator."""
    text = text.lstrip("\ufeff")
    found = _SEPARATOR.match(text)
    return text[found.end() :] if found else text
