"""`history`: what was done to a timeline, oldest first."""

import json
import time
from pathlib import Path

import click

from desktop.cli.options import opened, timeline
from desktop.document.changes import Step
from desktop.i18n import _


@click.command("history")
@timeline
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text")
def command(timeline: Path, form: str) -> None:
    """Print every step that TIMELINE keeps, with its time; undone ones are marked."""
    with opened(timeline) as document:
        for step in document.history():
            click.echo(_json(step) if form == "jsonl" else _line(step))


def _line(step: Step) -> str:
    moment = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(step.time))
    return f"{moment}\t{step.name}" + (f"\t{_('undone')}" if step.is_undone else "")


def _json(step: Step) -> str:
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(step.time))
    named = {"time": moment, "step": step.name, "undone": step.is_undone}
    return json.dumps(named, ensure_ascii=False)
