"""The command line: verbs, their options and exit codes. What they do is done elsewhere.

Exit codes: 0 clean, 1 issues or a failed build, 2 wrong usage.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.issues import Issue
    from generator.library.library import Library
    from generator.records.edtf import EdtfDate
    from generator.site.build import Checked

# Each verb loads what it needs itself: all of it takes longer to load than most verbs take to run.

FAILED = 1
FORMATS = ("text", "github", "json")
ENGINES = ("mkdocs", "properdocs", "zensical")


class EdtfDay(click.ParamType["EdtfDate"]):
    """A day, as `--as-of` takes it."""

    name = "date"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> EdtfDate:
        """Reads the day; anything else is wrong usage."""
        from generator.records.edtf import EdtfError, parse_edtf

        try:
            date = parse_edtf(value)
        except EdtfError as error:
            self.fail(f"{error} {error.help}", param, ctx)
        if date.precision != "day" or date.is_interval or date.text != date.earliest:
            self.fail(f"`{value}` is not a day; write it like 2025-01-31.", param, ctx)
        return date


class Verbs(click.Group):
    """Names the nearest verb when one is mistyped."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name, else wrong usage with a suggestion."""
        if args and self.get_command(ctx, args[0]) is None:
            from generator.library.near import suggest

            verbs = ", ".join(self.list_commands(ctx))
            near = suggest(args[0], self.list_commands(ctx), f"the verbs are {verbs}")
            ctx.fail(f"there is no verb `{args[0]}`; {near}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Runs the verb; an interrupt, and what the system refuses, are said in a line."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nstopped; what stands in site/ is whole, as it was or new", err=True)
            sys.exit(FAILED)
        except BrokenPipeError:  # whoever reads the output has seen enough: click's business
            raise
        except OSError as error:
            _fail(_explain_write_error(error))


def _find_project(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
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
    callback=_find_project,
    help="The folder that holds data/, docs/ and mkdocs.yml.",
)
strict_option = click.option(
    "--strict", is_flag=True, help="Fail on warnings and on what was not checked, too."
)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="brief")
def main() -> None:
    """Compile research briefs into a site in which every figure shows its source."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="How issues are printed."
)
@strict_option
@project_option
def check(paths: tuple[Path, ...], form: str, strict: bool, project: Path) -> None:
    """Check all records and what stands in docs/; print the issues of PATHS only, if any are named.

    \b
    Examples:
      brief check
      brief check data/articles/2025/example.yml
      brief check --format github
    """
    from generator.issues import has_errors
    from generator.report import format_github, format_json, format_summary, format_text
    from generator.site.build import Checked, check_project

    checked = check_project(project)
    shown = _select(checked.issues, paths, project)
    if form == "json":
        click.echo(format_json(shown, checked.counts))
    elif form == "github":
        _echo_lines(format_github(shown))
        click.echo(format_summary(shown, checked.counts))
    else:
        _echo_lines(format_text(shown))
        click.echo(format_summary(shown, checked.counts))
    if has_errors(shown):
        sys.exit(FAILED)
    obstacle = Checked(checked.library, shown, checked.counts).find_obstacle(strict=strict)
    if obstacle:
        _fail(obstacle)


def _echo_lines(text: str) -> None:
    if text:
        click.echo(text)


def _select(issues: list[Issue], paths: tuple[Path, ...], project: Path) -> list[Issue]:
    """The issues in the files named, or below the folders named; all if none is named."""
    if not paths:
        return issues
    wanted = []
    for path in paths:
        try:
            wanted.append(path.resolve().relative_to(project))
        except ValueError:
            raise click.UsageError(f"`{path}` is not in the project `{project}`") from None
    return [
        issue
        for issue in issues
        if any(Path(issue.location.path).is_relative_to(path) for path in wanted)
    ]


@main.command()
@click.option("--as-of", type=EdtfDay(), help="The day the site speaks from, like 2025-01-31.")
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=ENGINES[0],
    show_default=True,
    help="The program that turns docs/ into site/.",
)
@click.option(
    "--broken-pages",
    type=click.Choice(("stop", "replace")),
    default="stop",
    show_default=True,
    help="What becomes of pages that the engine can't render: they stop the build, or a note "
    "stands in their place.",
)
@click.option(
    "--wait/--no-wait",
    default=True,
    show_default=True,
    help="Wait while another build of the project is running, or end at once.",
)
@strict_option
@project_option
def build(  # noqa: PLR0913, PLR0917 - one parameter for each option
    as_of: EdtfDate | None,
    engine: str,
    broken_pages: str,
    wait: bool,
    strict: bool,
    project: Path,
) -> None:
    """Check the records and build the site into site/.

    If anything fails, the last good site stays as it was.

    \b
    Examples:
      brief build
      brief build --as-of 2025-01-31
      brief build --engine zensical
    """
    from generator.report import format_build, format_summary, format_text
    from generator.site.build import build_site, check_project, choose_as_of
    from generator.site.engines import Engine, EngineFailure
    from generator.site.lock import BusyError, hold_project
    from generator.site.render import BrokenPagesError
    from generator.site.search import SearchFailure
    from generator.site.verify import UnsoundSiteError
    from generator.site.write import HandWrittenPageError
    from generator.site.written import find_missing_config

    try:
        with hold_project(project, click.echo, wait=wait):
            checked = check_project(project).with_issues(find_missing_config(project))
            _echo_lines(format_text(checked.issues))
            obstacle = checked.find_obstacle(strict=strict)
            if obstacle:
                click.echo(format_summary(checked.issues, checked.counts))
                _fail(f"nothing was built: {obstacle}")
            built = build_site(
                project,
                checked,
                engine=Engine(engine),
                as_of=_or_usage(lambda: choose_as_of(as_of, os.environ, checked.library)),
                tell=click.echo,
                replace_broken=broken_pages == "replace" and not strict,
            )
    except (HandWrittenPageError, BusyError) as error:
        _fail(str(error))
    except (BrokenPagesError, EngineFailure, SearchFailure, UnsoundSiteError) as error:
        _fail(f"{error}\nhelp: the last good site is untouched; mend what is named and build again")
    click.echo(format_build(built))


def _explain_write_error(error: OSError) -> str:
    place = f"`{error.filename}`" if error.filename else "a file"
    return (
        f"{place} could not be written: {error.strerror}\n"
        "help: see what stands there, who may write there, and whether the disk is full; "
        "what was there before is untouched"
    )


def _or_usage(read: Callable[[], EdtfDate]) -> EdtfDate:
    try:
        return read()
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _fail(message: str) -> NoReturn:
    click.echo(f"error: {message}", err=True)
    sys.exit(FAILED)


@main.command()
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


@main.command()
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
    from generator.site.build import check_project

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


@main.command()
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
    from generator.site.build import check_project

    library = check_project(project).library
    click.echo(format_marks(read_marks(library, [_find_brief(one, library) for one in briefs])))


@main.command()
@project_option
def schema(project: Path) -> None:
    """Write the JSON Schemas of the records into data/schema/, for editors."""
    from generator.site.schemas import write_schemas

    written = write_schemas(project)
    for path in written:
        click.echo(f"wrote {path.relative_to(project).as_posix()}")
    if not written:
        click.echo("data/schema/ is up to date")


@main.command()
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Host and port to serve at."
)
@project_option
def serve(address: str, project: Path) -> None:
    """Preview the site on this machine; pages reload when a record changes."""
    from generator.report import format_text
    from generator.site import serve as preview
    from generator.site.build import find_watched, refresh_pages

    def report(checked: Checked) -> None:
        _echo_lines(format_text(checked.issues))

    def rebuild() -> bool:
        return refresh_pages(project, report, click.echo)

    try:
        preview.serve(rebuild, find_watched(project), address, project_dir=project, say=click.echo)
    except preview.ServeFailure as error:
        _fail(str(error))
