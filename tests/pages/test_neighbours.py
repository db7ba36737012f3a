"""From a brief to those before and after it on its topic."""

import re

from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from tests.small import BRIEF, small_library


def test_a_brief_leads_to_the_ones_before_and_after_it() -> None:
    """By the day of publication; the first and the last have one each, a single brief none."""
    more = {
        f"data/briefs/2024/b{day}.md": BRIEF.replace("id: b\n", f"id: b{day}\n").replace(
            "published: 2024-02-01", f"published: 2024-02-1{day}"
        )
        + "Some [@a].\n"
        for day in (1, 2, 3)
    }
    pages = render_pages(small_library(more=more), parse_edtf("2024-03-01"))
    found = {
        id: re.findall(r'(Earlier|Later) on this topic</span> <a href="\.\./(\w+)/"', page)
        for id in ("b1", "b2", "b3")
        for page in [pages[f"briefs/{id}.md"]]
    }
    assert found == {
        "b1": [("Later", "b2")],
        "b2": [("Earlier", "b1"), ("Later", "b3")],
        "b3": [("Earlier", "b2")],
    }
    alone = render_pages(small_library(prose="Some [@a].\n"), parse_edtf("2024-03-01"))
    assert "bw-prevnext" not in alone["briefs/b.md"]
