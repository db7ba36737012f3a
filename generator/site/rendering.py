"""Has the pages of `docs/` rendered: of those that were before, only what would come out otherwise.

A page's HTML rests on its Markdown and on the design: configuration, theme, program, libraries, and
which pages there are that people wrote. What the engine wrote for the same is kept by its checksum,
with what stands in the page, so that a page that is kept is not looked at again either. MkDocs and
ProperDocs render pages one by one; Zensical knows only whole sites and is not called from here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.limits import PAGE_SECONDS
from generator.site.deadline import SECONDS
from generator.site.engines import Engine, EngineFailure
from generator.site.fingerprint import digest_text, read_program
from generator.site.folders import digest_files
from generator.site.kept import Contents
from generator.site.mark import has_mark
from generator.site.processes import Processes
from generator.site.progress import Progress
from generator.site.renderer import (
    Design,
    Rendered,
    RendererFailure,
    Request,
    render_batch,
    render_shell,
)
from generator.site.settings import CONFIG, DOCS, list_variables, read_theme_folder
from generator.site.verify import Page
from generator.site.work import Workers, WorkersLostError, divide

NOTES = "pages.note"
VERSION = 1
"""To be raised when the form of the notes changes."""
_EPOCH = "SOURCE_DATE_EPOCH"
_ALWAYS = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(slots=True)
class KeptPage:
    """A page as it was rendered."""

    key: str
    """What it was rendered from."""
    html: str
    """The SHA-256 of its HTML."""
    facts: Page
    """What stands in it."""


@dataclass(slots=True)
class Pages:
    """Every page of `docs/` as HTML, and what the engine puts beside them."""

    key: str = ""
    """What the things beside the pages rest on."""
    shell: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of each file beside the pages, by its path on the site."""
    pages: dict[str, KeptPage] = field(default_factory=dict)
    """By their paths in `docs/`."""
    rendered: int = 0
    """How many had to be rendered."""

    @property
    def prints(self) -> set[str]:
        """The SHA-256 of all that is kept for them."""
        return {*self.shell.values(), *(kept.html for kept in self.pages.values())}

    def to_plain(self) -> list[Any]:
        """As plain values."""
        pages = {
            path: [
                *(kept.key, kept.html, kept.facts.canonical, kept.facts.shared),
                *("\n".join(kept.facts.leads or ()), "\n".join(sorted(kept.facts.ids))),
            ]
            for path, kept in self.pages.items()
        }
        return [VERSION, self.key, self.shell, pages]


def read_pages(plain: Any) -> Pages:
    """From plain values; none, if they are of another form."""
    try:
        version, key, shell, pages = plain
        if version != VERSION:
            return Pages()
        return Pages(key, shell, {path: _read_kept(values) for path, values in pages.items()})
    except (TypeError, ValueError, AttributeError):
        return Pages()


def _read_kept(values: Sequence[Any]) -> KeptPage:
    key, html, canonical, shared, leads, ids = values
    facts = Page([], set(ids.split("\n")) - {""}, [], canonical, shared)
    facts.leads = leads.split("\n") if leads else []
    return KeptPage(key, html, facts)


def make_design(
    engine: Engine, project: Path, pages: Iterable[str], epoch: int, *, is_near: bool
) -> Design:
    """What pages are rendered with.

    Args:
        engine: MkDocs or ProperDocs.
        project: The project's folder.
        pages: The path of every page in `docs/`.
        epoch: What the engine stamps on the site map.
        is_near: Whether whoever renders has the project's folder at hand.
    """
    variables = {name: os.environ[name] for name in list_variables(project) if name in os.environ}
    environment = {**_ALWAYS, **variables, _EPOCH: str(epoch)}
    environment[SECONDS] = str(PAGE_SECONDS)
    if is_near:
        return Design(str(engine), project, environment)
    return Design(str(engine), project, environment, _read_sent(project), tuple(pages))


def _read_sent(project: Path) -> dict[str, bytes]:
    """The files that pages are rendered with, by path; a theme elsewhere is part of a package."""
    files = [project / CONFIG, *(project / DOCS).rglob("*")]
    theme = read_theme_folder(project)
    files += theme.rglob("*") if theme.is_relative_to(project) else ()
    return {
        file.relative_to(project).as_posix(): file.read_bytes()
        for file in files
        if file.is_file() and not (file.suffix == ".md" and has_mark(file))
    }


def digest_design(design: Design, by_hand: Iterable[str], others: Mapping[str, str]) -> str:
    """What every page rests on besides its own Markdown.

    Args:
        design: What pages are rendered with.
        by_hand: The paths of the pages that people wrote, to which others may link.
        others: The SHA-256 of each further file of `docs/`, by path.
    """
    folder = read_theme_folder(design.project)
    theme, config = digest_files(folder), (design.project / CONFIG).read_text("utf-8")
    environment = {**design.environment, SECONDS: ""}
    if not _shows_day(folder):
        environment[_EPOCH] = ""  # else a newer record would have every page rendered again
    parts = (theme, environment, others, dict.fromkeys(sorted(by_hand), ""))
    return digest_text(
        [read_program(), str(VERSION), design.engine, config, *map(digest_text, parts)]
    )


def _shows_day(theme: Path) -> bool:
    """Whether a template shows the day of the build or of a page; those of the site map do."""
    texts = (file.read_text("utf-8") for file in theme.rglob("*.html"))
    return any("build_date" in text or "update_date" in text for text in texts)


@dataclass(frozen=True)
class Rendering:
    """The rendering of one build: what with, where, and where results are kept."""

    design: Design
    fingerprint: str
    """Of the design."""
    contents: Contents
    workers: Workers
    progress: Progress
    texts: Mapping[str, str] = field(default_factory=dict)
    """The Markdown of pages that are neither in `docs/` nor kept."""

    def update(self, before: Pages, prints: Mapping[str, str]) -> Pages:
        """The pages with these checksums: those that were kept, and the others rendered.

        Raises:
            EngineFailure: A page can't be rendered, or the engine has something against one.
            OSError: A result can't be kept.
        """
        epoch = self.design.environment[_EPOCH]
        pages = Pages(digest_text([self.fingerprint, epoch, *sorted(prints)]))
        for path, print_ in prints.items():
            kept = before.pages.get(path)
            key = digest_text([self.fingerprint, path, print_])
            if kept is not None and kept.key == key and self.contents.has(kept.html):
                pages.pages[path] = kept
        needed = {path: one for path, one in prints.items() if path not in pages.pages}
        pages.pages |= self.render_new(needed).pages
        pages.rendered = len(needed)
        pages.shell = self._update_shell(before, pages.key)
        pages.pages = dict(sorted(pages.pages.items()))
        return pages

    def render_new(self, prints: Mapping[str, str]) -> Pages:
        """The pages with these checksums, each rendered; without what stands beside pages."""
        self.progress.begin(len(prints))
        pages = Pages()
        for rendered in self._render(list(prints)):
            print_ = rendered.print_ or prints[rendered.path]
            key = digest_text([self.fingerprint, rendered.path, print_])
            html = self.contents.put(rendered.html)
            pages.pages[rendered.path] = KeptPage(key, html, rendered.facts)
        return pages

    def _render(self, paths: Sequence[str]) -> Iterable[Rendered]:
        warnings: list[str] = []
        for batch in self._run(render_batch, divide(self._request(paths), self.workers.count)):
            for rendered in batch:
                warnings += rendered.warnings
                self.progress.advance()
                yield rendered
        if warnings:
            raise EngineFailure(Engine(self.design.engine), list(dict.fromkeys(warnings)))

    def _request(self, paths: Sequence[str]) -> list[Request]:
        if not self.design.sent:
            return [(path, None) for path in paths]
        docs = self.design.project / DOCS
        return [(path, self.texts.get(path) or (docs / path).read_text("utf-8")) for path in paths]

    def _update_shell(self, before: Pages, key: str) -> dict[str, str]:
        if before.key == key and all(map(self.contents.has, before.shell.values())):
            return before.shell
        near = Processes(1) if self.workers.is_near else self.workers
        shell: dict[str, str] = {}
        for files in self._run(render_shell, [None], near):
            shell |= {path: self.contents.put(content) for path, content in files.items()}
        return shell

    def _run(
        self,
        work: Callable[[Design, Any], Any],
        batches: Sequence[Any],
        where: Workers | None = None,
    ) -> Iterable[Any]:
        try:
            yield from (where or self.workers).run(work, self.design, batches)
        except (RendererFailure, WorkersLostError) as error:
            raise EngineFailure(Engine(self.design.engine), [str(error)]) from error
