"""What the verbs of the command line share: options, how a verb ends, how lines are printed.

Exit codes: 0 clean, 1 issues or a failed build, 2 wrong usage.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

FAILED = 1


def find_project(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    """The project's folder, which must hold `data/`."""
    if not (value / "data").is_dir():
        raise click.BadParameter(
            f"there is no `data` folder in `{value}`; go to the project's folder, or name it with "
            "`--project`",
            ctx,
            param,
        )
    return value.resolve()


project_option = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default="the current folder",
    callback=find_project,
    help="The folder that holds data/, docs/ and mkdocs.yml.",
)
strict_option = click.option(
    "--strict", is_flag=True, help="Fail on warnings and on what was not checked, too."
)


def echo_lines(text: str) -> None:
    """Prints lines, if there are any."""
    if text:
        click.echo(text)


def fail(message: str) -> NoReturn:
    """Says what went wrong, and ends."""
    click.echo(f"error: {message}", err=True)
    sys.exit(FAILED)
