"""What Dateline makes where there is no screen: pictures and tables instead of a window."""

import tempfile
from pathlib import Path

from desktop import formats
from desktop.cli.options import opened
from desktop.cli.picture import draw
from desktop.formats.files import refusal
from desktop.formats.samples import make_sample
from desktop.shipped import SAMPLES


def make_instead(files: list[Path], folder: Path) -> list[Path]:
    """Put the picture and the table of each timeline, or of a sample, into `folder`."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise refusal(folder, error) from error
    if files:
        return [written for file in files for written in _write(file, folder)]
    with tempfile.TemporaryDirectory() as scratch:
        sample = Path(scratch) / f"{SAMPLES[0].id}.dateline"
        make_sample(SAMPLES[0].id, sample)
        return _write(sample, folder)


def _write(timeline: Path, folder: Path) -> list[Path]:
    picture, table = (folder / f"{timeline.stem}{suffix}" for suffix in (".png", ".csv"))
    with opened(timeline) as document:
        draw(document, picture)
        formats.export(document, table)
    return [picture, table]
