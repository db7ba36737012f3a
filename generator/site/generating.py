"""Brings the generated pages in `docs/` up to date, and the files that belong to them.

Parts are made again where something beneath them changed, or where what they consist of is no
longer at hand. Texts and files go to what is kept as they come, so that a library of any size
passes through a memory of a small one.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.library.library import Library
from generator.pages.parts import SITE, Made, Part, list_parts
from generator.pages.reference import render_reference
from generator.records.edtf import EdtfDate
from generator.site.cards import KEPT as CARDS
from generator.site.checking import digest_records
from generator.site.docs_files import DocsFiles
from generator.site.docstrings import read_module_docstrings
from generator.site.fingerprint import digest_text, read_program
from generator.site.kept import Contents, load_note, remove_unused, save_note
from generator.site.lock import FOLDER as OWN_FOLDER
from generator.site.making import MadePart, make_parts, open_workshop
from generator.site.notes import NOTES, Notes, read_notes
from generator.site.settings import DOCS, read_language, read_setting
from generator.site.work import Here, Workers
from generator.site.write import Written, place_pages

CONTENTS = "contents"
_CHARTS = f"{OWN_FOLDER}/charts"
"""Where builds of earlier versions kept drawings of charts."""
REFERENCE = Part(SITE, "reference")
"""The pages on the program itself, which rest on nothing but its code."""


@dataclass(slots=True)
class Generated:
    """What became of the pages and what belongs to them."""

    written: Written
    pages: dict[str, str]
    """The SHA-256 of each generated page, by its path in `docs/`."""
    files: dict[str, str]
    """That of each further file, by its path on the site; what they hold is kept."""
    parts: int
    made: int
    """Of how many parts the site consists, and how many were made anew."""

    @property
    def prints(self) -> set[str]:
        """The SHA-256 of all that is kept for them."""
        return {*self.pages.values(), *self.files.values()}


def fingerprint_parts(project: Path) -> str:
    """What every part rests on besides the library."""
    settings = [read_setting(project, name) for name in ("site_name", "site_description")]
    return digest_text([read_program(), read_language(project), *settings])


@dataclass(frozen=True)
class Generation:
    """The generating of one project's pages."""

    project: Path
    folder: Path
    """Where contents and notes are kept, by which the next build begins."""
    workers: Workers = field(default_factory=Here)
    begin: Callable[[int], None] = lambda number: None
    """Takes how many parts will be made."""
    advance: Callable[[int], None] = lambda number: None
    """Takes how many more are done."""

    @cached_property
    def contents(self) -> Contents:
        """Everything that was made, by its checksum."""
        return Contents(self.folder / CONTENTS)

    def update(self, library: Library, as_of: EdtfDate, standing: DocsFiles) -> Generated:
        """Makes what has to be made, and puts every page in its place.

        Args:
            library: A library without errors.
            as_of: The day that the site speaks from.
            standing: What stands in `docs/`.

        Raises:
            HandWrittenPageError: A page would replace a file that a person wrote.
            WorkersLostError: Those who make the parts died, again and again.
            OSError: A page can't be written.
        """
        notes, made = self.make(library, as_of, standing.prints)
        self._remove_unused(notes)
        parts = notes.parts.values()
        pages = {path: print_ for kept in parts for path, print_ in kept.pages.items()}
        files = {path: print_ for kept in parts for path, print_ in kept.files.items()}
        written = place_pages(self.project / DOCS, pages, standing, self.contents)
        return Generated(written, pages, files, len(notes.parts), made)

    def make(
        self,
        library: Library,
        as_of: EdtfDate,
        standing: Mapping[str, str],
        share: Callable[[Part], bool] = lambda part: True,
    ) -> tuple[Notes, int]:
        """Makes the parts of a share that have to be made; gives the notes on all at hand."""
        file = self.folder / NOTES
        notes = read_notes(load_note(file), fingerprint_parts(self.project))
        workshop = open_workshop(self.project, library, as_of, is_near=self.workers.is_near)
        notes.follow(workshop, digest_records(library))
        parts = [part for part in list_parts(library) if share(part)]
        notes.retain([part for part in [*parts, REFERENCE] if self._has(part, notes, standing)])
        needed = [part for part in parts if part not in notes.parts]
        self.begin(len(needed))
        for made in make_parts(workshop, needed, self.workers):
            self._keep(made, notes)
            self.advance(1)
        if REFERENCE not in notes.parts:
            pages = render_reference(read_module_docstrings())
            self._keep(MadePart(REFERENCE, Made(dict(pages)), {}, []), notes)
        notes.sort_out()
        save_note(file, notes.to_plain())
        return notes, len(needed)

    def _has(self, part: Part, notes: Notes, standing: Mapping[str, str]) -> bool:
        """Whether a part is noted, and all that it consists of at hand."""
        kept = notes.parts.get(part, None)
        return kept is not None and all(
            standing.get(path) == print_ or self.contents.has(print_)
            for path, print_ in [*kept.pages.items(), *kept.files.items()]
        )

    def _keep(self, made: MadePart, notes: Notes) -> None:
        for text in made.made.pages.values():
            self.contents.put(text.encode())
        for content in made.made.files.values():
            self.contents.put(content)
        notes.add(made)

    def _remove_unused(self, notes: Notes) -> None:
        used = {name for kept in notes.parts.values() for name in kept.cards}
        remove_unused(self.project / CARDS, used)
        shutil.rmtree(self.project / _CHARTS, ignore_errors=True)
