"""The verbs that write records: those that put them into form, add them, and rename them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import FAILED, echo_lines, fail, project_option, select_paths

if TYPE_CHECKING:
    from generator.authoring.form import Formed
    from generator.issues import Issue

KINDS = (
    *("article", "brief", "correction", "event", "metric", "observation", "source", "topic"),
    "unit",
)
"""The kinds of record that have ids of ours; places have those of ISO 3166."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail if a file would.")
@click.option("--diff", "show_diff", is_flag=True, help="Change nothing; print what would.")
@project_option
def fmt(paths: tuple[Path, ...], only_check: bool, show_diff: bool, project: Path) -> None:
    """Put records into their form: order of fields, quotes, indentation, long lines.

    All of data/, or PATHS only. Comments stay, and what the records say. A file with an error is
    left alone; so are series (CSV) and the prose of briefs, below their front matter.

    \b
    Examples:
      brief fmt
      brief fmt data/articles/2025/example.yml
      brief fmt --check
      brief fmt --diff data/sources.yml
    """
    from generator.authoring.files import change_files
    from generator.authoring.form import compare, form_files
    from generator.reading.files import read_data_files

    data = read_data_files(project)
    unread = [issue for issue in data.issues if issue.location.path.startswith("data/")]
    known = [file.path for file in data.files] + [issue.location.path for issue in unread]
    chosen = select_paths(known, paths, project)
    formed = form_files(file for file in data.files if file.path in chosen)
    left = [issue for issue in unread if issue.location.path in chosen]
    changed = [one for one in formed if one.is_changed]
    if show_diff:
        echo_lines("\n".join(compare(one) for one in changed))
    elif not only_check:
        change_files(project, {one.path: one.after for one in changed})
    left += [issue for one in formed for issue in one.issues]
    _report_form(formed, left, may_write=not (show_diff or only_check))
    if left or (changed and (show_diff or only_check)):
        sys.exit(FAILED)


def _report_form(formed: list[Formed], issues: list[Issue], *, may_write: bool) -> None:
    from generator.report import format_text

    word = "formatted" if may_write else "not in form:"
    for one in formed:
        if one.is_changed:
            click.echo(f"{word} {one.path}")
    echo_lines(format_text(issues))
    changed = sum(one.is_changed for one in formed)
    left = len({issue.location.path for issue in issues})
    series = sum(one.is_series for one in formed)
    in_form = sum(not (one.is_changed or one.issues or one.is_series) for one in formed)
    click.echo(
        f"files in form {in_form:,}, "
        f"{'formatted' if may_write else 'not in form'} {changed:,}, "
        f"left alone because of errors {left:,}, series left as they are {series:,}"
    )


def _complete_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The ids of the kind that was named, for the shell."""
    from generator.reading.assemble import assemble
    from generator.reading.files import read_data_files

    del param
    library, _ = assemble(read_data_files(Path(ctx.params.get("project") or ".")))
    known = library.by_kind.get(ctx.params.get("kind") or "", {})
    return [id for id in known if id.startswith(incomplete)]


@click.command()
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.argument("old", shell_complete=_complete_ids)
@click.argument("new")
@project_option
def rename(kind: str, old: str, new: str, project: Path) -> None:
    """Give the record OLD of a KIND the id NEW, everywhere: all or nothing.

    KIND is article, brief, correction, event, metric, observation, source, topic or unit. Published
    addresses change with the id, and links from elsewhere break: those are named.

    \b
    Examples:
      brief rename source gazette harbour-gazette
      brief rename observation advance-2025-01 advance-2025-01-isw
    """
    from generator.authoring.files import change_files, move_capture
    from generator.authoring.renaming import RefusedError, WrongIdError, rename_record
    from generator.reading.files import read_data_files

    try:
        renaming = rename_record(kind, old, new, read_data_files(project))
    except WrongIdError as error:
        raise click.UsageError(str(error)) from None
    except RefusedError as error:
        fail(str(error))
    if renaming.new_file and (project / renaming.new_file).exists():
        fail(f"`{renaming.new_file}` is there already; nothing was changed")
    change_files(project, renaming.changes)
    if kind == "article":
        move_capture(project, old, new)
    for path, count in renaming.counts.items():
        click.echo(f"{path}: {count}")
    click.echo(
        f"renamed the {kind} `{old}` to `{new}`: {sum(renaming.counts.values()):,} mentions in "
        f"{len(renaming.counts):,} files"
    )
    if renaming.marked:
        click.echo(f"marks brought up to date: {', '.join(renaming.marked)}")
    for before, after in renaming.addresses:
        click.echo(f"links to {before} from elsewhere break; it is {after} now")
