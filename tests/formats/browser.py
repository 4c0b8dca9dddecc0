"""A browser without a window, spoken to over a pipe in the words of its developer tools."""

import json
import os
import subprocess
import tempfile

_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe")
_CODES = {"Enter": 13, "Escape": 27, "ArrowDown": 40}


class Browser:
    """One page in a Chromium that reads its commands from file 3 and answers in file 4."""

    def __init__(self, program):
        reading, self._commands = os.pipe()
        self._answers, writing = os.pipe()
        self._home = tempfile.TemporaryDirectory()
        command = [program, *_FLAGS, f"--user-data-dir={self._home.name}", "about:blank"]
        # The ends of the pipes may be 3 and 4 themselves: first out of the way, then into place.
        moves = f'exec 8<&{reading} 9>&{writing}; exec 3<&8 4>&9; exec "$@"'
        self._program = subprocess.Popen(
            ["bash", "-c", moves, "-", *command],
            pass_fds=(reading, writing),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(reading)
        os.close(writing)
        self._number, self._rest, self._page, self.told = 0, b"", None, []
        pages = self.call("Target.getTargets")["targetInfos"]
        target = next(one["targetId"] for one in pages if one["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._page = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        self._number += 1
        asked = {"id": self._number, "method": method, "params": parameters}
        if self._page:
            asked["sessionId"] = self._page
        os.write(self._commands, json.dumps(asked).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            self.told.append(answer)
        return answer["result"]

    def open(self, path):
        self.told = []
        self.call("Page.navigate", url=path.as_uri())
        while not any(one.get("method") == "Page.loadEventFired" for one in self.told):
            self.told.append(self._next())

    def ask(self, code):
        """What a piece of JavaScript comes to, once its promise is kept."""
        done = self.call("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def press(self, key):
        letter = key if len(key) == 1 else ""
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                text=letter if kind == "keyDown" else "",
                windowsVirtualKeyCode=_CODES.get(key, 0),
            )

    def close(self):
        self.call("Browser.close")
        self._program.wait(20)
        os.close(self._commands)
        os.close(self._answers)
        self._home.cleanup()

    def _next(self):
        while b"\0" not in self._rest:
            self._rest += os.read(self._answers, 1 << 20)
        line, self._rest = self._rest.split(b"\0", 1)
        return json.loads(line)
