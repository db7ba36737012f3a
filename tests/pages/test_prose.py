"""A contributor's text on the page: headings, figures in another unit, lists of briefs."""

import re
from collections.abc import Callable

import pytest

from generator.library.library import Library
from generator.pages.home_page import LATEST
from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from tests.small import BRIEF, figure, small_library


def _render(library: Library) -> dict[str, str]:
    pages = render_pages(library, parse_edtf("2024-02-01"))
    return {path: page.replace("\N{NO-BREAK SPACE}", " ") for path, page in pages.items()}


def test_headings_that_read_alike_have_ids_of_their_own() -> None:
    """So have those without a letter that an id may hold."""
    prose = "## Boats\n\nx\n\n## Boats\n\nx\n\n## Човни\n\nx\n\n## Люди\n\nx\n\n### Boats\n\nx\n"
    page = _render(small_library(prose=prose))["briefs/b.md"]
    found = re.findall(r"\{#(s-[\w-]+)\}", page)
    assert found == ["s-boats", "s-boats-2", "s-section", "s-section-2", "s-boats-3"]


def test_a_figure_in_another_unit_than_its_metric_s_brings_it_along() -> None:
    """The head of the column names the metric's own."""
    library = small_library(figure("x", value=9), figure("y", value=3, unit="percent"))
    rows = re.findall(
        r'<th scope="row" class="bw-n">(.*?)</th>', _render(library)["metrics/fleet.md"]
    )
    assert rows == ["9", "3%"]


def test_the_home_page_has_the_latest_briefs_and_leads_to_the_others() -> None:
    """A list that grows for years stays short."""
    more = {
        f"data/briefs/2024/b{number}.md": BRIEF.replace("id: b\n", f"id: b{number}\n").replace(
            "published: 2024-02-01", f"published: 2024-02-{number + 10}"
        )
        + "Some [@a].\n"
        for number in range(LATEST + 1)
    }
    home = _render(small_library(more=more))["index.md"]
    assert re.findall(r'<h3 id="brief-b(\d+)"', home) == [str(n) for n in range(LATEST, 0, -1)]
    assert '<a href="briefs/">All briefs</a>' in home
    few = _render(small_library(prose="Some [@a].\n"))["index.md"]
    assert "All briefs" not in few


def _show(prose: str, to_html: Callable[[str], str]) -> str:
    """The HTML of a brief's prose, without the space between elements."""
    page = _render(small_library(prose=prose + "\n"))["briefs/b.md"]
    html = to_html(page).partition('<section class="bw-box">')[0]
    return re.sub(r">\s+", ">", re.sub(r"\s+<", "<", html))


@pytest.mark.parametrize(
    ("prose", "shown"),
    [
        (
            "7. Seven\n8. Eight",
            '<ol start="7"><li><div>Seven</div></li><li><div>Eight</div></li></ol>',
        ),
        ("0. None", '<ol start="0"><li><div>None</div></li></ol>'),
        ("- One\n\n* Two", "<ul><li><div>One</div></li></ul><ul><li><div>Two</div></li></ul>"),
        ("1. One\n\n- Two", "<ol><li><div>One</div></li></ol><ul><li><div>Two</div></li></ul>"),
        ("- One\n\n- Two", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        (
            "- One\n\n  > said\n- Two",
            "<ul><li><p>One</p><blockquote><p>said</p></blockquote></li><li><p>Two</p></li></ul>",
        ),
        (
            "1. One\n\n   more\n2. Two",
            "<ol><li><p>One</p><p>more</p></li><li><p>Two</p></li></ol>",
        ),
        (
            "> One\n\n> Two",
            "<blockquote><p>One</p></blockquote><blockquote><p>Two</p></blockquote>",
        ),
        ("- | *One* |\n  |---|", '<th scope="col"><em>One</em></th>'),
    ],
)
def test_lists_and_quotations_are_shown_as_they_were_written(
    prose: str, shown: str, to_html: Callable[[str], str]
) -> None:
    """Their numbers, their ends, and what stands in them: the engine would read them otherwise."""
    assert shown in _show(prose, to_html)


def test_a_heading_without_words_is_left_out(to_html: Callable[[str], str]) -> None:
    """It would be shown as the mark of its id."""
    assert "s-section" not in _show("## \n\nSome", to_html)
