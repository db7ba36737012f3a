"""Renders pages one by one with MkDocs or ProperDocs as a library: any pages, in any process.

Only their documented parts are used: the configuration, the files, the pages and the theme's
templates. What comes out is what `mkdocs build` writes, byte for byte; a test holds that. Which
pages have to be rendered, and where they go, is the business of `rendering`.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.site.assets import shorten_assets
from generator.site.engines import UNUSED
from generator.site.kept import put_in_place
from generator.site.settings import CONFIG, DOCS
from generator.site.verify import Page as Facts
from generator.site.verify import find_leads, read_page

_ENCODING_ERRORS = "xmlcharrefreplace"
_SITEMAP = "sitemap.xml"


@dataclass(frozen=True)
class Design:
    """What every page is rendered with; goes to whoever renders, wherever that is."""

    engine: str
    project: Path
    environment: Mapping[str, str]
    """The variables that the engine, the configuration and our extensions read."""
    sent: Mapping[str, bytes] = field(default_factory=dict)
    """Files of the project by their paths, for those who have no access to its folder."""
    pages: tuple[str, ...] = ()
    """Then also the path of each page in `docs/`."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """One page: its HTML, what stands in it, and what the engine says against it."""

    path: str
    html: bytes
    facts: Facts
    warnings: list[str]
    print_: str = ""
    """The SHA-256 of its Markdown, where it was read from the file."""


Request = tuple[str, str | None]
"""The path of a page in `docs/` and, for those who have no access to it, its Markdown."""


def render_batch(design: Design, requests: Sequence[Request]) -> list[Rendered]:
    """Renders some pages, one after the other."""
    renderer = _open(design)
    return [renderer.render(path, text) for path, text in requests]


def render_shell(design: Design, _requests: object = None) -> dict[str, bytes]:
    """What the engine writes beside the pages, by path on the site: theme, map, page of errors."""
    return _open(design).render_shell()


class RendererFailure(Exception):  # noqa: N818 - it reports, nothing is wrong with the program
    """The engine can't read its configuration, or a page; the message says why."""


class Renderer:
    """An engine with its configuration read and the project's files listed."""

    def __init__(self, design: Design, project: Path) -> None:
        self._docs = project / DOCS
        self._engine = design.engine
        self._listener = _listen(design.engine)
        load_config = self._import("config").load_config
        with _in_folder(project):
            self._config = load_config(config_file=str(project / CONFIG), strict=False)
        self._files = self._import("structure.files").get_files(self._config)
        self._env = self._config.theme.get_env()
        self._files.add_files_from_theme(self._env, self._config)
        self._import("structure.files").set_exclusions(self._files, self._config)
        self._nav = self._import("structure.nav").get_navigation(self._files, self._config)
        self._get_context = self._import("commands.build").get_context
        self._page_class = self._import("structure.pages").Page
        self._pages = list(self._files.documentation_pages())
        for file in self._pages:
            if file.page is None:
                self._page_class(None, file, self._config)
        self._own_warnings = self._listener.take()

    def _import(self, name: str) -> Any:
        return importlib.import_module(f"{self._engine}.{name}")

    def render(self, path: str, text: str | None = None) -> Rendered:
        """One page.

        Raises:
            RendererFailure: The engine's parser fails, or there is no such page.
        """
        if text is not None:
            (self._docs / path).write_text(text, encoding="utf-8", newline="\n")
            return self._render_file(path)
        file = self._docs / path  # in which somebody may write meanwhile
        content = file.read_bytes() if file.is_file() else b""
        return replace(self._render_file(path), print_=hashlib.sha256(content).hexdigest())

    def render_text(self, path: str, text: str) -> Rendered:
        """A page of `docs/` as it would be if this were its Markdown; its file stays as it is.

        Raises:
            RendererFailure: As `render`.
        """
        file = self._files.get_file_from_path(path)
        if file is not None:
            file.content_string = text
        return self._render_file(path)

    def _render_file(self, path: str) -> Rendered:
        file = self._files.get_file_from_path(path)
        if file is None or file.page is None:
            raise RendererFailure(f"{DOCS}/{path}: not built")
        try:
            output = self._render(file.page)
        except Exception as error:  # a parser can fail on any text in any way
            raise RendererFailure(f"{DOCS}/{path}: {error}") from error
        html = output.encode("utf-8", errors=_ENCODING_ERRORS)
        facts = read_page(html)
        facts.leads = find_leads(file.dest_uri, facts, urlsplit(self._config.site_url or "/").path)
        facts.targets = []
        warnings, self._own_warnings = [*self._own_warnings, *self._listener.take()], []
        return Rendered(path, html, facts, warnings)

    def _render(self, page: Any) -> str:
        page.read_source(self._config)
        page.render(self._config, self._files)
        page.active = True
        try:
            context = self._get_context(self._nav, self._pages, self._config, page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            output: str = template.render(context)
        finally:
            page.active = False
            page.markdown = page.content = None  # a site's pages would fill the memory
        return output

    def render_shell(self) -> dict[str, bytes]:
        """What stands beside the pages."""
        with tempfile.TemporaryDirectory(prefix="briefwright-") as name:
            site = Path(name)
            for file in self._files:
                if not file.is_documentation_page():
                    target = site / file.dest_uri
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(file.abs_src_path, target)
            for unused in UNUSED:
                shutil.rmtree(site / unused, ignore_errors=True)
            shorten_assets(site)
            written = {
                path.relative_to(site).as_posix(): path.read_bytes()
                for path in sorted(site.rglob("*"))
                if path.is_file()
            }
        for template in sorted(self._config.theme.static_templates):
            written |= self._render_template(template)
        return written

    def _render_template(self, name: str) -> dict[str, bytes]:
        utils = self._import("utils")
        # A page of errors is shown at any address, so that its own links start from the root.
        is_error = utils.is_error_template(name)
        root = urlsplit(self._config.site_url or "/").path
        base = root if is_error else utils.get_relative_url(".", name)
        context = self._get_context(self._nav, self._files, self._config, base_url=base)
        output = self._env.get_template(name).render(context)
        if not output.strip():
            return {}
        content = output.encode("utf-8")
        return {name: content, **(self._pack(content) if name == _SITEMAP else {})}

    def _pack(self, content: bytes) -> dict[str, bytes]:
        pages = [file.page for file in self._pages]
        packed, stamp = BytesIO(), self._import("utils").get_build_timestamp(pages=pages)
        with gzip.GzipFile(_SITEMAP, "wb", fileobj=packed, mtime=stamp) as opened:
            opened.write(content)
        return {f"{_SITEMAP}.gz": packed.getvalue()}


_opened: list[tuple[Design, Renderer, Any]] = []
"""The process's renderer, of the design that was asked for last."""


def _open(design: Design) -> Renderer:
    """The process's renderer of this design, made when the first page asks for it."""
    os.environ.update(design.environment)
    if not _opened or _opened[0][0] is not design:
        holder = tempfile.TemporaryDirectory(prefix="briefwright-") if design.sent else None
        folder = _fill(Path(holder.name), design) if holder is not None else design.project
        _opened[:] = [(design, Renderer(design, folder), holder)]
    return _opened[0][1]


def _fill(folder: Path, design: Design) -> Path:
    """Makes a folder like the project's, far from it: with all pages, but empty ones."""
    for path in design.pages:
        (folder / DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / DOCS / path).touch()
    for path, content in design.sent.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        put_in_place(folder / path, content)
    return folder


@contextmanager
def _in_folder(folder: Path) -> Iterator[None]:
    """Relative paths in a configuration start from its folder, which some readers forget."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


class _Listener(logging.Handler):
    """Collects what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())

    def take(self) -> list[str]:
        """The warnings since this was last asked."""
        taken, self._lines = self._lines, []
        return taken


def _listen(engine: str) -> _Listener:
    listener, logger = _Listener(), logging.getLogger(engine)
    logger.propagate = False
    logger.handlers = [listener]
    return listener
