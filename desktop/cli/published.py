"""The option that says when an article was published."""

import click

from desktop.errors import WhenError
from desktop.when import When, read_words


class _Day(click.ParamType[When]):
    name = "DATE"

    def convert(
        self, value: str | When, param: click.Parameter | None, ctx: click.Context | None
    ) -> When:
        """EDTF, or words as one types them in the window."""
        if isinstance(value, When):
            return value
        try:
            return When(value)
        except WhenError:
            pass
        try:
            return read_words(value).when
        except WhenError as error:
            self.fail(str(error), param, ctx)


published = click.option(
    "--published",
    type=_Day(),
    help="The day on which the article was published, as 2024-11-29; its dates count from there.",
)
