"""Make the private environment that Dateline runs in, and go on inside it.

Standard library only, and run before anything is installed. Any Python from 3.8 on can read this
file, so that an older one is refused in a sentence instead of a traceback.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
OLDEST, NEWEST = (3, 11), (3, 14)
# Commands that show nothing on a screen, so that a server without Qt's libraries can run them.
SCREENLESS = (
    "add", "check", "dates", "history", "import", "merge", "new", "rescue", "search", "suggest",
)  # fmt: skip
# pytest-xdist: tests wait for the disk half of their time. More than four windows at once fight.
ON_ALL_CORES = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
PICTURES = ("png", "svg", "pdf")


def prepare(arguments: list[str]) -> list[str]:
    """`arguments`, once this process runs in the environment; until then, start again inside it."""
    check_version()
    is_test = arguments[:1] == ["--test"]
    folder = ready_environment(is_drawn=is_test or needs_screen(arguments), is_test=is_test)
    if is_test:
        os.chdir(ROOT)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        run([str(python_of(folder)), "-m", "pytest", *(arguments[1:] or ON_ALL_CORES)])
    if Path(sys.prefix).resolve() != folder.resolve():
        run([str(python_of(folder)), str(ROOT / "main.py"), *arguments])
    return arguments


def ready_environment(*, is_drawn: bool, is_test: bool = False) -> Path:
    """The folder of the finished environment, with the system's libraries there if Qt draws."""
    folder = environment()
    is_made = is_current(folder)
    if is_drawn or not is_made:
        from system_libraries import provide

        provide(folder, is_drawn=is_drawn, is_window=is_drawn and not is_test, is_made=is_made)
    if not is_made:
        make(folder)
    return folder


def check_version() -> None:
    """Refuse a Python that Dateline cannot run on; go on with a newer one where there is one."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    from shutil import which

    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = which(f"python3.{minor}")
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            run([found, *sys.argv])
    sys.exit(
        f"Dateline needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}, and this is Python "
        f"{sys.version_info[0]}.{sys.version_info[1]}. Please install one of them from "
        "python.org or with your system's packages, and start again."
    )


def needs_screen(arguments: list[str]) -> bool:
    """Tell whether the command line asks for something that Qt draws."""
    if {"--help", "-h", "--version"}.intersection(arguments):
        return False
    if arguments[:1] == ["export"]:
        return any(word.lower().endswith(PICTURES) for word in arguments)
    return not arguments or arguments[0] not in SCREENLESS


def environment() -> Path:
    """The folder of the environment: `.venv` beside `main.py`, or the user's where that is barred.

    A program on a stick or a school's share may be readable only.
    """
    beside = ROOT / ".venv"
    if is_current(beside) or all(is_writable(place) for place in (ROOT, beside) if place.exists()):
        return beside
    from hashlib import sha256

    if sys.platform == "win32":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Application Support"
    else:
        home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "dateline" / ("environment-" + sha256(str(ROOT).encode()).hexdigest()[:8])


def is_writable(folder: Path) -> bool:
    """Try it: permissions alone do not tell of read-only media."""
    probe = folder / f".dateline-{os.getpid()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def python_of(folder: Path) -> Path:
    """The environment's own Python."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def wanted() -> bytes:
    """What the stamp of a finished environment says: the Python version and the lock, whole."""
    version = f"# Python {sys.version_info[0]}.{sys.version_info[1]}\n"
    return version.encode() + LOCK.read_bytes()


def is_current(folder: Path) -> bool:
    """Tell whether the environment was finished for this Python and this lock."""
    try:
        return (folder / "set-up.lock").read_bytes() == wanted() and python_of(folder).exists()
    except OSError:
        return False


def make(folder: Path) -> None:
    """Make the environment, once at a time; a half-made or outdated one is made anew."""
    from install import SetUpError, install

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(folder.parent / (folder.name + ".busy")):
            if not is_current(folder):
                install(folder, LOCK, python_of(folder))
                (folder / "set-up.lock").write_bytes(wanted())
    except SetUpError as error:
        sys.exit(f"Dateline could not be set up: {error}")
    except OSError as error:
        sys.exit(f"Dateline could not be set up in {folder}: {error.strerror or error}.")
    except KeyboardInterrupt:
        sys.exit("The set-up was stopped. Start again to finish it.")


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold a second start back while the first one still sets up.

    What installs inherits the lock, so it holds on even when the first start itself is killed.
    """
    with path.open("a") as file:
        os.set_inheritable(file.fileno(), True)  # noqa: FBT003 (it has no name for it)
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Dateline is being set up already; waiting for it.", file=sys.stderr)
                fcntl.flock(file, fcntl.LOCK_EX)
        yield
    path.unlink(missing_ok=True)


def run(command: list[str]) -> None:
    """Become `command`; on Windows, where no process can, run it and end as it ended."""
    for name in ("PYTHONHOME", "__PYVENV_LAUNCHER__"):
        # With either the environment's Python would take itself for the one that started it.
        os.environ.pop(name, None)
    if sys.platform == "win32":
        sys.exit(subprocess.call(command))
    if sys.stdout is not None:  # closed where nobody listens
        sys.stdout.flush()
    os.execv(command[0], command)


if __name__ == "__main__":
    check_version()
    print(python_of(ready_environment(is_drawn=True, is_test=True)))
