"""One page built again, quickly: MkDocs in this process, for a preview and nothing else.

A complete build belongs to `engines`, in a process of its own. Here MkDocs's own modules stay
loaded and its "dirty" build renders only the pages whose Markdown is newer than their HTML; that is
sound because a generated page holds all that it shows. Links are not judged: the checks did that.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.site.engines import Engine, EngineFailure
from generator.site.settings import CONFIG

# Material prints a notice about MkDocs's future each time it is imported without this.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config


class Preview:
    """A site in a temporary folder that follows docs/."""

    def __init__(self, project_dir: Path, site_dir: Path, site_url: str) -> None:
        self.project_dir = project_dir.resolve()
        self.site_dir = site_dir.resolve()
        self._site_url = site_url
        self._design: dict[Path, int] = {}

    def refresh(self) -> bool:
        """Build what changed; True when that was everything, because the design changed.

        Raises:
            EngineFailure: MkDocs could not read its configuration or a page.
        """
        design = self._read_design()
        complete = design != self._design
        self._build(dirty=not complete)
        self._design = design
        return complete

    def _read_design(self) -> dict[Path, int]:
        """When each file was changed that all pages depend on."""
        theme = Path(__file__).parent / "theme"
        files = [self.project_dir / CONFIG, *sorted(theme.rglob("*.html"))]
        return {path: path.stat().st_mtime_ns for path in files}

    def _build(self, *, dirty: bool) -> None:
        with _heard() as lines:
            try:
                config = load_config(
                    config_file=str(self.project_dir / CONFIG),
                    site_dir=str(self.site_dir),
                    site_url=self._site_url,
                    strict=False,
                )
                build_with_mkdocs(config, dirty=dirty)
            # The parser of Python-Markdown can fail on any text in any way; one page must not
            # end the preview.
            except (SystemExit, Exception) as error:
                raise EngineFailure(Engine.MKDOCS, lines or [str(error)]) from error


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collect MkDocs's errors; its warnings are about a dirty build, and about links."""
    logger, handler = logging.getLogger("mkdocs"), _Errors()
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated
