"""The verbs that look, check and serve; those that build are in `build`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import (
    FAILED,
    echo_lines,
    fail,
    place_in,
    project_option,
    strict_option,
)

if TYPE_CHECKING:
    from generator.issues import Issue
    from generator.library.library import Library

FORMATS = ("text", "github", "json")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="How issues are printed."
)
@strict_option
@project_option
def check(paths: tuple[Path, ...], form: str, strict: bool, project: Path) -> None:
    """Check all records and what stands in docs/; print the issues of PATHS only, if any are named.

    `--format github` prints annotations, of which GitHub shows ten of a kind, and adds all issues
    to the summary of the job.

    \b
    Examples:
      brief check
      brief check data/articles/2025/example.yml
      brief check --format github
    """
    from generator.issues import has_errors
    from generator.report import format_github, format_json, format_summary, format_text
    from generator.site.checking import Checked, check_project

    checked = check_project(project)
    shown = _select(checked.issues, paths, project)
    if form == "json":
        click.echo(format_json(shown, checked.counts))
    elif form == "github":
        from generator.cli.step_summary import add_step_summary
        from generator.report_summary import format_step_summary

        echo_lines(format_github(shown))
        click.echo(format_summary(shown, checked.counts))
        add_step_summary(lambda room: format_step_summary(shown, checked.counts, room))
    else:
        echo_lines(format_text(shown))
        click.echo(format_summary(shown, checked.counts))
    if has_errors(shown):
        sys.exit(FAILED)
    obstacle = Checked(checked.library, shown, checked.counts).find_obstacle(strict=strict)
    if obstacle:
        fail(obstacle)


def _select(issues: list[Issue], paths: tuple[Path, ...], project: Path) -> list[Issue]:
    """The issues in the files named, or below the folders named; all if none is named."""
    if not paths:
        return issues
    wanted = [place_in(path, project) for path in paths]
    return [
        issue
        for issue in issues
        if any(Path(issue.location.path).is_relative_to(path) for path in wanted)
    ]


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Print what a rule looks at, why it matters, and how to mend what it finds."""
    from generator.catalogue import RULES
    from generator.library.near import suggest
    from generator.report import format_rule

    if rule not in RULES:
        raise click.UsageError(
            f"there is no rule `{rule}`; " + suggest(rule, RULES, "see the reference page of rules")
        )
    click.echo(format_rule(RULES[rule]))


@click.command()
@click.argument("brief")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="How it is printed.",
)
@project_option
def evidence(brief: str, form: str, project: Path) -> None:
    """Print what each figure in the text of BRIEF rests on.

    BRIEF is the id of a brief, or the path of its file. Exit code 1 if a figure failed.

    \b
    Examples:
      brief evidence nine-or-nineteen
      brief evidence nine-or-nineteen --format json
    """
    from generator.evidence.dossier import list_evidence
    from generator.evidence.verdict import Verdict
    from generator.report_evidence import format_evidence, format_evidence_json
    from generator.site.checking import check_project

    library = check_project(project).library
    id = _find_brief(brief, library)
    rows = list_evidence(id, library)
    if form == "json":
        click.echo(format_evidence_json(id, rows))
    else:
        click.echo(format_evidence(rows, shutil.get_terminal_size((120, 40)).columns))
    if any(row.verdict == Verdict.FAILED for row in rows):
        sys.exit(FAILED)


def _find_brief(named: str, library: Library) -> str:
    """The id of a brief that is named by it or by the path of its file."""
    id = Path(named).stem if named.endswith(".md") else named
    if id not in library.briefs:
        from generator.library.near import suggest

        known = suggest(id, library.briefs, "see `data/briefs/`")
        raise click.UsageError(f"there is no readable brief `{id}`; {known}")
    return id


@click.command()
@click.argument("briefs", nargs=-1, metavar="[BRIEF]...")
@project_option
def mark(briefs: tuple[str, ...], project: Path) -> None:
    """Print the mark of each BRIEF's text, and whether it is the one on record.

    BRIEF is the id of a brief, or the path of its file; all if none is named. The mark changes
    when a brief says something else: it goes into `published-text`, or into a revision's `text`.

    \b
    Examples:
      brief mark
      brief mark nine-or-nineteen
    """
    from generator.evidence.text_mark import read_marks
    from generator.report import format_marks
    from generator.site.checking import check_project

    library = check_project(project).library
    click.echo(format_marks(read_marks(library, [_find_brief(one, library) for one in briefs])))


@click.command()
@project_option
def schema(project: Path) -> None:
    """Write the JSON Schemas of the records into data/schema/, for editors."""
    from generator.site.schemas import write_schemas

    written = write_schemas(project)
    for path in written:
        click.echo(f"wrote {path.relative_to(project).as_posix()}")
    if not written:
        click.echo("data/schema/ is up to date")


@click.command()
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Host and port to serve at."
)
@project_option
def serve(address: str, project: Path) -> None:
    """Preview the site on this machine; pages reload when a file changes."""
    from generator.report import format_text
    from generator.site import serve as preview
    from generator.site.work import count_cores

    try:
        preview.serve(project, address, describe=format_text, say=click.echo, cores=count_cores())
    except preview.ServeFailure as error:
        fail(str(error))
