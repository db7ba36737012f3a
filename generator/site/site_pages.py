"""The pages of one build: rendered where that has to be done, kept, and put into the site.

Zensical renders whole sites by itself, and nothing of that is kept. What is rendered anew is
`rendering`'s to say, what to do about pages that can't be is `render`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.site.broken_pages import BrokenPage
from generator.site.docs_files import DocsFiles, read_docs
from generator.site.engines import Engine, list_pages
from generator.site.engines import build as run_engine
from generator.site.files import join_files, lay_files, link_files
from generator.site.generating import Generated
from generator.site.kept import Contents, load_note, save_note
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.order import Order
from generator.site.progress import Progress
from generator.site.render import render_all
from generator.site.rendering import NOTES, Pages, Rendering, digest_design, make_design, read_pages
from generator.site.search import INDEX
from generator.site.settings import DOCS


@dataclass(frozen=True)
class SitePages:
    """The pages of a project, as they were ordered."""

    project: Path
    order: Order
    contents: Contents
    """Where the pages are kept."""
    progress: Progress
    """Is told of the pages."""

    def place(self, folder: Path, generated: Generated) -> tuple[Pages, list[BrokenPage]]:
        """Puts pages and files into the site; gives the pages, and those that a note stands for.

        Raises:
            BrokenPagesError, EngineFailure, OSError: The site is not whole.
        """
        project, order = self.project, self.order
        if order.engine is Engine.ZENSICAL:
            run = partial(run_engine, order.engine, project, folder, source_date_epoch=order.epoch)
            replaced = render_all(project, run, replace_broken=order.replace_broken)
            link_files(folder, self.contents.locate(generated.files))
            return Pages(), replaced
        found, replaced = self.keep(generated.pages)
        addresses = list_pages(project)
        html = {addresses[path]: kept.html for path, kept in found.pages.items()}
        files = join_files(found.shell, html, generated.files)
        lay_files(folder, self.contents.locate(files), apart=INDEX)
        return found, replaced

    def keep(self, placed: Mapping[str, str] | None = None) -> tuple[Pages, list[BrokenPage]]:
        """Has every page at hand as HTML, by its checksum, and notes that for the next time.

        Args:
            placed: Generated pages that have just been put into `docs/`, and need not be read.

        Raises:
            BrokenPagesError, EngineFailure, OSError: Not all pages are at hand.
        """
        note, found = self.project / OWN_FOLDER / NOTES, Pages()
        known = [placed]  # for the first time: what a note takes the place of is read again
        before = read_pages(load_note(note))

        def render() -> None:
            nonlocal found
            docs = read_docs(self.project / DOCS, known.pop() if known else None)
            found = self._render(docs, before)

        replaced = render_all(self.project, render, replace_broken=self.order.replace_broken)
        save_note(note, found.to_plain())
        return found, replaced

    def _render(self, docs: DocsFiles, before: Pages) -> Pages:
        """Every page of `docs/`, rendered where that has to be done."""
        order, is_near = self.order, self.order.workers.is_near
        design = make_design(order.engine, self.project, docs.pages, order.epoch, is_near=is_near)
        fingerprint = digest_design(design, docs.by_hand, docs.others)
        rendering = Rendering(design, fingerprint, self.contents, order.workers, self.progress)
        return rendering.update(before, docs.pages)
