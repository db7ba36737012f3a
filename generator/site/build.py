"""The whole way from `data/` to `site/`: check, generate, engine, search, verify, and the swap.

Each stage is somebody else's; this knows their order, and that nothing of a failed build is shown.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.checks.counts import Counts
from generator.library.library import Library
from generator.pages.as_of import find_newest_date
from generator.records.edtf import EdtfDate, parse_edtf
from generator.site.admin_page import (
    AdminPage,
    find_special_headers,
    make_admin_page,
    write_admin_page,
)
from generator.site.broken_pages import BrokenPage
from generator.site.checking import Checked
from generator.site.digest import digest_folder
from generator.site.docs_files import DocsFiles, read_docs
from generator.site.engines import Engine, EngineFailure, list_pages
from generator.site.generating import Generation
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.order import Order
from generator.site.policy import HEADERS_FILE, write_headers
from generator.site.processes import Processes
from generator.site.progress import Progress
from generator.site.render import BrokenPagesError
from generator.site.search import KEPT as KEPT_SEARCH
from generator.site.search import Index, SearchFailure, index_site
from generator.site.settings import DOCS
from generator.site.site_pages import SitePages
from generator.site.swap import fresh_site
from generator.site.verify import UnsoundSiteError, verify_site
from generator.site.work import WorkersLostError, count_cores
from generator.site.write import Written

BUILD_FAILURES = (
    BrokenPagesError,
    EngineFailure,
    SearchFailure,
    UnsoundSiteError,
    WorkersLostError,
)
"""Why a build can end without a site, once its records are sound."""
SITE = "site"
SITES = "sites"
"""Where sites are built, in the program's own folder."""
LAST_SECOND = 253_402_300_799
"""The end of the year 9999, in seconds from 1970: no later day can be written."""
Tell = Callable[[str], None]
"""Takes a line for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    counts: Counts
    pages: Written
    replaced: list[BrokenPage]
    """Pages that the engine can't render, in whose place a note stands."""
    page_count: int
    searchable: int
    generated: dict[str, str]
    """The SHA-256 of each generated page in `docs/` that no note stands for, by its path."""
    digest: str
    """The SHA-256 of the site, as `digest_folder` reckons it."""
    parts: int
    made: int
    """Of how many parts the site consists, and how many had to be made anew."""
    rendered: int
    """How many pages had to be rendered."""
    seconds: float


def build_site(
    project: Path,
    checked: Checked,
    order: Order,
    progress: Progress,
    standing: DocsFiles | None = None,
) -> Built:
    """Generates, builds, indexes and verifies a checked project, and puts the site in place.

    Args:
        project: The project's folder, whose lock the caller holds.
        checked: Its records; none of their issues may stop a build.
        order: What was chosen.
        progress: Is told of each stage, and tells the person at the terminal.
        standing: What stands in `docs/`, if it has been read already.

    Raises:
        HandWrittenPageError, BrokenPagesError, EngineFailure, SearchFailure, UnsoundSiteError,
        WorkersLostError, OSError: The last good site is untouched.
    """
    own = project / OWN_FOLDER
    with progress.stage("pages", "parts"):
        generation = Generation(project, own, order.workers, progress.begin, progress.advance)
        contents = generation.contents
        standing = standing or read_docs(project / DOCS)
        generated = generation.update(checked.library, order.as_of, standing)
    _tell_written(generated.written, progress.tell)
    over_last = order.engine is not Engine.ZENSICAL  # which writes into an empty folder
    with fresh_site(project / SITE, own / SITES, over_last=over_last) as folder:
        with progress.stage("engine", "pages"):
            pages, replaced = SitePages(project, order, contents, progress).place(folder, generated)
        addresses = list_pages(project)
        html = {addresses[path]: kept.html for path, kept in pages.pages.items()}
        with progress.stage("search", "pages"):
            index = _index(project, folder, order, html, progress)
        with progress.stage("verify"):
            admin = _add_admin(project, folder, order, progress.tell)
            known = {addresses[path]: kept.facts for path, kept in pages.pages.items()}
            expected = list(addresses.values())
            page_count = verify_site(
                folder, expected, index.pages, generated.files.keys(), known, admin.files
            )
            linked = {**pages.shell, **html, **generated.files, **index.prints}
            linked.pop(HEADERS_FILE, None)  # ours took the place of one by hand
            digest = digest_folder(folder, linked)
    contents.remove_unused({*generated.prints, *pages.prints})
    noted = {page.path for page in replaced}
    return Built(
        checked.counts,
        generated.written,
        replaced,
        page_count,
        index.pages,
        {path: one for path, one in generated.pages.items() if path not in noted},
        digest,
        generated.parts,
        generated.made,
        pages.rendered if pages.pages else page_count,  # Zensical renders them all
        sum(stage.seconds for stage in progress.stages),
    )


def _index(
    project: Path, folder: Path, order: Order, html: Mapping[str, str], progress: Progress
) -> Index:
    """Indexes the site on this machine, where its folder is, whoever else works for the build."""
    workers = order.workers if order.workers.is_near else Processes(count_cores())
    return index_site(folder, project / KEPT_SEARCH, html, progress, workers)


def _add_admin(project: Path, folder: Path, order: Order, tell: Tell) -> AdminPage:
    """Puts the form into the site where there is one, and the headers that fit."""
    planned = make_admin_page(project, os.environ, order.as_of.earliest[:4])
    admin = write_admin_page(folder, planned)
    write_headers(folder, find_special_headers(admin))
    if admin.said:
        tell(admin.said)
    return admin


def _tell_written(written: Written, tell: Tell) -> None:
    tell(
        f"pages: {len(written.changed)} written, {len(written.unchanged)} unchanged, "
        f"{len(written.removed)} removed"
    )
    for path in written.strays:
        tell(f"{DOCS}/{path} is written by hand: it is on the site, but git leaves its folder out")


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
