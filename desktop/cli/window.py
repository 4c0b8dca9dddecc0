"""The window, or what takes its place where there is no screen."""

import gc
import os
import re
import socket
import sys
from pathlib import Path

import click

from desktop.i18n import _


def open_window(files: list[Path]) -> int:
    """Open the files in the window; without a screen, make their pictures and tables instead."""
    if has_screen():
        gc.disable()  # nothing of what a start makes is garbage; `run` lets it go on
        from desktop.gui.app import run

        return run([str(file) for file in files])
    from desktop.cli.screenless import make_instead

    written = make_instead(files, Path("out"))
    sentence = _("There is no screen here to open a window on, so Dateline made {files} instead.")
    click.echo(sentence.format(files=", ".join(str(path) for path in written)), err=True)
    return 0


def has_screen() -> bool:
    """True where a window can be shown; Qt would abort the whole program otherwise."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    wayland = os.environ.get("WAYLAND_DISPLAY", "")
    if wayland and (Path(folder) / wayland).exists():
        return True
    display = os.environ.get("DISPLAY", "")
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    # A display on another machine, as through ssh, is Qt's to reach.
    return _answers(local[1]) if local else bool(display)


def _answers(number: str) -> bool:
    path = f"/tmp/.X11-unix/X{number}"  # where X servers listen, by convention
    for address in ("\0" + path, path):
        with socket.socket(socket.AF_UNIX) as one:
            one.settimeout(1)
            try:
                one.connect(address)
            except OSError:
                continue
            return True
    return False
