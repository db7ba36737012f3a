"""The search index over a built site."""

import json
from pathlib import Path

import pytest

from generator.site.engines import Engine, build
from generator.site.search import SearchFailure, index_site


def test_pages_are_indexed_and_lists_are_not(project: Path, tmp_path: Path) -> None:
    """The home page and the lists repeat what the other pages say."""
    site = tmp_path / "site"
    build(Engine.MKDOCS, project, site)
    # The brief, the metric, the timeline and the four hand-written pages.
    assert index_site(site) == 7
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert entry["languages"]["en"]["page_count"] == 7


def test_the_page_not_found_is_not_found_by_search(project: Path, tmp_path: Path) -> None:
    """Nor is anything outside the text of a page."""
    site = tmp_path / "site"
    build(Engine.MKDOCS, project, site)
    assert "data-pagefind-body" not in (site / "404.html").read_text(encoding="utf-8")
    brief = (site / "briefs" / "ferry" / "index.html").read_text(encoding="utf-8")
    assert '<span data-pagefind-filter="kind:Brief"></span>' in brief
    assert '<span data-pagefind-filter="topic">sea</span>' in brief
    assert '<span data-pagefind-filter="year">2031</span>' in brief


def test_a_site_without_pages_is_said_to_have_no_index(tmp_path: Path) -> None:
    """Pagefind itself treats this as success."""
    (tmp_path / "index.html").write_text("<p>no text marked", encoding="utf-8")
    with pytest.raises(SearchFailure, match="could not be built"):
        index_site(tmp_path / "nowhere")
