"""Fill an environment with exactly what the lock names: wheels only, each known by its hash."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from pathlib import Path

STEPS = ("--require-hashes", "--only-binary", ":all:")
# What pip and uv say, and what it means for the person who reads it.
CAUSES = (
    (
        ("no space left", "errno 28"),
        "the disk is full. About 600 MB are needed in {folder}.",
    ),
    (
        ("do not match the hashes", "hash mismatch"),
        "what was downloaded is not what Dateline names, so none of it was installed. "
        "A proxy or a damaged download may be the cause.",
    ),
    (
        (
            "newconnectionerror",
            "failed to establish",
            "name resolution",
            "name or service not known",
            "getaddrinfo",
            "network is unreachable",
            "connection refused",
            "max retries",
            "timed out",
            "dns error",
            "proxyerror",
        ),
        "the packages that it needs could not be reached. Dateline needs the network once, at its "
        "first start, and never again. Please connect and start again.",
    ),
    (
        ("no matching distribution", "no solution found", "no wheels", "no usable wheels"),
        "one of the packages has no build for this computer ({machine}). "
        "See the end of {log} for its name.",
    ),
)


class SetUpError(Exception):
    """The environment cannot be made; the sentence says why and what helps."""


def install(folder: Path, lock: Path, python: Path) -> None:
    """Make the environment in `folder` anew, with `uv` where it is found, else with pip."""
    say("Setting Dateline up. This happens once: about 150 MB are downloaded.")
    started = time.monotonic()
    (folder / "set-up.lock").unlink(missing_ok=True)
    if not with_uv(folder, lock, python):
        with_pip(folder, lock, python)
    say(f"Ready after {time.monotonic() - started:.0f} seconds.")


def with_uv(folder: Path, lock: Path, python: Path) -> bool:
    """Install by uv, which is quicker; False where it is not there or fails at anything."""
    from shutil import which

    uv = which("uv")
    if not uv:
        return False
    log = folder / "set-up.log"
    return (
        logged([base_python(), "-m", "venv", "--clear", "--without-pip", str(folder)], log) == 0
        and logged([uv, "pip", "install", "--python", str(python), *STEPS, "-r", str(lock)], log)
        == 0
    )


def with_pip(folder: Path, lock: Path, python: Path) -> None:
    """Install by the pip that comes with Python."""
    log = folder / "set-up.log"
    if logged([base_python(), "-m", "venv", "--clear", str(folder)], log):
        raise SetUpError(f"Python cannot make an environment here. See {log}.")
    options = ("--retries", "2", "--disable-pip-version-check", "--no-input", "--progress-bar=off")
    command = [str(python), "-m", "pip", "install", *options, *STEPS, "-r", str(lock)]
    if logged(command, log):
        raise SetUpError(cause(log, folder))


def base_python() -> str:
    """The Python outside of any environment: one cannot remake the environment it runs in."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def logged(command: list[str], log: Path) -> int:
    """Run a step with its words kept in `log`; whoever waits at a terminal sees time pass."""
    own = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
    surroundings = {name: value for name, value in os.environ.items() if name not in own}
    # A school's or a company's proxy has certificates that only the system knows.
    surroundings |= {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}
    started = time.monotonic()
    # Making the environment clears the folder that the log lies in, hence the pipe.
    with subprocess.Popen(
        command,
        env=surroundings,
        close_fds=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as step:
        words = None
        while words is None:
            try:
                words = step.communicate(timeout=1)[0]
            except subprocess.TimeoutExpired:
                show(f"\r  {time.monotonic() - started:.0f} s ")
        show("\r          \r")
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as file:
        file.write(" ".join(command).encode() + b"\n" + words)
    return step.returncode


def cause(log: Path, folder: Path) -> str:
    """The likely cause of a failed installation, as a sentence."""
    words = log.read_text(encoding="utf-8", errors="replace")
    last_step = words.rpartition(" -m pip install ")[2]
    for signs, sentence in CAUSES:
        if any(sign in last_step.lower() for sign in signs):
            machine = (
                f"{platform.system()} on {platform.machine()}, Python {sys.version.split()[0]}"
            )
            return sentence.format(folder=folder, log=log, machine=machine)
    lines = [line for line in last_step.splitlines() if line.strip()]
    return (lines[-1] if lines else "pip ended without a word.") + f" (More in {log}.)"


def say(words: str) -> None:
    """Tell the user; never on standard output, which belongs to the commands."""
    print(words, file=sys.stderr, flush=True)


def show(words: str) -> None:
    """Draw a passing sign of life, at a terminal only."""
    if sys.stderr.isatty():
        print(words, end="", file=sys.stderr, flush=True)
