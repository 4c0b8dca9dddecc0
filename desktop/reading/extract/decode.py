"""Bytes become text: by byte order mark, as UTF-8, as declared or by a guess, in this order."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|"""
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
# Pages that say Latin-1 mean Windows-1252, as the WHATWG encoding standard has it.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
# chardet looks at so many bytes; more does not make it surer.
_SAMPLE = 200_000


def decode(content: bytes, declared: str = "") -> str:
    """The text of `content`, whose sender may have declared a charset; never fails.

    What fits no reading keeps its place as U+FFFD.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    said = [declared, _declared_in(content)]
    # Valid UTF-8 beyond ASCII is no accident; ASCII alone may be a seven-bit encoding of Japanese.
    for encoding in [*said, "utf-8"] if content.isascii() else ["utf-8", *said]:
        text = _decoded(content, encoding)
        if text is not None:
            return text
    guess = _guess(content)
    return content.decode(guess, "replace")


def _declared_in(content: bytes) -> str:
    found = _DECLARED.search(content[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _decoded(content: bytes, encoding: str) -> str | None:
    """None where the encoding is unknown, does not fit, or is no encoding of text."""
    try:
        known = codecs.lookup(encoding).name
        # A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
        if known.startswith("utf-16") and b"\0" not in content[:_HEAD]:
            return None
        text = content.decode(_MEANT.get(known, known))
    except (LookupError, ValueError):
        return None
    return text if text.count("\0") <= len(text) // 50 else None


def _guess(content: bytes) -> str:
    import chardet  # only for what is not UTF-8

    sample = content[:_SAMPLE]
    if sample.count(0) > len(sample) // 8:
        return _guess_utf16(sample)
    guess = chardet.detect(sample)["encoding"] or "cp1252"
    try:
        return _MEANT.get(codecs.lookup(guess).name, guess)
    except LookupError:
        return "cp1252"


def _guess_utf16(sample: bytes) -> str:
    return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
