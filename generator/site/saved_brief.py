"""One brief that was saved, at once: read, checked and made into a page, alone and in memory.

Everything else is taken as it was when the whole project was last brought up to date, which is
done again right behind: what only shows in all records together, and what other pages say of the
brief, is left to that. Nothing is written, neither into `docs/` nor to what is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.checks.attribution import check_attributions
from generator.checks.briefs import check_briefs
from generator.checks.charts import check_charts
from generator.checks.comparisons import check_comparisons
from generator.checks.estimates import check_estimates
from generator.checks.revisions import check_revisions
from generator.checks.single_origin import check_single_origins
from generator.checks.stale import check_stale
from generator.checks.typed_figures import check_typed_figures
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

_OF_A_BRIEF: tuple[Callable[[Library], Iterator[Issue]], ...] = (
    check_typed_figures,
    check_attributions,
    check_estimates,
    check_single_origins,
    check_comparisons,
    check_charts,
    check_briefs,
    check_revisions,
    check_stale,
)
_JUDGED = "generator.evidence.prose_figures.judge_briefs"


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
            OSError: A drawing can't be kept.
        """
        read, issues = assemble(read_data_file(self._project, path))
        library = self._workshop.library
        known = [id for id in read.briefs if library.path_of("brief", id) == path]
        if not known and not has_errors(issues):
            return None
        if not has_errors(issues):
            issues = sort_issues([*issues, *_check(known[0], read, library)])
        if has_errors(issues):
            return SavedBrief(path, issues)
        id = known[0]
        page, text = self._make(id, _exchange(id, read, library))
        rendered = self._renderer.render_text(page, text)
        if rendered.warnings:
            raise RendererFailure("\n".join(rendered.warnings))
        return SavedBrief(path, issues, page, rendered.html)

    def _make(self, id: str, library: Library) -> tuple[str, str]:
        shop = self._workshop
        with speaking(shop.language):
            cross = CrossReferences(library, AsOf(shop.as_of), shop.drawings.draw)
            [(page, text)] = render_part(Part("brief", id), cross).items()
        return page, text


def _check(id: str, read: Library, library: Library) -> list[Issue]:
    """What the brief shows beside the records, the other briefs out of sight."""
    alone = _exchange(id, read, library)
    alone = _carry_tables(library, replace(alone, briefs={id: read.briefs[id]}))
    found = sort_issues(issue for check in _OF_A_BRIEF for issue in check(alone))
    return list(set_aside(found, alone).kept)


def _exchange(id: str, read: Library, library: Library) -> Library:
    fresh = replace(
        library,
        briefs={**library.briefs, id: read.briefs[id]},
        addresses={**library.addresses, **read.addresses},
        prints={**library.prints, **read.prints},
    )
    return _carry_tables(library, fresh)


def _carry_tables(library: Library, fresh: Library) -> Library:
    """Has a library that differs in one brief only know the tables that were made of another."""
    tables = {name: one for name, one in library._tables.items() if name != _JUDGED}
    fresh.__dict__["_tables"] = tables
    fresh.__dict__["_remembered"] = dict(library._remembered)
    return fresh
