"""A project brought up to date for a preview: in a process of its own, which then stays at hand.

First everything is checked, generated and rendered, of which only what changed is done anew, as in
a build. Where that went well the process keeps the records in memory and takes up single briefs
as they are saved, until another process has brought in newer records. It never ends the preview:
whatever goes wrong is told to the one who started it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from io import StringIO
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlsplit

from yaml import YAMLError

from generator.issues import Issue
from generator.library.library import Library
from generator.site.build import BUILD_FAILURES, choose_as_of
from generator.site.checking import check_project
from generator.site.child import end_with_parent
from generator.site.docs_files import read_docs
from generator.site.engines import Engine
from generator.site.fingerprint import digest_text
from generator.site.generating import CONTENTS, Generation, fingerprint_parts
from generator.site.kept import Contents, load_note
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.lock import hold_project
from generator.site.making import open_workshop
from generator.site.notes import NOTES, read_notes
from generator.site.order import Order
from generator.site.processes import Processes
from generator.site.progress import Progress
from generator.site.renderer import Renderer
from generator.site.rendering import NOTES as PAGES_NOTE
from generator.site.rendering import Pages, make_design, read_pages
from generator.site.saved_brief import Desk, SavedBrief
from generator.site.settings import DOCS
from generator.site.site_pages import SitePages
from generator.site.work import Workers
from generator.site.write import HandWrittenPageError, address_of
from generator.site.written import find_missing_config

Tell = Callable[[str], None]
_HOME = "index.md"
_AROUND = (".css", ".js")
"""The files beside the pages with which a page is shown."""


@dataclass(frozen=True, slots=True)
class Showable:
    """A whole site: the checksum of each of its files, by path."""

    files: dict[str, str] = field(default_factory=dict)
    around: str = ""
    """The style sheets and scripts with which all pages are shown, as a checksum."""
    root: str = "/"
    """The path of the site's own address, below which it will be published."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of bringing a project up to date."""

    issues: list[Issue] = field(default_factory=list)
    failure: str = ""
    """Why there is nothing new to show, where records are not the reason."""
    site: Showable | None = None
    """None if the last one must stay."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Single briefs may come."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line for the person at the terminal."""

    line: str


@dataclass(frozen=True, slots=True)
class NotAlone:
    """A brief that was saved can't be taken up by itself."""

    path: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A brief that was saved can't be shown."""

    path: str
    failure: str


Message = Refreshed | Ready | Said | SavedBrief | NotAlone | Failed


def serve_project(project: Path, cores: int, connection: Connection) -> None:
    """The work of one process, from its beginning to its end: see above.

    Args:
        project: The project's folder.
        cores: How many processes may work at once.
        connection: Takes messages; gives paths of briefs, until it is closed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this is told, and ends it
    end_with_parent()
    try:
        refreshed, desk = refresh(project, cores, lambda line: connection.send(Said(line)))
        connection.send(refreshed)
        if desk is None:
            return
        desk.warm_up()
        connection.send(Ready())
        while True:
            connection.send(_take(desk, connection.recv()))
    except (EOFError, BrokenPipeError):
        sys.exit()


def _take(desk: Desk, path: str) -> Message:
    try:
        return desk.take(path) or NotAlone(path)
    except Exception as error:  # noqa: BLE001 - whatever it is, a look at everything tells it too
        return Failed(path, str(error) or type(error).__name__)


def refresh(project: Path, cores: int, tell: Tell) -> tuple[Refreshed, Desk | None]:
    """Checks, generates and renders everything that changed; gives also who goes on from there."""
    issues: list[Issue] = []
    with hold_project(project, tell, wait=True):
        try:
            kept, workers = project / OWN_FOLDER, Processes(cores)
            checked = check_project(project, kept, workers)
            checked = checked.with_issues(find_missing_config(project))
            issues = checked.issues
            if checked.find_obstacle(strict=False):
                return Refreshed(issues), None
            site, desk = _refresh(project, workers, checked.library, tell)
            return Refreshed(issues, site=site), desk
        except (HandWrittenPageError, *BUILD_FAILURES) as error:
            failure = str(error)
        except OSError as error:
            failure = f"`{error.filename}`: {error.strerror}"
        except (SystemExit, Exception) as error:  # noqa: BLE001 - an engine fails in any way
            failure = f"{type(error).__name__}: {error}"
    return Refreshed(issues, failure), None


def _refresh(
    project: Path, workers: Workers, library: Library, tell: Tell
) -> tuple[Showable, Desk]:
    progress = Progress(tell, StringIO())  # a bar would be torn by what is said meanwhile
    as_of = choose_as_of(None, os.environ, library)
    order = Order(Engine.MKDOCS, as_of, workers=workers)
    with progress.stage("pages", "parts"):
        generation = Generation(
            project, project / OWN_FOLDER, order.workers, progress.begin, progress.advance
        )
        generated = generation.update(library, as_of, read_docs(project / DOCS))
    with progress.stage("engine", "pages"):
        pages, _ = SitePages(project, order, generation.contents, progress).keep(generated.pages)
    design = make_design(order.engine, project, {}, order.epoch, is_near=True)
    os.environ.update(design.environment)
    workshop = open_workshop(project, library, as_of, is_near=True)
    return list_files(pages, generated.files), Desk(project, workshop, Renderer(design, project))


def list_files(pages: Pages, files: dict[str, str]) -> Showable:
    """Every file of a site, of the pages as they were rendered and of what belongs to them."""
    html = {locate_page(path): kept.html for path, kept in pages.pages.items()}
    around = {path: print_ for path, print_ in pages.shell.items() if path.endswith(_AROUND)}
    home = pages.pages.get(_HOME)
    root = urlsplit(home.facts.canonical).path if home is not None else ""
    return Showable({**pages.shell, **html, **files}, digest_text(around), root or "/")


def locate_page(page: str) -> str:
    """The path on the site of a page of `docs/`."""
    return f"{address_of(page)}/index.html".removeprefix("/")


def find_last_build(project: Path) -> Showable:
    """The site as the last build or preview left it, if any: shown until there is a newer one."""
    folder = project / OWN_FOLDER
    pages = read_pages(load_note(folder / PAGES_NOTE))
    try:
        notes = read_notes(load_note(folder / NOTES), fingerprint_parts(project))
    except (OSError, ValueError, YAMLError):  # there is no configuration that can be read
        return Showable()
    files = {path: print_ for kept in notes.parts.values() for path, print_ in kept.files.items()}
    return list_files(pages, files)


def open_contents(project: Path) -> Contents:
    """What the files of a site hold, by their checksums."""
    return Contents(project / OWN_FOLDER / CONTENTS)
