"""A pure function run in a process of its own that is stopped when it takes too much.

Every parser hangs on some input, so what strangers send is read there: with a time limit, its
memory watched, no network, no other programs, and an answer of bounded size made of plain values
and Dateline's own. The process is spawned, never forked, knows no Qt and ends with its parent.
A frozen program calls `multiprocessing.freeze_support()` first of all.
"""

import dataclasses
import io
import multiprocessing
import pickle
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self, TypeVar, TypeVarTuple, cast

from desktop import errors
from desktop.errors import DatelineError, WorkerError
from desktop.i18n import _
from desktop.worker.inside import serve
from desktop.worker.memory import resident_megabytes

Arguments = TypeVarTuple("Arguments")
Answer = TypeVar("Answer")

ANSWER_MEGABYTES = 64
# Python has this long to start before the time limit counts; a busy old laptop needs it.
START_SECONDS = 30.0
# How often time, memory and Cancel are looked at; a parser fills some 30 MB in that while.
_GLANCE_SECONDS = 0.02
# A process that nobody stops any more, because its parent was killed, stops itself so much later.
_GRACE_SECONDS = 5.0


def call(
    function: Callable[[*Arguments], Answer],
    *arguments: *Arguments,
    seconds: float = 10,
    megabytes: int = 512,
) -> Answer:
    """The answer of a module-level `function`, run once in a process of its own.

    A DatelineError raised in there is raised here with its sentence; anything else that goes
    wrong is a WorkerError.
    """
    with Worker() as worker:
        return worker.call(function, *arguments, seconds=seconds, megabytes=megabytes)


class Worker:
    """A process kept warm for one call after another; a stopped one is replaced by the next call.

    Any thread may call (one at a time is served) and any other thread may cancel.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._cancelled = threading.Event()
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Let the process start while something else is being done."""
        with self._turn:
            self._warm_child()

    def call(
        self,
        function: Callable[[*Arguments], Answer],
        *arguments: *Arguments,
        seconds: float = 10,
        megabytes: int = 512,
    ) -> Answer:
        """The same as the function `call`, in the process that is warm already."""
        question = pickle.dumps((function, arguments, seconds + _GRACE_SECONDS))
        with self._turn:
            self._cancelled.clear()
            try:
                answer = _opened(self._ask(question, seconds, megabytes))
            except WorkerError:
                self._stop_child()
                raise
        return cast("Answer", answer)

    def cancel(self) -> None:
        """Stop the call under way in another thread, which raises a WorkerError there."""
        self._cancelled.set()

    def close(self) -> None:
        """End the process, also in the midst of a call."""
        self.cancel()
        with self._turn:
            self._stop_child()

    def _ask(self, question: bytes, seconds: float, megabytes: int) -> bytes:
        child = self._warm_child()
        if not child.is_ready:
            self._await(child, START_SECONDS, megabytes)
            child.is_ready = True
        try:
            child.questions.send_bytes(question)
        except OSError as error:
            raise _broken() from error
        return self._await(child, seconds, megabytes)

    def _await(self, child: "_Child", seconds: float, megabytes: int) -> bytes:
        end = time.monotonic() + seconds
        while not wait([child.answers, child.process.sentinel], timeout=_GLANCE_SECONDS):
            if self._cancelled.is_set():
                raise WorkerError(_("It was cancelled."), why="cancelled")
            if time.monotonic() > end:
                raise WorkerError(
                    _("It took longer than {n} seconds and was stopped.").format(n=f"{seconds:g}"),
                    why="time",
                )
            if resident_megabytes(child.process.pid or 0) > megabytes:
                raise _too_much_memory(megabytes)
        try:
            return child.answers.recv_bytes(ANSWER_MEGABYTES << 20)
        except EOFError as error:
            raise _broken() from error
        except OSError as error:
            raise WorkerError(
                _("It gave more than {n} MB.").format(n=ANSWER_MEGABYTES), why="size"
            ) from error

    def _warm_child(self) -> "_Child":
        if self._child is None or not self._child.process.is_alive():
            self._stop_child()
            try:
                self._child = _Child()
            except OSError as error:
                raise WorkerError(
                    _("No other process can be started: {cause}.").format(
                        cause=error.strerror or error
                    ),
                    why="broken",
                ) from error
        return self._child

    def _stop_child(self) -> None:
        if self._child is not None:
            self._child.stop()
            self._child = None


class _Child:
    """The parent's end of the process."""

    def __init__(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        heard, self.questions = spawn.Pipe(duplex=False)
        self.answers, told = spawn.Pipe(duplex=False)
        self.is_ready = False
        self.process = spawn.Process(
            target=serve, args=(heard, told), name="dateline-worker", daemon=True
        )
        try:
            self.process.start()
        finally:
            heard.close()
            told.close()

    def stop(self) -> None:
        self.process.kill()
        self.process.join(_GRACE_SECONDS)
        self.questions.close()
        self.answers.close()


def _broken(cause: str = "") -> WorkerError:
    return WorkerError(_("It broke off half way."), why="broken", cause=cause)


def _too_much_memory(megabytes: int) -> WorkerError:
    return WorkerError(
        _("It needed more than {n} MB of memory and was stopped.").format(n=megabytes), why="memory"
    )


class _Opener(pickle.Unpickler):
    """Opens an answer, in which only plain values and Dateline's dataclasses are welcome."""

    def find_class(self, module: str, name: str) -> object:
        """The dataclass `name` of one of our loaded modules; UnpicklingError for all else."""
        found = vars(sys.modules.get(module, object)).get(name)
        is_ours = module.startswith("desktop.") and isinstance(found, type)
        if not is_ours or not dataclasses.is_dataclass(found):
            raise pickle.UnpicklingError(name)
        return found


def _opened(answer: bytes) -> object:
    try:
        kind, content = _Opener(io.BytesIO(answer)).load()
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError) as error:
        raise _broken(str(error)) from error
    if kind == "answer":
        return content
    if kind == "error":
        name, sentence = content
        raise _family().get(name, DatelineError)(sentence)
    raise _broken(content)


def _family() -> dict[str, type[DatelineError]]:
    return {
        name: kind
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, DatelineError)
    }
