"""The command line speaks of what the window speaks of."""

import pytest

from desktop import cli


@pytest.mark.parametrize("command", ["", *cli._COMMANDS])
def test_help_calls_a_timeline_what_the_window_calls_it(command, capsys):
    words = [command, "--help"] if command else ["--help"]

    status = cli.main(words)

    told = capsys.readouterr().out.casefold()
    assert status == 0
    assert "usage" in told
    assert "project" not in told
