"""What the verbs of the command line share: options, how a verb ends, how lines are printed.

Exit codes: 0 clean, 1 issues or a failed build, 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
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


def select_paths(known: Iterable[str], named: Iterable[Path], project: Path) -> set[str]:
    """Those of the known files that are named, or lie below a folder that is; all if none is."""
    wanted = [place_in(path, project) for path in named]
    if not wanted:
        return set(known)
    chosen = {path: [one for one in known if Path(one).is_relative_to(path)] for path in wanted}
    for path, files in chosen.items():
        if not files:
            raise click.UsageError(f"`{path}` holds no records")
    return {file for files in chosen.values() for file in files}


def place_in(path: Path, project: Path) -> Path:
    """A path that somebody named, as the project has it."""
    try:
        return path.resolve().relative_to(project)
    except ValueError:
        raise click.UsageError(f"`{path}` is not in the project `{project}`") from None


def echo_lines(text: str) -> None:
    """Prints lines, if there are any."""
    if text:
        click.echo(text)


def fail(message: str) -> NoReturn:
    """Says what went wrong, and ends."""
    click.echo(f"error: {message}", err=True)
    sys.exit(FAILED)
