"""The samples that come with Dateline, by name: what the first page lists before it loads how."""

from dataclasses import dataclass

from desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Sample:
    """A timeline to try things on; `sentence` tells what is in it."""

    id: str
    title: str
    sentence: str


SAMPLES = (
    Sample(
        "berlin",
        _("Berlin, November 1989"),
        _("A news report: three days at the Wall"),
    ),
    Sample(
        "rome",
        _("Rome, from village to empire"),
        _("For a class: ages, wars, lives; BC to AD"),
    ),
)
