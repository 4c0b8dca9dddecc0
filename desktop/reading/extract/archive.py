"""A zip archive from a stranger: only named parts are read, and only so much of them."""

import io
import zipfile
import zlib

from desktop.errors import FileError
from desktop.i18n import _

MOST_MEMBERS = 2000
MOST_BYTES = 100 << 20
_MOST_RATIO = 200
# A small part may be packed as tightly as it likes.
_SMALL = 1 << 20


class Archive:
    """The parts of a zip archive that is held in memory."""

    def __init__(self, content: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise FileError(_("it is damaged")) from error
        if len(self._file.infolist()) > MOST_MEMBERS:
            raise FileError(_("it holds more than {n} parts").format(n=MOST_MEMBERS))
        self._left = MOST_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._file.NameToInfo

    def kind(self) -> str:
        """Which it is of docx, odt and epub; FileError for any other archive."""
        if "word/document.xml" in self:
            return "docx"
        if "META-INF/container.xml" in self and "content.xml" not in self:
            return "epub"
        if "content.xml" in self and b"opendocument.text" in self.read("mimetype"):
            return "odt"
        raise FileError(_("it is an archive or a document of another kind"))

    def read(self, name: str) -> bytes:
        """The bytes of one part, empty where it is missing."""
        if name not in self:
            return b""
        about = self._file.getinfo(name)
        if about.flag_bits & 1:
            raise FileError(_("it is locked with a password"))
        is_bomb = about.file_size > _SMALL + _MOST_RATIO * about.compress_size
        if is_bomb or about.file_size > self._left:
            raise FileError(_("it unpacks to far more than its size"))
        try:
            with self._file.open(about) as part:
                content = part.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
        ) as error:
            raise FileError(_("it is damaged")) from error
        self._left -= len(content)
        if self._left < 0:
            raise FileError(_("it unpacks to far more than its size"))
        return content
