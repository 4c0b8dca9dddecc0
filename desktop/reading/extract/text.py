"""Plain text in any encoding, and rich text format."""

import re

from desktop.errors import FileError
from desktop.i18n import _
from desktop.reading.extract.decode import decode
from desktop.reading.extract.findings import Findings, Sourced

_SAMPLE = 100_000
_MOST_UNREADABLE = 0.05
_FEW = 8
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def read_text(content: bytes) -> Findings:
    """A plain text in any encoding; a FileError where it is no text."""
    return Findings(text=readable(decode(content)))


def read_rtf(content: bytes) -> Findings:
    """Rich text format by striprtf; title and author from its information group."""
    from striprtf.striprtf import rtf_to_text  # only for rich text

    source = content.decode("latin-1")
    text = str(rtf_to_text(source, errors="replace"))
    return Findings(
        text=readable(re.sub(r"\n{2,}|\n", "\n\n", text)),
        title=Sourced(_told(source, "title"), "metadata", 0.7),
        byline=_told(source, "author"),
    )


def readable(text: str) -> str:
    """`text`, or a FileError where its letters say that it is none."""
    sample = text[:_SAMPLE]
    if len(_UNREADABLE.findall(sample)) > max(_FEW, _MOST_UNREADABLE * len(sample)):
        raise FileError(_("it is not a text"))
    return text


def _told(source: str, name: str) -> str:
    """A field of the information group; one with escapes is left, as it may say anything."""
    found = re.search(rf"\{{\\{name} ([^{{}}\\]{{1,300}})\}}", source[:100_000])
    return found[1].strip() if found else ""
