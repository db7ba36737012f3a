"""The verb that compares the evidence of two revisions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.options import FAILED, fail, project_option

FORMATS = ("text", "markdown", "json")


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--merge-base",
    is_flag=True,
    help="Start from the last commit that both sides have in common, so that what came to BASE "
    "since then is left out.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="For a terminal, for a comment on a pull request, or for a program.",
)
@click.option("--exit-code", is_flag=True, help="End with code 1 if anything differs.")
@project_option
def diff(  # noqa: PLR0913, PLR0917 - one parameter for each argument and option
    base: str, head: str | None, merge_base: bool, form: str, exit_code: bool, project: Path
) -> None:
    """Print what changed in the evidence between the git revisions BASE and HEAD.

    Without HEAD, BASE is compared with the files as they are. Figures with their old and new
    values and words, conflicts that appear or vanish, other records, and the briefs and pages that
    this bears on. Neither work tree nor index is touched.

    \b
    Examples:
      brief diff HEAD
      brief diff main --merge-base
      brief diff v1.0 v1.1 --format json
      brief diff HEAD^1 HEAD --format markdown
    """
    from generator.diff.as_json import format_json
    from generator.diff.as_markdown import format_markdown
    from generator.diff.as_text import format_text
    from generator.site.diffing import diff_revisions
    from generator.site.git_objects import RevisionError
    from generator.site.processes import Processes
    from generator.site.work import WorkersLostError, count_cores

    try:
        before, after, found = diff_revisions(
            project, base, head, from_common=merge_base, workers=Processes(count_cores())
        )
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    except WorkersLostError as error:
        fail(str(error))
    formats = {"text": format_text, "markdown": format_markdown, "json": format_json}
    click.echo(formats[form](found, before, after))
    if exit_code and not (found.is_empty and not found.uncompared):
        sys.exit(FAILED)
