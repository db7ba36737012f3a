"""The verbs that build a site: whole, a share of it, or from shares that were built elsewhere."""

from __future__ import annotations

import gc
import os
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import echo_lines, fail, project_option, strict_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.records.edtf import EdtfDate
    from generator.site.build import Built
    from generator.site.checking import Checked
    from generator.site.docs_files import DocsFiles
    from generator.site.order import Order
    from generator.site.progress import Progress
    from generator.site.shares import Share
    from generator.site.work import Workers

ENGINES = ("mkdocs", "properdocs", "zensical")
MOST = 256
"""Processes, or shares."""


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


class ShareType(click.ParamType["Share"]):
    """A share of a site, as `--shard` takes it."""

    name = "share"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Share:
        """Reads the share; anything else is wrong usage."""
        from generator.site.shares import Share

        number, _, of = value.partition("/")
        if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of) <= MOST):
            self.fail(f"`{value}` is not a share; the second of four is 2/4.", param, ctx)
        return Share(int(number), int(of))


def count_cores() -> int:
    """As `work` counts them, which is loaded when somebody asks."""
    from generator.site import work

    return work.count_cores()


as_of_option = click.option(
    "--as-of", type=EdtfDay(), help="The day the site speaks from, like 2025-01-31."
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, MOST),
    default=count_cores,
    show_default="one for each core",
    help="How many processes work at once.",
)


@click.command()
@as_of_option
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
@jobs_option
@click.option(
    "--scheduler", metavar="ADDRESS", help="Have the workers of a Dask cluster do the work."
)
@click.option(
    "--shard",
    "share",
    type=ShareType(),
    help="Build a share of the site only, such as 2/4, for `brief merge`.",
)
@click.option("--profile", is_flag=True, help="Print where the time went.")
@strict_option
@project_option
def build(  # noqa: PLR0913, PLR0917 - one parameter for each option
    as_of: EdtfDate | None,
    engine: str,
    broken_pages: str,
    wait: bool,
    jobs: int,
    scheduler: str | None,
    share: Share | None,
    profile: bool,
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
      brief build --profile
      brief build --shard 2/4
    """
    choices = _choose(as_of, engine, broken_pages, strict=strict)
    wish = Wish(choices, wait, jobs, scheduler, profile, as_of)
    if share is None:
        _run(project, wish)
    else:
        _run_share(project, wish, share)


@click.command()
@click.argument(
    "folders",
    nargs=-1,
    required=True,
    metavar="FOLDER...",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@as_of_option
@jobs_option
@strict_option
@project_option
def merge(
    folders: tuple[Path, ...], as_of: EdtfDate | None, jobs: int, strict: bool, project: Path
) -> None:
    """Put a site together from the shares in FOLDERs, as `brief build --shard` leaves them.

    What a share lacks, or what does not fit the records as they are here, is made here.

    \b
    Examples:
      brief merge shares/1-of-2 shares/2-of-2
    """
    from generator.site.lock import hold_project
    from generator.site.shares import bring_home, holds_share

    for folder in folders:
        if not holds_share(folder):
            raise click.UsageError(f"`{folder}` holds no share of a site")
    with hold_project(project, click.echo, wait=True):
        pages = bring_home(project, folders)
    click.echo(f"brought {pages:,} pages from {len(folders):,} shares")
    choices = _choose(as_of, ENGINES[0], "stop", strict=strict)
    wish = Wish(choices, wait=True, jobs=jobs, scheduler=None, profile=False, as_of=as_of)
    _run(project, wish)


def _choose(
    as_of: EdtfDate | None, engine: str, broken_pages: str, *, strict: bool
) -> dict[str, str]:
    """What has a bearing on the site, by the name of the option."""
    return {
        "as-of": as_of.text if as_of else "",
        "engine": engine,
        "broken-pages": broken_pages,
        "strict": str(strict),
    }


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line."""

    choices: Mapping[str, str]
    """What has a bearing on the site, by the name of the option."""
    wait: bool
    jobs: int
    scheduler: str | None
    profile: bool
    as_of: EdtfDate | None


def _run(project: Path, wish: Wish) -> None:
    """Builds unless nothing has changed, and says what came of it."""
    from generator.site.lock import BusyError, hold_project
    from generator.site.unchanged import find_report, forget_build, note_build, read_state

    began = time.perf_counter()
    try:
        with hold_project(project, click.echo, wait=wish.wait):
            state = read_state(project, wish.choices)
            report = find_report(project, state) if state is not None else None
            if report is not None:
                echo_lines("\n".join(report))
                seconds = time.perf_counter() - began
                click.echo(f"nothing has changed; it took {seconds:.1f} seconds")
                return
            forget_build(project)
            report, built = _build(project, wish, state.docs if state is not None else None)
            if state is not None:
                note_build(project, state, built.generated, built.digest, report)
    except BusyError as error:
        fail(str(error))


def _build(project: Path, wish: Wish, standing: DocsFiles | None) -> tuple[list[str], Built]:
    """Builds, and says so; gives what was said of the records and of the site."""
    from generator.report import format_build, format_effort, format_text
    from generator.site.build import BUILD_FAILURES, build_site
    from generator.site.cluster import ClusterError
    from generator.site.progress import Progress
    from generator.site.write import HandWrittenPageError

    progress = Progress(click.echo)
    try:
        with _find_workers(wish) as workers:
            checked = _check(project, wish, workers, progress)
            order = _make_order(wish, workers, checked)
            built = build_site(project, checked, order, progress, standing)
    except (HandWrittenPageError, ClusterError) as error:
        fail(str(error))
    except BUILD_FAILURES as error:
        fail(f"{error}\nhelp: the last good site is untouched; mend what is named and build again")
    report = format_build(built)
    click.echo(report)
    click.echo(format_effort(built))
    if wish.profile:
        echo_lines("\n".join(progress.describe_times()))
    return [line for line in (format_text(checked.issues), report) if line], built


def _run_share(project: Path, wish: Wish, share: Share) -> None:
    """Builds a share, and says where it is."""
    from generator.site.build import BUILD_FAILURES
    from generator.site.cluster import ClusterError
    from generator.site.lock import BusyError, hold_project
    from generator.site.progress import Progress
    from generator.site.shares import ShareBuild

    if wish.choices["engine"] == ENGINES[-1]:
        raise click.UsageError("Zensical renders whole sites only: leave out `--shard`")
    progress = Progress(click.echo)
    try:
        with hold_project(project, click.echo, wait=wish.wait), _find_workers(wish) as workers:
            checked = _check(project, wish, workers, progress)
            order = _make_order(wish, workers, checked)
            building = ShareBuild(project, checked.library, order, share, progress)
            pages = building.run()
    except (BusyError, ClusterError, *BUILD_FAILURES) as error:
        fail(str(error))
    click.echo(
        f"share {share.number} of {share.of}, with {pages:,} pages, stands in "
        f"{building.folder.relative_to(project).as_posix()}/: bring it where the others are, and "
        "run `brief merge`"
    )
    if wish.profile:
        echo_lines("\n".join(progress.describe_times()))


def _check(project: Path, wish: Wish, workers: Workers, progress: Progress) -> Checked:
    """The records and their issues, which are said; ends here where no site can come of them."""
    from generator.report import format_summary, format_text
    from generator.site.checking import check_project, pause_collection
    from generator.site.lock import FOLDER as OWN_FOLDER
    from generator.site.written import find_missing_config

    with progress.stage("check", "files"), pause_collection():
        checked = check_project(project, project / OWN_FOLDER, workers, progress).with_issues(
            find_missing_config(project)
        )
        gc.freeze()  # the records stay to the end: to look for garbage among them takes seconds
    echo_lines(format_text(checked.issues))
    obstacle = checked.find_obstacle(strict=wish.choices["strict"] == str(True))
    if obstacle:
        click.echo(format_summary(checked.issues, checked.counts))
        fail(f"nothing was built: {obstacle}")
    return checked


def _make_order(wish: Wish, workers: Workers, checked: Checked) -> Order:
    from generator.site.build import choose_as_of
    from generator.site.engines import Engine
    from generator.site.order import Order

    chosen = wish.choices
    return Order(
        Engine(chosen["engine"]),
        _or_usage(lambda: choose_as_of(wish.as_of, os.environ, checked.library)),
        replace_broken=chosen["broken-pages"] == "replace" and chosen["strict"] != str(True),
        workers=workers,
    )


@contextmanager
def _find_workers(wish: Wish) -> Iterator[Workers]:
    """Those who do the work: a cluster's, or processes of this machine."""
    from generator.site.cluster import Cluster
    from generator.site.processes import Processes

    if wish.scheduler is None:
        yield Processes(wish.jobs)
        return
    cluster = Cluster(wish.scheduler)
    try:
        yield cluster
    finally:
        cluster.close()


def _or_usage(read: Callable[[], EdtfDate]) -> EdtfDate:
    try:
        return read()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
