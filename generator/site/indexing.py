"""The search of a preview: indexed once, in a process of its own, behind the first pages."""

from __future__ import annotations

import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from generator.site.child import end_with_parent
from generator.site.files import link_files
from generator.site.folders import list_files
from generator.site.preview import Showable, open_contents
from generator.site.search import INDEX, KEPT, SearchFailure, index_site


@dataclass(frozen=True, slots=True)
class Indexed:
    """The files of an index by their paths on the site, or why there are none."""

    files: dict[str, Path]
    failure: str = ""


def index_preview(project: Path, site: Showable, folder: Path, connection: Connection) -> None:
    """Indexes a site, as it is kept, in an empty folder, and says what came of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    with suppress(BrokenPipeError):  # nobody waits for it any more
        connection.send(_index(project, site, folder))


def _index(project: Path, site: Showable, folder: Path) -> Indexed:
    pages = {path: print_ for path, print_ in site.files.items() if path.endswith(".html")}
    kept, shown = folder / "kept", folder / "site"
    try:
        # What builds have kept is taken over, but not changed: that needs the project's lock.
        before = project / KEPT
        link_files(kept, {path: f"{before}/{path}" for path in list_files(before)})
        link_files(shown, open_contents(project).locate(pages))
        index_site(shown, kept, pages)
    except (SearchFailure, OSError) as error:
        return Indexed({}, str(error))
    files = [file for file in (shown / INDEX).rglob("*") if file.is_file()]
    return Indexed({file.relative_to(shown).as_posix(): file for file in files})
