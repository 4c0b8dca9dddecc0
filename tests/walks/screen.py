"""A screen of our own: starts Xvfb, and presses keys and buttons there as a person would."""

import os
import shutil
import subprocess

TOOLS = ("Xvfb", "xdotool")


def missing() -> str:
    """What this machine lacks for a screen, "" for nothing."""
    return ", ".join(tool for tool in TOOLS if shutil.which(tool) is None)


class Screen:
    """A virtual screen of 1400×900; leaves with the block it was opened in."""

    def __enter__(self) -> "Screen":
        read_end, write_end = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x900x24"],
            pass_fds=[write_end],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as told:
            display = told.readline().strip()
        self.environment = {
            **os.environ,
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": "1",
        }
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.terminate()
        self._server.wait(10)

    def do(self, *deeds: str) -> None:
        """Let xdotool do these things, as words of its command line."""
        subprocess.run(
            ["xdotool", *" ".join(deeds).split()], env=self.environment, check=True, timeout=30
        )

    def drag(self, start: list[int], end: list[int]) -> None:
        """Press at one place, move in small steps, let go at another."""
        steps = [
            (start[0] + (end[0] - start[0]) * n // 8, start[1] + (end[1] - start[1]) * n // 8)
            for n in range(1, 9)
        ]
        moves = " ".join(f"mousemove {x} {y} sleep 0.02" for x, y in steps)
        self.do(f"mousemove {start[0]} {start[1]} mousedown 1 {moves} mouseup 1 sleep 0.2")
