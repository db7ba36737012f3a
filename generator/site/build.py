"""The whole way from `data/` to `site/`: check, generate, engine, search, verify, and the swap.

Each stage is somebody else's; this knows their order, and that nothing of a failed build is shown.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from generator.checks.counts import Counts, count_records
from generator.checks.run import judge_library
from generator.issues import Issue, bound_issues, has_errors, sort_issues
from generator.library.capture import CAPTURES
from generator.library.library import Library
from generator.limits import ISSUES
from generator.pages.as_of import find_newest_date
from generator.pages.reference import render_reference
from generator.pages.site_pages import render_files, render_pages
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from generator.records.edtf import EdtfDate, parse_edtf
from generator.site.broken_pages import BrokenPage
from generator.site.cards import make_cards
from generator.site.digest import digest_folder
from generator.site.docstrings import read_module_docstrings
from generator.site.drawings import CHARTS, Drawings
from generator.site.engines import CONFIG, DOCS, Engine, list_pages, read_language
from generator.site.engines import build as run_engine
from generator.site.files import keep_files, write_files
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.lock import hold_project
from generator.site.policy import write_headers
from generator.site.render import render_all
from generator.site.search import KEPT as KEPT_SEARCH
from generator.site.search import index_site
from generator.site.swap import fresh_site
from generator.site.verify import verify_site
from generator.site.write import HandWrittenPageError, Written, is_generated, write_pages
from generator.site.written import check_written

SITE = "site"
SITES = "sites"
"""Where sites are built, in the program's own folder."""
LAST_SECOND = 253_402_300_799
"""The end of the year 9999, in seconds from 1970: no later day can be written."""
Tell = Callable[[str], None]
"""Takes a line for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A project's records and everything that is wrong with them, sorted."""

    library: Library
    issues: list[Issue]
    counts: Counts

    def with_issues(self, more: list[Issue]) -> Checked:
        """The same with further issues among them."""
        return replace(self, issues=sort_issues([*self.issues, *more]))

    def find_obstacle(self, *, strict: bool) -> str:
        """Why a build must not go on, and the way out; empty if it may."""
        if has_errors(self.issues):
            return "mend the errors above"
        if strict and self.issues:
            return "with --strict warnings count as well: mend those above"
        if strict and self.counts.not_checked:
            return (
                f"--strict fails on what was not checked: {self.counts.not_checked:,} figures and "
                "quotes"
            )
        return ""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    counts: Counts
    pages: Written
    replaced: list[BrokenPage]
    """Pages that the engine can't render, in whose place a note stands."""
    page_count: int
    searchable: int
    digest: str
    """The SHA-256 of the site, as `digest_folder` reckons it."""
    seconds: float


def check_project(project: Path) -> Checked:
    """Reads and checks everything under `project/data`, and what people wrote beside it."""
    library, issues = assemble(read_data_files(project))
    judged = judge_library(library)
    found = bound_issues([*issues, *judged.kept, *check_written(project)], ISSUES)
    return Checked(library, found, count_records(library, judged.waived))


def generate_pages(project: Path, library: Library, as_of: EdtfDate) -> Written:
    """Writes every generated page of the library into `project/docs`.

    Raises:
        HandWrittenPageError: A page would replace a file that a person wrote.
    """
    drawings, language = Drawings(project / CHARTS), read_language(project)
    pages = {
        **render_pages(library, as_of, language, drawings.draw),
        **_render_reference_once(),
    }
    drawings.remove_unused()
    return write_pages(project / DOCS, pages)


@cache
def _render_reference_once() -> Mapping[str, str]:
    """The reference pages, which rest on the code alone: a preview writes them once."""
    return render_reference(read_module_docstrings())


def build_site(  # noqa: PLR0913 - what a maintainer may choose, by name
    project: Path,
    checked: Checked,
    *,
    engine: Engine,
    as_of: EdtfDate,
    tell: Tell,
    replace_broken: bool = False,
) -> Built:
    """Generates, builds, indexes and verifies a checked project, and puts the site in place.

    Args:
        project: The project's folder, whose lock the caller holds.
        checked: Its records; none of their issues may stop a build.
        engine: What turns docs/ into a site.
        as_of: The day that the site speaks from.
        tell: Takes each line for the person at the terminal.
        replace_broken: Whether a note takes the place of a generated page that the engine can't
            render; else such a page stops the build.

    Raises:
        HandWrittenPageError, BrokenPagesError, EngineFailure, SearchFailure, UnsoundSiteError,
        OSError: The last good site is untouched.
    """
    began = time.perf_counter()
    written = generate_pages(project, checked.library, as_of)
    files = render_files(checked.library, as_of)
    tell(
        f"pages: {len(written.changed)} written, {len(written.unchanged)} unchanged, "
        f"{len(written.removed)} removed"
    )
    for path in written.strays:
        tell(f"{DOCS}/{path} is written by hand: it is on the site, but git leaves its folder out")
    with fresh_site(project / SITE, project / OWN_FOLDER / SITES) as folder:
        run = partial(run_engine, engine, project, folder, source_date_epoch=to_epoch(as_of))
        replaced = render_all(project, run, replace_broken=replace_broken)
        searchable = index_site(folder, project / KEPT_SEARCH)
        write_headers(folder)
        files |= make_cards(project, checked.library, as_of)
        write_files(folder, files)
        expected = list(list_pages(project).values())
        page_count = verify_site(folder, expected, searchable, files.keys())
        digest = digest_folder(folder)
    seconds = time.perf_counter() - began
    return Built(checked.counts, written, replaced, page_count, searchable, digest, seconds)


def refresh_pages(project: Path, report: Callable[[Checked], None], tell: Tell) -> bool:
    """Checks and generates for a preview; False, after saying why, if the old pages must stay."""
    with hold_project(project, tell, wait=True):
        return _refresh_pages(project, report, tell)


def _refresh_pages(project: Path, report: Callable[[Checked], None], tell: Tell) -> bool:
    checked = check_project(project)
    report(checked)
    if checked.find_obstacle(strict=False):
        tell("the pages stay as they were until the errors are mended")
        return False
    try:
        as_of = find_newest_date(checked.library)
        written = generate_pages(project, checked.library, as_of)
        keep_files(project, render_files(checked.library, as_of))
    except HandWrittenPageError as error:
        tell(f"error: {error}")
        return False
    except OSError as error:
        tell(f"error: `{error.filename}` could not be written: {error.strerror}")
        return False
    tell(f"pages: {len(written.changed)} written, {len(written.removed)} removed")
    return True


def find_watched(project: Path) -> list[Path]:
    """What a preview follows: records, captures, configuration, and the pages that people write."""
    docs = sorted(path for path in (project / DOCS).rglob("*") if path.is_file())
    written = [path for path in docs if path.suffix != ".md" or not is_generated(path)]
    captures = project / CAPTURES
    return [
        project / "data",
        *([captures] if captures.is_dir() else []),
        project / CONFIG,
        *written,
    ]


def choose_as_of(
    given: EdtfDate | None, environment: Mapping[str, str], library: Library
) -> EdtfDate:
    """The date given, else that of SOURCE_DATE_EPOCH, else that of the newest record.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is no number of seconds, or lies beyond the year 9999.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if given is not None:
        return given
    if not epoch:
        return find_newest_date(library)
    if not epoch.isdecimal() or int(epoch) > LAST_SECOND:
        raise ValueError(f"SOURCE_DATE_EPOCH is `{epoch}`; it must be a number of seconds")
    return parse_edtf(datetime.fromtimestamp(int(epoch), UTC).date().isoformat())


def to_epoch(day: EdtfDate) -> int:
    """The day's midnight in UTC, in seconds; what the engine stamps on the site map.

    The engines can't stamp a day before 1970: it becomes the first day of that year.
    """
    return max(0, int(datetime.fromisoformat(day.latest).replace(tzinfo=UTC).timestamp()))
