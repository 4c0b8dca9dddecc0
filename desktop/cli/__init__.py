"""The command line: the same edits, formats and pictures as the window, one module a command.

Exit status 0; 1 for a refused input, told in one line on standard error; 2 for wrong usage.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click

from desktop import __version__
from desktop.errors import DatelineError
from desktop.i18n import _

# Told here, so that the list of commands costs none of their libraries.
_COMMANDS = {
    "new": _("Make an empty timeline."),
    "add": _("Read articles into a timeline."),
    "import": _("Take events from tables into a timeline."),
    "export": _("Write a timeline as a table, a picture, a web page and more."),
    "dates": _("Print the expressions of time in an article and the days that they mean."),
    "suggest": _("Print the events that an article, or a folder of articles, tells of."),
    "merge": _("Take everything that one timeline holds into another."),
    "search": _("Find words in a timeline's events and articles."),
    "history": _("Print what was done to a timeline."),
    "check": _("Look for anything wrong with a timeline."),
    "rescue": _("Copy what can be read of a damaged or strange timeline into a new one."),
}


class _Commands(click.Group):
    """Loads a command's module when it is asked for, so that none pays for another's libraries."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        # `import` is a word of Python's own, so its module is called `import_`.
        module = import_module(f"desktop.cli.{'import_' if cmd_name == 'import' else cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    name="dateline",
    cls=_Commands,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="Dateline %(version)s")
def commands() -> None:
    """Timelines from what you read.

    Without a command Dateline opens its window, with the timeline files that are named, if any.
    """


def main(arguments: list[str]) -> int:
    """Do what the words after `main.py` ask for, and give the exit status."""
    _open_streams()
    return _kept_calm(lambda: _do(arguments))


def _open_streams() -> None:
    """Print UTF-8, and whatever else a file's name holds; print to nowhere where nobody listens."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
            setattr(sys, name, nowhere)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _do(arguments: list[str]) -> int:
    if not arguments or _is_file(arguments[0]):
        return _open_window(arguments)
    return _run(arguments)


def _is_file(word: str) -> bool:
    is_command = word.startswith("-") or word in _COMMANDS
    return not is_command and (Path(word).suffix != "" or Path(word).exists())


def _run(arguments: list[str]) -> int:
    status = commands.main(arguments, prog_name="dateline", standalone_mode=False)
    return status if isinstance(status, int) else 0


def _open_window(arguments: list[str]) -> int:
    from desktop.cli.window import open_window

    return open_window([Path(word) for word in arguments])


def _kept_calm(work: Callable[[], int]) -> int:
    """Let no traceback reach the user."""
    try:
        status = work()
        sys.stdout.flush()
    except BrokenPipeError:
        _print_no_more()  # whoever read has seen enough
        return 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except DatelineError as error:
        return _refuse(str(error))
    except OSError as error:
        _print_no_more()  # it may be standard output that is full
        said = error.strerror or str(error)
        return _refuse(f"{error.filename}: {said}" if error.filename else said)
    except Exception as error:  # noqa: BLE001 (the last net: a sentence and a log, no traceback)
        from desktop.cli.log import write_down

        return _refuse(write_down(error))
    return status


def _print_no_more() -> None:
    """Send the rest of standard output nowhere: Python would complain once more when it ends."""
    with suppress(OSError, ValueError):  # one that stands for a file has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(sentence: str) -> int:
    """Tell what was refused, in one line."""
    one_line = " ".join(sentence.split())
    click.echo(_("dateline: {sentence}").format(sentence=one_line), err=True)
    return 1
