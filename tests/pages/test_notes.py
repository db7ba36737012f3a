"""Notes: what one line tells of a long chain, and what it leaves to the article's page."""

import pytest

from generator.library.library import Library
from generator.pages.context import PageContext
from generator.pages.notes import format_chain, format_note, join_authors
from generator.pages.site_pages import render_pages
from generator.records.edtf import parse_edtf
from tests.small import figure, small_library

SOURCES = "".join(f"- {{id: s{n}, name: Paper {n}, kind: newspaper}}\n" for n in range(5))
KNOWN = {"data/sources.yml": f"- {{id: gazette, name: The Gazette, kind: newspaper}}\n{SOURCES}"}


def _note(library: Library) -> str:
    return format_chain(library.articles["a"], PageContext(library, "briefs/b.md"))


@pytest.mark.parametrize(
    ("branches", "rest"),
    [(3, ""), (4, "one more branch of its chain"), (5, "2 more branches of its chain")],
)
def test_a_note_tells_three_branches_and_leads_to_the_rest(branches: int, rest: str) -> None:
    """A note is read in passing; the article's page has room."""
    reports = "".join(f"  - {{verb: cites, source: s{n}}}\n" for n in range(branches))
    note = _note(small_library(reports=reports, more=KNOWN))
    assert note.count("Cites Paper") == 3
    assert note.endswith(
        f' <a href="../../articles/a/#chain">{rest}</a>.' if rest else "(not read by us)."
    )


@pytest.mark.parametrize(
    ("speaker", "told"),
    [("two clerks", "Quotes two clerks."), ("x" * 61, "Quotes people whom it does not name.")],
)
def test_a_note_does_not_repeat_a_long_description_of_unnamed_people(
    speaker: str, told: str
) -> None:
    """It stands on the article's page."""
    library = small_library(reports=f"  - {{verb: quotes, speaker: {speaker}}}\n")
    assert _note(library) == told
    assert speaker in render_pages(library, parse_edtf("2024"))["articles/a.md"]


def test_what_is_missing_of_an_article_is_said() -> None:
    """No date, no address, no copy: each is named."""
    library = small_library()
    undated = library.articles["a"].model_copy(update={"issued": None})
    note = format_note(undated, PageContext(library, "briefs/b.md"))
    for gap in ("date not seen", "address not seen", "no archived copy"):
        assert gap in note


@pytest.mark.parametrize(
    ("authors", "words"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B and C"),
        (("A", "B", "C", "D"), "A and others"),
    ],
)
def test_more_than_three_authors_are_the_first_and_others(
    authors: tuple[str, ...], words: str
) -> None:
    """As in a reference list."""
    assert join_authors(authors) == words


def test_what_began_with_the_article_itself_is_said_once() -> None:
    """The first branch names the figures of its own; the others name those that came down them."""
    figures = figure("x", value=9, origin="gazette"), figure("y", value=8, origin="s1")
    reports = "".join(f"  - {{verb: cites, source: s{n}}}\n" for n in range(3))
    library = small_library(*figures, reports=reports, more=KNOWN)
    page = render_pages(library, parse_edtf("2024"))["articles/a.md"]
    assert page.count("origin of: Fleet") == 2
