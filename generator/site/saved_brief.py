"""One brief that was saved, at once: read, checked and made into a page, alone and in memory.

Everything else is taken as it was when the whole project was last brought up to date, which is
done again right behind: what only shows in all records together, and what other pages say of the
brief, is left to that. Nothing is written, neither into `docs/` nor to what is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.checks.references import check_references_of_brief
from generator.checks.run import check_brief
from generator.checks.waivers import set_aside
from generator.issues import Issue, has_errors, sort_issues
from generator.library.library import Library
from generator.pages.as_of import AsOf
from generator.pages.cross_references import CrossReferences
from generator.pages.parts import Part, render_part
from generator.reading.assemble import assemble
from generator.reading.files import read_data_file
from generator.site.making import Workshop
from generator.site.renderer import Renderer, RendererFailure
from generator.speech import speaking


@dataclass(frozen=True, slots=True)
class SavedBrief:
    """What became of a brief that was saved."""

    path: str
    """Its file in the project."""
    issues: list[Issue]
    """What is wrong with it alone."""
    page: str = ""
    """The path of its page in `docs/`; empty if it has errors."""
    html: bytes = b""


class Desk:
    """A project in memory, in which one brief after another is exchanged."""

    def __init__(self, project: Path, workshop: Workshop, renderer: Renderer) -> None:
        self._project = project
        self._workshop = workshop
        self._renderer = renderer

    def warm_up(self) -> None:
        """Makes one page for nothing, so that the tables and templates that all need are there."""
        library = self._workshop.library
        for id in list(library.briefs)[:1]:
            self.take(library.path_of("brief", id))

    def take(self, path: str) -> SavedBrief | None:
        """A brief by its file; None if more than the text of a brief that is known has changed.

        Raises:
            RendererFailure: The engine can't render the page.
        """
        if not (self._project / path).exists():
            return None
        read, issues = assemble(read_data_file(self._project, path))
        library = self._workshop.library
        if not has_errors(issues):
            known = [id for id in read.briefs if library.path_of("brief", id) == path]
            if not known:
                return None
            library = library.with_newer_briefs(read)
            issues = sort_issues([*issues, *_check(known[0], library)])
        if has_errors(issues):
            return SavedBrief(path, issues)
        page, text = self._make(known[0], library)
        rendered = self._renderer.render_text(page, text)
        if rendered.warnings:
            raise RendererFailure("\n".join(rendered.warnings))
        return SavedBrief(path, issues, page, rendered.html)

    def _make(self, id: str, library: Library) -> tuple[str, str]:
        shop = self._workshop
        with speaking(shop.language):
            cross = CrossReferences(library, AsOf(shop.as_of))
            [(page, text)] = render_part(Part("brief", id), cross).items()
        return page, text


def _check(id: str, library: Library) -> list[Issue]:
    """What the brief shows beside the records, the other briefs out of sight."""
    found = [*check_brief(id, library).issues, *check_references_of_brief(id, library)]
    path = library.path_of("brief", id)
    own = sort_issues(issue for issue in found if issue.location.path == path)
    return list(set_aside(own, library).kept)
