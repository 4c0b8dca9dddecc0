"""The far side of the worker: shut in, it answers one question after another.

An error that is not of Dateline's family ends the process, after its name was told.
"""

import faulthandler
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from multiprocessing.connection import Connection, wait
from types import TracebackType

from desktop import errors
from desktop.errors import DatelineError

# Audit events that a parser has no business to raise.
_REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn",
            "os.spawn", "os.startfile", "pty.")  # fmt: skip


def serve(questions: Connection, answers: Connection) -> None:
    """Answer the pickled (function, arguments, seconds) that come in, until the parent is gone."""
    _shut_in()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    answers.send_bytes(b"ready")
    while True:
        try:
            question = questions.recv_bytes()
        except EOFError:
            return
        with _LastWords(answers):
            answers.send_bytes(_answer(question))


def _answer(question: bytes) -> bytes:
    function, arguments, seconds = pickle.loads(question)
    # Unlike a thread this stops also a C function that never lets go of the interpreter.
    faulthandler.dump_traceback_later(seconds, exit=True)
    try:
        return pickle.dumps(("answer", function(*arguments)))
    except DatelineError as error:
        return pickle.dumps(("error", (_family_name(error), str(error))))
    finally:
        faulthandler.cancel_dump_traceback_later()


def _family_name(error: DatelineError) -> str:
    named = (kind.__name__ for kind in type(error).__mro__ if kind.__module__ == errors.__name__)
    return next(named)


class _LastWords:
    """Tells the parent which error ends the process; it does end it."""

    def __init__(self, answers: Connection) -> None:
        self._answers = answers

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if kind is not None:
            self._answers.send_bytes(pickle.dumps(("broken", f"{kind.__name__}: {error}"[:500])))


def _shut_in() -> None:
    # Ctrl+C in a terminal goes to the whole group, and stopping is the parent's matter.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    sys.stderr = sys.stdout = os.fdopen(nothing, "w", encoding="utf-8")
    if sys.platform != "win32":
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(event)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
    os._exit(1)
