"""A share of a site, built by itself, and the site that is put together from all shares.

A share holds what a build keeps: contents by their checksum, and notes on what made them. Bringing
shares home means no more than that the next build finds these things kept; what does not fit the
records, the program or the other shares is made again there, so that a share can't spoil a site.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.library.library import Library
from generator.pages.context import page_of
from generator.pages.parts import SITE, list_parts
from generator.site.fingerprint import digest_files
from generator.site.generating import CONTENTS, Generation, fingerprint_parts
from generator.site.kept import Contents, load_note, put_in_place, save_note
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.mark import has_mark
from generator.site.notes import NOTES, read_notes
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


def build_share(
    project: Path, library: Library, order: Order, share: Share, progress: Progress
) -> tuple[Path, int]:
    """Builds a share; gives the folder that holds it, and the number of its pages.

    Raises:
        EngineFailure, WorkersLostError, OSError: There is no share.
    """
    folder = project / FOLDER / share.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # What is made of many records is short work but for its pages' names, which all have to know.
    parts = list_parts(library)
    own = {part for place, part in enumerate(parts) if share.holds(place) or part.kind == SITE}
    with progress.stage("pages", "parts"):
        generation = Generation(project, folder, order.workers, progress.begin, progress.advance)
        notes, _ = generation.make(library, order.as_of, {}, own.__contains__)
    made = {path: print_ for kept in notes.parts.values() for path, print_ in kept.pages.items()}
    others = [part for part in parts if part.kind != SITE and part not in own]
    with progress.stage("engine", "pages"):
        paths = {*made, *(page_of(part.kind, part.id, library) for part in others)}
        pages = _render(project, order, share, generation.contents, made, paths, progress)
    save_note(folder / PAGES_NOTE, pages.to_plain())
    return folder, len(pages.pages)


def _render(  # noqa: PLR0913, PLR0917 - what a share is, and with what it is rendered
    project: Path,
    order: Order,
    share: Share,
    contents: Contents,
    made: dict[str, str],
    generated: set[str],
    progress: Progress,
) -> Pages:
    docs = project / DOCS
    files = {
        path: print_
        for path, print_ in digest_files(docs).items()
        if not (path.endswith(".md") and has_mark(docs / path))
    }
    by_hand = {path: print_ for path, print_ in files.items() if path.endswith(".md")}
    others = {path: print_ for path, print_ in files.items() if path not in by_hand}
    texts = {path: _read(contents, print_) for path, print_ in made.items()}
    paths = sorted({*generated, *by_hand})
    design = make_design(
        order.engine, project, dict.fromkeys(paths, ""), order.epoch, is_near=False
    )
    fingerprint = digest_design(design, by_hand, others)
    rendering = Rendering(design, fingerprint, contents, order.workers, progress, texts)
    own = {
        path: {**made, **by_hand}[path]
        for place, path in enumerate(paths)
        if path in made or (path in by_hand and share.holds(place))
    }
    return rendering.render_new(own)


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
