"""A share of a site, built by itself, and the site that is put together from all shares.

A share holds what a build keeps: contents by their checksum, and notes on what made them. Bringing
shares home means no more than that the next build finds these things kept; what does not fit the
records, the program or the other shares is made again there, so that a share can't spoil a site.
"""

from __future__ import annotations

import shutil
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.library.library import Library
from generator.pages.context import page_of
from generator.pages.parts import SITE, Part, list_parts
from generator.site.docs_files import read_docs
from generator.site.generating import CONTENTS, Generation, fingerprint_parts
from generator.site.kept import Contents, load_note, put_in_place, save_note
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.notes import NOTES, Notes, read_notes
from generator.site.order import Order
from generator.site.progress import Progress
from generator.site.rendering import NOTES as PAGES_NOTE
from generator.site.rendering import Pages, Rendering, digest_design, make_design, read_pages
from generator.site.settings import DOCS

FOLDER = f"{OWN_FOLDER}/shares"


@dataclass(frozen=True, slots=True)
class Share:
    """The one part of a site in so many: `2/4` is the second of four."""

    number: int
    of: int

    def holds(self, place: int) -> bool:
        """Whether what stands at a place of a list, counted from 0, belongs to it."""
        return place % self.of == self.number - 1

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"{self.number}-of-{self.of}"


@dataclass(frozen=True)
class ShareBuild:
    """The building of one share of a project's site."""

    project: Path
    library: Library
    order: Order
    share: Share
    progress: Progress

    @cached_property
    def folder(self) -> Path:
        """Where the share will be."""
        return self.project / FOLDER / self.share.name

    def run(self) -> int:
        """Builds the share; gives the number of its pages.

        Raises:
            EngineFailure, WorkersLostError, OSError: There is no share.
        """
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        # What is made of many records is short work, and its pages' names everyone has to know.
        parts = list_parts(self.library)
        own = {part for place, part in enumerate(parts) if self.share.holds(place)}
        own |= {part for part in parts if part.kind == SITE}
        with self.progress.stage("pages", "parts"):
            contents, notes = self._make(own)
        others = [part for part in parts if part not in own]
        with self.progress.stage("engine", "pages"):
            pages = self._render(contents, notes, others)
        save_note(self.folder / PAGES_NOTE, pages.to_plain())
        return len(pages.pages)

    def _make(self, own: Container[Part]) -> tuple[Contents, Notes]:
        progress, workers = self.progress, self.order.workers
        generation = Generation(
            self.project, self.folder, workers, progress.begin, progress.advance
        )
        notes, _ = generation.make(self.library, self.order.as_of, {}, own.__contains__)
        return generation.contents, notes

    def _render(self, contents: Contents, notes: Notes, others: Sequence[Part]) -> Pages:
        """The pages of the share's parts, and its share of those that are no one record's."""
        parts = notes.parts.items()
        made = {path: print_ for _, kept in parts for path, print_ in kept.pages.items()}
        common = {path for part, kept in parts if part.kind == SITE for path in kept.pages}
        docs, order = read_docs(self.project / DOCS), self.order
        absent = {page_of(part.kind, part.id, self.library) for part in others}
        every = sorted({*made, *docs.by_hand, *absent})
        design = make_design(order.engine, self.project, every, order.epoch, is_near=False)
        rendering = Rendering(
            design,
            digest_design(design, docs.by_hand, docs.others),
            contents,
            order.workers,
            self.progress,
            {path: _read(contents, print_) for path, print_ in made.items()},
        )
        shared = sorted({*common, *docs.by_hand})
        foreign = {path for place, path in enumerate(shared) if not self.share.holds(place)}
        prints = {**made, **docs.by_hand}
        return rendering.render_new({path: prints[path] for path in prints.keys() - foreign})


def _read(contents: Contents, print_: str) -> str:
    """A text that was kept a moment ago."""
    content = contents.read(print_)
    if content is None:
        raise OSError(f"what was just written is gone: {print_}")
    return content.decode()


def bring_home(project: Path, folders: Iterable[Path]) -> int:
    """Puts what shares hold where the next build looks for it; gives the number of their pages.

    Raises:
        OSError: A share can't be read, or what it holds can't be kept.
    """
    home = project / OWN_FOLDER
    fingerprint = fingerprint_parts(project)
    notes = read_notes(load_note(home / NOTES), fingerprint)
    pages = read_pages(load_note(home / PAGES_NOTE))
    brought = 0
    for folder in folders:
        notes.absorb(read_notes(load_note(folder / NOTES), fingerprint))
        found = read_pages(load_note(folder / PAGES_NOTE)).pages
        pages.pages |= found
        brought += len(found)
        _take_contents(folder / CONTENTS, home / CONTENTS)
    save_note(home / NOTES, notes.to_plain())
    save_note(home / PAGES_NOTE, pages.to_plain())
    return brought


def _take_contents(there: Path, here: Path) -> None:
    for file in there.rglob("*"):
        if file.is_file():
            target = here / file.relative_to(there)
            target.parent.mkdir(parents=True, exist_ok=True)
            put_in_place(target, file.read_bytes())


def holds_share(folder: Path) -> bool:
    """Whether a folder holds a share."""
    return (folder / NOTES).is_file() and (folder / PAGES_NOTE).is_file()
