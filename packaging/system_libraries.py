"""Find what a Linux system lacks for Qt and for environments; install it, or name one command.

Each library was found missing on bare Debian 12 and 13; without it Qt aborts the whole program.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

# library: (its package in Debian and Ubuntu, in Fedora and its kin)
DRAWING = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libGL.so.1": ("libgl1", "mesa-libGL"),
    "libEGL.so.1": ("libegl1", "mesa-libEGL"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5-libs"),
}
X11 = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
}
WAYLAND = {
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
    "libwayland-egl.so.1": ("libwayland-egl1", "libwayland-egl"),
}


def provide(folder: Path, *, is_drawn: bool, is_window: bool, is_made: bool) -> None:
    """See to all that is lacking at once; ends with the one command to type where it cannot.

    A mark in the environment's folder remembers what was found, so that this costs one look.
    """
    if not sys.platform.startswith("linux"):
        return
    screen = screen_kind() if is_window else ""
    mark = folder / f"libraries{screen}"
    if is_made and mark.exists():
        return
    needed = {**DRAWING, **{"-x11": X11, "-wayland": WAYLAND}.get(screen, {})} if is_drawn else {}
    lacking = {name: packages for name, packages in needed.items() if not is_there(name)}
    if not is_made and not can_make_environments():
        package = f"python3.{sys.version_info[1]}-venv"
        lacking["ensurepip"] = (package, "python3")
    if lacking:
        install_packages(lacking)
    if is_drawn:
        with suppress(OSError):
            mark.touch()


def can_make_environments() -> bool:
    """Debian and Ubuntu split off what fills an environment; `uv` does without it."""
    from importlib.util import find_spec
    from shutil import which

    return find_spec("ensurepip") is not None or which("uv") is not None


def screen_kind() -> str:
    """Which window system this session has; "" for none."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return "-wayland"
    return "-x11" if os.environ.get("DISPLAY") else ""


def is_there(library: str) -> bool:
    """Ask the system's own loader."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(lacking: dict[str, tuple[str, str]]) -> None:
    """Install by apt or dnf as root, else end with the command to type."""
    from shutil import which

    debian, fedora = (sorted({pair[i] for pair in lacking.values()}) for i in (0, 1))
    if which("apt-get"):
        command = ["apt-get", "install", "-y", "--no-install-recommends", *debian]
    elif which("dnf"):
        command = ["dnf", "install", "-y", *fedora]
    else:
        sys.exit(f"Dateline needs these libraries of your system: {', '.join(lacking)}.")
    if os.geteuid() == 0:
        print("Installing for Dateline:", *command[2:], file=sys.stderr, flush=True)
        surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if command[0] == "apt-get":
            run_quietly(["apt-get", "update", "-q"], surroundings)
        if run_quietly(command, surroundings) == 0:
            return
    sudo = "" if os.geteuid() == 0 else "sudo "
    sys.exit(
        "Dateline needs some packages of your system. Please run this once, then start again:\n\n"
        f"  {sudo}{' '.join(command)}\n"
    )


def run_quietly(command: list[str], surroundings: dict[str, str]) -> int:
    """Run without questions and without chatter; errors stay visible."""
    return subprocess.call(
        command, env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
