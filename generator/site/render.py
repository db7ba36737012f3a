"""Has an engine render all pages, and deals with those that it can't.

An engine that fails says little, and one that is stopped nothing: the pages to blame are looked for
one by one. Then the build ends with their names, or a note takes the place of each generated one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.pages.stand_in import make_stand_in
from generator.site.broken_pages import BrokenPage, find_broken_pages
from generator.site.engines import EngineFailure
from generator.site.mark import has_mark
from generator.site.settings import DOCS
from generator.site.write import replace_file


class BrokenPagesError(Exception):
    """Pages can't be rendered; the message names each with its cause."""

    def __init__(self, pages: Sequence[BrokenPage]) -> None:
        listed = "".join(f"\n  {DOCS}/{page.path}: {page.cause}" for page in pages)
        super().__init__(f"pages that the engine can't render:{listed}")
        self.pages = pages


def render_all(project: Path, run: Callable[[], None], *, replace_broken: bool) -> list[BrokenPage]:
    """The pages in whose place a note was rendered; mostly none.

    Raises:
        BrokenPagesError: Pages can't be rendered, and may not or can't be replaced.
        EngineFailure: The engine failed, and no page is to blame.
    """
    try:
        run()
    except EngineFailure:
        broken = find_broken_pages(project)
        if not broken:
            raise
        ours = [page for page in broken if has_mark(project / DOCS / page.path)]
        if not replace_broken or len(ours) < len(broken):
            raise BrokenPagesError(broken) from None
        for page in broken:
            file = project / DOCS / page.path
            stand_in = make_stand_in(file.read_text("utf-8"), page.cause)
            replace_file(file, stand_in.encode())
        run()
        return broken
    return []
