"""The verb that begins a site."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator.cli.options import fail

_QUESTIONS = {
    "name": "Name of the site",
    "address": "Address where readers will find it",
    "repository": "Address of its repository, if it has one",
    "language": "Language around the texts, such as en or uk",
}


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="What the site is called.")
@click.option("--address", help="Where readers will find it, like https://briefs.example/.")
@click.option("--repository", help="Where its files are kept, like https://github.com/you/briefs.")
@click.option("--language", help="What its pages speak around the texts, such as uk.")
@click.option(
    "--from",
    "source",
    metavar="WHEEL",
    help="Where the site gets this program from: the path or the address of a wheel. "
    "Without it, from where it was installed from here.",
)
@click.option("--git", is_flag=True, help="Begin a repository of git in it, too.")
def init(  # noqa: PLR0913, PLR0917 - one parameter for each option
    folder: Path,
    name: str | None,
    address: str | None,
    repository: str | None,
    language: str | None,
    source: str | None,
    git: bool,
) -> None:
    """Begin a site of one's own in DIR, which is new or empty.

    On a terminal, what is not given is asked for. The site has one invented example, builds at
    once, and passes its own check.

    \b
    Examples:
      brief init harbour-watch
      brief init harbour-watch --name "Harbour Watch" --address https://harbour.example/
      brief init . --git
    """
    from generator.speech import ENGLISH
    from generator.starter import answers
    from generator.starter.contents import make_files
    from generator.starter.origin import OriginError, find_own_origin, read_origin
    from generator.starter.placing import PlaceError, find_obstacle, place_site

    obstacle = find_obstacle(folder)
    if obstacle is not None:
        raise click.UsageError(obstacle)
    try:
        origin = read_origin(source) if source is not None else find_own_origin()
    except OriginError as error:
        raise click.UsageError(f"`--from {source}`: {error}") from error
    name = _ask("name", name, answers.guess_name(folder.resolve().name), answers.find_name_fault)
    site = answers.tidy_answers(
        name,
        _ask("address", address, answers.guess_address(name), answers.find_address_fault),
        _ask("repository", repository, "", answers.find_repository_fault),
        _ask("language", language, ENGLISH, answers.find_language_fault),
    )
    try:
        place_site(folder, make_files(site, origin), with_git=git)
    except PlaceError as error:
        fail(str(error))
    _say_what_next(folder)


def _ask(
    what: str, given: str | None, otherwise: str, find_fault: Callable[[str], str | None]
) -> str:
    """What was given; else what is answered on a terminal; else what is taken without one."""
    from generator.issues import show_value

    if given is not None:
        fault = find_fault(given)
        if fault is not None:
            raise click.UsageError(f"`--{what}`: {show_value(given)} {fault}")
        return given
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return otherwise
    while True:
        answer: str = click.prompt(_QUESTIONS[what], default=otherwise)
        fault = find_fault(answer)
        if fault is None:
            return answer
        click.echo(f"That {fault}.")


def _say_what_next(folder: Path) -> None:
    click.echo(f"`{folder}` holds a site of its own, with one invented example. Next:\n")
    if folder.resolve() != Path.cwd():
        click.echo(f"  cd {shlex.quote(str(folder))}")
    click.echo("  brief check")
    click.echo("  brief serve\n")
    click.echo("and open http://127.0.0.1:8000. README.md says what is where, and how to go on.")
