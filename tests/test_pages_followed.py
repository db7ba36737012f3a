"""What the pages for contributors tell to do is done, word by word, on a new site."""

from pathlib import Path

from tests.followed import ROOT, follow_page, put_brief, run_block

DOCS = ROOT / "docs"


def test_a_source_is_added_and_used_in_a_brief(tmp_path: Path) -> None:
    """The second page goes on where the first ends; both end with a check that finds nothing."""
    tools, site = tmp_path / "tools", tmp_path / "site of one"
    put_brief(tools)
    run_block(f"brief init '{site}' --name 'Harbour watch'", tmp_path, tools)
    assert follow_page(DOCS / "add-a-source.md", site, tools) == 7
    assert follow_page(DOCS / "write-a-brief.md", site, tools) == 4
    page = (site / "site/briefs/the-ferry-in-spring/index.html").read_text("utf-8")
    assert "8,700" in page
