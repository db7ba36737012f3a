"""The verbs that are run on a schedule and ask others: links, copies in an archive, old figures.

They never fail a build: what they find is written as data, or told.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import FAILED, fail, project_option

if TYPE_CHECKING:
    from generator.library.library import Library
    from generator.links.archiving import Copied

TOLD_EACH = 50
FORMATS = ("text", "markdown", "json")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help="How it is printed; markdown is for the text of a pull request.",
)
private_option = click.option(
    "--allow-private", is_flag=True, help="Ask hosts on this machine's own network, too."
)
contact_option = click.option(
    "--contact",
    metavar="ADDRESS",
    envvar="BRIEF_CONTACT",
    default="",
    help="Where those who are asked can learn who asks; goes out with each request.",
)
day_option = click.option(
    "--as-of",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="The day that counts as today, like 2025-01-31.",
)


def _read_day(day: datetime | None) -> date:
    return (day or datetime.now(UTC)).date()


def _read_library(project: Path, ids: tuple[str, ...] = ()) -> Library:
    """The records as far as they can be read; that they have faults is the check's business."""
    from generator.library.near import suggest
    from generator.reading.assemble import assemble
    from generator.reading.files import read_data_files

    library, _ = assemble(read_data_files(project))
    if "link" in library.incomplete:
        fail("`data/links.csv` can't be read\nhelp: run `brief check`, and mend what it says of it")
    known = {**library.sources, **library.articles}
    for id in ids:
        if id not in known:
            near = suggest(id, known, "see `data/articles/` and `data/sources.yml`")
            raise click.UsageError(f"there is no article or source `{id}`; {near}")
    return library


def _tell(done: int, of: int) -> None:
    """Says now and then how far it is; a line each, where a log keeps them."""
    if done % TOLD_EACH == 0:
        click.echo(f"{done:,} of {of:,} looked at", err=True)


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@format_option
@click.option("--dry-run", is_flag=True, help="Look, and write nothing.")
@click.option(
    "--pause",
    type=click.FloatRange(0, 600),
    default=1.0,
    show_default=True,
    help="Seconds between two requests to a host.",
)
@click.option(
    "--minutes",
    type=click.FloatRange(0, 1_440),
    default=60,
    show_default=True,
    help="After so many minutes it ends with what was found.",
)
@private_option
@contact_option
@day_option
@project_option
def links(  # noqa: PLR0913, PLR0917 - one for each option
    ids: tuple[str, ...],
    form: str,
    dry_run: bool,
    pause: float,
    minutes: float,
    allow_private: bool,
    contact: str,
    day: datetime | None,
    project: Path,
) -> None:
    """Look whether the addresses in articles and sources still answer; note it in data/links.csv.

    ID is an article or a source; all if none is named. An address that is not found, twice and a
    day or more apart, is dead. What refuses or does not answer is unknown. Exit code 0, whatever
    is found.

    \b
    Examples:
      brief links
      brief links --dry-run isw-2025-01-09-assessment
      brief links --format markdown > links.md
    """
    from generator.links.links_file import Manner, go_round, write_links
    from generator.links.network import make_network
    from generator.report_links import format_round

    library = _read_library(project, ids)
    manner = Manner(make_network(contact, allow_private=allow_private), pause, minutes * 60)
    found = go_round(library, manner, _read_day(day), ids, _tell)
    if not dry_run:
        write_links(project, found.after)
    click.echo(format_round(found, form))
    if found.was_interrupted:
        sys.exit(FAILED)


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@format_option
@click.option(
    "--limit",
    type=click.IntRange(1, 1_000),
    default=20,
    show_default=True,
    help="For how many articles a copy is looked for, at most.",
)
@click.option("--dry-run", is_flag=True, help="Name the articles, and ask nobody.")
@click.option(
    "--archive-api",
    metavar="ADDRESS",
    default="",
    help="Where an archive with the Wayback Machine's interface is.  [default: archive.org]",
)
@click.option(
    "--pause",
    type=click.FloatRange(0, 600),
    default=5.0,
    show_default=True,
    help="Seconds between two requests.",
)
@private_option
@contact_option
@day_option
@project_option
def archive(  # noqa: PLR0913, PLR0917 - one for each option
    ids: tuple[str, ...],
    form: str,
    limit: int,
    dry_run: bool,
    archive_api: str,
    pause: float,
    allow_private: bool,
    contact: str,
    day: datetime | None,
    project: Path,
) -> None:
    """Give articles without an archived copy one, in the Wayback Machine.

    A copy that is there already is taken, else one is asked for; the address goes into the
    article's record. ID is an article; all that have no copy, if none is named. With an account
    there, its keys in IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY let it make copies sooner.

    \b
    Examples:
      brief archive --dry-run
      brief archive isw-2025-01-09-assessment
      brief archive --limit 5 --format markdown
    """
    from generator.links.archiving import copy_articles, list_uncopied
    from generator.links.network import make_network
    from generator.links.wayback import open_archive
    from generator.records.web_address import find_url_fault
    from generator.report_links import format_copies, format_uncopied

    if archive_api and (fault := find_url_fault(archive_api)):
        raise click.BadParameter(f"`{archive_api}` {fault}", param_hint="--archive-api")
    library = _read_library(project, ids)
    uncopied = list_uncopied(library, ids, _read_day(day))
    if dry_run:
        click.echo(format_uncopied(uncopied, limit, form))
        return
    network = make_network(contact, allow_private=allow_private)
    asked = open_archive(network, pause, archive_api, os.environ)
    copies: list[Copied] = []
    try:
        copies.extend(copy_articles(uncopied[:limit], library, asked, project))
    finally:  # an interrupt leaves on record what is told here
        click.echo(format_copies(copies, len(uncopied) - len(copies), form))


@click.command()
@format_option
@day_option
@project_option
def stale(form: str, day: datetime | None, project: Path) -> None:
    """List the key figures that are past their metric's shelf life today, and what rests on them.

    Exit code 0, however many there are.

    \b
    Examples:
      brief stale
      brief stale --as-of 2025-06-30 --format markdown
    """
    from generator.evidence.old_figures import list_old_figures
    from generator.records.edtf import parse_edtf
    from generator.report_old import format_old

    today = parse_edtf(_read_day(day).isoformat())
    click.echo(format_old(list_old_figures(_read_library(project), today), form))
