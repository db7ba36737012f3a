"""Lists of briefs and what is new: short, and still with a way to every figure's words."""

import pytest

from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from tests.small import BRIEF, figure, small_library


def _pages(bottom_line: str) -> dict[str, str]:
    brief = BRIEF.replace("bottom-line: Some [@a].", f"bottom-line: {bottom_line}") + "Text [@a].\n"
    files = {"data/briefs/2024/b.md": brief}
    library = small_library(figure("f", value=12), more=files)
    return render_pages(library, parse_edtf("2024-06-01"))


@pytest.mark.parametrize(
    ("bottom_line", "opening"),
    [
        ("Some boats [@a] were out. The rest [@a] was not.", "Some boats were out."),
        ("Only one sentence [@a].", "Only one sentence."),
        ("J. K. Example counted [@a]. Nobody else did.", "J. K. Example counted."),
        ("It rose by 1.5 or so [@a]. Then it fell.", "It rose by 1.5 or so."),
        ("**All of it. Twice [@a].** And again.", "<strong>All of it. Twice.</strong>"),
        ("[Twelve. Yes](obs:f), they said [@a]. No.", ">Twelve. Yes</a>, they said."),
    ],
)
def test_a_list_of_briefs_has_the_first_sentence_of_each(bottom_line: str, opening: str) -> None:
    """It ends where a sentence does, and never within a link or a mark."""
    pages = _pages(f"'{bottom_line}'")
    for path in ("index.md", "briefs/index.md", "topics/sea.md"):
        (line,) = [
            one for one in pages[path].splitlines() if f">{opening.removeprefix('>')}" in one
        ]
        assert "And again" not in line
        assert "Nobody" not in line
        assert "The rest" not in line


def test_the_home_page_names_the_newest_figures_with_where_they_stand() -> None:
    """A value, what it is, when, and who printed it."""
    home = _pages("Some [@a].")["index.md"].replace("\N{NO-BREAK SPACE}", " ")
    assert '<a href="metrics/fleet/#obs-f">12 boats</a>' in home
    assert '<a href="articles/a/">The Gazette</a>' in home


def test_briefs_and_articles_are_found_by_date_and_by_topic() -> None:
    """Each topic says how many there are."""
    pages = _pages("Some [@a].")
    assert "## 2024 {#year-2024}" in pages["briefs/index.md"]
    assert '<a href="../topics/sea/">The sea</a> (1)' in pages["briefs/index.md"]
    assert 'href="../sources/"' in pages["articles/index.md"]
    assert 'href="../figures/"' in pages["metrics/index.md"]
