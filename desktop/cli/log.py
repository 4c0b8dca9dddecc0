"""What nobody expected, written down for those who can mend it."""

import time
import traceback

from desktop import __version__, paths
from desktop.errors import FileError
from desktop.i18n import _


def write_down(error: BaseException) -> str:
    """Append an error's traceback to the log, and give a sentence that says where it is."""
    kind = type(error).__name__
    try:
        log = paths.made(paths.state_folder()) / "errors.log"
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{time.strftime('%Y-%m-%dT%H:%M:%S')} Dateline {__version__}\n")
            file.writelines(traceback.format_exception(error))
    except (OSError, FileError):
        return _("something unexpected went wrong ({kind}).").format(kind=kind)
    sentence = _("something unexpected went wrong ({kind}); the details are in {log}.")
    return sentence.format(kind=kind, log=log)
