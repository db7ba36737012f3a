"""The pages of the invented library, and the engine that reads their Markdown."""

from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from mkdocs.config import load_config

from generator.library.library import Library
from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf

ROOT = Path(__file__).parents[2]

AS_OF = parse_edtf("2024-06-01")
"""The day for which the pages are written: late enough for one shelf life to be over."""


@pytest.fixture(scope="session")
def pages(library: Library) -> dict[str, str]:
    """Every page of the invented library."""
    return render_pages(library, AS_OF)


@pytest.fixture(scope="session")
def to_html() -> Callable[[str], str]:
    """Renders a page as the site's engine does: same extensions, same settings, no theme."""
    config = load_config(str(ROOT / "mkdocs.yml"))

    def convert(page: str) -> str:
        body = page.split("\n---\n", 1)[1]
        return markdown.markdown(
            body,
            extensions=config.markdown_extensions,
            extension_configs=config.mdx_configs,
        )

    return convert
