import os
import pickle
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from desktop.errors import DatelineError, FileError, WorkerError
from desktop.model import Quote
from desktop.worker import ANSWER_MEGABYTES, Worker, call

ROOT = Path(__file__).parent.parent


def add(first: int, second: int) -> int:
    return first + second


def own_number() -> int:
    return os.getpid()


def sleep_long() -> None:
    time.sleep(60)


def never_let_go() -> None:
    re.match(r"(a+)+$", "a" * 60 + "!")


def fill_memory() -> int:
    kept = [bytearray(os.urandom(1)) * (4 << 20) for _ in range(1000)]
    return len(kept)


def answer_endlessly() -> bytes:
    return bytes((ANSWER_MEGABYTES << 20) + 1)


def refuse_the_file() -> None:
    raise FileError("“a.pdf” is locked.")


def fall_over() -> None:
    raise LookupError("no such key")


def vanish() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def reach_out() -> str:
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except PermissionError as error:
        return str(error)
    return "connected"


def start_a_program() -> str:
    try:
        subprocess.run([sys.executable, "-V"], check=False)
    except PermissionError as error:
        return str(error)
    return "started"


def loaded_modules() -> list[str]:
    return sorted(sys.modules)


def quote() -> Quote:
    return Quote(article=1, first=2, last=3, text="x")


def foreign_object() -> object:
    return Path("/etc")


class Trick:
    def __reduce__(self):
        return os.getcwd, ()


def trick() -> object:
    return Trick()


@pytest.fixture(scope="module")
def worker():
    with Worker() as worker:
        yield worker


def test_a_function_answers_from_another_process(worker):
    assert worker.call(add, 2, 3) == 5
    assert worker.call(own_number) != os.getpid()


def test_a_warm_worker_stays_the_same_process(worker):
    assert worker.call(own_number) == worker.call(own_number)


def test_a_single_call_leaves_no_process_behind():
    number = call(own_number)

    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.mark.parametrize("endless", [sleep_long, never_let_go])
def test_what_takes_too_long_is_stopped_and_the_next_call_is_served(worker, endless):
    with pytest.raises(WorkerError, match=r"longer than 0\.3 seconds") as caught:
        worker.call(endless, seconds=0.3)

    assert caught.value.why == "time"
    assert worker.call(add, 1, 1) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_what_fills_the_memory_is_stopped(worker):
    with pytest.raises(WorkerError, match="more than 200 MB of memory") as caught:
        worker.call(fill_memory, megabytes=200)

    assert caught.value.why == "memory"


def test_an_answer_without_end_is_refused(worker):
    with pytest.raises(WorkerError, match=f"more than {ANSWER_MEGABYTES} MB") as caught:
        worker.call(answer_endlessly)

    assert caught.value.why == "size"


def test_a_sentence_for_the_user_comes_through_as_it_was_raised(worker):
    with pytest.raises(FileError, match=r"“a\.pdf” is locked\."):
        worker.call(refuse_the_file)


def test_any_other_error_is_one_plain_sentence_with_the_cause_kept_for_the_log(worker):
    with pytest.raises(WorkerError) as caught:
        worker.call(fall_over)

    assert str(caught.value) == "It broke off half way."
    assert caught.value.cause == "LookupError: no such key"


def test_a_process_that_dies_is_told_and_replaced(worker):
    with pytest.raises(WorkerError, match="broke off"):
        worker.call(vanish)

    assert worker.call(add, 4, 4) == 8


def test_another_thread_cancels(worker):
    worker.start()
    timer = threading.Timer(0.2, worker.cancel)
    timer.start()

    with pytest.raises(WorkerError, match="cancelled") as caught:
        worker.call(sleep_long, seconds=30)

    assert caught.value.why == "cancelled"
    assert worker.call(add, 1, 2) == 3


def test_no_socket_and_no_program_is_to_be_had_in_there(worker):
    assert worker.call(reach_out).startswith("socket.")
    assert worker.call(start_a_program).startswith("subprocess.")


def test_an_answer_may_hold_dateline_s_own_values(worker):
    assert worker.call(quote) == quote()


@pytest.mark.parametrize("function", [foreign_object, trick])
def test_an_answer_that_would_run_something_here_is_refused(worker, function):
    with pytest.raises(WorkerError):
        worker.call(function)


def test_every_error_is_of_the_family():
    assert issubclass(WorkerError, DatelineError)


def test_a_function_that_cannot_be_sent_is_the_programmers_error(worker):
    with pytest.raises((pickle.PicklingError, AttributeError)):
        worker.call(lambda: 1)


PROGRAM = """
import sys
if __name__ == "__main__":
    from PySide6.QtCore import QObject
    from desktop.worker import Worker
    from inside import modules, sleep
    with Worker() as worker:
        print(any("PySide6" in name for name in worker.call(modules)), flush=True)
        print(worker.call(modules.__globals__["number"]), flush=True)
        worker.call(sleep, seconds=100)
"""
INSIDE = """
import os, sys, time
def modules(): return list(sys.modules)
def number(): return os.getpid()
def sleep(): time.sleep(100)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is tried on POSIX")
def test_a_program_killed_while_reading_leaves_no_orphan_and_none_loads_qt(tmp_path):
    (tmp_path / "main.py").write_text(PROGRAM)
    (tmp_path / "inside.py").write_text(INSIDE)
    surroundings = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"}

    with subprocess.Popen(
        [sys.executable, str(tmp_path / "main.py")],
        stdout=subprocess.PIPE, text=True, env=surroundings,
    ) as program:  # fmt: skip
        has_qt, number = program.stdout.readline().strip(), int(program.stdout.readline())
        program.kill()

    assert has_qt == "False"
    assert is_gone(number)


def is_gone(number: int) -> bool:
    for _ in range(500):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        if is_zombie(number):
            return True
        threading.Event().wait(0.02)
    return False


def is_zombie(number: int) -> bool:
    try:
        return ") Z" in Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return False
